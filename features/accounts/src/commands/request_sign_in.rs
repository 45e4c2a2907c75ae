//! Asking for a sign-in mail.

use chrono::Duration;
use kit_base::limits::SIGN_IN_MINUTES;
use kit_base::{EmailAddress, Locale, Problem};
use kit_outbox::{Action, Letter};
use kit_store::Tx;
use kit_web::{Act, Command, Done, Premises, Record, Secret, TokenDigest};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ExprTrait};
use serde_json::json;
use uuid::Uuid;

use crate::model::{Destination, SIGN_IN_REQUESTS_MAX, SignInCode, SignInRequestId};
use crate::store::{person, sign_in_address, sign_in_request};

/// Requests are kept this long, so that what happened can be looked into.
const KEPT_DAYS: i64 = 2;

/// Sends a link and a code to an address, if it is somebody's. Whoever asks cannot tell.
pub struct RequestSignIn {
    /// Where the mail would go.
    pub address: EmailAddress,
    /// Seal of the browser that asks: the code works in no other.
    pub browser: Vec<u8>,
    /// Where to go afterwards.
    pub destination: Destination,
    /// A fresh token for the link.
    pub link: String,
    /// A fresh code.
    pub code: SignInCode,
}

impl Command for RequestSignIn {
    type Output = ();

    const NAME: &'static str = "account.request-sign-in";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = act.permit_by_proof("anybody may ask; what proves something is the mail");
        let house = act.premises();
        let address = address_key(&house.secret, &self.address);
        hold_address(act, address).await?;
        self.refuse_too_many(act, address).await?;
        forget_old_requests(act).await?;
        let person = person::Entity::find().filter(person::Column::Email.eq(self.address.clone())).one(&act.tx).await?;
        let id = SignInRequestId::new(act.now);
        let row = sign_in_request::ActiveModel {
            id: Set(id),
            person_id: Set(person.as_ref().map(|person| person.id)),
            address: Set(address),
            destination: Set(self.destination.as_str().to_owned()),
            link_digest: Set(TokenDigest::of(&self.link).bytes()),
            code_digest: Set(code_digest(&house.secret, id, &self.code)),
            browser: Set(self.browser.clone()),
            created_at: Set(act.now),
            used_at: Set(None),
            tries: Set(0),
        };
        sign_in_request::Entity::insert(row).exec_without_returning(&act.tx).await?;
        // Written for a stranger too, so that both take about the same time.
        let letter = self.letter(house, person.as_ref().map_or(Locale::Fr, |person| person.locale));
        if person.is_some() {
            kit_outbox::send_at_once(&act.tx, act.now, &letter).await?;
        }
        Ok(permit.done((), Record::of("sign-in-request", id.0, None, json!({}))))
    }
}

impl RequestSignIn {
    async fn refuse_too_many(&self, act: &Act<'_>, address: Uuid) -> Result<(), Problem> {
        let asked = sign_in_request::Entity::find()
            .filter(sign_in_request::Column::Address.eq(address))
            .filter(sign_in_request::Column::CreatedAt.gt(act.now - Duration::minutes(SIGN_IN_MINUTES)))
            .count(&act.tx)
            .await?;
        if asked < SIGN_IN_REQUESTS_MAX { Ok(()) } else { Err(Problem::TooMany) }
    }

    fn letter(&self, house: &Premises, locale: Locale) -> Letter {
        let t = house.words.translator(locale);
        let host = house.public_url.authority();
        let minutes = SIGN_IN_MINUTES;
        Letter {
            paragraphs: vec![
                t.text("accounts-mail-asked").arg("host", host).to_string(),
                t.text("accounts-mail-how").arg("minutes", minutes).to_string(),
            ],
            code: Some(self.code.as_str().to_owned()),
            action: Some(Action {
                label: t.text("accounts-mail-link").to_string(),
                url: house.public_url.link(&format!("/connexion/lien/{}", self.link)),
            }),
            footer: vec![t.text("accounts-mail-not-asked").to_string()],
            ..Letter::new(self.address.clone(), locale, t.text("accounts-mail-subject").arg("host", host))
        }
    }
}

/// What stands for an address where it may be a stranger's.
fn address_key(secret: &Secret, address: &EmailAddress) -> Uuid {
    let seal = secret.seal("sign-in-address", &[address.as_str()]);
    // 128 of its 256 bits: two addresses never meet.
    Uuid::from_slice(seal.get(..16).unwrap_or_default()).unwrap_or_default()
}

/// What is kept of a code. Six figures could be searched in a plain digest: this one takes the installation's secret.
pub(super) fn code_digest(secret: &Secret, request: SignInRequestId, code: &SignInCode) -> Vec<u8> {
    secret.seal("sign-in-code", &[&request.to_string(), code.as_str()])
}

/// Holds the row that carries the limits of an address, and tells the wrong codes of today.
pub(super) async fn hold_address(act: &Act<'_>, address: Uuid) -> Result<i32, Problem> {
    use sign_in_address::Column;
    let row = sign_in_address::ActiveModel { address: Set(address), day: Set(act.now.date_naive()), tries: Set(0) };
    let tries_of_that_day =
        Expr::cust("CASE WHEN sign_in_address.day = excluded.day THEN sign_in_address.tries ELSE 0 END");
    let hold = OnConflict::column(Column::Address)
        .value(Column::Tries, tries_of_that_day)
        .update_column(Column::Day)
        .to_owned();
    sign_in_address::Entity::insert(row).on_conflict(hold).exec_without_returning(&act.tx).await?;
    Ok(act.tx.hold::<sign_in_address::Entity>(address).await?.tries)
}

/// Counts a wrong code against an address.
pub(super) async fn count_wrong_code(tx: &Tx, address: Uuid) -> Result<(), Problem> {
    use sign_in_address::Column;
    sign_in_address::Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Address.eq(address))
        .exec(tx)
        .await?;
    Ok(())
}

async fn forget_old_requests(act: &Act<'_>) -> Result<(), Problem> {
    sign_in_request::Entity::delete_many()
        .filter(sign_in_request::Column::CreatedAt.lt(act.now - Duration::days(KEPT_DAYS)))
        .exec(&act.tx)
        .await?;
    sign_in_address::Entity::delete_many()
        .filter(sign_in_address::Column::Day.lt((act.now - Duration::days(KEPT_DAYS)).date_naive()))
        .exec(&act.tx)
        .await?;
    Ok(())
}
