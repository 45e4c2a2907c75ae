//! The journal, for those who keep the installation.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::extract::Query;
use kit_base::limits::{PAGE_ROWS, SHEET_ROWS_MAX};
use kit_base::{Problem, Territory, Visibility};
use kit_i18n::key;
use kit_policy::{Resource, Role};
use kit_store::journal::Listed;
use kit_ui::{Column, Content, ExportLinks, Pagination, Table};
use kit_web::{Answer, Page, Visit};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::journal_file::{BEFORE, JOURNAL};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Entries before this number.
    avant: Option<String>,
}

#[derive(Template)]
#[template(path = "house/journal.html")]
struct JournalPage<'a> {
    visit: &'a Visit,
    rows_in_a_file: usize,
    export: ExportLinks,
    table: Table,
    pagination: Pagination,
}

pub(super) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    check_may_read(&visit)?;
    let before = asked.avant.as_deref().map(str::parse::<i64>).transpose().or(Err(Problem::NotFound))?;
    let entries = visit.read().journal_page(before, PAGE_ROWS).await?;
    let names = names_in(&visit, &entries).await?;
    let older =
        entries.last().filter(|entry| entry.sequence > 1).map(|entry| format!("/journal?avant={}", entry.sequence));
    let newest = before.map(|_| "/journal".to_owned());
    let page = JournalPage {
        visit: &visit,
        rows_in_a_file: SHEET_ROWS_MAX,
        export: ExportLinks::narrowed(
            visit.t(),
            JOURNAL.name,
            &[(BEFORE.name, asked.avant.as_deref().unwrap_or_default())],
        ),
        table: table(&visit, &entries, &names),
        pagination: Pagination::new(visit.t(), newest, older),
    };
    Page::new(visit.text("journal-title")).show(&visit, &page)
}

pub(super) fn check_may_read(visit: &Visit) -> Result<(), Problem> {
    visit.signed_in()?;
    let may = visit.may("journal.read", &Resource::new("journal", Visibility::Registered));
    if may { Ok(()) } else { Err(Problem::Forbidden) }
}

/// The people who did what these entries say.
pub(super) async fn names_in(visit: &Visit, entries: &[Listed]) -> Result<HashMap<Uuid, String>, Problem> {
    let people: Vec<Uuid> = entries.iter().filter_map(|entry| person_id(&entry.actor)).collect();
    accounts::names(&visit.read(), &people).await
}

fn person_id(actor: &str) -> Option<Uuid> {
    actor.strip_prefix("person:")?.parse().ok()
}

fn table(visit: &Visit, entries: &[Listed], names: &HashMap<Uuid, String>) -> Table {
    let t = visit.t();
    let columns =
        ["journal-number", "journal-when", "journal-who", "journal-role", "journal-command", "journal-values"];
    let mut table = Table::new(
        "journal",
        t.text("journal-caption").to_string(),
        columns.map(|key| Column::new(t.text(key).to_string())).to_vec(),
        t.text("journal-empty").to_string(),
    );
    for entry in entries {
        let values = match &entry.values {
            Some(values) => changes(values),
            None => t.text("journal-erased").to_string(),
        };
        table = table.row(vec![
            Content::from(entry.sequence.to_string()),
            Content::from(t.date_time(entry.at, chrono_tz::Europe::Paris)),
            Content::from(who(visit, &entry.actor, names)),
            Content::from(role(visit, &entry.role)),
            command(visit, &entry.command),
            Content::from(values),
        ]);
    }
    table
}

/// A role in words: `Coordination départementale, Aude`.
pub(super) fn role(visit: &Visit, held: &str) -> String {
    let Some((role, place)) = held.split_once('@') else {
        return if held == "-" { "–".to_owned() } else { held.to_owned() };
    };
    let Ok(role) = role.parse::<Role>() else { return held.to_owned() };
    let role = visit.text(accounts::role_label(role)).to_string();
    match place.parse::<Territory>() {
        Ok(territory) => format!("{role}, {}", territory::name(territory, visit.locale())),
        Err(_) => role,
    }
}

