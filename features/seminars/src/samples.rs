//! Addresses at which each page can be looked at, in the demo.

use futures::future::BoxFuture;
use kit_base::Problem;
use kit_policy::{Principal, Scope};
use kit_web::{App, Sample};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::commands::MakeSampleRegistrationLink;
use crate::letters::link_path;
use crate::store::registrations::{link_of, registration, registrations_of, seats_of};
use crate::store::{Programme, looked_for, newest_first, programme, seminar};

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
        samples.push(Sample::seen_by("regionale", format!("{}/annuler", newest.path())));
        samples.extend(of_registration(&app, &newest).await?);
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
            samples.push(Sample::seen_by("coordinatrice-11", path.clone()));
            samples.push(Sample::seen_by("regionale", format!("{path}/modifier")));
        }
        samples.extend(of_attendance(&held, &programme));
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

/// Where one registers, where the steering sees who comes, and one registration from both sides.
async fn of_registration(app: &App, seminar: &seminar::Model) -> Result<Vec<Sample>, Problem> {
    let path = seminar.path();
    let mut samples = vec![
        Sample::public(format!("{path}/inscription")),
        Sample::public(format!("{path}/inscription/lien")),
        Sample::seen_by("regionale", format!("{path}/inscriptions")),
        Sample::seen_by("regionale", format!("{path}/inscriptions/nouvelle")),
        Sample::seen_by("regionale", format!("{path}/inscriptions/reglages")),
    ];
    let Some(row) = first_registration(app, seminar).await? else { return Ok(samples) };
    let seat = app.store.read().one(seats_of(row.id)).await?;
    let listed = row.path(seminar);
    let behind_link = living_token(app, &row).await?.map(|token| link_path(&token));
    for (person, base) in [(Some("regionale"), Some(listed)), (None, behind_link)] {
        let Some(base) = base else { continue };
        let places = seat.iter().map(|seat| format!("{base}/places/{}", seat.id));
        samples.extend(std::iter::once(base.clone()).chain(places).map(|path| Sample { path, person }));
    }
    Ok(samples)
}

fn of_attendance(seminar: &seminar::Model, programme: &Programme) -> Vec<Sample> {
    let path = seminar.path();
    let half_day = programme.half_days.first().map(|half_day| format!("{path}/demi-journees/{}", half_day.row.id));
    let of_half_day = half_day.into_iter().flat_map(|path| [format!("{path}/emargement"), format!("{path}/presence")]);
    let summary = [format!("{path}/presence"), format!("{path}/inscriptions")];
    of_half_day.chain(summary).map(|path| Sample::seen_by("regionale", path)).collect()
}

async fn first_registration(app: &App, seminar: &seminar::Model) -> Result<Option<registration::Model>, Problem> {
    // Samples are for tests and for whoever looks at the demo: they are found for the house itself.
    app.store.read().one_within(registrations_of(seminar.id), &Scope::everything()).await
}

/// Makes the link behind which the samples look, unless it works already: at each start of a demo, never while it is looked at.
pub async fn make_sample_links(app: &App, principal: &Principal) -> Result<(), Problem> {
    let newest = newest_first(looked_for("").filter(seminar::Column::Territory.eq(REGION_OF_STEERING)));
    let Some(newest) = app.store.read().one_within(newest, &Scope::everything()).await? else { return Ok(()) };
    let Some(row) = first_registration(app, &newest).await? else { return Ok(()) };
    if living_token(app, &row).await?.is_none() {
        let command = MakeSampleRegistrationLink { registration: row.id, token: sample_token(app, &row) };
        app.carry_out(principal, &command).await?;
    }
    Ok(())
}

/// No token can be read back, so that of a sample is derived from the installation's secret.
fn sample_token(app: &App, row: &registration::Model) -> String {
    app.secret.signature("sample-registration-link", &[&row.id.to_string()])
}

async fn living_token(app: &App, row: &registration::Model) -> Result<Option<String>, Problem> {
    let token = sample_token(app, row);
    Ok(app.store.read().one(link_of(&token)).await?.map(|_| token))
}
