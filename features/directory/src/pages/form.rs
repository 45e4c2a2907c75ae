//! What is asked of an organisation, when it is entered and when it is corrected.

use askama::Template;
use kit_base::limits::{EMAIL_CHARACTERS_MAX, SENTENCE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{EmailAddress, Message, Problem, Territory, Visibility};
use kit_i18n::Translator;
use kit_policy::Resource;
use kit_ui::{Button, Choice, Field, HiddenFields, LinkButton};
use kit_web::{Form, Submission, Visit};

use crate::commands::can_keep_records;
use crate::model::{OrganisationKind, WebAddress};

/// What was typed, read.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) name: String,
    pub(super) kind: OrganisationKind,
    pub(super) territory: Territory,
    pub(super) seat: Option<Territory>,
    pub(super) contact_email: Option<EmailAddress>,
    pub(super) website: Option<WebAddress>,
    pub(super) source: Option<String>,
}

pub(super) fn read(submission: &Submission) -> Result<Facts, Problem> {
    let mut fields = submission.fields();
    let name = fields.text("nom", TITLE_CHARACTERS_MAX);
    let kind = fields.code("type");
    let territory = fields.code("territoire").and_then(|place| match can_keep_records(place) {
        true => Some(place),
        false => fields.refuse("territoire", Message::new("directory-territory-unfit")),
    });
    let seat = territory::optional_commune(&mut fields, "siege");
    let contact_email = fields.optional_email("courriel");
    let website = match fields.optional_text("site", SENTENCE_CHARACTERS_MAX) {
        Some(Some(text)) => match text.parse() {
            Ok(address) => Some(Some(address)),
            Err(_) => fields.refuse("site", Message::new("directory-website-unfit")),
        },
        Some(None) => Some(None),
        None => None,
    };
    let source = fields.optional_text("source", SENTENCE_CHARACTERS_MAX);
    fields.complete(|| {
        Some(Facts {
            name: name?,
            kind: kind?,
            territory: territory?,
            seat: seat?,
            contact_email: contact_email?,
            website: website?,
            source: source?,
        })
    })
}

/// The form in its page.
#[derive(Template)]
#[template(path = "form.html")]
pub(super) struct FormPage {
    title: String,
    summary: String,
    action: String,
    hidden: HiddenFields,
    /// Said before the fields.
    lead: String,
    fields: Vec<Field>,
    save: Button,
    back: LinkButton,
    /// Another thing to do here than what the form asks.
    other: Option<LinkButton>,
}

impl FormPage {
    /// A form that goes to `action`, and from which one leaves to `back`.
    pub(super) fn new(
        visit: &Visit,
        form: &Form,
        title: String,
        (action, back): (String, String),
        fields: Vec<Field>,
    ) -> Self {
        let t = visit.t();
        // The summary names the fields, so that they come first.
        let fields = fields.into_iter().map(|field| form.fill(field)).collect();
        Self {
            title,
            summary: form.summary(visit),
            action,
            hidden: form.hidden(visit),
            lead: String::new(),
            fields,
            save: Button::primary(t.text("directory-save")),
            back: LinkButton::secondary(t.text("directory-cancel"), back),
            other: None,
        }
    }

    /// With words before the fields.
    pub(super) fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = lead.into();
        self
    }

    /// With another thing to do here.
    pub(super) fn other(mut self, other: LinkButton) -> Self {
        self.other = Some(other);
        self
    }

    /// With other words on its button.
    pub(super) fn save(mut self, label: impl Into<String>) -> Self {
        self.save = Button::primary(label);
        self
    }
}

/// What is asked of a record; `owners` are the places that may be chosen as its keeper.
pub(super) fn record_fields(t: &Translator, owners: Vec<Choice>) -> Vec<Field> {
    let kinds = OrganisationKind::ALL.iter().map(|kind| Choice::new(kind.code(), t.text(kind.label()))).collect();
    vec![
        Field::text(t, "nom", t.text("directory-name"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .hint(t.text("directory-name-hint"))
            .purpose(t.text("directory-name-purpose")),
        Field::select(t, "type", t.text("directory-kind"), kinds).purpose(t.text("directory-kind-purpose")),
        Field::select(t, "territoire", t.text("directory-territory"), owners)
            .hint(t.text("directory-territory-hint"))
            .purpose(t.text("directory-territory-purpose")),
        territory::commune_field(t, "siege", t.text("directory-seat"))
            .purpose(t.text("directory-seat-purpose"))
            .optional(),
        Field::email(t, "courriel", t.text("directory-contact"))
            .autocomplete("off")
            .maxlength(EMAIL_CHARACTERS_MAX)
            .hint(t.text("directory-contact-hint"))
            .purpose(t.text("directory-contact-purpose"))
            .optional(),
        Field::text(t, "site", t.text("directory-website"))
            .maxlength(SENTENCE_CHARACTERS_MAX)
            .hint(t.text("directory-website-hint"))
            .purpose(t.text("directory-website-purpose"))
            .optional(),
        Field::text(t, "source", t.text("directory-source"))
            .maxlength(SENTENCE_CHARACTERS_MAX)
            .hint(t.text("directory-source-hint"))
            .purpose(t.text("directory-source-purpose"))
            .optional(),
    ]
}

/// The régions and départements in which this visitor may enter organisations, and `current` in any case.
pub(super) fn owners(visit: &Visit, current: Option<Territory>) -> Vec<Choice> {
    let scope = visit.scope("organisation.create");
    let is_offered = |choice: &Choice| {
        choice.value.parse::<Territory>().is_ok_and(|place| {
            let resource = Resource::new("organisation", Visibility::Public).in_territory(place);
            current == Some(place) || scope.allows(&resource)
        })
    };
    let everywhere = territory::region_choices().into_iter().chain(territory::departement_choices(None));
    everywhere.filter(is_offered).collect()
}
