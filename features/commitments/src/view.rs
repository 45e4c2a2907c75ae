//! What other rooms may ask about commitments and decisions.

use std::collections::HashMap;

use chrono::NaiveDate;
use directory::OrganisationId;
use kit_base::limits::CHOICES_MAX;
use kit_base::{Problem, Territory};
use kit_store::Tx;
use kit_web::Visit;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use crate::model::{CommitmentId, DecisionId, Origin, Status};
use crate::store::{WithinOrAbove, commitment, decision, open_commitments};

/// A promise, as other rooms see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentView {
    /// Which one.
    pub id: CommitmentId,
    /// Who promised.
    pub organisation: OrganisationId,
    /// Its name: today's where the reader may see it in the directory, otherwise that of the day of the promise.
    pub organisation_name: String,
    /// A person or a function inside it.
    pub person_label: Option<String>,
    /// What is promised.
    pub what: String,
    /// The date it is promised for now.
    pub due: NaiveDate,
    /// The date it was first promised for.
    pub first_due: NaiveDate,
    /// The day before which nothing can begin.
    pub not_before: Option<NaiveDate>,
    /// How it stands.
    pub status: Status,
    /// Where it was made.
    pub origin: Origin,
    /// The decision it carries out.
    pub decision: Option<DecisionId>,
    /// The territory of the organisation.
    pub territory: Territory,
    /// Grows with each answer.
    pub version: i32,
}

impl CommitmentView {
    /// Its page.
    pub fn path(&self) -> String {
        crate::store::path_of(self.id)
    }
}

impl From<commitment::Model> for CommitmentView {
    fn from(row: commitment::Model) -> Self {
        Self {
            origin: row.origin(),
            id: row.id,
            organisation: row.organisation_id,
            organisation_name: row.organisation_name,
            person_label: row.person_label,
            what: row.what,
            due: row.current_due,
            first_due: row.due,
            not_before: row.not_before,
            status: row.status,
            decision: row.decision_id,
            territory: row.territory,
            version: row.version,
        }
    }
}

/// A decision, as other rooms see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionView {
    /// Which one.
    pub id: DecisionId,
    /// What was decided.
    pub text: String,
    /// Where it was taken.
    pub origin: Origin,
}

/// The promises made in these gatherings (ids of sessions or meetings) that this visitor may see, in the order they were
/// recorded; at most [`CHOICES_MAX`].
pub async fn taken_at(visit: &Visit, origins: &[Uuid]) -> Result<Vec<CommitmentView>, Problem> {
    if origins.is_empty() {
        return Ok(Vec::new());
    }
    let query = commitment::Entity::find()
        .filter(commitment::Column::OriginId.is_in(origins.iter().copied()))
        .order_by_asc(commitment::Column::CreatedAt)
        .order_by_asc(commitment::Column::Id)
        .limit(CHOICES_MAX);
    let rows = visit.read().all_within(query, &*visit.scope("commitment.list")).await?;
    views(visit, rows).await
}

/// The decisions taken in these gatherings that this visitor may see: those of their territories and of the regions around
/// them, in the order they were recorded; at most [`CHOICES_MAX`].
pub async fn decisions_taken_at(visit: &Visit, origins: &[Uuid]) -> Result<Vec<DecisionView>, Problem> {
    if origins.is_empty() {
        return Ok(Vec::new());
    }
    let query = decision::Entity::find()
        .filter(decision::Column::OriginId.is_in(origins.iter().copied()))
        .order_by_asc(decision::Column::CreatedAt)
        .order_by_asc(decision::Column::Id)
        .limit(CHOICES_MAX);
    let rows = visit.read().all_within(query, &WithinOrAbove(&visit.scope("commitment.list"))).await?;
    Ok(rows.into_iter().map(|row| DecisionView { id: row.id, origin: row.origin(), text: row.text }).collect())
}

/// The open promises of a territory that this visitor may see, the nearest date first; at most [`CHOICES_MAX`].
pub async fn open_in(visit: &Visit, territory: Territory) -> Result<Vec<CommitmentView>, Problem> {
    let query = open_of(territory);
    let rows = visit.read().all_within(query, &*visit.scope("commitment.list")).await?;
    views(visit, rows).await
}

/// The same inside a command, whoever acts: the caller asks the policies.
pub async fn open_in_tx(tx: &Tx, territory: Territory) -> Result<Vec<CommitmentView>, Problem> {
    Ok(open_of(territory).all(tx).await?.into_iter().map(CommitmentView::from).collect())
}

fn open_of(territory: Territory) -> Select<commitment::Entity> {
    open_commitments().filter(commitment::Column::Territory.eq(territory)).limit(CHOICES_MAX)
}

/// Those of these promises that this visitor may see.
pub async fn views_of(visit: &Visit, ids: &[CommitmentId]) -> Result<Vec<CommitmentView>, Problem> {
    let rows = visible_among(visit, ids).await?;
    views(visit, rows).await
}

/// One promise, if this visitor may see it.
pub async fn view(visit: &Visit, id: CommitmentId) -> Result<Option<CommitmentView>, Problem> {
    let row = visible(visit, id).await?;
    Ok(views(visit, row.into_iter().collect()).await?.pop())
}

/// Where these promises were made; those that this visitor may not see are left out.
pub async fn origins(visit: &Visit, ids: &[CommitmentId]) -> Result<HashMap<CommitmentId, Origin>, Problem> {
    let rows = visible_among(visit, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.origin())).collect())
}

/// Reads a promise inside a command and holds it until the command ends. The caller asks the policies.
pub async fn hold(tx: &Tx, id: CommitmentId) -> Result<CommitmentView, Problem> {
    Ok(tx.hold::<commitment::Entity>(id).await?.into())
}

pub(crate) async fn visible(visit: &Visit, id: CommitmentId) -> Result<Option<commitment::Model>, Problem> {
    visit.read().one_within(commitment::Entity::find_by_id(id), &*visit.scope("commitment.read")).await
}

pub(crate) async fn visible_among(visit: &Visit, ids: &[CommitmentId]) -> Result<Vec<commitment::Model>, Problem> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let query = commitment::Entity::find().filter(commitment::Column::Id.is_in(ids.iter().copied()));
    visit.read().all_within(query, &*visit.scope("commitment.read")).await
}

/// With today's names of the organisations.
pub(crate) async fn views(visit: &Visit, rows: Vec<commitment::Model>) -> Result<Vec<CommitmentView>, Problem> {
    let mut organisations: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
    organisations.sort();
    organisations.dedup();
    let known = directory::summaries(visit, &organisations).await?;
    let named = |row: commitment::Model| {
        let mut view = CommitmentView::from(row);
        if let Some(organisation) = known.get(&view.organisation) {
            view.organisation_name = organisation.display_name();
        }
        view
    };
    Ok(rows.into_iter().map(named).collect())
}
