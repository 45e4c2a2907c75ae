//! The page of a promise: whose, what, when, its thread, what was answered and asked.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use directory::OrganisationSummary;
use kit_base::limits::PAGE_ROWS;
use kit_base::{Message, Problem};
use kit_ui::{Button, ButtonKind, Column, Content, DescriptionList, Field, Table, Thread};
use kit_web::{Answer, Form, Page, PanelPlace, Subject, Submission, Visit, see_other};
use sea_orm::QuerySelect;
use serde::Deserialize;

use super::beside::Beside;
use super::told::Told;
use crate::commands::{self, AskForNews, RevokeLink};
use crate::form::{answer_fields, parse_reported, said_fields};
use crate::model::{AnswerLinkId, Channel, CommitmentId, MaskedAddress, status_badge};
use crate::store::{answer_link, commitment, newest_links_of, newest_news_of, news, path_of, today};
use crate::thread::{decisions_of, threads};
use crate::view::{CommitmentView, views, visible};

#[derive(Template)]
#[template(path = "commitment.html")]
struct CommitmentPage<'a> {
    visit: &'a Visit,
    view: CommitmentView,
    facts: DescriptionList,
    thread: Thread,
    history: Table,
    answer: &'a Form,
    answer_fields: Option<Vec<Field>>,
    ask: &'a Form,
    may_ask: bool,
    /// The organisation's record, when it has no address that the question could go to.
    without_address: Option<String>,
    links: Option<Table>,
    beside: Beside<'a>,
    panels: Vec<String>,
}

/// The forms of the page, as they stand.
#[derive(Default)]
pub(crate) struct Forms {
    pub(crate) answer: Form,
    pub(crate) ask: Form,
    pub(crate) help: Form,
    pub(crate) same: Form,
}

impl Forms {
    fn status(&self) -> StatusCode {
        let statuses = [&self.answer, &self.ask, &self.help, &self.same].map(Form::status);
        statuses.into_iter().find(|status| *status != StatusCode::OK).unwrap_or(StatusCode::OK)
    }
}

/// What the address says of an answer that is about to be written down.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    dit: String,
}

pub(crate) async fn get(visit: Visit, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let answer = match asked.dit.parse::<Channel>() {
        Ok(channel) => Form::new().known("dit", channel.code()),
        Err(_) => Form::new(),
    };
    show(&visit, read_id(&id)?, Forms { answer, ..Forms::default() }).await
}

