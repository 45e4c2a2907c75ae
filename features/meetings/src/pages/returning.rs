//! The file comes back: what it says is shown before anything is recorded.

use askama::Template;
use axum::extract::Path;
use commitments::{AnswerState, CommitmentId};
use directory::OrganisationId;
use kit_base::limits::BODY_BYTES_MAX;
use kit_base::{Message, Problem};
use kit_exchange::{ReadError, read_xlsx};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Submission, Visit, aside, see_other};

use super::{find_to_hold, under};
use crate::commands::BringBack;
use crate::dossier::known;
use crate::model::reading::{FileWords, Reading, read};
use crate::model::returned::{AnswerLine, Changes, PromiseLine};
use crate::store::{meeting, path_of};

/// The field in which what was understood travels to where it is confirmed: a third of what a form may hold.
const CHANGES_BYTES_MAX: usize = BODY_BYTES_MAX / 3;

#[derive(Template)]
#[template(path = "returning.html")]
struct ReturningPage<'a> {
    visit: &'a Visit,
    called: String,
    path: String,
    form: &'a Form,
    send: Button,
    file_wrong: Option<String>,
    /// What was read, once a file was sent.
    told: Option<Told>,
    confirm: Button,
}

/// What a file says, in words.
struct Told {
    lines: Vec<(String, Vec<String>)>,
    not_understood: Vec<String>,
    /// What confirms it; nothing where there is nothing to record.
    changes: Option<String>,
}

/// `GET /reunions/{id}/retour`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    show(&visit, &row, &Form::new(), None)
}

/// `POST /reunions/{id}/retour`: reads the file and writes nothing.
pub(crate) async fn read_file(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    match told(&visit, &row, &submission).await {
        Ok(told) => show(&visit, &row, &Form::new(), Some(told)),
        Err(problem) => show(&visit, &row, &Form::new().refused(&submission, problem)?, None),
    }
}

