//! What stands beside a promise on its page: who can help with it, and which other one it repeats.

use askama::Template;
use axum::extract::Path;
use directory::OrganisationId;
use kit_base::limits::{CHOICES_MAX, SENTENCE_CHARACTERS_MAX};
use kit_base::{Problem, Territory};
use kit_ui::{Button, ButtonKind, Choice, Content, Field};
use kit_web::{Answer, Form, Submission, Visit, see_other};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect};

use super::commitment::{Forms, read_id, show};
use crate::commands::{OfferHelp, SameAs, Separate, WithdrawHelp};
use crate::model::{CommitmentId, HelpId};
use crate::store::{commitment, help, help_for, open_commitments, path_of, repeating};
use crate::view::{views, visible};

#[derive(Template)]
#[template(path = "beside.html")]
pub(crate) struct Beside<'a> {
    visit: &'a Visit,
    path: String,
    helpers: Vec<Helper>,
    help: &'a Form,
    help_fields: Option<Vec<Field>>,
    /// The one that stands for this one, and the button that separates them.
    same_as: Option<Content>,
    separate: Option<&'a Form>,
    repeated_by: Vec<Content>,
    same: &'a Form,
    same_field: Option<Field>,
}

/// An organisation that can help.
struct Helper {
    name: Content,
    sentence: Option<String>,
    /// The form that takes the offer back.
    withdraw: Option<Content>,
}

impl<'a> Beside<'a> {
    /// `may_record`: whether this visitor writes it down.
    pub(crate) async fn of(
        visit: &'a Visit,
        row: &commitment::Model,
        forms: &'a Forms,
        may_record: bool,
    ) -> Result<Self, Problem> {
        let is_open = row.status.is_open();
        let repeated = visit.read().all_within(repeating(row.id), &*visit.scope("commitment.read")).await?;
        let same_as = match row.same_as_id {
            Some(id) => visible(visit, id).await?.map(|other| link_to(visit, &other)),
            None => None,
        };
        let helps = may_record && is_open;
        Ok(Self {
            visit,
            path: path_of(row.id),
            helpers: helpers(visit, row.id, &forms.help, may_record).await?,
            help: &forms.help,
            help_fields: if helps { Some(help_fields(visit, row.territory, &forms.help).await?) } else { None },
            separate: row.same_as_id.filter(|_| may_record).map(|_| &forms.same),
            same_as,
            repeated_by: repeated.iter().map(|other| link_to(visit, other)).collect(),
            same: &forms.same,
            same_field: if helps { same_field(visit, row, &forms.same).await? } else { None },
        })
    }

    fn is_empty(&self) -> bool {
        self.helpers.is_empty()
            && self.help_fields.is_none()
            && self.same_as.is_none()
            && self.repeated_by.is_empty()
            && self.separate.is_none()
    }
}

async fn helpers(visit: &Visit, id: CommitmentId, form: &Form, may_record: bool) -> Result<Vec<Helper>, Problem> {
    let offers = visit.read().all(help_for([id])).await?;
    let ids: Vec<OrganisationId> = offers.iter().map(|offer| offer.organisation_id).collect();
    let known = directory::summaries(visit, &ids).await?;
    let helper = |offer: help::Model| Helper {
        name: match known.get(&offer.organisation_id) {
            Some(organisation) => directory::name_link(visit.t(), organisation),
            None => offer.organisation_name.as_str().into(),
        },
        withdraw: may_record.then(|| withdraw_button(visit, form, &offer)),
        sentence: offer.sentence,
    };
    Ok(offers.into_iter().map(helper).collect())
}

