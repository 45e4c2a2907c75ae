//! The sheet goes out, filled, and comes back corrected, without an account.

use chrono::Duration;
use directory::OrganisationId;
use kit_base::limits::ANSWER_LINK_DAYS;
use kit_base::{EmailAddress, Locale, Message, Problem};
use kit_outbox::{Action, BasketItem};
use kit_web::{Act, Command, Done, Record, TokenDigest, new_token};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use super::edit_sheet::{read_over, texts, values_of};
use crate::model::{Animation, CollectiveId, SHEET_ANSWERS_MAX, SheetLinkId, SheetTexts, animation};
use crate::pages::today_at;
use crate::store::{collective, members_in, resource, sheet_link, sheet_links_of};

/// Mails to organisations are in French until the directory knows their language.
const LANGUAGE: Locale = Locale::Fr;

/// Puts the sheet into the next basket of whoever animates the collective, or stands in; an earlier link stops working.
#[derive(Debug, Clone)]
pub struct SendSheet {
    /// Of which collective.
    pub collective: CollectiveId,
    /// Who asks, as the mail says it: a name.
    pub asked_by: String,
}

/// Corrects the sheet by its link, or says that it is right.
#[derive(Debug, Clone)]
pub struct AnswerSheet {
    /// The link.
    pub link: SheetLinkId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// What the collective needs and offers.
    pub texts: SheetTexts,
    /// What is to be said of the members: who is missing, who left.
    pub remark: Option<String>,
}

impl Command for SendSheet {
    type Output = CollectiveId;
    const NAME: &'static str = "collective.send-sheet";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<collective::Entity>(self.collective).await?;
        let permit = act.permit("collective.edit", &resource(row.territory, Some(row.id)))?;
        let (organisation, address) = self.reader(act, &row).await?;
        for link in sheet_links_of(row.id).all(&act.tx).await?.into_iter().filter(|link| link.is_living(act.now)) {
            revoke(act, link.id).await?;
            kit_outbox::withdraw(&act.tx, link.id.0).await?;
        }
        let token = new_token();
        let id = write(act, row.id, organisation, address.clone(), &token).await?;
        let t = act.premises().words.translator(LANGUAGE);
        let place = territory::name(row.territory, LANGUAGE);
        let item = BasketItem {
            to: address,
            locale: LANGUAGE,
            zone: None,
            about: id.0,
            sentence: t.text("collectives-mail-sheet").arg("who", &self.asked_by).arg("departement", place).to_string(),
            action: Action {
                label: t.text("collectives-mail-sheet-action").to_string(),
                url: act.premises().public_url.link(&format!("/f/{token}")),
            },
        };
        kit_outbox::ask(&act.tx, act.now, &item).await?;
        let values = json!({ "before": null, "after": { "link": id.0 } });
        Ok(permit.done(row.id, Record::of("collective", row.id.0, Some(row.territory), values)))
    }
}

impl SendSheet {
    /// Whoever animates the collective today, else who stands in: with an address.
    async fn reader(&self, act: &Act<'_>, row: &collective::Model) -> Result<(OrganisationId, EmailAddress), Problem> {
        let members = members_in(&act.tx, row.id).await?;
        let organisation = match animation(&members, today_at(row.territory, act.now)) {
            Animation::By(organisation, _) => Some(organisation),
            Animation::VacantSince(_) | Animation::NotYetKnown => row.stand_in_id,
        };
        let nobody = || Problem::Refused(Message::new("collectives-sheet-nobody"));
        let organisation = organisation.ok_or_else(nobody)?;
        let found = directory::find_in(&act.tx, organisation).await?.ok_or_else(nobody)?;
        let no_address = || Message::new("collectives-sheet-no-address").with("organisation", found.display_name());
        Ok((organisation, found.contact_email.clone().ok_or_else(|| Problem::Refused(no_address()))?))
    }
}

impl Command for AnswerSheet {
    type Output = CollectiveId;
    const NAME: &'static str = "collective.answer-sheet";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let link = act.tx.hold::<sheet_link::Entity>(self.link).await?;
        let permit = act.permit("collective.answer-sheet", &link.resource())?;
        if !link.is_living(act.now) {
            return Err(Problem::Gone);
        }
        if link.answers >= SHEET_ANSWERS_MAX {
            return Err(Problem::Refused(Message::new("collectives-sheet-too-many").with("max", SHEET_ANSWERS_MAX)));
        }
        let row = act.tx.hold::<collective::Entity>(link.collective_id).await?;
        let organisation = directory::find_in(&act.tx, link.organisation_id).await?.ok_or(Problem::Gone)?;
        let changed = collective::ActiveModel { remark: Set(self.remark.clone()), ..texts(&self.texts) };
        let changed = read_over(act, changed, &organisation.display_name());
        let update = collective::Entity::update_many().set(changed);
        act.tx.update_version(row.id, collective::Column::Version, self.version_read, update).await?;
        sheet_link::Entity::update_many()
            .col_expr(sheet_link::Column::Answers, Expr::value(link.answers.saturating_add(1)))
            .filter(sheet_link::Column::Id.eq(link.id))
            .exec(&act.tx)
            .await?;
        kit_outbox::withdraw(&act.tx, link.id.0).await?;
        let after = json!({ "needs": self.texts.needs, "offers": self.texts.offers, "remark": self.remark });
        let values = json!({ "before": values_of(&row), "after": after });
        Ok(permit.done(row.id, Record::of("collective", row.id.0, Some(row.territory), values)))
    }
}

async fn revoke(act: &Act<'_>, link: SheetLinkId) -> Result<(), Problem> {
    sheet_link::Entity::update_many()
        .col_expr(sheet_link::Column::RevokedAt, Expr::value(act.now))
        .filter(sheet_link::Column::Id.eq(link))
        .exec(&act.tx)
        .await?;
    Ok(())
}

/// Writes the link that this token opens.
async fn write(
    act: &Act<'_>,
    collective: CollectiveId,
    organisation: OrganisationId,
    address: EmailAddress,
    token: &str,
) -> Result<SheetLinkId, Problem> {
    let id = SheetLinkId::new(act.now);
    let row = sheet_link::ActiveModel {
        id: Set(id),
        collective_id: Set(collective),
        organisation_id: Set(organisation),
        address: Set(address),
        digest: Set(TokenDigest::of(token).bytes()),
        created_at: Set(act.now),
        expires_at: Set(act.now + Duration::days(ANSWER_LINK_DAYS)),
        revoked_at: Set(None),
        answers: Set(0),
    };
    sheet_link::Entity::insert(row).exec_without_returning(&act.tx).await?;
    Ok(id)
}

/// Makes the link behind which a sample of a demo looks; nothing of it runs outside of one.
#[derive(Debug, Clone)]
pub(crate) struct MakeSampleSheetLink {
    pub(crate) collective: CollectiveId,
    pub(crate) organisation: OrganisationId,
    /// What stands in its address.
    pub(crate) token: String,
}

impl Command for MakeSampleSheetLink {
    type Output = CollectiveId;
    const NAME: &'static str = "collective.make-sample-link";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        if !act.premises().is_demo {
            return Err(Problem::NotFound);
        }
        let row = act.tx.hold::<collective::Entity>(self.collective).await?;
        let permit = act.permit("collective.edit", &resource(row.territory, Some(row.id)))?;
        let address = "exemple@escale.example".parse().map_err(Problem::internal)?;
        let id = write(act, row.id, self.organisation, address, &self.token).await?;
        let values = json!({ "before": null, "after": { "link": id.0 } });
        Ok(permit.done(row.id, Record::of("collective", row.id.0, Some(row.territory), values)))
    }
}
