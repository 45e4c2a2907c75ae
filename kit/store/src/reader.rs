//! Reading. What belongs to somebody is read through what the reader may see.

use kit_base::Problem;
use kit_base::ownership::{Guard, Owned, Unowned};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, EntityTrait, FromQueryResult, QueryFilter, QueryResult, QuerySelect, Select,
    SelectModel, Selector, Statement, Value,
};

/// Reads the last committed state. Cannot write, by type.
///
/// A table that belongs to somebody cannot be read without a guard:
///
/// ```compile_fail
/// # use kit_base::ownership::{Owned, OwnershipColumns, RowVisibility};
/// mod letter {
///     use sea_orm::entity::prelude::*;
///     #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
///     #[sea_orm(table_name = "letter")]
///     pub struct Model { #[sea_orm(primary_key)] pub id: i64, pub territory: String }
///     #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
///     pub enum Relation {}
///     impl ActiveModelBehavior for ActiveModel {}
/// }
/// impl Owned for letter::Entity {
///     fn ownership() -> OwnershipColumns<letter::Column> {
///         OwnershipColumns { territory: Some(letter::Column::Territory), organisation: None, visibility: RowVisibility::Always(kit_base::Visibility::Invited) }
///     }
/// }
/// async fn leak(reader: kit_store::Reader) {
///     use sea_orm::EntityTrait;
///     let _ = reader.all(letter::Entity::find()).await; // `letter::Entity` is not `Unowned`
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Reader {
    connection: DatabaseConnection,
}

impl Reader {
    pub(crate) fn new(connection: DatabaseConnection) -> Self {
        Self { connection }
    }

    /// All rows of a query on a table that is nobody's.
    pub async fn all<E: Unowned>(&self, query: Select<E>) -> Result<Vec<E::Model>, Problem> {
        Ok(query.all(&self.connection).await?)
    }

    /// The first row of a query on a table that is nobody's.
    pub async fn one<E: Unowned>(&self, query: Select<E>) -> Result<Option<E::Model>, Problem> {
        Ok(query.one(&self.connection).await?)
    }

    /// How many rows a query on a table that is nobody's finds.
    pub async fn count<E: Unowned>(&self, query: Select<E>) -> Result<u64, Problem> {
        count(query, &self.connection).await
    }

    /// All rows that the guard lets through.
    pub async fn all_within<E: Owned>(&self, query: Select<E>, guard: &impl Guard) -> Result<Vec<E::Model>, Problem> {
        Ok(guarded(query, guard).all(&self.connection).await?)
    }

    /// The first row that the guard lets through.
    pub async fn one_within<E: Owned>(
        &self,
        query: Select<E>,
        guard: &impl Guard,
    ) -> Result<Option<E::Model>, Problem> {
        Ok(guarded(query, guard).one(&self.connection).await?)
    }

    /// How many rows the guard lets through.
    pub async fn count_within<E: Owned>(&self, query: Select<E>, guard: &impl Guard) -> Result<u64, Problem> {
        count(guarded(query, guard), &self.connection).await
    }

    /// Rows of another shape (a few columns, a sum) that the guard lets through.
    pub async fn shaped_within<E, T>(&self, query: Select<E>, guard: &impl Guard) -> Result<Vec<T>, Problem>
    where
        E: Owned,
        T: FromQueryResult + Send,
    {
        let selector: Selector<SelectModel<T>> = guarded(query, guard).into_model();
        Ok(selector.all(&self.connection).await?)
    }

    /// One row that the caller decides on right after, before anything of it is shown.
    pub async fn one_to_decide_on<E: Owned>(&self, query: Select<E>) -> Result<Option<E::Model>, Problem> {
        Ok(query.one(&self.connection).await?)
    }
}

/// Whatever its order and its limit. The count that SeaORM makes wraps the query in another, and costs twice as much.
async fn count<E: EntityTrait>(query: Select<E>, connection: &DatabaseConnection) -> Result<u64, Problem> {
    let mut query = query.select_only().expr(Expr::col(Asterisk).count());
    QuerySelect::query(&mut query).clear_order_by().reset_limit().reset_offset();
    let count: Option<i64> = query.into_tuple().one(connection).await?;
    Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
}

fn guarded<E: Owned>(query: Select<E>, guard: &impl Guard) -> Select<E> {
    query.filter(guard.condition(&E::ownership()))
}

impl Reader {
    /// Rows of a statement on this crate's own tables.
    pub(crate) async fn rows<const N: usize>(
        &self,
        sql: &str,
        values: [Value; N],
    ) -> Result<Vec<QueryResult>, Problem> {
        let statement = Statement::from_sql_and_values(self.connection.get_database_backend(), sql, values);
        Ok(self.connection.query_all_raw(statement).await?)
    }
}
