//! The tables, and what is asked of them.

mod committees;
mod sheet;

use chrono::NaiveDate;
use directory::{OrganisationId, OrganisationSummary};
use kit_base::{Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_store::{Reader, Tx};
use kit_web::Visit;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::model::{Collective, CollectiveId, Membership};

pub(crate) use committees::{committee, committee_resource, of_region, seat, seats_of};
pub(crate) use sheet::{charter, charters_of, sheet_link, sheet_links_of, signatories_of, signatory};

pub mod collective {
    use kit_base::ownership::{Owned, OwnershipColumns, RowVisibility};
    use kit_base::{Territory, Visibility};
    use sea_orm::entity::prelude::*;

    use directory::OrganisationId;

    use crate::model::CollectiveId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "collective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CollectiveId,
        pub version: i32,
        pub territory: Territory,
        pub name: Option<String>,
        pub created_at: DateTimeUtc,
        pub needs: Option<String>,
        pub offers: Option<String>,
        pub stand_in_id: Option<OrganisationId>,
        pub confirmed_at: Option<DateTimeUtc>,
        pub confirmed_by: Option<String>,
        pub remark: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Owned for Entity {
        fn ownership() -> OwnershipColumns<Column> {
            OwnershipColumns {
                territory: Some(Column::Territory),
                organisation: None,
                visibility: RowVisibility::Always(Visibility::Public),
            }
        }
    }
}

pub mod member {
    use directory::OrganisationId;
    use sea_orm::entity::prelude::*;

    use crate::model::{CollectiveId, MemberRole, MembershipId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "collective_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MembershipId,
        pub version: i32,
        pub collective_id: CollectiveId,
        pub organisation_id: OrganisationId,
        pub role: MemberRole,
        pub from_date: Date,
        pub until_date: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    /// Read through its collective, which is public; who the organisation is, through the directory.
    impl kit_base::ownership::Unowned for Entity {}
}

impl From<&member::Model> for Membership {
    fn from(row: &member::Model) -> Self {
        Self {
            id: row.id,
            organisation: row.organisation_id,
            role: row.role,
            from: row.from_date,
            until: row.until_date,
        }
    }
}

/// What policies look at.
pub(crate) fn resource(departement: Territory, id: Option<CollectiveId>) -> Resource {
    Resource::new("collective", Visibility::Public).with_id(id.map(|id| id.0)).in_territory(departement)
}

/// The row of the collective of a département, if it has one that the visitor may know of.
pub(crate) async fn row_of(visit: &Visit, departement: Territory) -> Result<Option<collective::Model>, Problem> {
    let query = collective::Entity::find().filter(collective::Column::Territory.eq(departement));
    visit.read().one_within(query, &*visit.scope("collective.read")).await
}

/// The members of a collective on a day that the visitor may know of, by name.
pub(crate) async fn members_on(
    visit: &Visit,
    departement: Territory,
    day: NaiveDate,
) -> Result<Vec<OrganisationSummary>, Problem> {
    let Some(collective) = of_departement(visit, departement).await? else { return Ok(Vec::new()) };
    let there = collective.members.iter().filter(|member| member.holds_on(day));
    let ids: Vec<OrganisationId> = there.map(|member| member.organisation).collect();
    let mut members: Vec<OrganisationSummary> = directory::summaries(visit, &ids).await?.into_values().collect();
    members.sort_by_key(|member| (territory::fold(&member.name), member.id));
    Ok(members)
}

/// The collective of a département, if it has one that the visitor may know of.
pub async fn of_departement(visit: &Visit, departement: Territory) -> Result<Option<Collective>, Problem> {
    let query = collective::Entity::find().filter(collective::Column::Territory.eq(departement));
    let reader = visit.read();
    let Some(row) = reader.one_within(query, &*visit.scope("collective.read")).await? else { return Ok(None) };
    let members = members(&reader, row.id).await?;
    Ok(Some(Collective { id: row.id, territory: row.territory, name: row.name, members }))
}

async fn members(reader: &Reader, collective: CollectiveId) -> Result<Vec<Membership>, Problem> {
    let rows = reader.all(in_order_of_joining().filter(member::Column::CollectiveId.eq(collective))).await?;
    Ok(rows.iter().map(Membership::from).collect())
}

/// The members of a collective whose row this command holds.
pub(crate) async fn members_in(tx: &Tx, collective: CollectiveId) -> Result<Vec<Membership>, Problem> {
    let rows = in_order_of_joining().filter(member::Column::CollectiveId.eq(collective)).all(tx).await?;
    Ok(rows.iter().map(Membership::from).collect())
}

pub(crate) fn in_order_of_joining() -> sea_orm::Select<member::Entity> {
    member::Entity::find().order_by_asc(member::Column::FromDate).order_by_asc(member::Column::Id)
}

/// The organisations that are in the collective of a département on a day, in the order they joined. Read inside a command, whoever acts.
pub async fn members_in_on(tx: &Tx, departement: Territory, day: NaiveDate) -> Result<Vec<OrganisationId>, Problem> {
    let query = collective::Entity::find().filter(collective::Column::Territory.eq(departement));
    let Some(row) = query.one(tx).await? else { return Ok(Vec::new()) };
    let members = members_in(tx, row.id).await?;
    Ok(members.iter().filter(|member| member.holds_on(day)).map(|member| member.organisation).collect())
}
