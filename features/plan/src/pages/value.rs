//! The value of an indicator in a département and a year: where it comes from, and the form to enter it.

use askama::Template;
use axum::extract::Path;
use chrono::Datelike;
use kit_base::clock::day_in;
use kit_base::limits::{PAGE_ROWS, TITLE_CHARACTERS_MAX};
use kit_base::{Problem, Territory};
use kit_i18n::key;
use kit_ui::{Badge, Button, Content, DescriptionList, Field, Notice, Tone};
use kit_web::{Answer, Form, Submission, Visit, see_other};
use sea_orm::QuerySelect;

use crate::commands::{AskForValue, EnterValue};
use crate::model::Amount;
use crate::pages::departement;
use crate::pages::indicator::{amount_or_unknown, find, under};
use crate::pages::indicator_form::{amount, amount_field, typed};
use crate::pages::programmes::link;
use crate::store::{indicator, indicator_value, links_for, locked_years, plan, value_at, value_link, value_resource};

#[derive(Template)]
#[template(path = "value.html")]
struct ValuePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    heading: String,
    title: Content,
    example: Option<Badge>,
    facts: DescriptionList,
    locked: Option<Notice>,
    entry: Option<Entry>,
    ask: Option<Ask<'a>>,
}

/// The form by which an organisation is asked, and who was.
struct Ask<'a> {
    form: &'a Form,
    action: String,
    field: Field,
    button: Button,
    asked: Vec<String>,
}

struct Entry {
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// What the address names, and what stands there.
struct At {
    indicator: indicator::Model,
    plan: plan::Model,
    departement: Territory,
    year: i32,
    is_locked: bool,
    row: Option<indicator_value::Model>,
}

type ValuePath = Path<(String, String, String)>;

/// `GET /indicateurs/{indicator}/valeurs/{departement}/{annee}`
pub(crate) async fn get(visit: Visit, Path(path): ValuePath) -> Answer {
    let at = At::read(&visit, &path).await?;
    show(&visit, &at, &at.known(), &Form::new()).await
}

/// `POST /indicateurs/{indicator}/valeurs/{departement}/{annee}`
pub(crate) async fn post(visit: Visit, Path(path): ValuePath, submission: Submission) -> Answer {
    let at = At::read(&visit, &path).await?;
    let outcome = async {
        let command = parse(&visit, &at, &submission)?;
        visit.carry_out(&submission, &command, |_| at.indicator.path()).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-value-entered")),
        Err(problem) => {
            // As it stands after the refusal: what somebody else entered meanwhile is shown beside what was typed.
            let at = At::read(&visit, &path).await?;
            show(&visit, &at, &at.known().refused(&submission, problem)?, &Form::new()).await
        }
    }
}

/// `POST /indicateurs/{indicator}/valeurs/{departement}/{annee}/demander`
pub(crate) async fn ask(visit: Visit, Path(path): ValuePath, submission: Submission) -> Answer {
    let at = At::read(&visit, &path).await?;
    let outcome = async {
        let asked_by = visit.signed_in()?.name.clone();
        let mut fields = submission.fields();
        let organisation = fields.code("qui");
        let command = fields.complete(|| {
            Some(AskForValue {
                indicator: at.indicator.id,
                departement: at.departement,
                year: at.year,
                organisation: organisation?,
                asked_by,
            })
        })?;
        visit.carry_out(&submission, &command, |_| at.path()).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-value-asked")),
        Err(problem) => {
            let ask = Form::new().refused(&submission, problem)?;
            show(&visit, &at, &at.known(), &ask).await
        }
    }
}

impl At {
    fn path(&self) -> String {
        self.indicator.value_path(self.departement, self.year)
    }

    async fn read(visit: &Visit, (id, code, year): &(String, String, String)) -> Result<Self, Problem> {
        let (indicator, plan) = find(visit, id).await?;
        let departement = departement(code)?;
        let year: i32 = year.parse().or(Err(Problem::NotFound))?;
        let is_of_region = territories::atlas().region_of(departement) == Some(plan.territory);
        if !is_of_region || !plan.periods(visit.now().year()).contains(&year) {
            return Err(Problem::NotFound);
        }
        let reader = visit.read();
        let query = value_at(indicator.id, departement, year);
        let row = reader.one_within(query, &*visit.scope("indicator.read")).await?;
        let is_locked = locked_years(&reader, plan.id).await?.contains(&year);
        Ok(Self { indicator, plan, departement, year, is_locked, row })
    }

    /// The form filled with the value as it stands; version 0 is that of a value nobody entered.
    fn known(&self) -> Form {
        let Some(row) = &self.row else { return Form::new().version(0) };
        Form::new()
            .version(row.version)
            .known("nombre", typed(row.amount))
            .known("source", &row.source)
            .known("organisation", row.organisation_id.map(|id| id.to_string()).unwrap_or_default())
    }

