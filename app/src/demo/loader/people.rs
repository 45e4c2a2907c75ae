//! Who can be played.

use accounts::PersonId;
use accounts::commands::{CreatePerson, CreatePersonWithRole};
use anyhow::Context;
use directory::OrganisationId;
use kit_base::Locale;
use kit_policy::{HeldRole, Place, Principal};

use super::data::{People, PersonData};
use super::steps::{Named, Steps};
use crate::demo::{DemoPerson, PEOPLE, the_house};

/// A person of the demo, with what the file says of them.
type Known<'a> = (DemoPerson, &'a PersonData);

/// The last of [`PEOPLE`], and those before.
pub(super) fn in_order(people: &People) -> anyhow::Result<(Known<'_>, Vec<Known<'_>>)> {
    let of = |person: DemoPerson| {
        let found = people.person.iter().find(|data| data.key == person.key);
        found.map(|data| (person, data)).with_context(|| format!("people.toml tells nothing of {:?}", person.key))
    };
    let mut known: Vec<_> = PEOPLE.into_iter().map(of).collect::<Result<_, _>>()?;
    let last = known.pop().context("the demo has people")?;
    Ok((last, known))
}

/// Makes their accounts; tells who they are, with their role.
pub(super) async fn load(
    steps: &mut Steps<'_>,
    people: &[Known<'_>],
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<Named<Principal>> {
    let mut named = Named::new("person");
    for (person, data) in people {
        let role = HeldRole { role: data.role, place: place(data, organisations)? };
        let account = CreatePerson { name: data.name.clone(), email: person.email.parse()?, locale: Locale::Fr };
        let command = CreatePersonWithRole { person: account, role };
        let id = steps.carry_out(&the_house(), &command, PersonId).await?;
        named.name(person.key, Principal::Person { id: id.0, roles: vec![role] })?;
    }
    Ok(named)
}

fn place(data: &PersonData, organisations: &Named<OrganisationId>) -> anyhow::Result<Place> {
    Ok(match (data.territory, &data.organisation) {
        (Some(territory), _) => Place::Territory(territory),
        (None, Some(organisation)) => Place::Organisation(organisations.get(organisation)?.0),
        (None, None) => Place::Installation,
    })
}
