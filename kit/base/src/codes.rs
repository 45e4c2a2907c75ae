//! Closed lists whose members have a stable code in the database, in URLs and in forms.

/// A code that is not in its list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {list} code {code:?}")]
pub struct UnknownCode {
    /// The list that was looked into, as the type's name.
    pub list: &'static str,
    /// What was given.
    pub code: String,
}

/// Declares an enum with one stable code a variant: `ALL`, `code()`, `Display`, `FromStr`, and a text column.
///
/// ```
/// kit_base::codes! {
///     /// How a session is held.
///     pub enum Kind { Plenary = "plenary", Workshop = "workshop" }
/// }
/// assert_eq!("workshop".parse(), Ok(Kind::Workshop));
/// assert_eq!(Kind::Plenary.to_string(), "plenary");
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every member, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownCode { list: stringify!($name), code: code.to_owned() }),
                }
            }
        }

        $crate::text_column!($name);
    };
}

/// Lets a type with `Display` and `FromStr` stand in a text column of a SeaORM entity.
#[macro_export]
macro_rules! text_column {
    ($name:ty) => {
        const _: () = {
            use $crate::macro_support::sea_orm;

            impl From<$name> for sea_orm::Value {
                fn from(source: $name) -> Self {
                    source.to_string().into()
                }
            }

            impl sea_orm::TryGetable for $name {
                fn try_get_by<I: sea_orm::ColIdx>(
                    row: &sea_orm::QueryResult,
                    index: I,
                ) -> Result<Self, sea_orm::TryGetError> {
                    let text = <String as sea_orm::TryGetable>::try_get_by(row, index)?;
                    text.parse().map_err(|error| {
                        sea_orm::TryGetError::DbErr(sea_orm::DbErr::TryIntoErr {
                            from: "String",
                            into: stringify!($name),
                            source: ::std::sync::Arc::new(error),
                        })
                    })
                }
            }

            impl sea_orm::sea_query::ValueType for $name {
                fn try_from(value: sea_orm::Value) -> Result<Self, sea_orm::sea_query::ValueTypeErr> {
                    let text = <String as sea_orm::sea_query::ValueType>::try_from(value)?;
                    text.parse().or(Err(sea_orm::sea_query::ValueTypeErr))
                }

                fn type_name() -> String {
                    stringify!($name).to_owned()
                }

                fn array_type() -> sea_orm::sea_query::ArrayType {
                    sea_orm::sea_query::ArrayType::String
                }

                fn column_type() -> sea_orm::sea_query::ColumnType {
                    sea_orm::sea_query::ColumnType::Text
                }
            }

            impl sea_orm::sea_query::Nullable for $name {
                fn null() -> sea_orm::Value {
                    sea_orm::Value::String(None)
                }
            }

            impl sea_orm::IntoActiveValue<$name> for $name {
                fn into_active_value(self) -> sea_orm::ActiveValue<$name> {
                    sea_orm::ActiveValue::Set(self)
                }
            }
        };
    };
}
