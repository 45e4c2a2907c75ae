//! What an organisation can really help with: on its page, and in the form of three lines.

use axum::extract::Path;
use chrono::{Datelike, NaiveDate};
use kit_base::clock::day_in;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Message, Problem};
use kit_i18n::Translator;
use kit_ui::{Content, Field};
use kit_web::{Answer, Fields, Form, Submission, Visit, see_other};

use super::form::FormPage;
use super::{editable, show_form};
use crate::commands::EditHelp;
use crate::model::{HELP_LINES_MAX, HelpLine, LINE_CHARACTERS_MAX, YEAR_FIRST, path};
use crate::store::help_lines;
use crate::store::organisation::Model;

/// The fields of a line.
struct LineFields {
    what: &'static str,
    since: &'static str,
    ask_for: &'static str,
}

const LINES: [LineFields; HELP_LINES_MAX] = [
    LineFields { what: "aide-1", since: "depuis-1", ask_for: "demander-1" },
    LineFields { what: "aide-2", since: "depuis-2", ask_for: "demander-2" },
    LineFields { what: "aide-3", since: "depuis-3", ask_for: "demander-3" },
];

/// `GET /acteurs/{id}/aide`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = editable(&visit, &id).await?;
    let form = known(&visit, &row).await?;
    show(&visit, &row, &form)
}

/// `POST /acteurs/{id}/aide`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let lines = parse(&submission, today(&visit, &row))?;
        let command = EditHelp { organisation: row.id, version_read, lines };
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-edited")),
        Err(problem) => {
            // As it stands after the refusal: what somebody else saved meanwhile is shown beside what was typed.
            let row = editable(&visit, &id).await?;
            show(&visit, &row, &known(&visit, &row).await?.refused(&submission, problem)?)
        }
    }
}

fn today(visit: &Visit, row: &Model) -> NaiveDate {
    day_in(territory::time_zone(row.territory), visit.now())
}

async fn known(visit: &Visit, row: &Model) -> Result<Form, Problem> {
    let lines = help_lines(&visit.read(), row.id).await?;
    let form = Form::new().version(row.version);
    Ok(LINES.iter().zip(&lines).fold(form, |form, (fields, line)| {
        form.known(fields.what, &line.what)
            .known(fields.since, line.since_year.map(|year| year.to_string()).unwrap_or_default())
            .known(fields.ask_for, line.ask_for.as_deref().unwrap_or_default())
    }))
}

fn show(visit: &Visit, row: &Model, form: &Form) -> Answer {
    let t = visit.t();
    let title = t.text("directory-help-title").to_string();
    let here = path(row.id);
    let fields = (1..).zip(&LINES).flat_map(|(number, fields)| line_fields(t, number, fields, today(visit, row)));
    let page = FormPage::new(visit, form, title.clone(), (format!("{here}/aide"), here), fields.collect())
        .lead(t.text("directory-help-lead"));
    show_form(visit, row, form, title, &page)
}

fn line_fields(t: &Translator, number: i32, fields: &LineFields, today: NaiveDate) -> [Field; 3] {
    let what = Field::text(t, fields.what, t.text("directory-help-what").arg("number", number));
    let since = Field::number(t, fields.since, t.text("directory-help-since").arg("number", number));
    let ask_for = Field::text(t, fields.ask_for, t.text("directory-help-ask-for").arg("number", number));
    [
        what.maxlength(TITLE_CHARACTERS_MAX)
            .hint(t.text("directory-help-what-hint"))
            .purpose(t.text("directory-help-purpose"))
            .optional(),
        since.range(Some(YEAR_FIRST.to_string()), Some(today.year().to_string())).optional(),
        ask_for.maxlength(LINE_CHARACTERS_MAX).hint(t.text("directory-function-hint")).optional(),
    ]
}

fn parse(submission: &Submission, today: NaiveDate) -> Result<Vec<HelpLine>, Problem> {
    let mut fields = submission.fields();
    let lines = LINES.each_ref().map(|line| read_line(&mut fields, line, today));
    fields.complete(|| Some(lines.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect()))
}

/// `Some(None)` where nothing stands on the line.
fn read_line(fields: &mut Fields<'_>, line: &LineFields, today: NaiveDate) -> Option<Option<HelpLine>> {
    let what = fields.optional_text(line.what, TITLE_CHARACTERS_MAX);
    let since_year = year(fields, line.since, today);
    let ask_for = fields.optional_text(line.ask_for, LINE_CHARACTERS_MAX);
    match (what?, since_year?, ask_for?) {
        (Some(what), since_year, ask_for) => Some(Some(HelpLine { what, since_year, ask_for })),
        (None, None, None) => Some(None),
        (None, _, _) => fields.refuse(line.what, Message::new("directory-help-what-missing")),
    }
}

fn year(fields: &mut Fields<'_>, field: &'static str, today: NaiveDate) -> Option<Option<i32>> {
    let Some(text) = fields.optional_text(field, LINE_CHARACTERS_MAX)? else { return Some(None) };
    match text.parse() {
        Ok(year) if (YEAR_FIRST..=today.year()).contains(&year) => Some(Some(year)),
        _ => fields.refuse(field, Message::new("directory-help-year-unfit")),
    }
}

/// The lines of help of an organisation; nothing where there are none.
pub(super) async fn list(visit: &Visit, row: &Model) -> Result<Option<Content>, Problem> {
    let t = visit.t();
    let lines = help_lines(&visit.read(), row.id).await?;
    let items: String = lines.iter().map(|line| item(t, line)).collect();
    Ok((!lines.is_empty()).then(|| Content::Html(format!("<ul class=\"entries\">{items}</ul>"))))
}

fn item(t: &Translator, line: &HelpLine) -> String {
    let since =
        line.since_year.map(|year| t.text("directory-help-since-year").arg("year", year.to_string()).to_string());
    let ask_for =
        line.ask_for.as_ref().map(|function| t.text("directory-help-ask").arg("function", function).to_string());
    let facts: String =
        since.into_iter().chain(ask_for).map(|fact| format!("<span>{}</span>", Content::from(fact))).collect();
    format!("<li>{}<div class=\"entry-facts\">{facts}</div></li>", Content::from(line.what.as_str()))
}
