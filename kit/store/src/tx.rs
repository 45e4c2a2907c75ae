//! A write transaction: the only thing that a command can reach the database with.

use std::sync::Arc;

use async_trait::async_trait;
use kit_base::Problem;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, ExecResult, Iterable,
    PrimaryKeyToColumn, PrimaryKeyTrait, QueryFilter, QueryResult, QuerySelect, Statement, UpdateMany,
};

/// Changes are kept together or not at all. Given by [`Store::write`](crate::Store::write); clones are the same
/// transaction, and none may outlive the write.
#[derive(Debug, Clone)]
pub struct Tx {
    inner: Arc<DatabaseTransaction>,
}

impl Tx {
    pub(crate) fn new(inner: DatabaseTransaction) -> Self {
        Self { inner: Arc::new(inner) }
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        self.last_handle()?.commit().await
    }

    pub(crate) async fn roll_back(self) -> Result<(), DbErr> {
        self.last_handle()?.rollback().await
    }

    /// A write that kept a handle somewhere would go on after its end: nothing of it is kept.
    fn last_handle(self) -> Result<DatabaseTransaction, DbErr> {
        Arc::try_unwrap(self.inner).map_err(|_still_shared| DbErr::Custom("a write kept its transaction".to_owned()))
    }

    /// Reads the row of this key and holds it: nobody else changes it before this write ends. The row that carries a limit
    /// (places, a unique number, a closing date) is held first of all.
    pub async fn hold<E>(&self, key: <E::PrimaryKey as PrimaryKeyTrait>::ValueType) -> Result<E::Model, Problem>
    where
        E: EntityTrait,
    {
        E::find_by_id(key).lock_exclusive().one(self).await?.ok_or(Problem::NotFound)
    }

    /// Carries out `update` on the row of this key if it still has the version that the person read, and gives it the next
    /// version; otherwise says which version stands now.
    pub async fn update_version<E, V>(
        &self,
        key: <E::PrimaryKey as PrimaryKeyTrait>::ValueType,
        version_column: V,
        version_read: i32,
        update: UpdateMany<E>,
    ) -> Result<(), Problem>
    where
        E: EntityTrait,
        V: ColumnTrait,
        <E::PrimaryKey as PrimaryKeyTrait>::ValueType: Clone + Into<sea_orm::Value>,
    {
        let key_column =
            E::PrimaryKey::iter().next().ok_or_else(|| DbErr::PrimaryKeyNotSet { ctx: "update_version" })?;
        let changed = update
            .col_expr(version_column, Expr::value(version_read.saturating_add(1)))
            .filter(key_column.into_column().eq(key.clone()))
            .filter(version_column.eq(version_read))
            .exec(self)
            .await?;
        if changed.rows_affected == 1 {
            return Ok(());
        }
        let current = E::find_by_id(key)
            .select_only()
            .column(version_column)
            .into_tuple::<i32>()
            .one(self)
            .await?
            .ok_or(Problem::NotFound)?;
        Err(Problem::Conflict { current })
    }
}

#[async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}
