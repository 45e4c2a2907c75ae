//! Programmes and indicators for programs, and as files.

mod actions;
mod indicators;
mod values;

pub(crate) use actions::ACTIONS;
pub(crate) use indicators::INDICATORS;
pub(crate) use values::VALUES;

use kit_web::{FilterValues, ListFilter, Visit};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::pages::axis_create::address;
use crate::store::plan;

const PLAN_FILTER: ListFilter = ListFilter {
    name: "plan",
    about: "A plan, by its id.",
    example: "01920000-0000-7000-8000-000000000000",
    values: FilterValues::Id,
};

/// The plan of a region that something stands in.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct PlanReference {
    id: Uuid,
    title: String,
    /// Its page.
    url: String,
}

impl PlanReference {
    fn new(visit: &Visit, plan: &plan::Model) -> Self {
        Self {
            id: plan.id.0,
            title: directory::display_name(&plan.title, plan.is_example),
            url: visit.house().public_url.link(&address(plan)),
        }
    }
}
