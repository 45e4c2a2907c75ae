//! Putting into the outbox, inside the transaction of the command that wants something to leave.

use kit_base::id::new_uuid;
use kit_base::{EmailAddress, Instant, Problem};
use kit_store::{Reader, Tx};
use sea_orm::ActiveValue;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use uuid::Uuid;

use crate::LETTER_BYTES_MAX;
use crate::basket::BasketItem;
use crate::letter::{Content, Item, Letter};
use crate::tables::{ItemKind, KeptContent, KeptItem, LetterKind, Status, basket, letter, request};

/// What a person asked for or must know: leaves right after commit, holidays or not.
pub async fn send_at_once(tx: &Tx, now: Instant, letter: &Letter) -> Result<(), Problem> {
    let content = Content::of(letter)?;
    refuse_if_too_long(&content)?;
    let row = letter::ActiveModel {
        id: ActiveValue::Set(new_uuid(now)),
        kind: ActiveValue::Set(LetterKind::Letter),
        address: ActiveValue::Set(letter.to.clone()),
        locale: ActiveValue::Set(letter.locale),
        content: ActiveValue::Set(Some(KeptContent(content))),
        status: ActiveValue::Set(Status::Waiting),
        created_at: ActiveValue::Set(now),
        attempts: ActiveValue::Set(0),
        due_at: ActiveValue::Set(now),
        ..Default::default()
    };
    letter::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// What we ask of a person: waits for their next basket. Replaces what waits already about the same thing.
pub async fn ask(tx: &Tx, now: Instant, item: &BasketItem) -> Result<(), Problem> {
    put(tx, now, ItemKind::Request, item).await
}

/// What a person may like to know: goes with their next basket, under the same rule. Replaces the news that waits already
/// about the same thing; news that must not be replaced has an `about` of its own.
pub async fn tell_in_next_basket(tx: &Tx, now: Instant, item: &BasketItem) -> Result<(), Problem> {
    put(tx, now, ItemKind::Notice, item).await
}

async fn put(tx: &Tx, now: Instant, kind: ItemKind, item: &BasketItem) -> Result<(), Problem> {
    let content = Item { sentence: item.sentence.clone(), action: item.action.clone() }.cleaned()?;
    refuse_if_too_long(&content)?;
    let row = request::ActiveModel {
        id: ActiveValue::Set(new_uuid(now)),
        kind: ActiveValue::Set(kind),
        address: ActiveValue::Set(item.to.clone()),
        locale: ActiveValue::Set(item.locale),
        zone: ActiveValue::Set(item.zone.clone().filter(|zone| !zone.is_empty())),
        about: ActiveValue::Set(item.about),
        content: ActiveValue::Set(KeptItem(content)),
        created_at: ActiveValue::Set(now),
        packed_in: ActiveValue::Set(None),
    };
    // A new id, packed in nothing: a basket that is leaving with the older words cannot take the newer ones for delivered.
    let replace = OnConflict::columns([request::Column::Address, request::Column::About, request::Column::Kind])
        .update_columns([
            request::Column::Id,
            request::Column::Locale,
            request::Column::Zone,
            request::Column::Content,
            request::Column::CreatedAt,
            request::Column::PackedIn,
        ])
        .to_owned();
    request::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

/// The thing was answered meanwhile: nobody is asked about it any more. Notices about it still go.
pub async fn withdraw(tx: &Tx, about: Uuid) -> Result<(), Problem> {
    request::Entity::delete_many()
        .filter(request::Column::About.eq(about))
        .filter(request::Column::Kind.eq(ItemKind::Request))
        .exec(tx)
        .await?;
    Ok(())
}

/// Erases all that is known of an address, waiting mails included.
pub async fn forget(tx: &Tx, address: &EmailAddress) -> Result<(), Problem> {
    request::Entity::delete_many().filter(request::Column::Address.eq(address.clone())).exec(tx).await?;
    letter::Entity::delete_many().filter(letter::Column::Address.eq(address.clone())).exec(tx).await?;
    basket::Entity::delete_by_id(address.as_str().to_owned()).exec(tx).await?;
    Ok(())
}

/// How full the outbox is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Mails to be tried, or tried again.
    pub waiting_mails: u64,
    /// Requests and notices that wait for a basket.
    pub waiting_items: u64,
    /// Mails given up after too many tries; [`retry_failed`](crate::retry_failed) tries them again.
    pub failed_mails: u64,
}

/// How full the outbox is: for the operator's page and for metrics.
pub async fn counts(reader: &Reader) -> Result<Counts, Problem> {
    let with = |status: Status| letter::Entity::find().filter(letter::Column::Status.eq(status));
    Ok(Counts {
        waiting_mails: reader.count(with(Status::Waiting)).await?,
        waiting_items: reader.count(request::Entity::find().filter(request::Column::PackedIn.is_null())).await?,
        failed_mails: reader.count(with(Status::Failed)).await?,
    })
}

fn refuse_if_too_long(content: &impl serde::Serialize) -> Result<(), Problem> {
    let bytes = serde_json::to_vec(content).map_err(Problem::internal)?.len();
    if bytes > LETTER_BYTES_MAX {
        return Err(Problem::internal(format!("a mail of {bytes} bytes is longer than {LETTER_BYTES_MAX}")));
    }
    Ok(())
}
