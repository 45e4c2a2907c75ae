//! What other rooms show on a page.

use kit_base::Problem;
use kit_web::{PanelPlace, Subject, Visit};

/// The panels that the features of the house offer for a page, in their order: trusted HTML.
pub async fn panels(visit: &Visit, place: PanelPlace, subject: Subject) -> Result<Vec<String>, Problem> {
    let features = &visit.house().features;
    let mut offered: Vec<_> =
        features.iter().flat_map(|feature| feature.panels).filter(|panel| panel.place == place).collect();
    offered.sort_by_key(|panel| panel.order);
    let mut shown = Vec::with_capacity(offered.len());
    for panel in offered {
        shown.extend((panel.source)(visit.clone(), subject).await?);
    }
    Ok(shown)
}