pub(crate) async fn answer(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let id = read_id(&id)?;
    let outcome = async {
        let (news, said) = parse_reported(&submission)?;
        let command = commands::Answer { commitment: id, news, said };
        visit.carry_out(&submission, &command, |_| path_of(id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-commitments-answered")),
        Err(problem) => {
            let answer = Form::new().refused(&submission, problem)?;
            show(&visit, id, Forms { answer, ..Forms::default() }).await
        }
    }
}

pub(crate) async fn ask(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let id = read_id(&id)?;
    let command = AskForNews { commitment: id, asked_by: visit.signed_in()?.name.clone() };
    match visit.carry_out(&submission, &command, |_| path_of(id)).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-commitments-asked")),
        Err(problem) => {
            let ask = Form::new().refused(&submission, problem)?;
            show(&visit, id, Forms { ask, ..Forms::default() }).await
        }
    }
}

pub(crate) async fn revoke(visit: Visit, Path((_, link)): Path<(String, String)>, submission: Submission) -> Answer {
    let link: AnswerLinkId = link.parse().or(Err(Problem::NotFound))?;
    let destination = visit.carry_out(&submission, &RevokeLink { link }, |id| path_of(*id)).await?;
    Ok(see_other(&visit, &destination, "done-commitments-link-revoked"))
}

pub(crate) fn read_id(text: &str) -> Result<CommitmentId, Problem> {
    text.parse().or(Err(Problem::NotFound))
}

pub(crate) async fn show(visit: &Visit, id: CommitmentId, forms: Forms) -> Answer {
    visit.signed_in()?;
    let row = visible(visit, id).await?.ok_or(Problem::NotFound)?;
    let resource = row.resource();
    let may_answer = visit.may("commitment.answer", &resource);
    let may_ask = visit.may("commitment.ask", &resource);
    let may_revoke = visit.may("answer-link.revoke", &resource);
    let may_record = visit.may("commitment.record", &resource);
    let may_answer = may_answer && row.same_as_id.is_none();
    let beside = Beside::of(visit, &row, &forms, may_record).await?;
    let owner = directory::summaries(visit, &[row.organisation_id]).await?.remove(&row.organisation_id);
    let facts = facts(visit, &row, owner.as_ref()).await?;
    let thread = threads(visit, &[id]).await?.remove(&id).unwrap_or_default();
    let links = visit.read().all(newest_links_of(id).limit(PAGE_ROWS)).await?;
    let history = history(visit, id).await?;
    let panels = territory::panels(visit, PanelPlace::Commitment, Subject::Record(id.0, row.territory)).await?;
    let may_ask = may_ask && row.status.is_open();
    let without_address = owner.filter(|owner| owner.contact_email.is_none()).map(|owner| owner.path());
    let view = views(visit, vec![row]).await?.pop().ok_or(Problem::NotFound)?;
    let page = CommitmentPage {
        visit,
        facts,
        thread: Thread::new(visit.t(), visit.text("commitments-thread-of").arg("what", &view.what), thread),
        history,
        answer: &forms.answer,
        answer_fields: may_answer.then(|| {
            let mut fields = answer_fields(visit, &forms.answer);
            fields.extend(said_fields(visit, &forms.answer).into_iter().filter(|_| may_record));
            fields
        }),
        beside,
        ask: &forms.ask,
        may_ask,
        without_address,
        links: (may_revoke && !links.is_empty()).then(|| links_table(visit, &forms.ask, &links)),
        panels,
        view,
    };
    Page::new(visit.text("commitments-page-title").arg("organisation", &page.view.organisation_name))
        .step(visit.text("commitments-nav"), "/fil")
        .status(forms.status())
        .show(visit, &page)
}

async fn facts(
    visit: &Visit,
    row: &commitment::Model,
    owner: Option<&OrganisationSummary>,
) -> Result<DescriptionList, Problem> {
    let decision = decisions_of(visit, std::slice::from_ref(row)).await?.into_values().next();
    let owner = owner.map_or_else(
        || Content::from(row.organisation_name.as_str()),
        |owner| link(&owner.path(), &owner.display_name()),
    );
    let optional = |text: Option<String>| Content::Text(text.unwrap_or_default());
    let first_due = (row.due != row.current_due).then(|| visit.date(row.due));
    let origin = visit.message(&Message::new(row.origin_kind.label()));
    let origin_title = link(&row.origin_path, &row.origin_title);
    let origin_day = visit.date(row.origin_date);
    Ok(DescriptionList::new()
        .with(visit.text("commitments-fact-owner"), owner)
        .with(visit.text("commitments-fact-person"), optional(row.person_label.clone()))
        .with(visit.text("commitments-fact-territory"), territory::link(row.territory, visit.locale()))
        .with(visit.text("commitments-fact-status"), Content::html(status_badge(visit.t(), row.status)))
        .with(visit.text("commitments-fact-blocked-by"), optional(row.status_note.clone()))
        .with(visit.text("commitments-fact-due"), visit.date(row.current_due))
        .with(visit.text("commitments-fact-first-due"), optional(first_due))
        .with(visit.text("commitments-fact-not-before"), optional(row.not_before.map(|day| visit.date(day))))
        .with(origin, Content::Html(format!("{origin_title} – {}", Content::Text(origin_day))))
        .with(visit.text("commitments-fact-decision"), optional(decision.map(|decision| decision.text))))
}

/// A link whose address and words are both escaped.
fn link(href: &str, words: &str) -> Content {
    Content::Html(format!("<a href=\"{}\">{}</a>", Content::from(href), Content::from(words)))
}

/// The last answers, newest first.
async fn history(visit: &Visit, id: CommitmentId) -> Result<Table, Problem> {
    let answers = visit.read().all(newest_news_of(id).limit(PAGE_ROWS)).await?;
    let columns = vec![
        Column::new(visit.text("commitments-history-day")),
        Column::new(visit.text("commitments-history-answer")),
        Column::new(visit.text("commitments-history-who")),
    ];
    let caption = visit.text("commitments-history-caption");
    let mut table = Table::new("reponses", caption, columns, visit.text("commitments-history-none")).caption_unseen();
    for answer in &answers {
        let told = Told::new(visit, answer)?;
        let cell = told.cell();
        table = table.row(vec![told.day.into(), cell, who(visit, answer).into()]);
    }
    Ok(table)
}

fn who(visit: &Visit, answer: &news::Model) -> String {
    match answer.channel {
        Channel::Link => visit.text("commitments-history-by-link").into(),
        Channel::Person => visit.text("commitments-history-by-person").into(),
        Channel::Meeting => visit.text("commitments-history-at-meeting").into(),
        Channel::Phone => match &answer.said_by {
            Some(by) => visit.text("commitments-history-by-phone-of").arg("who", by).into(),
            None => visit.text("commitments-history-by-phone").into(),
        },
    }
}

/// The links that were sent, each with the button that takes it back.
fn links_table(visit: &Visit, form: &Form, links: &[answer_link::Model]) -> Table {
    let columns = vec![
        Column::new(visit.text("commitments-links-address")),
        Column::new(visit.text("commitments-links-purpose")),
        Column::new(visit.text("commitments-links-day")),
        Column::new(visit.text("commitments-links-state")),
    ];
    let caption = visit.text("commitments-links-caption");
    let mut table = Table::new("liens", caption, columns, visit.text("commitments-links-none")).caption_unseen();
    for link in links {
        let address = MaskedAddress::of(&link.address).to_string();
        let state = link_state(visit, form, link, &address);
        table = table.row(vec![
            address.into(),
            link_purpose(visit, link).into(),
            visit.date(today(link.created_at)).into(),
            state,
        ]);
    }
    table
}

fn link_purpose(visit: &Visit, link: &answer_link::Model) -> String {
    if link.tells_of.is_some() {
        visit.text("commitments-links-for-telling").into()
    } else if link.handed_over_from.is_some() {
        visit.text("commitments-links-for-colleague").into()
    } else {
        visit.text("commitments-links-for-asking").into()
    }
}

fn link_state(visit: &Visit, form: &Form, link: &answer_link::Model, address: &str) -> Content {
    if let Some(at) = link.revoked_at {
        return visit.text("commitments-links-revoked").arg("date", visit.date(today(at))).into();
    }
    let until = visit.date(today(link.expires_at));
    if !link.is_living(visit.now()) {
        return visit.text("commitments-links-expired").arg("date", until).into();
    }
    let works = Content::from(visit.text("commitments-links-works").arg("date", until));
    let button = Button::new(ButtonKind::Quiet, visit.text("commitments-links-revoke")).about(address);
    let action = format!("{}/liens/{}/retirer", path_of(link.commitment_id), link.id);
    Content::Html(format!(r#"{works}<form method="post" action="{action}">{}{button}</form>"#, form.hidden(visit)))
}
