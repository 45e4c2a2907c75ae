//! Typed identifiers: UUIDv7, so that rows sort by the time they were made.

use uuid::{NoContext, Timestamp, Uuid};

use crate::Instant;

/// A fresh UUIDv7 for something made at `now`.
pub fn new_uuid(now: Instant) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}

/// Declares an identifier of one kind of row, which no other kind's can stand for.
///
/// ```
/// kit_base::id! {
///     /// A collective of a département.
///     pub struct CollectiveId;
/// }
/// let id = CollectiveId::new(kit_base::Clock::machine().now());
/// assert_eq!(id.to_string().parse::<CollectiveId>().ok(), Some(id));
/// ```
#[macro_export]
macro_rules! id {
    ($(#[$meta:meta])* $vis:vis struct $name:ident;) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            $crate::macro_support::serde::Serialize, $crate::macro_support::serde::Deserialize,
        )]
        #[serde(crate = "kit_base::macro_support::serde", transparent)]
        $vis struct $name(pub $crate::macro_support::uuid::Uuid);

        impl $name {
            /// A fresh identifier for something made at `now`.
            pub fn new(now: $crate::Instant) -> Self {
                Self($crate::id::new_uuid(now))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::macro_support::uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        const _: () = {
            use $crate::macro_support::{sea_orm, uuid::Uuid};

            impl From<$name> for sea_orm::Value {
                fn from(source: $name) -> Self {
                    source.0.into()
                }
            }

            impl sea_orm::TryGetable for $name {
                fn try_get_by<I: sea_orm::ColIdx>(row: &sea_orm::QueryResult, index: I) -> Result<Self, sea_orm::TryGetError> {
                    <Uuid as sea_orm::TryGetable>::try_get_by(row, index).map(Self)
                }
            }

            impl sea_orm::sea_query::ValueType for $name {
                fn try_from(value: sea_orm::Value) -> Result<Self, sea_orm::sea_query::ValueTypeErr> {
                    <Uuid as sea_orm::sea_query::ValueType>::try_from(value).map(Self)
                }

                fn type_name() -> String {
                    stringify!($name).to_owned()
                }

                fn array_type() -> sea_orm::sea_query::ArrayType {
                    sea_orm::sea_query::ArrayType::Uuid
                }

                fn column_type() -> sea_orm::sea_query::ColumnType {
                    sea_orm::sea_query::ColumnType::Uuid
                }
            }

            impl sea_orm::sea_query::Nullable for $name {
                fn null() -> sea_orm::Value {
                    sea_orm::Value::Uuid(None)
                }
            }

            impl sea_orm::IntoActiveValue<$name> for $name {
                fn into_active_value(self) -> sea_orm::ActiveValue<$name> {
                    sea_orm::ActiveValue::Set(self)
                }
            }

            impl sea_orm::TryFromU64 for $name {
                fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                    Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
                }
            }
        };
    };
}
