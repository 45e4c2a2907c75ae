//! The directory.

use directory::commands::{AddContact, AddName, AddRole, CreateOrganisation, EditHelp, NameTime, SayBecame};
use directory::{ContactFacts, HelpLine, OrganisationId, Period, PresenceDays, RoleFacts};
use kit_base::Visibility;

use super::data::{ContactData, Directory, ExampleOrganisation, HelpData, RoleData};
use super::steps::{Named, Steps};
use crate::demo::the_house;
use crate::known_organisations;

/// The version of a record that nobody corrected yet.
const FIRST_VERSION: i32 = 1;

/// Enters the organisations; gives the examples alone, so that nothing else can hang on a body that exists.
pub(super) async fn load(steps: &mut Steps<'_>, directory: &Directory) -> anyhow::Result<Named<OrganisationId>> {
    for import in known_organisations::imports(None)? {
        steps.carry_out_only(&the_house(), &import).await?;
    }
    let mut examples = Named::new("example organisation");
    for example in &directory.example {
        let id = steps.carry_out(&the_house(), &creation(example), OrganisationId).await?;
        examples.name(&example.key, id)?;
    }
    for example in &directory.example {
        write_down(steps, example, &examples).await?;
    }
    Ok(examples)
}

fn creation(example: &ExampleOrganisation) -> CreateOrganisation {
    CreateOrganisation {
        name: example.name.clone(),
        kind: example.kind,
        seat: example.seat,
        territory: example.territory,
        contact_email: example.contact_email.clone(),
        website: None,
        source: None,
        is_example: true,
        visibility: Visibility::Public,
    }
}

/// What hangs on the record of an example.
async fn write_down(
    steps: &mut Steps<'_>,
    example: &ExampleOrganisation,
    examples: &Named<OrganisationId>,
) -> anyhow::Result<()> {
    let organisation = *examples.get(&example.key)?;
    if !example.help.is_empty() {
        let lines = example.help.iter().map(help_line).collect();
        let command = EditHelp { organisation, version_read: FIRST_VERSION, lines };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    for contact in &example.contact {
        let command = AddContact { organisation, facts: contact_facts(contact) };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    for role in &example.role {
        let command = AddRole { organisation, facts: role_facts(steps, role)? };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    for former in &example.former_name {
        let period = Period { from: None, until: Some(steps.day(-former.until_days)?) };
        let command = AddName { organisation, name: former.name.clone(), time: NameTime::Former(period) };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    if let Some(became) = &example.became {
        let successor = *examples.get(&became.organisation)?;
        let since = Some(steps.day(-became.since_days)?);
        steps.carry_out_only(&the_house(), &SayBecame { organisation, successor, since }).await?;
    }
    Ok(())
}

fn help_line(data: &HelpData) -> HelpLine {
    HelpLine { what: data.what.clone(), since_year: data.since_year, ask_for: data.ask_for.clone() }
}

fn contact_facts(data: &ContactData) -> ContactFacts {
    ContactFacts {
        function: data.function.clone(),
        days: PresenceDays::new(data.days.clone()),
        phone: data.phone.clone(),
        email: data.email.clone(),
        substitute: data.substitute.clone(),
    }
}

fn role_facts(steps: &Steps<'_>, data: &RoleData) -> anyhow::Result<RoleFacts> {
    let from = data.since_days.map(|days| steps.day(-days)).transpose()?;
    let until = data.until_days.map(|days| steps.day(days)).transpose()?;
    Ok(RoleFacts {
        programme: data.programme.clone(),
        role: data.role,
        accreditation: data.accreditation.clone(),
        period: Period { from, until },
    })
}
