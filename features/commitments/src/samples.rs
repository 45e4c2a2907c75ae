//! Addresses at which each page can be looked at, in the demo.

use futures::future::BoxFuture;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_policy::{Principal, Scope};
use kit_web::{App, Sample, TokenDigest, sample_token};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::commands::MakeSampleLink;
use crate::model::{CommitmentId, NewsId};
use crate::store::{answer_link, commitment, news, path_of};

const COORDINATOR: &str = "coordinatrice-11";
const MEMBER: &str = "membre-11";

pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    Box::pin(async move {
        let lists = ["/fil", "/fil?departement=departement%3A11&etat=no-news", "/fil?q=introuvable"];
        let mut samples: Vec<Sample> = lists.into_iter().map(|path| Sample::seen_by(COORDINATOR, path)).collect();
        samples.push(Sample::seen_by(MEMBER, "/fil"));
        samples.push(Sample::seen_by(COORDINATOR, "/fil/projection?departement=departement%3A11"));
        samples.push(Sample::seen_by("regionale", "/fil/appels"));
        for about in subjects(&app).await? {
            if about.tells_of.is_none() {
                samples.push(Sample::seen_by(COORDINATOR, path_of(about.commitment)));
            }
            samples.extend(behind_a_link(&app, &about).await?);
        }
        Ok(samples)
    })
}

/// Makes the links behind which [`samples`] looks, unless they work already: at each start of a demo, never while it is looked at.
pub async fn make_sample_links(app: &App, principal: &Principal) -> Result<(), Problem> {
    for about in subjects(app).await? {
        let token = about.token_of(app, 0);
        if !is_known(app, &token).await? {
            let command = MakeSampleLink { commitment: about.commitment, tells_of: about.tells_of, token };
            app.carry_out(principal, &command).await?;
        }
    }
    Ok(())
}

/// What a sample link is about.
struct About {
    commitment: CommitmentId,
    /// The answer that it tells of.
    tells_of: Option<NewsId>,
}

/// The first promise of the Aude, and the first that was answered.
async fn subjects(app: &App) -> Result<Vec<About>, Problem> {
    let aude = Territory::new(TerritoryKind::Departement, "11").map_err(Problem::internal)?;
    let query =
        commitment::Entity::find().filter(commitment::Column::Territory.eq(aude)).order_by_asc(commitment::Column::Id);
    // Samples are for tests and for whoever looks at the demo: they are found for the house itself.
    let promise = app.store.read().one_within(query, &Scope::everything()).await?;
    let answer = app.store.read().one(news::Entity::find().order_by_asc(news::Column::Id)).await?;
    let promise = promise.map(|row| About { commitment: row.id, tells_of: None });
    let answer = answer.map(|answer| About { commitment: answer.commitment_id, tells_of: Some(answer.id) });
    Ok(promise.into_iter().chain(answer).collect())
}

/// The pages behind the newest link about this that works: a demo that runs into the next month keeps that of the last.
async fn behind_a_link(app: &App, about: &About) -> Result<Vec<Sample>, Problem> {
    for months_ago in [0, 1] {
        let token = about.token_of(app, months_ago);
        if app.store.read().one(link_of(&token)).await?.is_some_and(|link| link.is_living(app.clock.now())) {
            let question = Sample::public(format!("/r/{token}"));
            let disowning = about.tells_of.map(|_| Sample::public(format!("/r/{token}/pas-moi")));
            return Ok(std::iter::once(question).chain(disowning).collect());
        }
    }
    Ok(Vec::new())
}

impl About {
    fn token_of(&self, app: &App, months_ago: u32) -> String {
        let about = [self.commitment.to_string(), format!("{:?}", self.tells_of)];
        sample_token(app, "sample-link", &about.each_ref().map(String::as_str), months_ago)
    }
}

async fn is_known(app: &App, token: &str) -> Result<bool, Problem> {
    Ok(app.store.read().one(link_of(token)).await?.is_some())
}

fn link_of(token: &str) -> sea_orm::Select<answer_link::Entity> {
    answer_link::Entity::find().filter(answer_link::Column::Digest.eq(TokenDigest::of(token).bytes()))
}
