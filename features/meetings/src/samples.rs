//! Addresses at which each page can be looked at, in the demo.

use futures::future::BoxFuture;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_policy::Scope;
use kit_web::{App, Sample};

use crate::store::of_departement;

const COORDINATOR: &str = "coordinatrice-11";

pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    Box::pin(async move {
        let aude = Territory::new(TerritoryKind::Departement, "11").map_err(Problem::internal)?;
        let mut samples = vec![
            Sample::public("/collectifs/11/reunions"),
            Sample::seen_by(COORDINATOR, "/collectifs/11/reunions"),
            Sample::seen_by(COORDINATOR, "/collectifs/11/reunions/nouvelle"),
        ];
        let rows = app.store.read().all_within(of_departement(aude), &Scope::everything()).await?;
        for row in rows.iter().take(2) {
            let path = row.path();
            samples.push(Sample::seen_by("membre-11", path.clone()));
            samples.push(Sample::seen_by(COORDINATOR, path.clone()));
            samples.push(Sample::seen_by(COORDINATOR, format!("{path}/releve")));
        }
        if let Some(newest) = rows.first() {
            let forms = ["modifier", "annuler", "inviter", "presences", "dossier", "retour"];
            samples.extend(forms.map(|form| Sample::seen_by(COORDINATOR, format!("{}/{form}", newest.path()))));
        }
        Ok(samples)
    })
}
