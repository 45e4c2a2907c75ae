//! Whose turn it is to deliver which mail, and what becomes of its row.

use chrono::Duration;
use kit_base::id::new_uuid;
use kit_base::{EmailAddress, Instant, Locale, Problem};
use kit_store::{Reader, Store, Tx};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, LockBehavior, LockType, OnConflict, Query};
use sea_orm::{ActiveValue, Condition, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::BASKET_ITEMS_MAX;
use crate::basket::{Basket, basket_may_go, house_day, newest_last_basket};
use crate::letter::{Content, Item};
use crate::tables::{ItemKind, LetterKind, Status, basket, letter, request};
use crate::transport::TransportError;
use crate::worker::{ATTEMPTS_MAX, QuietDays, next_try};

/// How long a claim holds: several times as long as a delivery may take.
const LEASE_MINUTES: i64 = 5;
/// A basket that waits for the end of holidays is looked at again after this.
const LOOK_AGAIN_MINUTES: i64 = 60;
/// Zones that are asked about in one round.
const ZONES_MAX: usize = 100;
/// Characters of an error that are kept.
const ERROR_CHARACTERS_MAX: usize = 300;

/// What there is to do.
pub(crate) enum Next {
    Nothing,
    /// Another worker was faster, or the mail has to wait: look again.
    Raced,
    Claimed(Box<Claimed>),
}

/// A mail that this worker alone may deliver, for a while.
pub(crate) struct Claimed {
    pub(crate) id: Uuid,
    pub(crate) kind: LetterKind,
    pub(crate) to: EmailAddress,
    pub(crate) locale: Locale,
    pub(crate) attempt: i32,
    pub(crate) content: Option<Content>,
    pub(crate) basket: Option<Basket>,
    claim: Uuid,
    item_ids: Vec<Uuid>,
}

/// Claims the next mail that is due: letters and retries first, then a new basket. Nothing is written when nothing is due.
pub(crate) async fn next(store: &Store, now: Instant, quiet: &QuietDays, settling: Duration) -> Result<Next, Problem> {
    let reader = store.read();
    if reader.one(letter::Entity::find().filter(claimable(now))).await?.is_some() {
        return store.write(|tx| async move { claim_due(&tx, now, quiet).await }).await;
    }
    let Some(address) = address_to_pack_for(&reader, now, quiet, settling).await? else { return Ok(Next::Nothing) };
    let address = &address;
    store.write(|tx| async move { pack(&tx, now, quiet, address).await }).await
}

fn claimable(now: Instant) -> Condition {
    let is_free =
        Condition::any().add(letter::Column::ClaimedUntil.is_null()).add(letter::Column::ClaimedUntil.lte(now));
    Condition::all().add(letter::Column::Status.eq(Status::Waiting)).add(letter::Column::DueAt.lte(now)).add(is_free)
}

async fn claim_due(tx: &Tx, now: Instant, quiet: &QuietDays) -> Result<Next, Problem> {
    let due = letter::Entity::find()
        .filter(claimable(now))
        .order_by_asc(letter::Column::DueAt)
        .order_by_asc(letter::Column::Id)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(tx)
        .await?;
    let Some(row) = due else { return Ok(Next::Raced) };
    if row.attempts >= ATTEMPTS_MAX {
        // Its last worker died with it.
        give_up(tx, &row.address, row.id, "no try came to its end").await?;
        return Ok(Next::Raced);
    }
    if row.kind == LetterKind::Letter {
        return claim(tx, now, row, Vec::new()).await;
    }
    let items = request::Entity::find()
        .filter(request::Column::PackedIn.eq(row.id))
        .order_by_asc(request::Column::CreatedAt)
        .order_by_asc(request::Column::Id)
        .all(tx)
        .await?;
    if items.is_empty() {
        unpack(tx, &row).await?;
        return Ok(Next::Raced);
    }
    let held = tx.hold::<basket::Entity>(row.address.to_string()).await?;
    if basket_may_go(held.last_sent_at, now, is_quiet(&items, now, quiet)) {
        return claim(tx, now, row, items).await;
    }
    letter::Entity::update_many()
        .col_expr(letter::Column::DueAt, Expr::value(now + Duration::minutes(LOOK_AGAIN_MINUTES)))
        .filter(letter::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(Next::Raced)
}

/// All that was in the basket was withdrawn or replaced: it does not leave, and does not count.
async fn unpack(tx: &Tx, row: &letter::Model) -> Result<(), Problem> {
    release_address(tx, &row.address, row.id, None).await?;
    letter::Entity::delete_by_id(row.id).exec(tx).await?;
    Ok(())
}

async fn claim(tx: &Tx, now: Instant, row: letter::Model, items: Vec<request::Model>) -> Result<Next, Problem> {
    let claim = new_uuid(now);
    let attempt = row.attempts.saturating_add(1);
    letter::Entity::update_many()
        .col_expr(letter::Column::Claim, Expr::value(claim))
        .col_expr(letter::Column::ClaimedUntil, Expr::value(now + Duration::minutes(LEASE_MINUTES)))
        .col_expr(letter::Column::Attempts, Expr::value(attempt))
        .filter(letter::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    let item_ids = items.iter().map(|item| item.id).collect();
    let basket = (row.kind == LetterKind::Basket).then(|| basket_of(&row, items));
    Ok(Next::Claimed(Box::new(Claimed {
        id: row.id,
        kind: row.kind,
        to: row.address,
        locale: row.locale,
        attempt,
        content: row.content.map(|kept| kept.0),
        basket,
        claim,
        item_ids,
    })))
}

fn basket_of(row: &letter::Model, items: Vec<request::Model>) -> Basket {
    let (requests, notices): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.kind == ItemKind::Request);
    let words = |items: Vec<request::Model>| -> Vec<Item> { items.into_iter().map(|item| item.content.0).collect() };
    Basket { to: row.address.clone(), locale: row.locale, requests: words(requests), notices: words(notices) }
}

/// The address whose oldest piece waits longest, among those that may get a basket now.
async fn address_to_pack_for(
    reader: &Reader,
    now: Instant,
    quiet: &QuietDays,
    settling: Duration,
) -> Result<Option<EmailAddress>, Problem> {
    let has_just_got_one = Query::select()
        .column(basket::Column::Address)
        .from(basket::Entity)
        .cond_where(
            Condition::any()
                .add(basket::Column::LetterId.is_not_null())
                .add(basket::Column::LastSentAt.gt(newest_last_basket(now))),
        )
        .to_owned();
    let mut waiting = unpacked()
        .filter(request::Column::Address.not_in_subquery(has_just_got_one))
        .filter(request::Column::CreatedAt.lte(now - settling));
    let quiet_zones = quiet_zones(reader, now, quiet).await?;
    if !quiet_zones.is_empty() {
        let is_on_holiday = unpacked()
            .select_only()
            .column(request::Column::Address)
            .filter(request::Column::Zone.is_in(quiet_zones))
            .into_query();
        waiting = waiting.filter(request::Column::Address.not_in_subquery(is_on_holiday));
    }
    let oldest = waiting.order_by_asc(request::Column::CreatedAt).order_by_asc(request::Column::Id);
    Ok(reader.one(oldest).await?.map(|row| row.address))
}

fn unpacked() -> Select<request::Entity> {
    request::Entity::find().filter(request::Column::PackedIn.is_null())
}

/// The zones on holiday today, among those that something waits for.
async fn quiet_zones(reader: &Reader, now: Instant, quiet: &QuietDays) -> Result<Vec<String>, Problem> {
    let mut zones = Vec::new();
    let mut last = String::new();
    for _ in 0..ZONES_MAX {
        let following = unpacked().filter(request::Column::Zone.gt(last.as_str())).order_by_asc(request::Column::Zone);
        let Some(zone) = reader.one(following).await?.and_then(|row| row.zone) else { break };
        if quiet(&zone, house_day(now)) {
            zones.push(zone.clone());
        }
        last = zone;
    }
    Ok(zones)
}

fn is_quiet(items: &[request::Model], now: Instant, quiet: &QuietDays) -> bool {
    items.iter().filter_map(|item| item.zone.as_deref()).any(|zone| quiet(zone, house_day(now)))
}

/// Decides, with the address held, what its next basket carries, and claims it.
async fn pack(tx: &Tx, now: Instant, quiet: &QuietDays, address: &EmailAddress) -> Result<Next, Problem> {
    let held = hold_address(tx, address).await?;
    let items = unpacked()
        .filter(request::Column::Address.eq(address.clone()))
        .order_by_asc(request::Column::CreatedAt)
        .order_by_asc(request::Column::Id)
        .limit(BASKET_ITEMS_MAX)
        .all(tx)
        .await?;
    let may_go = held.letter_id.is_none() && basket_may_go(held.last_sent_at, now, is_quiet(&items, now, quiet));
    // Another worker was faster: it goes on where this one stops.
    let Some(locale) = items.last().map(|newest| newest.locale).filter(|_| may_go) else { return Ok(Next::Nothing) };
    let row = insert_basket(tx, now, address, locale).await?;
    let packed: Vec<Uuid> = items.iter().map(|item| item.id).collect();
    request::Entity::update_many()
        .col_expr(request::Column::PackedIn, Expr::value(row.id))
        .filter(request::Column::Id.is_in(packed))
        .exec(tx)
        .await?;
    basket::Entity::update_many()
        .col_expr(basket::Column::LetterId, Expr::value(row.id))
        .filter(basket::Column::Address.eq(address.as_str()))
        .exec(tx)
        .await?;
    claim(tx, now, row, items).await
}

async fn hold_address(tx: &Tx, address: &EmailAddress) -> Result<basket::Model, Problem> {
    let row = basket::ActiveModel {
        address: ActiveValue::Set(address.to_string()),
        last_sent_at: ActiveValue::Set(None),
        letter_id: ActiveValue::Set(None),
    };
    basket::Entity::insert(row)
        .on_conflict(OnConflict::column(basket::Column::Address).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    tx.hold::<basket::Entity>(address.to_string()).await
}

async fn insert_basket(tx: &Tx, now: Instant, to: &EmailAddress, locale: Locale) -> Result<letter::Model, Problem> {
    let row = letter::Model {
        id: new_uuid(now),
        kind: LetterKind::Basket,
        address: to.clone(),
        locale,
        content: None,
        status: Status::Waiting,
        created_at: now,
        attempts: 0,
        due_at: now,
        claim: None,
        claimed_until: None,
        sent_at: None,
        last_error: None,
    };
    letter::Entity::insert(letter::ActiveModel::from(row.clone()).reset_all()).exec_without_returning(tx).await?;
    Ok(row)
}

/// The transport took it: its words are erased, what it asked has been asked, and the address has had its basket.
pub(crate) async fn mark_sent(store: &Store, now: Instant, claimed: &Claimed) -> Result<(), Problem> {
    store
        .write(|tx| async move {
            let marked = letter::Entity::update_many()
                .col_expr(letter::Column::Status, Expr::value(Status::Sent))
                .col_expr(letter::Column::SentAt, Expr::value(now))
                .col_expr(letter::Column::Content, Expr::value(Value::Json(None)))
                .col_expr(letter::Column::Claim, Expr::value(Value::Uuid(None)))
                .col_expr(letter::Column::LastError, Expr::value(Value::String(None)))
                .filter(held_by(claimed))
                .exec(&tx)
                .await?;
            // Nothing marked: the claim expired and another worker has it now, or the address was forgotten meanwhile.
            if marked.rows_affected == 1 && claimed.kind == LetterKind::Basket {
                request::Entity::delete_many()
                    .filter(request::Column::Id.is_in(claimed.item_ids.iter().copied()))
                    .exec(&tx)
                    .await?;
                release_address(&tx, &claimed.to, claimed.id, Some(now)).await?;
            }
            Ok(())
        })
        .await
}

/// The transport did not take it: again later, or never.
pub(crate) async fn mark_not_sent(
    store: &Store,
    now: Instant,
    claimed: &Claimed,
    error: &TransportError,
) -> Result<(), Problem> {
    let reason: String = error.to_string().chars().take(ERROR_CHARACTERS_MAX).collect();
    let reason = reason.as_str();
    store
        .write(|tx| async move {
            let marked = letter::Entity::update_many()
                .col_expr(letter::Column::DueAt, Expr::value(next_try(now, claimed.attempt)))
                .col_expr(letter::Column::Claim, Expr::value(Value::Uuid(None)))
                .col_expr(letter::Column::ClaimedUntil, Expr::value(Value::ChronoDateTimeUtc(None)))
                .col_expr(letter::Column::LastError, Expr::value(reason))
                .filter(held_by(claimed))
                .exec(&tx)
                .await?;
            if marked.rows_affected == 1 && claimed.attempt >= ATTEMPTS_MAX {
                give_up(&tx, &claimed.to, claimed.id, reason).await?;
            }
            Ok(())
        })
        .await
}

fn held_by(claimed: &Claimed) -> Condition {
    Condition::all().add(letter::Column::Id.eq(claimed.id)).add(letter::Column::Claim.eq(claimed.claim))
}

/// It stays as failed, with what it carries; a basket makes room for the address's next one.
async fn give_up(tx: &Tx, address: &EmailAddress, id: Uuid, reason: &str) -> Result<(), Problem> {
    letter::Entity::update_many()
        .col_expr(letter::Column::Status, Expr::value(Status::Failed))
        .col_expr(letter::Column::LastError, Expr::value(reason))
        .filter(letter::Column::Id.eq(id))
        .exec(tx)
        .await?;
    release_address(tx, address, id, None).await
}

async fn release_address(tx: &Tx, address: &EmailAddress, id: Uuid, sent_at: Option<Instant>) -> Result<(), Problem> {
    let mut update = basket::Entity::update_many()
        .col_expr(basket::Column::LetterId, Expr::value(Value::Uuid(None)))
        .filter(basket::Column::Address.eq(address.as_str()))
        .filter(basket::Column::LetterId.eq(id));
    if let Some(sent_at) = sent_at {
        update = update.col_expr(basket::Column::LastSentAt, Expr::value(sent_at));
    }
    update.exec(tx).await?;
    Ok(())
}

/// Failed letters wait again; failed baskets are taken apart and wait for the next one. Tells how many.
pub async fn retry_failed(store: &Store, now: Instant) -> Result<u64, Problem> {
    let failed = |kind: LetterKind| {
        Condition::all().add(letter::Column::Status.eq(Status::Failed)).add(letter::Column::Kind.eq(kind))
    };
    let failed = &failed;
    store
        .write(|tx| async move {
            let letters = letter::Entity::update_many()
                .col_expr(letter::Column::Status, Expr::value(Status::Waiting))
                .col_expr(letter::Column::Attempts, Expr::value(0))
                .col_expr(letter::Column::DueAt, Expr::value(now))
                .col_expr(letter::Column::ClaimedUntil, Expr::value(Value::ChronoDateTimeUtc(None)))
                .filter(failed(LetterKind::Letter))
                .exec(&tx)
                .await?;
            request::Entity::update_many()
                .col_expr(request::Column::PackedIn, Expr::value(Value::Uuid(None)))
                .filter(request::Column::PackedIn.in_subquery(ids_of(failed(LetterKind::Basket))))
                .exec(&tx)
                .await?;
            let baskets = letter::Entity::delete_many().filter(failed(LetterKind::Basket)).exec(&tx).await?;
            Ok(letters.rows_affected + baskets.rows_affected)
        })
        .await
}

/// Erases mails that left or failed before `limit`, what failed baskets carried, and when addresses got baskets before it.
pub(crate) async fn forget_before(store: &Store, limit: Instant) -> Result<(), Problem> {
    let is_old = || {
        let left = Condition::all().add(letter::Column::Status.eq(Status::Sent)).add(letter::Column::SentAt.lt(limit));
        let failed =
            Condition::all().add(letter::Column::Status.eq(Status::Failed)).add(letter::Column::DueAt.lt(limit));
        Condition::any().add(left).add(failed)
    };
    let is_old = &is_old;
    store
        .write(|tx| async move {
            request::Entity::delete_many()
                .filter(request::Column::PackedIn.in_subquery(ids_of(is_old())))
                .exec(&tx)
                .await?;
            letter::Entity::delete_many().filter(is_old()).exec(&tx).await?;
            basket::Entity::delete_many()
                .filter(basket::Column::LetterId.is_null())
                .filter(basket::Column::LastSentAt.lt(limit))
                .exec(&tx)
                .await?;
            Ok(())
        })
        .await
}

fn ids_of(condition: Condition) -> sea_orm::sea_query::SelectStatement {
    letter::Entity::find().select_only().column(letter::Column::Id).filter(condition).into_query()
}
