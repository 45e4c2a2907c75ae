//! Addresses at which each page can be looked at, in the demo.

use futures::future::BoxFuture;
use kit_base::Problem;
use kit_policy::Scope;
use kit_web::{App, Sample};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::store::{looked_for, newest_first, programme, seminar};

/// The region that the demo's steering person holds.
const REGION_OF_STEERING: &str = "region:76";

/// One for each page, and more where what is shown depends on who looks.
pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    Box::pin(async move {
        let mut samples = vec![
            Sample::public("/seminaires"),
            Sample::public("/seminaires?q=zzz"),
            Sample::seen_by("regionale", "/seminaires/nouveau"),
            Sample::seen_by("administratrice", "/seminaires/nouveau"),
        ];
        let reader = app.store.read();
        let everything = Scope::everything();
        let of_region = || newest_first(looked_for("").filter(seminar::Column::Territory.eq(REGION_OF_STEERING)));
        let newest = reader.one_within(of_region(), &everything).await?;
        let Some(newest) = newest else { return Ok(samples) };
        samples.extend(of_seminar(&newest.path()));
        samples.push(Sample::seen_by("regionale", format!("{}/suivant", newest.path())));
        let previous = newest.previous_id.map(seminar::Entity::find_by_id);
        let held = match previous {
            Some(query) => reader.one_within(query, &everything).await?.unwrap_or(newest),
            None => newest,
        };
        samples.extend(of_seminar(&held.path()));
        let programme = programme(&reader, held.id).await?;
        for half_day in programme.half_days.iter().take(1) {
            let path = format!("{}/demi-journees/{}/sessions", held.path(), half_day.row.id);
            samples.push(Sample::seen_by("regionale", path));
        }
        let session = programme.half_days.iter().flat_map(|half_day| &half_day.slots).flatten().next();
        if let Some(session) = session {
            let path = session.path(&held);
            samples.push(Sample::public(path.clone()));
            samples.push(Sample::seen_by("regionale", path.clone()));
            samples.push(Sample::seen_by("coordinatrice-11", path));
        }
        Ok(samples)
    })
}

fn of_seminar(path: &str) -> [Sample; 4] {
    [
        Sample::public(path),
        Sample::seen_by("regionale", path),
        Sample::seen_by("coordinatrice-11", path),
        Sample::seen_by("regionale", format!("{path}/modifier")),
    ]
}
