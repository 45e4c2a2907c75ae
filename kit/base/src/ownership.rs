//! How a table says who its rows belong to, and how what a person may see becomes a filter on it.

use sea_orm::{ColumnTrait, Condition, EntityTrait};

use crate::Visibility;

/// The columns of a table that say whom a row belongs to and who may know of it.
#[derive(Debug, Clone, Copy)]
pub struct OwnershipColumns<C> {
    /// The territory the row belongs to.
    pub territory: Option<C>,
    /// The organisation the row belongs to.
    pub organisation: Option<C>,
    /// Who may know of the row.
    pub visibility: RowVisibility<C>,
}

/// Where a table keeps who may know of its rows.
#[derive(Debug, Clone, Copy)]
pub enum RowVisibility<C> {
    /// In this column.
    Column(C),
    /// Nowhere: every row has this visibility.
    Always(Visibility),
}

/// A table whose rows belong to somebody: it can be read only through a [`Guard`].
pub trait Owned: EntityTrait {
    /// Where its rows say whom they belong to.
    fn ownership() -> OwnershipColumns<Self::Column>;
}

/// A table that is read through something else that was guarded (the sessions of a seminar that may be read), or that
/// holds nothing of anybody's.
pub trait Unowned: EntityTrait {}

/// What one person may see, as a filter. Made by `kit/policy` from the policies.
pub trait Guard {
    /// The rows of a table with these columns that may be seen.
    fn condition<C: ColumnTrait>(&self, columns: &OwnershipColumns<C>) -> Condition;
}
