//! A seminar is created.

use askama::Template;
use kit_base::{LanguageTag, Problem, Territory, TerritoryKind, Visibility};
use kit_policy::Reach;
use kit_ui::{Button, Choice, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::{CreateSeminar, CreatedSeminar};
use crate::pages::details;

#[derive(Template)]
#[template(path = "create.html")]
struct CreatePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /seminaires/nouveau`
pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Form::new())
}

/// `POST /seminaires/nouveau`
pub(crate) async fn post(visit: Visit, submission: Submission) -> Answer {
    let outcome = async {
        let command = parse(&visit, &submission)?;
        visit.carry_out(&submission, &command, CreatedSeminar::path).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-created")),
        Err(problem) => show(&visit, Form::new().refused(&submission, problem)?),
    }
}

fn show(visit: &Visit, form: Form) -> Answer {
    visit.signed_in()?;
    let t = visit.t();
    let regions = regions(visit);
    if regions.is_empty() {
        return Err(Problem::Forbidden.into());
    }
    // The one region that most people steer is chosen for them.
    let form = match regions.as_slice() {
        [only] => form.known("region", only),
        _ => form,
    };
    let choice = |region: &Territory| Choice::new(region.to_string(), territory::name(*region, t.locale()));
    let choices = regions.iter().map(choice).collect();
    let region = Field::select(t, "region", t.text("seminars-region"), choices);
    let mut fields = details::fields(visit, &form, LanguageTag::of(t.locale()), true);
    fields.insert(1, form.fill(region.purpose(t.text("seminars-region-purpose"))));
    let page = CreatePage { visit, form: &form, fields, button: Button::primary(t.text("seminars-create-button")) };
    Page::new(t.text("seminars-create-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .status(form.status())
        .show(visit, &page)
}

/// The regions whose seminars this person holds.
fn regions(visit: &Visit) -> Vec<Territory> {
    let all = territories::atlas().regions().map(|place| place.territory());
    match visit.scope("seminar.create").reach(Visibility::Public) {
        Reach::Everywhere => all.collect(),
        Reach::Within { territories, .. } => all.filter(|region| territories.contains(region)).collect(),
    }
}

fn parse(visit: &Visit, submission: &Submission) -> Result<CreateSeminar, Problem> {
    let mut fields = submission.fields();
    let region = fields.code::<Territory>("region");
    let region = region.and_then(|region| match region.kind() {
        TerritoryKind::Region => Some(region),
        _ => fields.refuse("region", kit_base::Message::new("form-unknown-code")),
    });
    let details = details::read(&mut fields);
    let last_day = details::read_last_day(&mut fields, details.as_ref().map(|details| details.first_day));
    fields.complete(|| {
        let details = details?;
        Some(CreateSeminar {
            title: details::typed_title(visit.locale(), details.title),
            territory: region?,
            place: details.place,
            place_label: details.place_label,
            first_day: details.first_day,
            last_day: last_day?,
            previous: None,
            source: None,
            is_example: false,
            slug: None,
            half_days: None,
        })
    })
}
