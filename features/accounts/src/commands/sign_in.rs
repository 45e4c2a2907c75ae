//! Signing in, with the link or with the code of a mail.

use std::collections::BTreeSet;

use kit_base::limits::{CODE_TRIES_MAX, CODE_TRIES_PER_DAY_MAX};
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record, TokenDigest};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait, QueryOrder, QuerySelect};
use serde_json::json;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::open_session;
use super::request_sign_in::{code_digest, count_wrong_code, hold_address};
use crate::model::{CODES_PER_BROWSER_MAX, CodeOutcome, Destination, PersonId, SignInCode};
use crate::store::{request_of_link, sign_in_request, usable_at};

/// Uses the link of a mail, once. Gives where to go.
pub struct SignInWithLink {
    /// The token in the link.
    pub link: String,
    /// The token of the session to open.
    pub session: TokenDigest,
    /// Name of the browser, to be shown among the sessions.
    pub browser: String,
}

impl Command for SignInWithLink {
    type Output = Destination;

    const NAME: &'static str = "account.sign-in-with-link";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = act.permit_by_proof("the link was sent to the person's own address");
        let request = request_of_link(&self.link, act.now).lock_exclusive().one(&act.tx).await?.ok_or(Problem::Gone)?;
        // The link of a stranger's request was sent to nobody.
        let person = request.person_id.ok_or(Problem::Gone)?;
        let record = use_up(act, &request, person, &self.session, &self.browser).await?;
        Ok(permit.done(Destination::or_home(&request.destination), record))
    }
}

/// Tries a code against the mails that this browser asked for.
pub struct SignInWithCode {
    /// What was typed.
    pub code: SignInCode,
    /// Seal of the browser.
    pub asked_from: Vec<u8>,
    /// The token of the session to open.
    pub session: TokenDigest,
    /// Name of the browser, to be shown among the sessions.
    pub browser: String,
}

impl Command for SignInWithCode {
    type Output = CodeOutcome;

    const NAME: &'static str = "account.sign-in-with-code";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = act.permit_by_proof("the code was sent to the person's own address");
        let asked = self.requests(act).await?;
        // What is compared with nothing is counted nowhere, and so need not be kept: anybody can send it for ever.
        let newest = asked.first().ok_or_else(|| Problem::Refused(Message::new("accounts-code-nothing-asked")))?;
        let open_to_tries = open_to_tries(act, &asked).await?;
        if open_to_tries.is_empty() {
            return Err(Problem::TooMany);
        }
        let right = open_to_tries.iter().copied().find(|request| self.is_code_of(act, request));
        if let Some((request, person)) = right.and_then(|request| Some((request, request.person_id?))) {
            let record = use_up(act, request, person, &self.session, &self.browser).await?;
            let destination = Destination::or_home(&request.destination);
            return Ok(permit.done(CodeOutcome::SignedIn(destination), record));
        }
        count(act, &open_to_tries).await?;
        let outcome = CodeOutcome::Wrong;
        let values = json!({ "outcome": outcome.to_string() });
        Ok(permit.done(outcome, Record::of("sign-in-request", newest.id.0, None, values)))
    }
}

impl SignInWithCode {
    /// The newest usable requests of this browser, held so that their tries can be counted.
    async fn requests(&self, act: &Act<'_>) -> Result<Vec<sign_in_request::Model>, Problem> {
        let requests = sign_in_request::Entity::find()
            .filter(sign_in_request::Column::Browser.eq(self.asked_from.clone()))
            .filter(usable_at(act.now))
            .order_by_desc(sign_in_request::Column::Id)
            .limit(CODES_PER_BROWSER_MAX)
            .lock_exclusive()
            .all(&act.tx)
            .await?;
        Ok(requests)
    }

    fn is_code_of(&self, act: &Act<'_>, request: &sign_in_request::Model) -> bool {
        code_digest(&act.premises().secret, request.id, &self.code).ct_eq(&request.code_digest).into()
    }
}

/// The requests whose code, and whose address today, had not too many wrong tries.
async fn open_to_tries<'a>(
    act: &Act<'_>,
    asked: &'a [sign_in_request::Model],
) -> Result<Vec<&'a sign_in_request::Model>, Problem> {
    let mut exhausted = BTreeSet::new();
    for address in addresses(asked) {
        let tries = hold_address(act, address).await?;
        if u64::try_from(tries).unwrap_or(u64::MAX) >= CODE_TRIES_PER_DAY_MAX {
            exhausted.insert(address);
        }
    }
    let is_open =
        |request: &&sign_in_request::Model| request.tries < CODE_TRIES_MAX && !exhausted.contains(&request.address);
    Ok(asked.iter().filter(is_open).collect())
}

/// Counts a wrong code against each code it was compared with, and once against each address.
async fn count(act: &Act<'_>, tried: &[&sign_in_request::Model]) -> Result<(), Problem> {
    use sign_in_request::Column;
    sign_in_request::Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.is_in(tried.iter().map(|request| request.id)))
        .exec(&act.tx)
        .await?;
    for address in addresses(tried.iter().copied()) {
        count_wrong_code(&act.tx, address).await?;
    }
    Ok(())
}

/// Each address once, always in the same order: two writes never wait for each other.
fn addresses<'a>(requests: impl IntoIterator<Item = &'a sign_in_request::Model>) -> BTreeSet<Uuid> {
    requests.into_iter().map(|request| request.address).collect()
}

/// Opens the session and closes the mail: neither its link nor its code works again.
async fn use_up(
    act: &Act<'_>,
    request: &sign_in_request::Model,
    person: PersonId,
    session: &TokenDigest,
    browser: &str,
) -> Result<Record, Problem> {
    sign_in_request::Entity::update_many()
        .col_expr(sign_in_request::Column::UsedAt, Expr::value(act.now))
        .filter(sign_in_request::Column::Id.eq(request.id))
        .exec(&act.tx)
        .await?;
    let id = open_session::open(act, person, session, browser).await?;
    Ok(open_session::record(id, person))
}
