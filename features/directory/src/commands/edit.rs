//! Corrects what the directory says of an organisation.

use kit_base::{EmailAddress, Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};

use super::{check_owner, check_seat};
use crate::model::{OrganisationId, OrganisationKind, WebAddress};
use crate::store::organisation;

/// Corrects what the directory says of an organisation.
#[derive(Debug, Clone)]
pub struct EditOrganisation {
    /// Which one.
    pub id: OrganisationId,
    /// The version that the person had before their eyes.
    pub version_read: i32,
    /// Its name.
    pub name: String,
    /// What kind of body.
    pub kind: OrganisationKind,
    /// The commune of its seat.
    pub seat: Option<Territory>,
    /// The département or région whose people keep its record. Whoever gives it away must be allowed to create one there.
    pub territory: Territory,
    /// Where it is written to.
    pub contact_email: Option<EmailAddress>,
    /// Its site.
    pub website: Option<WebAddress>,
    /// Where the facts were read: an address, or a citation.
    pub source: Option<String>,
}

impl Command for EditOrganisation {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.edit";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        check_owner(self.territory)?;
        check_seat(self.seat)?;
        let row = act.tx.hold::<organisation::Entity>(self.id).await?;
        let permit = act.permit("organisation.edit", &row.resource())?;
        if self.territory != row.territory {
            act.permit(
                "organisation.create",
                &Resource::new("organisation", row.visibility).in_territory(self.territory),
            )?;
        }
        let update = organisation::Entity::update_many()
            .col_expr(organisation::Column::Name, Expr::value(self.name.clone()))
            .col_expr(organisation::Column::NameFolded, Expr::value(territory::fold(&self.name)))
            .col_expr(organisation::Column::Kind, Expr::value(self.kind))
            .col_expr(organisation::Column::Seat, Expr::value(self.seat))
            .col_expr(organisation::Column::Territory, Expr::value(self.territory))
            .col_expr(organisation::Column::ContactEmail, Expr::value(self.contact_email.clone()))
            .col_expr(organisation::Column::Website, Expr::value(self.website.clone()))
            .col_expr(organisation::Column::Source, Expr::value(self.source.clone()))
            .col_expr(organisation::Column::UpdatedAt, Expr::value(act.now));
        act.tx
            .update_version::<organisation::Entity, _>(
                self.id,
                organisation::Column::Version,
                self.version_read,
                update,
            )
            .await?;
        let values = json!({ "before": journal_of_row(&row), "after": self.journal() });
        let discreet = row.visibility == Visibility::Discreet;
        let record = Record { discreet, ..Record::of("organisation", self.id.0, Some(self.territory), values) };
        Ok(permit.done(self.id, record))
    }
}

impl EditOrganisation {
    fn journal(&self) -> Value {
        journal(&self.name, self.kind, self.seat, self.territory, (&self.contact_email, &self.website, &self.source))
    }
}

fn journal_of_row(row: &organisation::Model) -> Value {
    journal(&row.name, row.kind, row.seat, row.territory, (&row.contact_email, &row.website, &row.source))
}

fn journal(
    name: &str,
    kind: OrganisationKind,
    seat: Option<Territory>,
    territory: Territory,
    (contact_email, website, source): (&Option<EmailAddress>, &Option<WebAddress>, &Option<String>),
) -> Value {
    json!({
        "name": name,
        "kind": kind.code(),
        "seat": seat.map(|seat| seat.to_string()),
        "territory": territory.to_string(),
        "contact_email": contact_email.as_ref().map(EmailAddress::as_str),
        "website": website.as_ref().map(WebAddress::as_str),
        "source": source,
    })
}
