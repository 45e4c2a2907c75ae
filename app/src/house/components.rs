//! Every component with its examples.

use kit_ui::Gallery;
use kit_web::{Answer, Page, Visit};

pub(super) async fn get(visit: Visit) -> Answer {
    Page::new(visit.text("ui-gallery-title")).show(&visit, &Gallery::new(visit.t()))
}
