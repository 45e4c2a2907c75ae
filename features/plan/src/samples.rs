//! Addresses at which each page can be looked at, in the demo.

use futures::future::BoxFuture;
use kit_base::{Problem, Territory};
use kit_policy::{Principal, Scope};
use kit_web::{App, Sample, TokenDigest, sample_token};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::commands::{AskForValue, MakeSampleValueLink};
use crate::pages::{plan_path, programme_path};
use crate::store::{
    action, indicator, indicator_value, indicators_of, of_departement, outline, plan, plans_of, value_link, values_of,
};

/// One for each page, and more where what is shown depends on who looks.
pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    Box::pin(async move {
        // Where the demo's steering and coordinator hold their roles.
        let (region, departement): (Territory, Territory) =
            ("region:76".parse().map_err(Problem::internal)?, "departement:11".parse().map_err(Problem::internal)?);
        let (plan, programme) = (plan_path(region), programme_path(departement));
        let mut samples = vec![
            Sample::public(plan.clone()),
            Sample::seen_by("regionale", plan.clone()),
            Sample::seen_by("regionale", format!("{plan}/nouveau")),
            Sample::public("/plans/94"),
            Sample::public("/programmes"),
            Sample::public(programme.clone()),
            Sample::seen_by("coordinatrice-11", programme.clone()),
            Sample::public("/programmes/2A"),
            Sample::seen_by("coordinatrice-11", format!("{programme}/actions/nouvelle")),
        ];
        samples.extend(of_plan(&app, region, departement, &plan).await?);
        samples.extend(of_actions(&app, departement).await?);
        Ok(samples)
    })
}

async fn of_plan(app: &App, region: Territory, departement: Territory, path: &str) -> Result<Vec<Sample>, Problem> {
    let reader = app.store.read();
    let Some(plan::Model { id, .. }) = plans_of(&reader, region, &Scope::everything()).await?.into_iter().next() else {
        return Ok(Vec::new());
    };
    let own = |way| Sample::seen_by("regionale", format!("{path}/{id}/{way}"));
    let mut samples = vec![own("axes"), own("indicateurs"), own("periodes")];
    for indicator in indicators_of(&reader, id).await?.into_iter().take(2) {
        samples.push(Sample::public(indicator.path()));
        samples.push(Sample::seen_by("coordinatrice-11", indicator.path()));
        samples.push(Sample::seen_by("regionale", format!("{}/modifier", indicator.path())));
        samples.extend(of_values(app, departement, &indicator).await?);
    }
    samples.extend(behind_a_link(app, departement).await?);
    if let Some((axis, _)) = outline(&reader, id).await?.axes.first() {
        samples.push(Sample::seen_by("regionale", format!("{path}/{id}/axes/{}/objectifs", axis.id)));
    }
    Ok(samples)
}

/// A value as everybody sees it, and as the coordinator enters it.
async fn of_values(app: &App, departement: Territory, indicator: &indicator::Model) -> Result<Vec<Sample>, Problem> {
    let values = values_of(indicator.id).filter(indicator_value::Column::Territory.eq(departement));
    let values = app.store.read().all_within(values, &Scope::everything()).await?;
    let paths = values.into_iter().map(|value| indicator.value_path(departement, value.year));
    Ok(paths.flat_map(|path| [Sample::public(path.clone()), Sample::seen_by("coordinatrice-11", path)]).collect())
}

async fn of_actions(app: &App, departement: Territory) -> Result<Vec<Sample>, Problem> {
    let reader = app.store.read();
    let everything = Scope::everything();
    let mut samples = Vec::new();
    if let Some(action) = reader.one_within(of_departement(departement), &everything).await? {
        samples.push(Sample::seen_by("coordinatrice-11", action.path()));
        samples.push(Sample::seen_by("coordinatrice-11", format!("{}/modifier", action.path())));
        samples.push(Sample::seen_by("coordinatrice-11", format!("{}/indicateurs", action.path())));
    }
    let made_of_a_commitment = action::Entity::find()
        .filter(action::Column::Territory.eq(departement))
        .filter(action::Column::CommitmentId.is_not_null())
        .order_by_asc(action::Column::Id);
    if let Some(action) = reader.one_within(made_of_a_commitment, &everything).await? {
        samples.push(Sample::seen_by("coordinatrice-11", action.path()));
        let commitment = action.commitment_id.map(|id| id.to_string()).unwrap_or_default();
        let path = format!("{}/actions/nouvelle?engagement={commitment}", programme_path(departement));
        samples.push(Sample::seen_by("coordinatrice-11", path));
    }
    Ok(samples)
}

/// Makes the link behind which a sample looks, unless it works already: at each start of a demo, never while it is looked at.
pub async fn make_sample_links(app: &App, principal: &Principal) -> Result<(), Problem> {
    let departement: Territory = "departement:11".parse().map_err(Problem::internal)?;
    let Some(question) = question(app, departement).await? else { return Ok(()) };
    let token = token_of(app, &question, 0);
    if app.store.read().one(link_of(&token)).await?.is_none() {
        app.carry_out(principal, &MakeSampleValueLink { question, token }).await?;
    }
    Ok(())
}

/// The newest value of the département that an organisation gave: it is asked for again.
async fn question(app: &App, departement: Territory) -> Result<Option<AskForValue>, Problem> {
    let query = indicator_value::Entity::find()
        .filter(indicator_value::Column::Territory.eq(departement))
        .filter(indicator_value::Column::OrganisationId.is_not_null())
        .order_by_desc(indicator_value::Column::Year)
        .order_by_asc(indicator_value::Column::Id);
    let value = app.store.read().one_within(query, &Scope::everything()).await?;
    Ok(value.and_then(|value| {
        Some(AskForValue {
            indicator: value.indicator_id,
            departement,
            year: value.year,
            organisation: value.organisation_id?,
            asked_by: String::new(),
        })
    }))
}

/// A demo that runs into the next month keeps the link of the last.
async fn behind_a_link(app: &App, departement: Territory) -> Result<Option<Sample>, Problem> {
    let Some(question) = question(app, departement).await? else { return Ok(None) };
    for months_ago in [0, 1] {
        let token = token_of(app, &question, months_ago);
        let link = app.store.read().one(link_of(&token)).await?;
        if link.is_some_and(|link| link.is_living(app.clock.now())) {
            return Ok(Some(Sample::public(format!("/v/{token}"))));
        }
    }
    Ok(None)
}

fn token_of(app: &App, question: &AskForValue, months_ago: u32) -> String {
    let about = [question.indicator.to_string(), question.departement.to_string(), question.year.to_string()];
    sample_token(app, "sample-value-link", &about.each_ref().map(String::as_str), months_ago)
}

fn link_of(token: &str) -> Select<value_link::Entity> {
    value_link::Entity::find().filter(value_link::Column::Digest.eq(TokenDigest::of(token).bytes()))
}
