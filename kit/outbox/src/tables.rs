//! The three tables.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::letter::{Content, Item};

kit_base::codes! {
    /// What a mail is.
    pub enum LetterKind {
        /// Goes at once.
        Letter = "letter",
        /// One basket.
        Basket = "basket",
    }
}

kit_base::codes! {
    /// Where a mail stands.
    pub enum Status {
        /// To be tried, or tried again.
        Waiting = "waiting",
        /// Taken by the transport.
        Sent = "sent",
        /// Given up after too many tries.
        Failed = "failed",
    }
}

kit_base::codes! {
    /// What a piece of a basket is.
    pub enum ItemKind {
        /// We ask for something.
        Request = "request",
        /// We tell something.
        Notice = "notice",
    }
}

/// The words of a letter in a JSON column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct KeptContent(pub Content);

/// A piece of a basket in a JSON column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct KeptItem(pub Item);

pub mod letter {
    use sea_orm::entity::prelude::*;

    use super::{KeptContent, LetterKind, Status};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox_letter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: LetterKind,
        pub address: kit_base::EmailAddress,
        pub locale: kit_base::Locale,
        pub content: Option<KeptContent>,
        pub status: Status,
        pub created_at: DateTimeUtc,
        pub attempts: i32,
        pub due_at: DateTimeUtc,
        pub claim: Option<Uuid>,
        pub claimed_until: Option<DateTimeUtc>,
        pub sent_at: Option<DateTimeUtc>,
        pub last_error: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

pub mod request {
    use sea_orm::entity::prelude::*;

    use super::{ItemKind, KeptItem};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: ItemKind,
        pub address: kit_base::EmailAddress,
        pub locale: kit_base::Locale,
        pub zone: Option<String>,
        pub about: Uuid,
        pub content: KeptItem,
        pub created_at: DateTimeUtc,
        pub packed_in: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

pub mod basket {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox_basket")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        /// As text: a key type of our own would need more than it gives.
        pub address: String,
        pub last_sent_at: Option<DateTimeUtc>,
        pub letter_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}
