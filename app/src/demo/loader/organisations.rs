//! The directory and the collectives.

use directory::OrganisationId;
use directory::commands::CreateOrganisation;
use kit_base::Visibility;

use super::data::{Directory, ExampleOrganisation, RealOrganisation};
use super::steps::{Named, Steps};
use crate::demo::the_house;

/// Enters the organisations; gives the examples alone, so that nothing else can hang on a body that exists.
pub(super) async fn load(steps: &mut Steps<'_>, directory: &Directory) -> anyhow::Result<Named<OrganisationId>> {
    for real in &directory.real {
        steps.carry_out_only(&the_house(), &creation_of_real(real)).await?;
    }
    let mut examples = Named::new("example organisation");
    for example in &directory.example {
        let id = steps.carry_out(&the_house(), &creation_of_example(example), OrganisationId).await?;
        examples.name(&example.key, id)?;
    }
    Ok(examples)
}

fn creation_of_real(real: &RealOrganisation) -> CreateOrganisation {
    CreateOrganisation {
        name: real.name.clone(),
        kind: real.kind,
        seat: real.seat,
        territory: real.territory,
        contact_email: None,
        website: real.website.clone(),
        source: Some(real.source.to_string()),
        is_example: false,
        visibility: Visibility::Public,
    }
}

fn creation_of_example(example: &ExampleOrganisation) -> CreateOrganisation {
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
