//! Sample links and addresses that are found in what the demo loaded.

use directory::OrganisationId;
use kit_base::{Problem, Territory};
use kit_policy::{Principal, Scope};
use kit_web::{App, Sample, TokenDigest, sample_token};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::commands::MakeSampleSheetLink;
use crate::model::{CollectiveId, MemberRole};
use crate::pages::committee;
use crate::store::{collective, in_order_of_joining, member, of_region, seats_of, sheet_link};

/// The form that ends a seat of the example committee.
pub(crate) async fn seat(app: &App) -> Result<Option<Sample>, Problem> {
    let region: Territory = "region:76".parse().map_err(Problem::internal)?;
    let reader = app.store.read();
    let Some(found) = reader.one_within(of_region(region), &Scope::everything()).await? else { return Ok(None) };
    let seat = reader.one(seats_of(found.id)).await?;
    Ok(seat.map(|seat| Sample::seen_by("regionale", format!("{}/sieges/{}/fin", committee::path(region), seat.id))))
}

/// Makes the link behind which a sample looks, unless it works already: at each start of a demo, never while it is looked at.
pub async fn make_sample_links(app: &App, principal: &Principal) -> Result<(), Problem> {
    let Some((collective, organisation)) = animated(app).await? else { return Ok(()) };
    let token = token_of(app, collective, 0);
    if app.store.read().one(link_of(&token)).await?.is_none() {
        app.carry_out(principal, &MakeSampleSheetLink { collective, organisation, token }).await?;
    }
    Ok(())
}

/// The collective of the Aude, and who animates it.
async fn animated(app: &App) -> Result<Option<(CollectiveId, OrganisationId)>, Problem> {
    let aude: Territory = "departement:11".parse().map_err(Problem::internal)?;
    let query = collective::Entity::find().filter(collective::Column::Territory.eq(aude));
    let reader = app.store.read();
    let Some(row) = reader.one_within(query, &Scope::everything()).await? else { return Ok(None) };
    let animating = in_order_of_joining()
        .filter(member::Column::CollectiveId.eq(row.id))
        .filter(member::Column::Role.eq(MemberRole::Animating))
        .order_by_desc(member::Column::FromDate);
    Ok(reader.one(animating).await?.map(|member| (row.id, member.organisation_id)))
}

/// A demo that runs into the next month keeps the link of the last.
pub(crate) async fn sheet_behind_a_link(app: &App) -> Result<Option<Sample>, Problem> {
    let Some((collective, _)) = animated(app).await? else { return Ok(None) };
    for months_ago in [0, 1] {
        let token = token_of(app, collective, months_ago);
        let link = app.store.read().one(link_of(&token)).await?;
        if link.is_some_and(|link| link.is_living(app.clock.now())) {
            return Ok(Some(Sample::public(format!("/f/{token}"))));
        }
    }
    Ok(None)
}

fn token_of(app: &App, collective: CollectiveId, months_ago: u32) -> String {
    sample_token(app, "sample-sheet-link", &[&collective.to_string()], months_ago)
}

fn link_of(token: &str) -> Select<sheet_link::Entity> {
    sheet_link::Entity::find().filter(sheet_link::Column::Digest.eq(TokenDigest::of(token).bytes()))
}