/// `POST /reunions/{id}/retour/confirmer`
pub(crate) async fn confirm(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = crate::store::find(&visit, &id).await?;
    let outcome = async {
        submission.check_token()?;
        let changes: Changes = serde_json::from_str(submission.value("dit")).or(Err(Problem::Unreadable))?;
        visit.carry_out(&submission, &BringBack { meeting: row.id, changes }, |id| path_of(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-brought-back")),
        Err(problem) => {
            let form = Form::new().refused(&submission, problem)?;
            show(&visit, &find_to_hold(&visit, &id).await?, &form, None)
        }
    }
}

async fn told(visit: &Visit, row: &meeting::Model, submission: &Submission) -> Result<Told, Problem> {
    submission.check_token()?;
    let wrong = |key| Problem::field("fichier", Message::new(key));
    let file = submission.file("fichier").ok_or_else(|| wrong("meetings-return-no-file"))?;
    let bytes = file.bytes.clone();
    let sheets = aside(move || read_xlsx(&bytes)).await?.map_err(|error| match error {
        ReadError::NotAWorkbook => wrong("meetings-return-not-a-workbook"),
        ReadError::TooLarge => wrong("meetings-return-too-large"),
    })?;
    let known = known(visit, row).await?;
    let Reading { changes, not_understood } =
        read(&sheets, &FileWords::of_every_language(visit), &known, territory::fold);
    let changes = changes.without_known(|digest| known.recorded.contains(digest));
    let kept = serde_json::to_string(&changes).map_err(Problem::internal)?;
    if kept.len() > CHANGES_BYTES_MAX {
        return Err(wrong("meetings-return-too-large"));
    }
    let not_understood = not_understood.iter().map(|it| {
        let why = visit.t().message(&it.why);
        let at = match it.line {
            0 => it.sheet.clone(),
            line => visit.text("meetings-return-at").arg("sheet", &it.sheet).arg("line", line).to_string(),
        };
        if at.is_empty() { why } else { visit.text("meetings-return-line").arg("at", at).arg("why", why).to_string() }
    });
    Ok(Told {
        not_understood: not_understood.collect(),
        lines: in_words(visit, &changes).await?,
        changes: (!changes.is_empty()).then_some(kept),
    })
}

/// Each kind of change with its lines; kinds without any are left out.
async fn in_words(visit: &Visit, changes: &Changes) -> Result<Vec<(String, Vec<String>)>, Problem> {
    let t = visit.t();
    let mut ids: Vec<OrganisationId> = changes.presences.iter().map(|line| OrganisationId(line.organisation)).collect();
    ids.extend(changes.promises.iter().map(|line| OrganisationId(line.organisation)));
    ids.sort();
    ids.dedup();
    let organisations = directory::summaries(visit, &ids).await?;
    let name =
        |id: uuid::Uuid| organisations.get(&OrganisationId(id)).map(|found| found.display_name()).unwrap_or_default();
    let commitments: Vec<CommitmentId> = changes.answers.iter().map(|line| CommitmentId(line.commitment)).collect();
    let commitments = commitments::views_of(visit, &commitments).await?;
    let about = |line: &AnswerLine| commitments.iter().find(|view| view.id.0 == line.commitment);
    let answers = changes.answers.iter().filter_map(|line| Some(answer_in_words(visit, about(line)?, line)));
    let closing = [
        changes.next_day.map(|day| t.text("meetings-next-day").arg("day", t.weekday_date(day)).to_string()),
        changes.minutes.clone(),
    ];
    let kinds: [(&'static str, Vec<String>); 5] = [
        (
            "meetings-sheet-presences",
            changes
                .presences
                .iter()
                .map(|line| {
                    let present = t.text("meetings-present").arg("organisation", name(line.organisation));
                    present.arg("count", line.people).to_string()
                })
                .collect(),
        ),
        ("meetings-sheet-promises", answers.collect()),
        ("meetings-sheet-decisions", changes.decisions.clone()),
        (
            "meetings-sheet-new-promises",
            changes.promises.iter().map(|line| promise_in_words(visit, &name(line.organisation), line)).collect(),
        ),
        ("meetings-sheet-closing", closing.into_iter().flatten().collect()),
    ];
    let kinds = kinds.into_iter().filter(|(_, lines)| !lines.is_empty());
    Ok(kinds.map(|(title, lines)| (t.text(title).to_string(), lines)).collect())
}

fn answer_in_words(visit: &Visit, view: &commitments::CommitmentView, line: &AnswerLine) -> String {
    let state =
        line.state.parse::<AnswerState>().map(|state| visit.text(state.label()).to_string()).unwrap_or_default();
    let details = [line.new_date.map(|day| visit.date(day)), line.blocked_by.clone(), line.sentence.clone()];
    let said: Vec<String> = std::iter::once(state).chain(details.into_iter().flatten()).collect();
    let about = format!("{} – {}", view.organisation_name, view.what.trim_end_matches('.'));
    visit.text("meetings-return-line").arg("at", about).arg("why", said.join(" · ")).to_string()
}

fn promise_in_words(visit: &Visit, organisation: &str, line: &PromiseLine) -> String {
    visit
        .text("meetings-report-promise")
        .arg("organisation", organisation)
        .arg("what", &line.what)
        .arg("due", visit.date(line.due))
        .to_string()
}

fn show(visit: &Visit, row: &meeting::Model, form: &Form, told: Option<Told>) -> Answer {
    let heading = visit.text("meetings-return-title").to_string();
    let page = ReturningPage {
        visit,
        called: row.called(visit.t()),
        path: row.path(),
        form,
        file_wrong: form.fill(Field::text(visit.t(), "fichier", visit.text("meetings-return-file"))).error,
        send: Button::primary(visit.text("meetings-return-send")),
        told,
        confirm: Button::primary(visit.text("meetings-return-confirm")),
    };
    under(visit, heading, row).status(form.status()).show(visit, &page)
}
