//! The charter of a collective: recorded, and signed by one more.

use askama::Template;
use axum::extract::Path;
use directory::{OrganisationId, WebAddress};
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Message, Problem};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use super::sheet::find_to_edit;
use super::{collective_name, today_in};
use crate::commands::{RecordCharter, SignCharter};
use crate::model::{CollectiveId, path};
use crate::store::{charter, charters_of, collective, members_on};

#[derive(Template)]
#[template(path = "charter.html")]
struct CharterPage<'a> {
    visit: &'a Visit,
    path: String,
    form: &'a Form,
    fields: Vec<Field>,
    members: Vec<(String, String, bool)>,
    button: Button,
    sign: Option<(&'a Form, Vec<Field>, Button)>,
}

#[derive(Default)]
struct Forms {
    record: Form,
    sign: Form,
}

/// `GET /collectifs/{code}/charte`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    let row = find_to_edit(&visit, &code).await?;
    show(&visit, &row, Forms::default(), None).await
}

/// `POST /collectifs/{code}/charte`
pub(crate) async fn post(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let row = find_to_edit(&visit, &code).await?;
    let outcome = async {
        let command = parse(row.id, &submission)?;
        visit.carry_out(&submission, &command, |_| path(row.territory)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-charter-recorded")),
        Err(problem) => {
            let record = Form::new().refused(&submission, problem)?;
            show(&visit, &row, Forms { record, ..Forms::default() }, Some(&submission)).await
        }
    }
}

/// `POST /collectifs/{code}/charte/signataires`
pub(crate) async fn sign(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let row = find_to_edit(&visit, &code).await?;
    let newest = newest(&visit, row.id).await?.ok_or(Problem::NotFound)?;
    let outcome = async {
        let mut fields = submission.fields();
        let organisation = fields.code("signataire");
        let signed_on = fields.date("signe-le");
        let command = fields.complete(|| {
            Some(SignCharter { charter: newest.id, organisation: organisation?, signed_on: signed_on? })
        })?;
        visit.carry_out(&submission, &command, |_| path(row.territory)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-charter-signed")),
        Err(problem) => {
            let sign = Form::new().refused(&submission, problem)?;
            show(&visit, &row, Forms { sign, ..Forms::default() }, None).await
        }
    }
}

async fn newest(visit: &Visit, collective: CollectiveId) -> Result<Option<charter::Model>, Problem> {
    visit.read().one(charters_of(collective)).await
}

fn parse(collective: CollectiveId, submission: &Submission) -> Result<RecordCharter, Problem> {
    let mut fields = submission.fields();
    let signed_on = fields.date("signee");
    let expires_on = fields.optional_date("expire");
    let address = fields.optional_text("adresse", TITLE_CHARACTERS_MAX).and_then(|address| match address {
        Some(text) if text.parse::<WebAddress>().is_err() => {
            fields.refuse("adresse", Message::new("collectives-charter-address-wrong"))
        }
        address => Some(address),
    });
    if let (Some(signed_on), Some(Some(expires_on))) = (signed_on, expires_on)
        && expires_on < signed_on
    {
        fields.refuse::<()>("expire", Message::new("collectives-charter-expires-before"));
    }
    let signatories: Vec<OrganisationId> = submission.values("membre").filter_map(|id| id.parse().ok()).collect();
    fields.complete(|| {
        Some(RecordCharter {
            collective,
            signed_on: signed_on?,
            expires_on: expires_on?,
            address: address?,
            signatories,
        })
    })
}

async fn show(visit: &Visit, row: &collective::Model, forms: Forms, typed: Option<&Submission>) -> Answer {
    let t = visit.t();
    let today = today_in(visit, row.territory);
    let fields = [
        Field::date(t, "signee", t.text("collectives-charter-signed-on")),
        Field::date(t, "expire", t.text("collectives-charter-expires-on"))
            .hint(t.text("collectives-charter-expires-hint"))
            .purpose(t.text("collectives-charter-purpose"))
            .optional(),
        Field::text(t, "adresse", t.text("collectives-charter-address"))
            .hint(t.text("collectives-charter-address-hint"))
            .purpose(t.text("collectives-charter-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .optional(),
    ];
    let is_ticked = |id: &str| typed.is_some_and(|typed| typed.values("membre").any(|ticked| ticked == id));
    let members = members_on(visit, row.territory, today).await?;
    let members = members.into_iter().map(|member| {
        let id = member.id.to_string();
        (id.clone(), member.display_name(), is_ticked(&id))
    });
    let region = territory::region_of(row.territory).unwrap_or(row.territory);
    let sign_fields = match newest(visit, row.id).await? {
        Some(_) => Some([
            Field::select(
                t,
                "signataire",
                t.text("collectives-organisation"),
                directory::choices(visit, region).await?,
            ),
            Field::date(t, "signe-le", t.text("collectives-charter-signed-on")),
        ]),
        None => None,
    };
    let status = [&forms.record, &forms.sign].map(Form::status);
    let status = status.into_iter().find(|status| !status.is_success()).unwrap_or_default();
    let page = CharterPage {
        visit,
        path: format!("{}/charte", path(row.territory)),
        fields: fields.into_iter().map(|field| forms.record.fill(field)).collect(),
        form: &forms.record,
        members: members.collect(),
        button: Button::primary(t.text("collectives-charter-record")),
        sign: sign_fields.map(|fields| {
            let fields = fields.into_iter().map(|field| forms.sign.fill(field)).collect();
            (&forms.sign, fields, Button::secondary(t.text("collectives-charter-sign")))
        }),
    };
    Page::new(t.text("collectives-charter-title"))
        .step(t.text("collectives-nav"), "/collectifs")
        .step(collective_name(t, row.name.as_deref(), row.territory), path(row.territory))
        .status(status)
        .show(visit, &page)
}
