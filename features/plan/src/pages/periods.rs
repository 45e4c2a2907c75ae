//! The years of a plan: whose values are settled, and whose can be entered.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use chrono::Datelike;
use kit_base::Problem;
use kit_ui::{Badge, Button, Tone};
use kit_web::{Answer, Form, Submission, Visit, see_other};

use crate::commands::{LockPeriod, ReopenPeriod};
use crate::pages::axis_create::find_plan;
use crate::pages::indicator::under;
use crate::pages::plan::may_edit;
use crate::pages::{plan_path, region};
use crate::store::{locked_years, plan};

#[derive(Template)]
#[template(path = "periods.html")]
struct PeriodsPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    periods: Vec<Period>,
}

struct Period {
    year: i32,
    state: Badge,
    action: String,
    button: Button,
}

type PeriodPath = Path<(String, String, String)>;

/// `GET /plans/{region}/{plan}/periodes`
pub(crate) async fn get(visit: Visit, Path((code, plan)): Path<(String, String)>) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    show(&visit, &plan, &Form::new()).await
}

/// `POST /plans/{region}/{plan}/periodes/{annee}/arreter`
pub(crate) async fn lock(visit: Visit, Path((code, plan, year)): PeriodPath, submission: Submission) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    let year = year.parse().or(Err(Problem::NotFound))?;
    let command = LockPeriod { plan: plan.id, year };
    let path = path(&plan);
    match visit.carry_out(&submission, &command, |_| path.clone()).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-period-locked")),
        Err(problem) => show(&visit, &plan, &Form::new().refused(&submission, problem)?).await,
    }
}

/// `POST /plans/{region}/{plan}/periodes/{annee}/rouvrir`
pub(crate) async fn reopen(visit: Visit, Path((code, plan, year)): PeriodPath, submission: Submission) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    let year = year.parse().or(Err(Problem::NotFound))?;
    let command = ReopenPeriod { plan: plan.id, year };
    let path = path(&plan);
    match visit.carry_out(&submission, &command, |_| path.clone()).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-period-reopened")),
        Err(problem) => show(&visit, &plan, &Form::new().refused(&submission, problem)?).await,
    }
}

/// The page of a plan's years.
pub(crate) fn path(plan: &plan::Model) -> String {
    format!("{}/{}/periodes", plan_path(plan.territory), plan.id)
}

async fn show(visit: &Visit, plan: &plan::Model, form: &Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, plan.territory) {
        return Err(Problem::Forbidden.into());
    }
    let locked = locked_years(&visit.read(), plan.id).await?;
    let years = plan.periods(visit.now().year()).rev();
    let periods = years.map(|year| period(visit, plan, &locked, year)).collect();
    let title = visit.text("plan-periods-title").to_string();
    under(visit, &title, plan).status(form.status()).show(visit, &PeriodsPage { visit, form, periods })
}

fn period(visit: &Visit, plan: &plan::Model, locked: &BTreeSet<i32>, year: i32) -> Period {
    let t = visit.t();
    let (tone, state, verb, button) = match locked.contains(&year) {
        true => (Tone::Neutral, t.text("plan-period-state-locked"), "rouvrir", t.text("plan-period-reopen-button")),
        false => (Tone::Info, t.text("plan-period-state-open"), "arreter", t.text("plan-period-lock-button")),
    };
    Period {
        year,
        state: Badge::new(tone, state),
        action: format!("{}/{year}/{verb}", path(plan)),
        button: Button::secondary(button).about(year.to_string()),
    }
}
