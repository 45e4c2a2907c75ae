//! The pages of this room.

pub(crate) mod list;
pub(crate) mod place;

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_web::{App, Sample};

/// Addresses at which each page can be looked at.
pub(crate) fn samples(_: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    let paths = [
        "/territoires",
        "/territoires?q=saint-denis",
        "/territoires?q=nulle+part+ailleurs",
        "/territoires?q=carcassonne&type=epci",
        "/territoires?q=11500",
        "/territoires/region/76",
        "/territoires/region/11",
        "/territoires/departement/11",
        "/territoires/departement/11?q=castel",
        "/territoires/epci/200035715",
        "/territoires/epci/243500741",
        "/territoires/departement/35",
        "/territoires/commune/11069",
        "/territoires/pays/FR",
        "/territoires/pays/TN",
    ];
    let samples = paths
        .into_iter()
        .map(Sample::public)
        .chain([Sample::seen_by("coordinatrice-11", "/territoires/departement/11")]);
    std::future::ready(Ok(samples.collect())).boxed()
}
