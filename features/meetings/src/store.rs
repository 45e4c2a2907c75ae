//! Meetings in the database, and how they are read.

use std::collections::HashMap;

use collectives::MemberRole;
use commitments::{Origin, OriginKind};
use directory::{OrganisationId, OrganisationSummary};
use kit_base::clock::day_in;
use kit_base::ownership::{Owned, OwnershipColumns, RowVisibility, Unowned};
use kit_base::{Instant, Problem};
use kit_i18n::Translator;
use kit_policy::Resource;
use kit_store::Tx;
use kit_web::Visit;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::model::{MeetingDetails, MeetingId};

/// Meetings.
pub(crate) mod meeting {
    use kit_base::{Instant, Territory, Visibility};
    use sea_orm::entity::prelude::*;

    use crate::model::MeetingId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "meeting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MeetingId,
        pub version: i32,
        pub territory: Territory,
        pub title: Option<String>,
        pub day: Date,
        pub starts: Time,
        pub ends: Time,
        pub place: Option<String>,
        pub points: Option<String>,
        pub minutes: Option<String>,
        pub next_day: Option<Date>,
        pub visibility: Visibility,
        pub is_example: bool,
        pub sequence: i32,
        pub changed_at: Instant,
        pub created_at: Instant,
        pub cancelled_at: Option<Instant>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Who was there.
pub(crate) mod presence {
    use directory::OrganisationId;
    use sea_orm::entity::prelude::*;

    use crate::model::MeetingId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "meeting_presence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub meeting_id: MeetingId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub organisation_id: OrganisationId,
        pub organisation_name: String,
        pub people: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Who was told of which day.
pub(crate) mod invitation {
    use directory::OrganisationId;
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::MeetingId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "meeting_invitation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub meeting_id: MeetingId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub organisation_id: OrganisationId,
        pub day: Date,
        pub at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Lines of files that were brought back.
pub(crate) mod returned_line {
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::MeetingId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "meeting_returned_line")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub meeting_id: MeetingId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: Vec<u8>,
        pub at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Owned for meeting::Entity {
    fn ownership() -> OwnershipColumns<meeting::Column> {
        OwnershipColumns {
            territory: Some(meeting::Column::Territory),
            organisation: None,
            visibility: RowVisibility::Column(meeting::Column::Visibility),
        }
    }
}

// Read through their meeting.
impl Unowned for presence::Entity {}
impl Unowned for invitation::Entity {}
impl Unowned for returned_line::Entity {}

impl meeting::Model {
    /// What the policies look at.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("meeting", self.visibility).with_id(self.id.0).in_territory(self.territory)
    }

    /// Its page.
    pub(crate) fn path(&self) -> String {
        path_of(self.id)
    }

    /// What it is called: its own title, or its day.
    pub(crate) fn called(&self, t: &Translator) -> String {
        match &self.title {
            Some(title) => directory::display_name(title, self.is_example),
            None => t.text("meetings-of-day").arg("day", t.date(self.day)).to_string(),
        }
    }

    /// Whether its day is over in the département.
    pub(crate) fn is_over(&self, now: Instant) -> bool {
        self.day < day_in(territory::time_zone(self.territory), now)
    }

    /// What decisions and promises remember of it.
    pub(crate) fn origin(&self, t: &Translator) -> Origin {
        Origin {
            kind: OriginKind::Meeting,
            id: self.id.0,
            title: self.called(t),
            date: self.day,
            path: self.path(),
            territory: self.territory,
        }
    }

    /// What was said of it when it was planned.
    pub(crate) fn details(&self) -> MeetingDetails {
        MeetingDetails {
            title: self.title.clone(),
            day: self.day,
            starts: self.starts,
            ends: self.ends,
            place: self.place.clone(),
            points: self.points.clone(),
            visibility: self.visibility,
        }
    }
}

/// The page of a meeting.
pub(crate) fn path_of(id: MeetingId) -> String {
    format!("/reunions/{id}")
}

/// The meeting of an address, if this visitor may know of it.
pub(crate) async fn find(visit: &Visit, id: &str) -> Result<meeting::Model, Problem> {
    let id: MeetingId = id.parse().or(Err(Problem::NotFound))?;
    let query = meeting::Entity::find_by_id(id);
    visit.read().one_within(query, &*visit.scope("meeting.read")).await?.ok_or(Problem::NotFound)
}

/// The meetings of a collective, the newest first.
pub(crate) fn of_departement(departement: kit_base::Territory) -> Select<meeting::Entity> {
    meeting::Entity::find()
        .filter(meeting::Column::Territory.eq(departement))
        .order_by_desc(meeting::Column::Day)
        .order_by_desc(meeting::Column::Id)
}

/// Who was there, by name.
pub(crate) fn presences_of(meeting: MeetingId) -> Select<presence::Entity> {
    presence::Entity::find()
        .filter(presence::Column::MeetingId.eq(meeting))
        .order_by_asc(presence::Column::OrganisationName)
        .order_by_asc(presence::Column::OrganisationId)
}

/// Who was told.
pub(crate) fn invitations_of(meeting: MeetingId) -> Select<invitation::Entity> {
    invitation::Entity::find().filter(invitation::Column::MeetingId.eq(meeting))
}

/// Every line that was brought back.
pub(crate) fn returned_of(meeting: MeetingId) -> Select<returned_line::Entity> {
    returned_line::Entity::find().filter(returned_line::Column::MeetingId.eq(meeting))
}

/// Which of these lines were brought back already.
pub(crate) fn returned_among(meeting: MeetingId, digests: Vec<Vec<u8>>) -> Select<returned_line::Entity> {
    returned_line::Entity::find()
        .filter(returned_line::Column::MeetingId.eq(meeting))
        .filter(returned_line::Column::Digest.is_in(digests))
}

/// The members of the collective on the day of a meeting that the visitor may know of, by name; whoever leads it first.
pub(crate) async fn members_on(visit: &Visit, row: &meeting::Model) -> Result<Vec<OrganisationSummary>, Problem> {
    let Some(collective) = collectives::of_departement(visit, row.territory).await? else { return Ok(Vec::new()) };
    let there = collective.members.iter().filter(|member| member.holds_on(row.day));
    let roles: HashMap<OrganisationId, MemberRole> = there.map(|member| (member.organisation, member.role)).collect();
    let ids: Vec<OrganisationId> = roles.keys().copied().collect();
    let mut members: Vec<OrganisationSummary> = directory::summaries(visit, &ids).await?.into_values().collect();
    let is_lead = |id: &OrganisationId| roles.get(id) == Some(&MemberRole::Animating);
    members.sort_by_key(|member| (!is_lead(&member.id), territory::fold(&member.name), member.id));
    Ok(members)
}

/// Says that a meeting changed: programs that follow its calendar are told by the sequence.
pub(crate) async fn touch(tx: &Tx, row: &meeting::Model, now: Instant) -> Result<(), Problem> {
    use sea_orm::sea_query::Expr;
    meeting::Entity::update_many()
        .col_expr(meeting::Column::Sequence, Expr::value(row.sequence.saturating_add(1)))
        .col_expr(meeting::Column::ChangedAt, Expr::value(now))
        .filter(meeting::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}
