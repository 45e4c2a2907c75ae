//! Tables and queries.

mod beside;

use std::collections::BTreeSet;

use chrono_tz::Europe::Paris;
use kit_base::clock::day_in;
use kit_base::ownership::{Guard, Owned, OwnershipColumns, RowVisibility, Unowned};
use kit_base::{Instant, Problem, Territory, Visibility};
use kit_policy::{Principal, Reach, Resource, Scope};
use kit_store::{Reader, Tx};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select};

pub(crate) use beside::{carried, carried_to, help, help_for, repeating};

use crate::model::{AnswerLinkId, CommitmentId, Origin, Progress, RecordedNews, Situation, Status, situation};

/// Answers given by one link. Whoever has more to say rings up.
pub(crate) const ANSWERS_PER_LINK_MAX: usize = 20;
/// Links by which the same question can be answered at the same time.
pub(crate) const LIVING_LINKS_MAX: usize = 20;

pub(crate) mod decision {
    use chrono::NaiveDate;
    use kit_base::Territory;
    use sea_orm::entity::prelude::*;

    use crate::model::{DecisionId, OriginKind};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "decision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DecisionId,
        pub version: i32,
        pub text: String,
        pub origin_kind: OriginKind,
        pub origin_id: Uuid,
        pub origin_title: String,
        pub origin_date: NaiveDate,
        pub origin_path: String,
        pub origin_territory: Territory,
        pub territory: Territory,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod commitment {
    use chrono::NaiveDate;
    use directory::OrganisationId;
    use kit_base::Territory;
    use sea_orm::entity::prelude::*;

    use crate::model::{CommitmentId, DecisionId, OriginKind, Status};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "commitment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CommitmentId,
        pub version: i32,
        pub organisation_id: OrganisationId,
        pub organisation_name: String,
        pub person_label: Option<String>,
        pub what: String,
        pub folded: String,
        pub due: NaiveDate,
        pub current_due: NaiveDate,
        pub not_before: Option<NaiveDate>,
        pub decision_id: Option<DecisionId>,
        pub origin_kind: OriginKind,
        pub origin_id: Uuid,
        pub origin_title: String,
        pub origin_date: NaiveDate,
        pub origin_path: String,
        pub origin_territory: Territory,
        pub territory: Territory,
        pub status: Status,
        pub status_note: Option<String>,
        pub created_at: DateTimeUtc,
        pub created_by: String,
        /// The one that it repeats.
        pub same_as_id: Option<CommitmentId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod news {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    use crate::model::{AnswerLinkId, AnswerState, Channel, CommitmentId, NewsId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "commitment_news")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: NewsId,
        pub commitment_id: CommitmentId,
        pub number: i32,
        pub state: AnswerState,
        pub new_date: Option<NaiveDate>,
        pub blocked_by: Option<String>,
        pub sentence: Option<String>,
        pub at: DateTimeUtc,
        pub channel: Channel,
        pub link_id: Option<AnswerLinkId>,
        pub person_id: Option<Uuid>,
        pub undone_at: Option<DateTimeUtc>,
        pub disowned_at: Option<DateTimeUtc>,
        /// The function of who said it, where somebody else wrote it down.
        pub said_by: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod answer_link {
    use directory::OrganisationId;
    use kit_base::EmailAddress;
    use sea_orm::entity::prelude::*;

    use crate::model::{AnswerLinkId, CommitmentId, NewsId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "answer_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AnswerLinkId,
        pub commitment_id: CommitmentId,
        pub organisation_id: OrganisationId,
        pub address: EmailAddress,
        pub digest: Vec<u8>,
        pub created_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        pub revoked_at: Option<DateTimeUtc>,
        pub handed_over_from: Option<AnswerLinkId>,
        pub tells_of: Option<NewsId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Owned for decision::Entity {
    fn ownership() -> OwnershipColumns<decision::Column> {
        OwnershipColumns {
            territory: Some(decision::Column::Territory),
            organisation: None,
            visibility: RowVisibility::Always(Visibility::Invited),
        }
    }
}

impl Owned for commitment::Entity {
    fn ownership() -> OwnershipColumns<commitment::Column> {
        OwnershipColumns {
            territory: Some(commitment::Column::Territory),
            organisation: Some(commitment::Column::OrganisationId),
            visibility: RowVisibility::Always(Visibility::Invited),
        }
    }
}

// Read through the commitment they are about.
impl Unowned for news::Entity {}
impl Unowned for answer_link::Entity {}

/// Decisions of commitments that were themselves read within a scope: whoever may know of a promise may know of the
/// decision it carries out.
pub(crate) struct ThroughCommitments;

impl Guard for ThroughCommitments {
    fn condition<C: ColumnTrait>(&self, _: &OwnershipColumns<C>) -> Condition {
        Condition::all()
    }
}

/// Decisions of the territories in a scope, and of those that contain them: what a region decides is known in its
/// départements.
pub(crate) struct WithinOrAbove<'a>(pub &'a Scope);

impl Guard for WithinOrAbove<'_> {
    fn condition<C: ColumnTrait>(&self, columns: &OwnershipColumns<C>) -> Condition {
        let within = self.0.condition(columns);
        match (columns.territory, self.0.reach(Visibility::Invited)) {
            (Some(column), Reach::Within { territories, .. }) => {
                let above = territories.iter().flat_map(|territory| territories::atlas().within(*territory));
                let above: BTreeSet<Territory> = above.collect();
                Condition::any().add(within).add(column.is_in(above))
            }
            _ => within,
        }
    }
}

impl decision::Model {
    pub(crate) fn origin(&self) -> Origin {
        Origin {
            kind: self.origin_kind,
            id: self.origin_id,
            title: self.origin_title.clone(),
            date: self.origin_date,
            path: self.origin_path.clone(),
            territory: self.origin_territory,
        }
    }
}

impl commitment::Model {
    pub(crate) fn origin(&self) -> Origin {
        Origin {
            kind: self.origin_kind,
            id: self.origin_id,
            title: self.origin_title.clone(),
            date: self.origin_date,
            path: self.origin_path.clone(),
            territory: self.origin_territory,
        }
    }

    /// As the policies see it.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("commitment", Visibility::Invited)
            .with_id(self.id.0)
            .in_territory(self.territory)
            .of_organisation(self.organisation_id.0)
    }
}

/// The page of a commitment.
pub(crate) fn path_of(id: CommitmentId) -> String {
    format!("/engagements/{id}")
}

impl news::Model {
    pub(crate) fn progress(&self) -> Result<Progress, Problem> {
        use crate::model::AnswerState;
        Ok(match self.state {
            AnswerState::Done => Progress::Done,
            AnswerState::GivenUp => Progress::GivenUp,
            AnswerState::InProgress => {
                let new_date = self.new_date.ok_or_else(|| Problem::internal("an answer without its new date"))?;
                Progress::InProgress { new_date }
            }
            AnswerState::Blocked => Progress::Blocked { by: self.blocked_by.clone().unwrap_or_default() },
        })
    }

    /// Whether it still says something.
    pub(crate) fn counts(&self) -> bool {
        self.undone_at.is_none() && self.disowned_at.is_none()
    }

    fn recorded(&self) -> Result<RecordedNews, Problem> {
        Ok(RecordedNews {
            number: self.number,
            progress: self.progress()?,
            is_undone: self.undone_at.is_some(),
            is_disowned: self.disowned_at.is_some(),
        })
    }
}

impl answer_link::Model {
    /// Whether it still works.
    pub(crate) fn is_living(&self, now: Instant) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }

    /// Whoever holds it.
    pub(crate) fn principal(&self) -> Principal {
        Principal::AnswerLink { id: self.id.0, organisation: self.organisation_id.0, about: self.commitment_id.0 }
    }
}

/// The calendar day that counts for promises.
pub(crate) fn today(now: Instant) -> chrono::NaiveDate {
    day_in(Paris, now)
}

/// Every answer about a commitment, in order.
pub(crate) fn news_of(commitment: CommitmentId) -> Select<news::Entity> {
    news::Entity::find().filter(news::Column::CommitmentId.eq(commitment)).order_by_asc(news::Column::Number)
}

/// Every answer about a commitment, the newest first.
pub(crate) fn newest_news_of(commitment: CommitmentId) -> Select<news::Entity> {
    news::Entity::find().filter(news::Column::CommitmentId.eq(commitment)).order_by_desc(news::Column::Number)
}

/// Every link of a commitment.
pub(crate) fn links_of(commitment: CommitmentId) -> Select<answer_link::Entity> {
    answer_link::Entity::find().filter(answer_link::Column::CommitmentId.eq(commitment))
}

/// Every link of a commitment, the newest first.
pub(crate) fn newest_links_of(commitment: CommitmentId) -> Select<answer_link::Entity> {
    links_of(commitment).order_by_desc(answer_link::Column::CreatedAt).order_by_desc(answer_link::Column::Id)
}

/// Writes into the row of the commitment what its answers say now. The row is held by the caller.
pub(crate) async fn settle(tx: &Tx, row: &commitment::Model) -> Result<Situation, Problem> {
    let news = news_of(row.id).all(tx).await?;
    let recorded = news.iter().map(news::Model::recorded).collect::<Result<Vec<_>, _>>()?;
    let mut now_stands = situation(row.due, &recorded);
    if row.same_as_id.is_some() {
        now_stands.status = Status::SameAs;
    }
    commitment::Entity::update_many()
        .col_expr(commitment::Column::Status, Expr::value(now_stands.status))
        .col_expr(commitment::Column::StatusNote, Expr::value(now_stands.note.clone()))
        .col_expr(commitment::Column::CurrentDue, Expr::value(now_stands.due))
        .col_expr(commitment::Column::Version, Expr::value(row.version.saturating_add(1)))
        .filter(commitment::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(now_stands)
}

/// The link by which somebody acts, held; refused when it was revoked or expired meanwhile. `None` for other principals.
pub(crate) async fn hold_link_of(
    tx: &Tx,
    principal: &Principal,
    now: Instant,
) -> Result<Option<answer_link::Model>, Problem> {
    let Principal::AnswerLink { id, .. } = principal else { return Ok(None) };
    let link = tx.hold::<answer_link::Entity>(AnswerLinkId(*id)).await?;
    if link.is_living(now) { Ok(Some(link)) } else { Err(Problem::Gone) }
}

/// Revokes these links, those that still work.
pub(crate) async fn revoke(
    tx: &Tx,
    links: impl IntoIterator<Item = AnswerLinkId>,
    now: Instant,
) -> Result<(), Problem> {
    answer_link::Entity::update_many()
        .col_expr(answer_link::Column::RevokedAt, Expr::value(now))
        .filter(answer_link::Column::Id.is_in(links))
        .filter(answer_link::Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Commitments from which something is still awaited, the nearest date first.
pub(crate) fn open_commitments() -> Select<commitment::Entity> {
    commitment::Entity::find()
        .filter(is_open())
        .order_by_asc(commitment::Column::CurrentDue)
        .order_by_asc(commitment::Column::Id)
}

fn is_open() -> SimpleExpr {
    commitment::Column::Status.is_in(Status::ALL.iter().copied().filter(|status| status.is_open()))
}

#[derive(Debug, FromQueryResult)]
struct CountedByStatus {
    status: Status,
    commitments: i64,
}

/// How many commitments for a territory from which something is still awaited stand in each state.
pub(crate) async fn count_open_by_status(
    reader: &Reader,
    territory: Territory,
    guard: &impl Guard,
) -> Result<Vec<(Status, i64)>, Problem> {
    let query = commitment::Entity::find()
        .select_only()
        .column(commitment::Column::Status)
        .column_as(commitment::Column::Id.count(), "commitments")
        .filter(is_open())
        .filter(commitment::Column::Territory.eq(territory))
        .group_by(commitment::Column::Status);
    let rows: Vec<CountedByStatus> = reader.shaped_within(query, guard).await?;
    Ok(rows.into_iter().map(|row| (row.status, row.commitments)).collect())
}