    fn may_enter(&self, visit: &Visit) -> bool {
        visit.person().is_some() && visit.may("indicator.enter-value", &value_resource(self.departement))
    }
}

async fn show(visit: &Visit, at: &At, form: &Form, ask: &Form) -> Answer {
    let t = visit.t();
    let may_enter = at.may_enter(visit);
    let name = territory::name(at.departement, t.locale());
    let heading = t.text("plan-value-title").arg("departement", name).arg("year", at.year.to_string()).to_string();
    let locked = at.is_locked.then(|| {
        let said = t.text("plan-period-locked").arg("year", at.year.to_string());
        Notice::new(t, Tone::Info, said)
    });
    let entry = match may_enter && !at.is_locked {
        true => Some(entry(visit, at, form).await?),
        false => None,
    };
    let status = [form, ask].map(Form::status).into_iter().find(|status| !status.is_success()).unwrap_or_default();
    let ask = match may_enter && !at.is_locked {
        true => Some(asking(visit, at, ask).await?),
        false => None,
    };
    let page = ValuePage {
        visit,
        form,
        heading: heading.clone(),
        title: link(&at.indicator.path(), at.indicator.title.clone()),
        example: at.plan.is_example.then(|| Badge::new(Tone::Neutral, t.text("plan-example"))),
        facts: facts(visit, at, may_enter).await?,
        locked,
        entry,
        ask,
    };
    under(visit, &heading, &at.plan).step(&at.indicator.title, at.indicator.path()).status(status).show(visit, &page)
}

/// The number with where it comes from. Who typed it is for those who could have.
async fn facts(visit: &Visit, at: &At, may_enter: bool) -> Result<DescriptionList, Problem> {
    let t = visit.t();
    let amount = at.row.as_ref().and_then(|row| row.amount).map(Amount::number);
    let facts = DescriptionList::new()
        .with(t.text("plan-value"), amount_or_unknown(visit, amount))
        .with(t.text("plan-unit"), at.indicator.unit.clone())
        .with(t.text("plan-definition"), at.indicator.definition.clone());
    let Some(row) = &at.row else { return Ok(facts) };
    let organisation = match row.organisation_id {
        Some(id) => directory::summaries(visit, &[id]).await?.remove(&id),
        None => None,
    };
    let organisation = organisation.map(|found| link(&found.path(), found.display_name()));
    let author = if may_enter { row.author.clone() } else { String::new() };
    let entered = day_in(territory::time_zone(at.departement), row.entered_at);
    Ok(facts
        .with(t.text("plan-source"), row.source.clone())
        .with(t.text("plan-value-organisation"), organisation.unwrap_or_else(|| Content::Text(String::new())))
        .with(t.text("plan-value-author"), author)
        .with(t.text("plan-value-date"), t.date(entered)))
}

/// Whoever knows the number can be asked for it: the question waits for their next mail.
async fn asking<'a>(visit: &Visit, at: &At, form: &'a Form) -> Result<Ask<'a>, Problem> {
    let t = visit.t();
    let links = visit.read().all(links_for(at.indicator.id, at.departement, at.year).limit(PAGE_ROWS)).await?;
    let mut ids: Vec<_> = links.iter().map(|link| link.organisation_id).collect();
    ids.sort();
    ids.dedup();
    let organisations = directory::summaries(visit, &ids).await?;
    let said = |link: &value_link::Model| {
        let organisation = organisations.get(&link.organisation_id)?.display_name();
        let asked = t.date(day_in(territory::time_zone(at.departement), link.created_at));
        let key = match (link.answers, link.is_living(visit.now())) {
            (0, true) => key!("plan-asked-waiting"),
            (0, false) => key!("plan-asked-over"),
            _ => key!("plan-asked-answered"),
        };
        Some(t.text(key).arg("organisation", organisation).arg("date", asked).to_string())
    };
    let choices = directory::choices(visit, at.departement).await?;
    let field = Field::select(t, "qui", t.text("plan-ask-who"), choices).purpose(t.text("plan-ask-purpose"));
    Ok(Ask {
        form,
        action: format!("{}/demander", at.path()),
        field: form.fill(field),
        button: Button::secondary(t.text("plan-ask-button")),
        asked: links.iter().filter_map(said).collect(),
    })
}

async fn entry(visit: &Visit, at: &At, form: &Form) -> Result<Entry, Problem> {
    let t = visit.t();
    let fields = [
        amount_field(visit, "nombre", at.indicator.unit.clone())
            .hint(t.text("plan-field-amount-hint"))
            .purpose(t.text("plan-field-amount-purpose")),
        Field::text(t, "source", t.text("plan-source"))
            .hint(t.text("plan-field-value-source-hint"))
            .purpose(t.text("plan-field-value-source-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX),
        Field::select(
            t,
            "organisation",
            t.text("plan-value-organisation"),
            directory::choices(visit, at.plan.territory).await?,
        )
        .purpose(t.text("plan-field-value-source-purpose"))
        .optional(),
    ];
    Ok(Entry {
        action: at.indicator.value_path(at.departement, at.year),
        fields: fields.into_iter().map(|field| form.fill(field)).collect(),
        button: Button::primary(t.text("plan-value-button")),
    })
}

fn parse(visit: &Visit, at: &At, submission: &Submission) -> Result<EnterValue, Problem> {
    let version_read = submission.version()?;
    let author = visit.signed_in()?.name.clone();
    let mut fields = submission.fields();
    let amount = amount(&mut fields, "nombre");
    let source = fields.text("source", TITLE_CHARACTERS_MAX);
    let organisation = fields.optional_code("organisation");
    fields.complete(|| {
        Some(EnterValue {
            indicator: at.indicator.id,
            departement: at.departement,
            year: at.year,
            version_read,
            amount: amount?,
            source: source?,
            organisation: organisation?,
            author,
        })
    })
}
