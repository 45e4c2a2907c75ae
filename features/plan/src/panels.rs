//! What other rooms show of plans and programmes.

use askama::Template;
use chrono::Datelike;
use commitments::CommitmentId;
use futures::future::BoxFuture;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_ui::{Badge, Content, LinkButton, Panel};
use kit_web::{Subject, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::model::{ActionStatus, PANEL_ACTIONS_MAX};
use crate::pages::plan::choose;
use crate::pages::programme::{may_create, title_cell};
use crate::pages::programmes::link;
use crate::pages::{plan_path, programme_path};
use crate::store::{
    action, count_by_status, indicator, indicator_value, indicators_of, made_of, of_departement, plans_of,
};

type Shown = BoxFuture<'static, Result<Option<String>, Problem>>;

#[derive(Template)]
#[template(path = "panel_actions.html")]
struct PanelActions {
    said: Option<String>,
    actions: Vec<(Content, Badge)>,
    way: Content,
}

#[derive(Template)]
#[template(path = "panel_commitment.html")]
struct PanelCommitment {
    action: Option<(Content, Badge)>,
    making: Vec<LinkButton>,
}

/// On the page of a commitment: the action made of it, or the way to make one.
pub(crate) fn of_commitment(visit: Visit, subject: Subject) -> Shown {
    Box::pin(async move {
        let Subject::Record(commitment, territory) = subject else { return Ok(None) };
        let query = made_of([CommitmentId(commitment)]);
        let made = visit.read().one_to_decide_on::<action::Entity>(query).await?;
        let may_know = made.as_ref().is_some_and(|row| visit.scope("action.list").allows(&row.resource()));
        let t = visit.t();
        let body = match made {
            Some(row) if may_know => {
                PanelCommitment { action: Some((title_cell(&visit, &row), row.status.badge(t))), making: Vec::new() }
            }
            Some(_) => return Ok(None),
            None => PanelCommitment { action: None, making: making(&visit, commitment, territory) },
        };
        if body.action.is_none() && body.making.is_empty() {
            return Ok(None);
        }
        let body = body.render().map_err(Problem::internal)?;
        Ok(Some(Panel::new("action", t.text("plan-action"), Content::Html(body)).to_string()))
    })
}

/// The départements whose programme this person writes and where the commitment may become an action.
fn making(visit: &Visit, commitment: uuid::Uuid, territory: Territory) -> Vec<LinkButton> {
    let atlas = territories::atlas();
    let departements = match territory.kind() {
        TerritoryKind::Departement => vec![territory],
        // Promised for the whole region: each coordinator may take it up, the steering chooses where.
        TerritoryKind::Region => atlas.children(territory, TerritoryKind::Departement),
        _ => Vec::new(),
    };
    let scope = visit.scope("action.create");
    let is_allowed = |departement: &Territory| {
        let resource = kit_policy::Resource::new("action", kit_base::Visibility::Public).in_territory(*departement);
        visit.person().is_some() && scope.allows(&resource)
    };
    let one = departements.len() == 1;
    departements
        .into_iter()
        .filter(is_allowed)
        .map(|departement| {
            let href = format!("{}/actions/nouvelle?engagement={commitment}", programme_path(departement));
            let label = if one {
                visit.text("plan-make-action").to_string()
            } else {
                let name = territory::name(departement, visit.locale());
                visit.text("plan-make-action-in").arg("departement", name).to_string()
            };
            LinkButton::secondary(label, href)
        })
        .collect()
}

/// On the page of a département, what is running and the way to its programme; on that of a region, its plan.
pub(crate) fn of_territory(visit: Visit, subject: Subject) -> Shown {
    Box::pin(async move {
        let Subject::Territory(territory) = subject else { return Ok(None) };
        match territory.kind() {
            TerritoryKind::Departement => of_departement_page(&visit, territory).await,
            TerritoryKind::Region => of_region_page(&visit, territory).await,
            _ => Ok(None),
        }
    })
}

async fn of_departement_page(visit: &Visit, departement: Territory) -> Result<Option<String>, Problem> {
    let t = visit.t();
    let scope = visit.scope("action.list");
    let counts = count_by_status(&visit.read(), departement, &*scope).await?;
    if counts.is_empty() && !may_create(visit, departement) {
        return Ok(None);
    }
    let running =
        of_departement(departement).filter(action::Column::Status.eq(ActionStatus::Running)).limit(PANEL_ACTIONS_MAX);
    let running = visit.read().all_within(running, &*scope).await?;
    let body = PanelActions {
        said: Some(said(visit, &counts)),
        actions: running.iter().map(|row| (title_cell(visit, row), row.status.badge(t))).collect(),
        way: link(&programme_path(departement), t.text("plan-see-programme").to_string()),
    };
    panel(visit, &body)
}

async fn of_region_page(visit: &Visit, region: Territory) -> Result<Option<String>, Problem> {
    let plans = plans_of(&visit.read(), region, &*visit.scope("plan.read")).await?;
    let Some(plan) = plans.first() else { return Ok(None) };
    let body = PanelActions {
        said: None,
        actions: Vec::new(),
        way: link(&plan_path(region), format!("{} ({}–{})", plan.title, plan.first_year, plan.last_year)),
    };
    let body = body.render().map_err(Problem::internal)?;
    let title = visit.text("plan-regional-plan");
    Ok(Some(Panel::new("plan", title, Content::Html(body)).to_string()))
}

/// On the page of a collective: how its programme stands.
pub(crate) fn of_collective(visit: Visit, subject: Subject) -> Shown {
    Box::pin(async move {
        let Subject::Record(_, departement) = subject else { return Ok(None) };
        if departement.kind() != TerritoryKind::Departement {
            return Ok(None);
        }
        let counts = count_by_status(&visit.read(), departement, &*visit.scope("action.list")).await?;
        let body = PanelActions {
            said: Some(said(&visit, &counts)),
            actions: Vec::new(),
            way: link(&programme_path(departement), visit.text("plan-see-programme").to_string()),
        };
        panel(&visit, &body)
    })
}

/// How many actions there are, and how many are running.
fn said(visit: &Visit, counts: &[(ActionStatus, i64)]) -> String {
    let total: i64 = counts.iter().map(|(_, count)| count).sum();
    let running = counts.iter().filter(|(status, _)| *status == ActionStatus::Running).map(|(_, count)| count).sum();
    let running: i64 = running;
    visit.text("plan-panel-count").arg("count", total).arg("running", running).to_string()
}

fn panel(visit: &Visit, body: &PanelActions) -> Result<Option<String>, Problem> {
    let body = body.render().map_err(Problem::internal)?;
    Ok(Some(Panel::new("programme", visit.text("plan-panel-title"), Content::Html(body)).to_string()))
}

/// The figures of a département on the sheet of its collective: the newest value of each indicator of the plan of this year, with its year.
pub(crate) fn of_sheet(visit: Visit, subject: Subject) -> Shown {
    Box::pin(async move {
        let Subject::Record(_, departement) = subject else { return Ok(None) };
        let Some(region) = territories::atlas().region_of(departement) else { return Ok(None) };
        let reader = visit.read();
        let plans = plans_of(&reader, region, &*visit.scope("plan.read")).await?;
        let year = visit.now().year();
        let (plan, _) = choose(plans, "", year, |id| id.to_string());
        let Some(plan) = plan else { return Ok(None) };
        let indicators = indicators_of(&reader, plan.id).await?;
        let values = indicator_value::Entity::find()
            .filter(indicator_value::Column::IndicatorId.is_in(indicators.iter().map(|indicator| indicator.id)))
            .filter(indicator_value::Column::Territory.eq(departement))
            .filter(indicator_value::Column::Amount.is_not_null())
            .order_by_asc(indicator_value::Column::Year);
        let values = reader.all_within(values, &*visit.scope("indicator.read")).await?;
        let t = visit.t();
        let line = |indicator: &indicator::Model| {
            // The last of each indicator: its newest year.
            let value = values.iter().rev().find(|value| value.indicator_id == indicator.id)?;
            let amount = t.number(value.amount?.number());
            let said = t.text("plan-sum-in").arg("amount", amount).arg("year", value.year.to_string()).to_string();
            let (title, said) = (Content::from(indicator.title.as_str()), Content::from(said));
            Some(format!("<li><a href=\"{}\">{title}</a> : {said}</li>", indicator.path()))
        };
        let lines: String = indicators.iter().filter_map(line).collect();
        if lines.is_empty() {
            return Ok(None);
        }
        let body = Content::Html(format!("<ul>{lines}</ul>"));
        Ok(Some(Panel::new("chiffres", t.text("plan-sheet-title"), body).to_string()))
    })
}