/// An act in words, and its name in the code, which is what the chain covers.
fn command(visit: &Visit, name: &str) -> Content {
    let code = Content::from(name);
    match label(name) {
        Some(label) => {
            Content::Html(format!(r#"{}<br><code class="hint">{code}</code>"#, Content::from(visit.text(label))))
        }
        None => Content::Html(format!("<code>{code}</code>")),
    }
}

/// The key of what a command is called.
pub(super) fn label(command: &str) -> Option<&'static str> {
    Some(match command {
        "account.end-other-sessions" => key!("journal-did-account-end-other-sessions"),
        "account.end-session" => key!("journal-did-account-end-session"),
        "account.open-session" => key!("journal-did-account-open-session"),
        "account.request-sign-in" => key!("journal-did-account-request-sign-in"),
        "account.sign-in-with-code" => key!("journal-did-account-sign-in-with-code"),
        "account.sign-in-with-link" => key!("journal-did-account-sign-in-with-link"),
        "action.create" => key!("journal-did-action-create"),
        "action.edit" => key!("journal-did-action-edit"),
        "answer-link.make-sample" => key!("journal-did-answer-link-make-sample"),
        "answer-link.revoke" => key!("journal-did-answer-link-revoke"),
        "attendance.record" => key!("journal-did-attendance-record"),
        "collective.create" => key!("journal-did-collective-create"),
        "collective.member-add" => key!("journal-did-collective-member-add"),
        "collective.member-end" => key!("journal-did-collective-member-end"),
        "collective.answer-sheet" => key!("journal-did-collective-answer-sheet"),
        "collective.confirm-sheet" => key!("journal-did-collective-confirm-sheet"),
        "collective.edit-sheet" => key!("journal-did-collective-edit-sheet"),
        "collective.make-sample-link" => key!("journal-did-collective-make-sample-link"),
        "collective.record-charter" => key!("journal-did-collective-record-charter"),
        "collective.send-sheet" => key!("journal-did-collective-send-sheet"),
        "collective.sign-charter" => key!("journal-did-collective-sign-charter"),
        "committee.add-seat" => key!("journal-did-committee-add-seat"),
        "committee.end-seat" => key!("journal-did-committee-end-seat"),
        "commitment.answer" => key!("journal-did-commitment-answer"),
        "commitment.ask" => key!("journal-did-commitment-ask"),
        "commitment.carry-over" => key!("journal-did-commitment-carry-over"),
        "commitment.disown-answer" => key!("journal-did-commitment-disown-answer"),
        "commitment.hand-over" => key!("journal-did-commitment-hand-over"),
        "commitment.offer-help" => key!("journal-did-commitment-offer-help"),
        "commitment.record" => key!("journal-did-commitment-record"),
        "commitment.same-as" => key!("journal-did-commitment-same-as"),
        "commitment.separate" => key!("journal-did-commitment-separate"),
        "commitment.undo-answer" => key!("journal-did-commitment-undo-answer"),
        "commitment.withdraw-help" => key!("journal-did-commitment-withdraw-help"),
        "decision.record" => key!("journal-did-decision-record"),
        "indicator.make-sample-link" => key!("journal-did-indicator-make-sample-link"),
        "meeting.bring-back" => key!("journal-did-meeting-bring-back"),
        "meeting.cancel" => key!("journal-did-meeting-cancel"),
        "meeting.create" => key!("journal-did-meeting-create"),
        "meeting.edit" => key!("journal-did-meeting-edit"),
        "meeting.invite" => key!("journal-did-meeting-invite"),
        "meeting.record-presence" => key!("journal-did-meeting-record-presence"),
        "meeting.write-minutes" => key!("journal-did-meeting-write-minutes"),
        "minutes.edit" => key!("journal-did-minutes-edit"),
        "organisation.add-contact" => key!("journal-did-organisation-add-contact"),
        "organisation.add-name" => key!("journal-did-organisation-add-name"),
        "organisation.add-role" => key!("journal-did-organisation-add-role"),
        "organisation.create" => key!("journal-did-organisation-create"),
        "organisation.edit" => key!("journal-did-organisation-edit"),
        "organisation.edit-contact" => key!("journal-did-organisation-edit-contact"),
        "organisation.edit-help" => key!("journal-did-organisation-edit-help"),
        "organisation.edit-role" => key!("journal-did-organisation-edit-role"),
        "organisation.import" => key!("journal-did-organisation-import"),
        "organisation.remove-fact" => key!("journal-did-organisation-remove-fact"),
        "organisation.say-became" => key!("journal-did-organisation-say-became"),
        "person.create" => key!("journal-did-person-create"),
        "person.create-with-role" => key!("journal-did-person-create-with-role"),
        "plan.add-axis" => key!("journal-did-plan-add-axis"),
        "action.name-indicators" => key!("journal-did-action-name-indicators"),
        "indicator.add" => key!("journal-did-indicator-add"),
        "indicator.answer" => key!("journal-did-indicator-answer"),
        "indicator.ask-for-value" => key!("journal-did-indicator-ask-for-value"),
        "indicator.edit" => key!("journal-did-indicator-edit"),
        "indicator.enter-value" => key!("journal-did-indicator-enter-value"),
        "plan.lock-period" => key!("journal-did-plan-lock-period"),
        "plan.reopen-period" => key!("journal-did-plan-reopen-period"),
        "plan.add-objective" => key!("journal-did-plan-add-objective"),
        "plan.create" => key!("journal-did-plan-create"),
        "registration.cancel" => key!("journal-did-registration-cancel"),
        "registration.change-seat" => key!("journal-did-registration-change-seat"),
        "registration.make-sample-link" => key!("journal-did-registration-make-sample-link"),
        "registration.register" => key!("journal-did-registration-register"),
        "registration.register-for" => key!("journal-did-registration-register-for"),
        "registration.send-link" => key!("journal-did-registration-send-link"),
        "role.grant" => key!("journal-did-role-grant"),
        "role.revoke" => key!("journal-did-role-revoke"),
        "seminar.cancel" => key!("journal-did-seminar-cancel"),
        "seminar.create" => key!("journal-did-seminar-create"),
        "seminar.edit" => key!("journal-did-seminar-edit"),
        "seminar.open-next" => key!("journal-did-seminar-open-next"),
        "seminar.set-up-registration" => key!("journal-did-seminar-set-up-registration"),
        "session.add" => key!("journal-did-session-add"),
        "session.cancel" => key!("journal-did-session-cancel"),
        "session.edit" => key!("journal-did-session-edit"),
        _ => return None,
    })
}

/// What changed, a fact after another: `name: before → after`.
pub(super) fn changes(values: &str) -> String {
    let Ok(values) = serde_json::from_str::<Value>(values) else { return values.to_owned() };
    let facts = |side: &str| values.get(side).and_then(Value::as_object).cloned().unwrap_or_default();
    let (before, after) = (facts("before"), facts("after"));
    let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let fact = |name: &String| match (before.get(name).and_then(shown), after.get(name).and_then(shown)) {
        (Some(old), Some(new)) if old == new => None,
        (Some(old), Some(new)) => Some(format!("{name}: {old} → {new}")),
        (Some(old), None) => Some(format!("{name}: {old} → –")),
        (None, Some(new)) => Some(format!("{name}: {new}")),
        (None, None) => None,
    };
    names.into_iter().filter_map(fact).collect::<Vec<_>>().join(" · ")
}

fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

pub(super) fn who(visit: &Visit, actor: &str, names: &HashMap<Uuid, String>) -> String {
    let t = visit.t();
    match person_id(actor) {
        Some(id) => names.get(&id).cloned().unwrap_or_else(|| t.text("journal-person-gone").to_string()),
        None if actor == "house" => t.text("journal-house").to_string(),
        None if actor.starts_with("answer-link:") => t.text("journal-link").to_string(),
        None => t.text("journal-visitor").to_string(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_command_has_a_name_in_words() {
        let rooms = crate::assembly::features();
        let commands = rooms.iter().flat_map(|feature| feature.commands).map(|command| command.name);
        let unnamed: Vec<_> = commands.filter(|command| super::label(command).is_none()).collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
    }
}
