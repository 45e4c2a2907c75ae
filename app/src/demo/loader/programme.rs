//! An example of a regional plan, and of the programme of a département under it.

use anyhow::Context;
use chrono::Datelike;
use commitments::CommitmentId;
use directory::OrganisationId;
use kit_base::Visibility;
use plan::commands::{
    AddAxis, AddIndicator, AddObjective, CreateAction, CreatePlan, EnterValue, LockPeriod, NameIndicators,
};
use plan::{ActionId, AxisId, IndicatorFacts, IndicatorId, ObjectiveId, PlanId};

use super::data::{ActionData, IndicatorData, PlanAndProgramme, PlanData};
use super::steps::{Named, Steps};
use crate::demo::the_house;

/// Who entered the values: what is made up names nobody.
const AUTHOR: &str = "Escale (exemple)";

/// Writes the plan, its axes and objectives, and the actions that hang on them.
pub(super) async fn load(
    steps: &mut Steps<'_>,
    data: &PlanAndProgramme,
    commitments: &Named<CommitmentId>,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<()> {
    let (plan, objectives) = load_plan(steps, &data.plan).await?;
    let mut indicators = Named::new("indicator");
    for indicator in &data.indicator {
        indicators.name(&indicator.key, load_indicator(steps, plan, indicator, organisations).await?)?;
    }
    for years_ago in &data.plan.settled_years_ago {
        let command = LockPeriod { plan, year: steps.first_day.year() - years_ago };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    for action in &data.action {
        let command = creation(steps, action, &objectives, commitments, organisations)?;
        let id = steps.carry_out(&the_house(), &command, ActionId).await?;
        if !action.indicators.is_empty() {
            let named = action.indicators.iter().map(|key| indicators.get(key).copied());
            let indicators = named.collect::<anyhow::Result<_>>()?;
            let command = NameIndicators { action: id, version_read: 1, indicators };
            steps.carry_out_only(&the_house(), &command).await?;
        }
    }
    Ok(())
}

async fn load_indicator(
    steps: &mut Steps<'_>,
    plan: PlanId,
    data: &IndicatorData,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<IndicatorId> {
    let facts = IndicatorFacts {
        stage: data.stage,
        title: data.title.clone(),
        definition: data.definition.clone(),
        unit: data.unit.clone(),
        baseline: None,
        baseline_year: None,
        target: data.target,
        source: data.source.clone(),
    };
    let indicator = steps.carry_out(&the_house(), &AddIndicator { plan, facts }, IndicatorId).await?;
    for value in &data.value {
        let command = EnterValue {
            indicator,
            departement: value.territory,
            year: steps.first_day.year() - value.years_ago,
            version_read: 0,
            amount: value.amount,
            source: value.source.clone(),
            organisation: Some(*organisations.get(&value.organisation)?),
            author: AUTHOR.to_owned(),
        };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    Ok(indicator)
}

async fn load_plan(steps: &mut Steps<'_>, data: &PlanData) -> anyhow::Result<(PlanId, Named<ObjectiveId>)> {
    let first_year = steps.first_day.year();
    let last_year = first_year.checked_add(data.years - 1).context("the plan’s last year")?;
    let title = data.title.clone();
    let command = CreatePlan { territory: data.territory, title, first_year, last_year, is_example: true };
    let plan = steps.carry_out(&the_house(), &command, PlanId).await?;
    let mut objectives = Named::new("objective");
    for axis_data in &data.axis {
        let command = AddAxis { plan, title: axis_data.title.clone() };
        let axis = steps.carry_out(&the_house(), &command, AxisId).await?;
        for objective in &axis_data.objective {
            let command = AddObjective { axis, title: objective.title.clone() };
            let id = steps.carry_out(&the_house(), &command, ObjectiveId).await?;
            objectives.name(&objective.key, id)?;
        }
    }
    Ok((plan, objectives))
}

fn creation(
    steps: &Steps<'_>,
    action: &ActionData,
    objectives: &Named<ObjectiveId>,
    commitments: &Named<CommitmentId>,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<CreateAction> {
    Ok(CreateAction {
        territory: action.territory,
        objective: *objectives.get(&action.objective)?,
        title: action.title.clone(),
        lead_organisation: Some(*organisations.get(&action.lead)?),
        commitment: action.commitment.as_deref().map(|key| commitments.get(key).copied()).transpose()?,
        status: action.status,
        status_reason: action.status_reason.clone(),
        starts: Some(steps.day(action.starts_days)?),
        ends: Some(steps.day(action.ends_days)?),
        expected_results: action.expected_results.clone(),
        visibility: Visibility::Public,
        is_example: true,
    })
}
