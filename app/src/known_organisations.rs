//! Organisations that exist and are known from public sources, for an installation that wants to begin with them.

use anyhow::Context;
use directory::commands::{ImportOrganisation, KNOWN_ALREADY};
use directory::{OrganisationKind, Period, ProgrammeRole, RoleFacts, WebAddress};
use kit_base::{Problem, Territory};
use kit_web::App;
use serde::Deserialize;

use crate::demo::the_house;
use crate::toml_values::{parsed, parsed_if_given};

const OCCITANIE_AND_RENNES: &str = include_str!("../../data/organisations/occitanie-rennes.toml");

/// A file of `data/organisations`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    organisation: Vec<KnownOrganisation>,
}

/// A body that exists. It has no field for an e-mail address, a contact or a promise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownOrganisation {
    name: String,
    #[serde(deserialize_with = "parsed")]
    kind: OrganisationKind,
    #[serde(deserialize_with = "parsed")]
    territory: Territory,
    #[serde(default, deserialize_with = "parsed_if_given")]
    seat: Option<Territory>,
    #[serde(default, deserialize_with = "parsed_if_given")]
    website: Option<WebAddress>,
    /// The public page where these facts were read.
    #[serde(deserialize_with = "parsed")]
    source: WebAddress,
    #[serde(default)]
    former_name: Vec<KnownName>,
    #[serde(default)]
    role: Vec<KnownRole>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownName {
    name: String,
    #[serde(deserialize_with = "parsed")]
    source: WebAddress,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownRole {
    programme: String,
    #[serde(deserialize_with = "parsed")]
    role: ProgrammeRole,
    #[serde(deserialize_with = "parsed")]
    source: WebAddress,
}

/// What became of the known organisations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Entered into the directory.
    pub added: usize,
    /// Left as the directory has them.
    pub known_already: usize,
}

/// The commands that take the known organisations into the directory, those of a région and its départements alone if one is given.
pub fn imports(region: Option<Territory>) -> anyhow::Result<Vec<ImportOrganisation>> {
    let known: Known = toml::from_str(OCCITANIE_AND_RENNES).context("occitanie-rennes.toml")?;
    let is_there = |place: Territory| region.is_none_or(|region| place == region || is_of(place, region));
    Ok(known.organisation.into_iter().filter(|known| is_there(known.territory)).map(import).collect())
}

fn is_of(departement: Territory, region: Territory) -> bool {
    territory::region_of(departement) == Some(region)
}

fn import(known: KnownOrganisation) -> ImportOrganisation {
    let role = |role: KnownRole| {
        let facts =
            RoleFacts { programme: role.programme, role: role.role, accreditation: None, period: Period::default() };
        (facts, role.source.to_string())
    };
    let name = |name: KnownName| (name.name, Period::default(), name.source.to_string());
    ImportOrganisation {
        name: known.name,
        kind: known.kind,
        seat: known.seat,
        territory: known.territory,
        website: known.website,
        source: known.source.to_string(),
        former_names: known.former_name.into_iter().map(name).collect(),
        roles: known.role.into_iter().map(role).collect(),
    }
}

/// Takes the known organisations into the directory; those that it knows are left as they are. Can be done again.
pub async fn take_in(app: &App, region: Option<Territory>) -> anyhow::Result<TakenIn> {
    let mut taken_in = TakenIn::default();
    for import in imports(region)? {
        match app.carry_out(&the_house(), &import).await {
            Ok(_) => taken_in.added += 1,
            Err(Problem::Refused(message)) if message.key == KNOWN_ALREADY => taken_in.known_already += 1,
            Err(problem) => return Err(problem).with_context(|| import.name.clone()),
        }
    }
    Ok(taken_in)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[derive(Deserialize)]
    struct Unverified {
        unverified: Vec<Entry>,
    }

    #[derive(Deserialize)]
    struct Entry {
        text: String,
        why: String,
    }

    fn known() -> Vec<KnownOrganisation> {
        toml::from_str::<Known>(OCCITANIE_AND_RENNES).unwrap().organisation
    }

    #[test]
    fn every_fact_names_the_page_where_it_was_read() {
        let known = known();
        assert!(known.len() >= 25);
        let sources = |body: &KnownOrganisation| {
            let names = body.former_name.iter().map(|name| &name.source);
            let roles = body.role.iter().map(|role| &role.source);
            names.chain(roles).chain([&body.source]).map(ToString::to_string).collect::<Vec<_>>()
        };
        for body in &known {
            for source in sources(body) {
                assert!(source.starts_with("http"), "{}: {source}", body.name);
                assert!(!source.contains('…'), "{}: {source} is cut", body.name);
            }
        }
        assert!(
            known.iter().any(|body| !body.former_name.is_empty()) && known.iter().any(|body| !body.role.is_empty())
        );
    }

    #[test]
    fn nothing_unverified_stands_as_a_fact() {
        let unverified: Unverified = toml::from_str(include_str!("../../data/organisations/unverified.toml")).unwrap();
        for Entry { text, why } in &unverified.unverified {
            let facts = OCCITANIE_AND_RENNES.lines().filter(|line| !line.starts_with('#'));
            // A page's address is not what the file says.
            let said = facts.map(|line| line.split("http").next().unwrap_or_default());
            assert!(!said.into_iter().any(|line| line.contains(text.as_str())), "{text}: {why}");
        }
    }

    #[test]
    fn nobody_is_named_nothing_is_made_up_and_no_address_is_kept() {
        assert!(!OCCITANIE_AND_RENNES.contains('@') && !OCCITANIE_AND_RENNES.contains("exemple"));
        assert!(!OCCITANIE_AND_RENNES.contains("M. ") && !OCCITANIE_AND_RENNES.contains("Mme "));
    }

    #[test]
    fn every_territory_exists_and_no_body_is_there_twice() {
        let known = known();
        for place in known.iter().flat_map(|body| [Some(body.territory), body.seat]).flatten() {
            assert!(territory::exists(place), "{place}");
        }
        let names: BTreeSet<_> = known.iter().map(|body| (territory::fold(&body.name), body.territory)).collect();
        assert_eq!(names.len(), known.len());
    }

    #[test]
    fn those_of_a_region_are_of_it_and_of_its_departements() {
        let bretagne: Territory = "region:53".parse().unwrap();
        let of_bretagne = imports(Some(bretagne)).unwrap();
        assert!(of_bretagne.iter().any(|import| import.name == "Ville de Rennes"));
        assert!(of_bretagne.iter().all(|import| import.territory == bretagne || is_of(import.territory, bretagne)));
        assert!(of_bretagne.len() < imports(None).unwrap().len());
        assert!(imports(Some("region:11".parse().unwrap())).unwrap().is_empty());
    }
}
