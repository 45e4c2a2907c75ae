//! The indicators that actions mean to move, with what is known of them where the action is. They stand beside each other and are called
//! associated: nothing here says that one caused the other.

use std::collections::HashMap;

use kit_base::{Problem, Territory};
use kit_web::Visit;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::model::{ActionId, Amount, IndicatorId};
use crate::store::{action, action_indicator, indicator, indicator_value, plan};

/// An indicator that an action means to move.
#[derive(Debug, Clone)]
pub(crate) struct Moved {
    pub(crate) indicator: indicator::Model,
    /// The newest year known in the action's département, and its value.
    pub(crate) newest: Option<(i32, Amount)>,
}

impl Moved {
    /// Its name, and where it stands: `Jeunes partis : 26 en 2026`.
    pub(crate) fn said(&self, visit: &Visit) -> String {
        let t = visit.t();
        let value = match self.newest {
            Some((year, amount)) => {
                let amount = t.number(amount.number());
                t.text("plan-sum-in").arg("amount", amount).arg("year", year.to_string()).to_string()
            }
            None => t.text("plan-unknown").to_string(),
        };
        t.text("plan-moved").arg("indicator", self.indicator.title.as_str()).arg("value", value).to_string()
    }
}

/// The indicators that each of these actions names, as far as this visitor may read them: four queries, whatever their number.
pub(crate) async fn moved_by(
    visit: &Visit,
    actions: &[action::Model],
) -> Result<HashMap<ActionId, Vec<Moved>>, Problem> {
    let ids = actions.iter().map(|action| action.id);
    let query = action_indicator::Entity::find().filter(action_indicator::Column::ActionId.is_in(ids));
    let named = visit.read().all(query).await?;
    if named.is_empty() {
        return Ok(HashMap::new());
    }
    let indicators = readable(visit, named.iter().map(|named| named.indicator_id)).await?;
    let newest = newest_values(visit, &indicators, actions).await?;
    let of_action = |action: &action::Model| {
        let is_named = |indicator: &&indicator::Model| {
            named.iter().any(|named| named.action_id == action.id && named.indicator_id == indicator.id)
        };
        let moved = indicators.iter().filter(is_named).map(|indicator| Moved {
            indicator: indicator.clone(),
            newest: newest.get(&(indicator.id, action.territory)).copied(),
        });
        (action.id, moved.collect())
    };
    Ok(actions.iter().map(of_action).collect())
}

/// Those whose plan may be read, in their order.
async fn readable(visit: &Visit, ids: impl Iterator<Item = IndicatorId>) -> Result<Vec<indicator::Model>, Problem> {
    let query = indicator::Entity::find()
        .filter(indicator::Column::Id.is_in(ids))
        .order_by_asc(indicator::Column::Number)
        .order_by_asc(indicator::Column::Id);
    let indicators = visit.read().all(query).await?;
    let plans = plan::Entity::find().filter(plan::Column::Id.is_in(indicators.iter().map(|row| row.plan_id)));
    let plans = visit.read().all_within(plans, &*visit.scope("plan.read")).await?;
    let is_readable = |indicator: &indicator::Model| plans.iter().any(|plan| plan.id == indicator.plan_id);
    Ok(indicators.into_iter().filter(is_readable).collect())
}

async fn newest_values(
    visit: &Visit,
    indicators: &[indicator::Model],
    actions: &[action::Model],
) -> Result<HashMap<(IndicatorId, Territory), (i32, Amount)>, Problem> {
    let query = indicator_value::Entity::find()
        .filter(indicator_value::Column::IndicatorId.is_in(indicators.iter().map(|indicator| indicator.id)))
        .filter(indicator_value::Column::Territory.is_in(actions.iter().map(|action| action.territory)))
        .filter(indicator_value::Column::Amount.is_not_null())
        .order_by_asc(indicator_value::Column::Year);
    let values = visit.read().all_within(query, &*visit.scope("indicator.read")).await?;
    // The last of each stands: its newest year.
    let known =
        |value: indicator_value::Model| Some(((value.indicator_id, value.territory), (value.year, value.amount?)));
    Ok(values.into_iter().filter_map(known).collect())
}
