//! An organisation leaves the collective.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_i18n::Translator;
use kit_ui::{Button, Content, Field, HiddenFields, LinkButton};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use super::{collective_name, departement_at, organisation_link, today_in};
use crate::commands::EndMembership;
use crate::model::{Collective, Membership, MembershipId, path};
use crate::store::{of_departement, resource};

#[derive(Template)]
#[template(path = "end_membership.html")]
struct EndMembershipPage<'a> {
    t: &'a Translator,
    organisation: Content,
    since: String,
    summary: String,
    action: String,
    hidden: HiddenFields,
    until: Field,
    save: Button,
    back: LinkButton,
}

/// `GET /collectifs/{code}/membres/{membership}/fin`
pub(crate) async fn get(visit: Visit, Path((code, membership)): Path<(String, String)>) -> Answer {
    let (collective, membership) = open_to_change(&visit, &code, &membership).await?;
    let today = today_in(&visit, collective.territory);
    show(&visit, &collective, &membership, &Form::new().known("jusqu", today)).await
}

/// `POST /collectifs/{code}/membres/{membership}/fin`
pub(crate) async fn post(
    visit: Visit,
    Path((code, membership)): Path<(String, String)>,
    submission: Submission,
) -> Answer {
    let (collective, membership) = open_to_change(&visit, &code, &membership).await?;
    let outcome = async {
        let command = parse(membership.id, &submission)?;
        visit.carry_out(&submission, &command, |_| path(collective.territory)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-member-ended")),
        Err(problem) => show(&visit, &collective, &membership, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn open_to_change(visit: &Visit, code: &str, membership: &str) -> Result<(Collective, Membership), Problem> {
    let departement = departement_at(code)?;
    let id: MembershipId = membership.parse().or(Err(Problem::NotFound))?;
    let collective = of_departement(visit, departement).await?.ok_or(Problem::NotFound)?;
    let membership = collective.members.iter().find(|member| member.id == id).copied().ok_or(Problem::NotFound)?;
    visit.signed_in()?;
    let resource = resource(departement, Some(collective.id));
    if visit.may("collective.member-end", &resource) { Ok((collective, membership)) } else { Err(Problem::Forbidden) }
}

async fn show(visit: &Visit, collective: &Collective, membership: &Membership, form: &Form) -> Answer {
    let t = visit.t();
    let here = path(collective.territory);
    let organisation = directory::summaries(visit, &[membership.organisation]).await?.remove(&membership.organisation);
    let until = Field::date(t, "jusqu", t.text("collectives-last-day"))
        .range(Some(membership.from.to_string()), None)
        .purpose(t.text("collectives-last-day-purpose"));
    let page = EndMembershipPage {
        t,
        organisation: organisation_link(t, organisation.as_ref()),
        since: t.text("collectives-since").arg("date", t.date(membership.from)).into(),
        summary: form.summary(visit),
        action: format!("{here}/membres/{}/fin", membership.id),
        hidden: form.hidden(visit),
        until: form.fill(until),
        save: Button::primary(t.text("collectives-end-save")),
        back: LinkButton::secondary(t.text("collectives-cancel"), &here),
    };
    Page::new(t.text("collectives-end"))
        .step(t.text("collectives-nav"), "/collectifs")
        .step(collective_name(t, collective.name.as_deref(), collective.territory), here)
        .status(form.status())
        .show(visit, &page)
}

fn parse(membership: MembershipId, submission: &Submission) -> Result<EndMembership, Problem> {
    let mut fields = submission.fields();
    let until = fields.date("jusqu");
    fields.complete(|| Some(EndMembership { membership, until: until? }))
}
