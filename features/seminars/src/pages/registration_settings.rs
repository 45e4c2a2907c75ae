//! Registration is set up.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::SetUpRegistration;
use crate::model::{College, Colleges, SEATS_MAX};
use crate::pages::details;
use crate::store::{by_slug, seminar};

/// The boxes of the colleges, as they are sent.
const CONVENED: &str = "college-convie";

#[derive(Template)]
#[template(path = "registration_settings.html")]
struct SettingsPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    action: String,
    fields: Vec<Field>,
    colleges: Vec<CollegeBox>,
    button: Button,
}

struct CollegeBox {
    code: &'static str,
    name: String,
    is_convened: bool,
}

/// `GET /seminaires/{slug}/inscriptions/reglages`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let row = find(&visit, &slug).await?;
    show(&visit, &row, &form(&row), &row.colleges)
}

/// `POST /seminaires/{slug}/inscriptions/reglages`
pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &slug).await?;
    let outcome = async {
        let command = parse(&row, &submission)?;
        visit.carry_out(&submission, &command, |slug| format!("/seminaires/{slug}/inscriptions")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-registration-set-up")),
        Err(problem) => {
            let row = find(&visit, &slug).await?;
            show(&visit, &row, &form(&row).refused(&submission, problem)?, &convened(&submission))
        }
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<seminar::Model, Problem> {
    by_slug(&visit.read(), slug, &*visit.scope("seminar.read")).await
}

fn form(row: &seminar::Model) -> Form {
    let shown = |value: Option<String>| value.unwrap_or_default();
    Form::new()
        .version(row.version)
        .known("ouverture", shown(row.registration_opens.map(|day| day.to_string())))
        .known("fermeture", shown(row.registration_closes.map(|day| day.to_string())))
        .known("places", shown(row.places.map(|places| places.to_string())))
}

fn show(visit: &Visit, row: &seminar::Model, form: &Form, colleges: &Colleges) -> Answer {
    details::check_may(visit, "registration.manage", row)?;
    let t = visit.t();
    let college_box = |college: &College| CollegeBox {
        code: college.code(),
        name: t.text(college.label()).to_string(),
        is_convened: colleges.iter().any(|convened| convened == *college),
    };
    let page = SettingsPage {
        visit,
        form,
        action: format!("{}/inscriptions/reglages", row.path()),
        fields: fields(visit, form),
        colleges: College::ALL.iter().filter(|college| college.may_be_convened()).map(college_box).collect(),
        button: Button::primary(t.text("seminars-settings-button")),
    };
    Page::new(t.text("seminars-settings-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(row.title_for(t.locale()), row.path())
        .step(t.text("seminars-registrations-title"), format!("{}/inscriptions", row.path()))
        .status(form.status())
        .show(visit, &page)
}

fn fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let fields = [
        Field::date(t, "ouverture", t.text("seminars-settings-opens"))
            .hint(t.text("seminars-settings-opens-hint"))
            .optional(),
        Field::date(t, "fermeture", t.text("seminars-settings-closes"))
            .hint(t.text("seminars-settings-closes-hint"))
            .optional(),
        Field::number(t, "places", t.text("seminars-places"))
            .hint(t.text("seminars-settings-places-hint").arg("max", SEATS_MAX))
            .range(Some("1".to_owned()), Some(SEATS_MAX.to_string()))
            .optional(),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

fn convened(submission: &Submission) -> Colleges {
    Colleges::new(&submission.values(CONVENED).filter_map(|code| code.parse().ok()).collect::<Vec<_>>())
}

fn parse(row: &seminar::Model, submission: &Submission) -> Result<SetUpRegistration, Problem> {
    let version_read = submission.version()?;
    let mut fields = submission.fields();
    let opens = fields.optional_date("ouverture");
    let closes = fields.optional_date("fermeture");
    let places = fields.optional_whole_number("places", 1..=i32::try_from(SEATS_MAX).unwrap_or(i32::MAX));
    fields.complete(|| {
        Some(SetUpRegistration {
            seminar: row.id,
            version_read,
            opens: opens?,
            closes: closes?,
            places: places?,
            colleges: convened(submission),
        })
    })
}
