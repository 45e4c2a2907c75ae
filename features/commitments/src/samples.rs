//! Addresses at which each page can be looked at, in the demo.

use futures::future::BoxFuture;
use kit_base::{EmailAddress, Problem, Territory, TerritoryKind};
use kit_policy::Scope;
use kit_web::{App, Sample, TokenDigest};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::commands::NewLink;
use crate::model::NewsId;
use crate::store::{answer_link, commitment, news, path_of, today};

const COORDINATOR: &str = "coordinatrice-11";
const MEMBER: &str = "membre-11";
/// Where sample links would be sent, if they were: nowhere (RFC 2606).
const ADDRESS: &str = "exemple@escale.example";

pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    Box::pin(async move {
        let lists = ["/fil", "/fil?departement=departement%3A11&etat=no-news", "/fil?q=introuvable"];
        let mut samples: Vec<Sample> = lists.into_iter().map(|path| Sample::seen_by(COORDINATOR, path)).collect();
        samples.push(Sample::seen_by(MEMBER, "/fil"));
        samples.extend(of_a_promise(&app).await?);
        samples.extend(of_an_answer(&app).await?);
        Ok(samples)
    })
}

/// The pages of the first promise of the Aude.
async fn of_a_promise(app: &App) -> Result<Vec<Sample>, Problem> {
    let aude = Territory::new(TerritoryKind::Departement, "11").map_err(Problem::internal)?;
    let query =
        commitment::Entity::find().filter(commitment::Column::Territory.eq(aude)).order_by_asc(commitment::Column::Id);
    // Samples are for tests and for whoever looks at the demo: they are found for the house itself.
    let Some(row) = app.store.read().one_within(query, &Scope::everything()).await? else { return Ok(Vec::new()) };
    let mut samples = vec![Sample::seen_by(COORDINATOR, path_of(row.id))];
    if let Some(token) = link_about(app, &row, None).await? {
        samples.push(Sample::public(format!("/r/{token}")));
    }
    Ok(samples)
}

/// The pages about a promise that was answered.
async fn of_an_answer(app: &App) -> Result<Vec<Sample>, Problem> {
    let query = news::Entity::find().order_by_asc(news::Column::Id);
    let Some(answer) = app.store.read().one(query).await? else { return Ok(Vec::new()) };
    let about = commitment::Entity::find_by_id(answer.commitment_id);
    let Some(row) = app.store.read().one_within(about, &Scope::everything()).await? else { return Ok(Vec::new()) };
    let Some(token) = link_about(app, &row, Some(answer.id)).await? else { return Ok(Vec::new()) };
    Ok(vec![Sample::public(format!("/r/{token}")), Sample::public(format!("/r/{token}/pas-moi"))])
}

/// The token of a link of the demo, made once a month: no token can be read back, so this one is derived from the
/// installation's secret. `None` outside a demo.
async fn link_about(app: &App, row: &commitment::Model, tells_of: Option<NewsId>) -> Result<Option<String>, Problem> {
    if !app.is_demo {
        return Ok(None);
    }
    let now = app.clock.now();
    let month = today(now).format("%Y-%m").to_string();
    let seal = app.secret.seal("sample-link", &[&row.id.to_string(), &format!("{tells_of:?}"), &month]);
    let token: String = seal.iter().map(|byte| format!("{byte:02x}")).collect();
    let query = answer_link::Entity::find().filter(answer_link::Column::Digest.eq(TokenDigest::of(&token).bytes()));
    if app.store.read().one(query).await?.is_none() {
        let address: EmailAddress = ADDRESS.parse().map_err(Problem::internal)?;
        let (address, token) = (&address, &token);
        let write = |tx| async move {
            let link = NewLink {
                commitment: row.id,
                organisation: row.organisation_id,
                address: address.clone(),
                handed_over_from: None,
                tells_of,
            };
            link.write(&tx, now, token).await
        };
        app.store.write(write).await?;
    }
    Ok(Some(token))
}
