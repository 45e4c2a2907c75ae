//! An organisation is asked for a value.

use chrono::{Datelike, Duration};
use directory::OrganisationId;
use kit_base::limits::ANSWER_LINK_DAYS;
use kit_base::{EmailAddress, Locale, Message, Problem, Territory};
use kit_outbox::{Action, BasketItem};
use kit_web::{Act, Command, Done, Record, TokenDigest, new_token};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use super::enter_value::check_open;
use crate::model::{IndicatorId, VALUE_LINKS_MAX, ValueLinkId};
use crate::store::{indicator, links_for, plan, value_link, value_resource};

/// Mails to organisations are in French until the directory knows their language.
const LANGUAGE: Locale = Locale::Fr;

/// Puts the question into the next basket of an organisation, with a fresh link to answer by; an earlier one to the same organisation stops working.
#[derive(Debug, Clone)]
pub struct AskForValue {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// In which département of the plan's region.
    pub departement: Territory,
    /// In which calendar year.
    pub year: i32,
    /// Who knows it.
    pub organisation: OrganisationId,
    /// Who asks, as the mail says it: a name.
    pub asked_by: String,
}

impl Command for AskForValue {
    type Output = ValueLinkId;
    const NAME: &'static str = "indicator.ask-for-value";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let indicator = indicator::Entity::find_by_id(self.indicator).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let plan = act.tx.hold::<plan::Entity>(indicator.plan_id).await?;
        let permit = act.permit("indicator.enter-value", &value_resource(self.departement))?;
        let is_of_region = territories::atlas().region_of(self.departement) == Some(plan.territory);
        if !is_of_region || !plan.periods(act.now.year()).contains(&self.year) {
            return Err(Problem::NotFound);
        }
        check_open(act, plan.id, self.year).await?;
        let organisation = directory::hold_for(act, self.organisation, "qui").await?;
        let no_address = || Problem::field("qui", Message::new("plan-ask-no-address"));
        let to = organisation.contact_email.ok_or_else(no_address)?;
        self.revoke_earlier(act).await?;
        let token = new_token();
        let id = write(act, self.link(act, to.clone()), &token).await?;
        kit_outbox::ask(&act.tx, act.now, &self.item(act, &indicator, to, id, &token)).await?;
        let values = json!({ "before": null, "after": { "link": id.0, "year": self.year } });
        Ok(permit.done(id, Record::of("indicator", self.indicator.0, Some(self.departement), values)))
    }
}

impl AskForValue {
    /// One question an organisation: the newest.
    async fn revoke_earlier(&self, act: &Act<'_>) -> Result<(), Problem> {
        let links = links_for(self.indicator, self.departement, self.year).all(&act.tx).await?;
        let (same, others): (Vec<_>, Vec<_>) = links
            .into_iter()
            .filter(|link| link.is_living(act.now))
            .partition(|link| link.organisation_id == self.organisation);
        if others.len() >= VALUE_LINKS_MAX {
            return Err(Problem::Refused(Message::new("plan-ask-too-many").with("max", VALUE_LINKS_MAX)));
        }
        for link in same {
            value_link::Entity::update_many()
                .col_expr(value_link::Column::RevokedAt, Expr::value(act.now))
                .filter(value_link::Column::Id.eq(link.id))
                .exec(&act.tx)
                .await?;
            kit_outbox::withdraw(&act.tx, link.id.0).await?;
        }
        Ok(())
    }

    fn link(&self, act: &Act<'_>, address: EmailAddress) -> value_link::ActiveModel {
        value_link::ActiveModel {
            id: Set(ValueLinkId::new(act.now)),
            indicator_id: Set(self.indicator),
            territory: Set(self.departement),
            year: Set(self.year),
            organisation_id: Set(self.organisation),
            address: Set(address),
            created_at: Set(act.now),
            expires_at: Set(act.now + Duration::days(ANSWER_LINK_DAYS)),
            revoked_at: Set(None),
            answers: Set(0),
            ..Default::default()
        }
    }

    fn item(
        &self,
        act: &Act<'_>,
        row: &indicator::Model,
        to: EmailAddress,
        id: ValueLinkId,
        token: &str,
    ) -> BasketItem {
        let t = act.premises().words.translator(LANGUAGE);
        let sentence = t
            .text("plan-mail-ask")
            .arg("who", &self.asked_by)
            .arg("indicator", &row.title)
            .arg("departement", territory::name(self.departement, LANGUAGE))
            .arg("year", self.year.to_string())
            .to_string();
        BasketItem {
            to,
            locale: LANGUAGE,
            zone: territories::atlas().school_zone(self.departement).map(|zone| zone.to_string()),
            about: id.0,
            sentence,
            action: Action {
                label: t.text("plan-mail-ask-action").to_string(),
                url: act.premises().public_url.link(&format!("/v/{token}")),
            },
        }
    }
}

/// Writes the link that this token opens.
async fn write(act: &Act<'_>, link: value_link::ActiveModel, token: &str) -> Result<ValueLinkId, Problem> {
    let id = link.id.clone().take().ok_or_else(|| Problem::internal("a link without an id"))?;
    let link = value_link::ActiveModel { digest: Set(TokenDigest::of(token).bytes()), ..link };
    value_link::Entity::insert(link).exec_without_returning(&act.tx).await?;
    Ok(id)
}

/// Makes the link behind which a sample of a demo looks; nothing of it runs outside of one.
#[derive(Debug, Clone)]
pub(crate) struct MakeSampleValueLink {
    pub(crate) question: AskForValue,
    /// What stands in its address.
    pub(crate) token: String,
}

impl Command for MakeSampleValueLink {
    type Output = ValueLinkId;
    const NAME: &'static str = "indicator.make-sample-link";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        if !act.premises().is_demo {
            return Err(Problem::NotFound);
        }
        let asked = &self.question;
        let permit = act.permit("indicator.enter-value", &value_resource(asked.departement))?;
        let address = "exemple@escale.example".parse().map_err(Problem::internal)?;
        let id = write(act, asked.link(act, address), &self.token).await?;
        let values = json!({ "before": null, "after": { "link": id.0 } });
        Ok(permit.done(id, Record::of("indicator", asked.indicator.0, Some(asked.departement), values)))
    }
}