fn withdraw_button(visit: &Visit, form: &Form, offer: &help::Model) -> Content {
    let button = Button::new(ButtonKind::Quiet, visit.text("commitments-help-withdraw"));
    let button = button.about(offer.organisation_name.clone());
    let action = format!("{}/aides/{}/retirer", path_of(offer.commitment_id), offer.id);
    Content::Html(format!(r#"<form method="post" action="{action}">{}{button}</form>"#, form.hidden(visit)))
}

async fn help_fields(visit: &Visit, territory: Territory, form: &Form) -> Result<Vec<Field>, Problem> {
    let t = visit.t();
    let region = territory::region_of(territory).unwrap_or(territory);
    let fields = [
        Field::select(t, "aide-de", t.text("commitments-help-who"), directory::choices(visit, region).await?)
            .purpose(t.text("commitments-help-purpose")),
        Field::text(t, "aide-phrase", t.text("commitments-help-how")).maxlength(SENTENCE_CHARACTERS_MAX).optional(),
    ];
    Ok(fields.into_iter().map(|field| form.fill(field)).collect())
}

/// The open promises of the same territory, or made in the same gathering. Nothing where there is none.
async fn same_field(visit: &Visit, row: &commitment::Model, form: &Form) -> Result<Option<Field>, Problem> {
    let near = Condition::any()
        .add(commitment::Column::Territory.eq(row.territory))
        .add(commitment::Column::OriginId.eq(row.origin_id));
    let query = open_commitments().filter(near).filter(commitment::Column::Id.ne(row.id)).limit(CHOICES_MAX);
    let rows = visit.read().all_within(query, &*visit.scope("commitment.record")).await?;
    let choices: Vec<Choice> = views(visit, rows)
        .await?
        .into_iter()
        .map(|view| Choice::new(view.id.to_string(), format!("{} – {}", view.organisation_name, view.what)))
        .collect();
    let t = visit.t();
    let field = || Field::select(t, "pareil", t.text("commitments-same-which"), choices.clone());
    Ok((!choices.is_empty()).then(|| form.fill(field())))
}

fn link_to(visit: &Visit, row: &commitment::Model) -> Content {
    let due = visit.text("commitments-due").arg("date", visit.date(row.current_due)).to_string();
    let name = format!("{} – {}", row.organisation_name, row.what);
    Content::Html(format!("<a href=\"{}\">{}</a> ({})", path_of(row.id), Content::from(name), Content::from(due)))
}

/// `POST /engagements/{id}/aides`
pub(crate) async fn offer(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let id = read_id(&id)?;
    let outcome = async {
        let mut fields = submission.fields();
        let organisation = fields.code("aide-de");
        let sentence = fields.optional_text("aide-phrase", SENTENCE_CHARACTERS_MAX);
        let command =
            fields.complete(|| Some(OfferHelp { commitment: id, organisation: organisation?, sentence: sentence? }))?;
        visit.carry_out(&submission, &command, |_| path_of(id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-commitments-help-offered")),
        Err(problem) => {
            let help = Form::new().refused(&submission, problem)?;
            show(&visit, id, Forms { help, ..Forms::default() }).await
        }
    }
}

/// `POST /engagements/{id}/aides/{help}/retirer`
pub(crate) async fn withdraw(visit: Visit, Path((_, help)): Path<(String, String)>, submission: Submission) -> Answer {
    let help: HelpId = help.parse().or(Err(Problem::NotFound))?;
    let destination = visit.carry_out(&submission, &WithdrawHelp { help }, |id| path_of(*id)).await?;
    Ok(see_other(&visit, &destination, "done-commitments-help-withdrawn"))
}

/// `POST /engagements/{id}/pareil`
pub(crate) async fn same(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let id = read_id(&id)?;
    let outcome = async {
        let mut fields = submission.fields();
        let same_as = fields.code("pareil");
        let command = fields.complete(|| Some(SameAs { commitment: id, same_as: same_as? }))?;
        visit.carry_out(&submission, &command, |()| path_of(command.same_as)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-commitments-same")),
        Err(problem) => {
            let same = Form::new().refused(&submission, problem)?;
            show(&visit, id, Forms { same, ..Forms::default() }).await
        }
    }
}

/// `POST /engagements/{id}/separer`
pub(crate) async fn separate(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let id = read_id(&id)?;
    let destination = visit.carry_out(&submission, &Separate { commitment: id }, |()| path_of(id)).await?;
    Ok(see_other(&visit, &destination, "done-commitments-separated"))
}
