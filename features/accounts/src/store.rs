//! Tables and queries.

use std::collections::HashMap;

use chrono::Duration;
use kit_base::limits::{PAGE_ROWS, ROLES_PER_PERSON_MAX, SIGN_IN_MINUTES};
use kit_base::{EmailAddress, Instant, Problem};
use kit_policy::{HeldRole, Role, Scope};
use kit_store::Reader;
use kit_web::{App, SESSION_DAYS, SignedIn, TokenDigest};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, FromQueryResult, JoinType, QueryOrder, QuerySelect};

use crate::model::{PersonId, RolePlace, SESSIONS_PER_PERSON_MAX, SessionId};

pub(crate) mod person {
    use kit_base::ownership::{Owned, OwnershipColumns, RowVisibility};
    use kit_base::{EmailAddress, Locale, Visibility};
    use sea_orm::entity::prelude::*;

    use crate::model::PersonId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonId,
        pub version: i32,
        pub email: EmailAddress,
        pub name: String,
        pub locale: Locale,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(has_many = "super::held_role::Entity")]
        HeldRole,
        #[sea_orm(has_many = "super::session::Entity")]
        Session,
    }

    impl ActiveModelBehavior for ActiveModel {}

    /// People belong to no territory: who may list them may list them all.
    impl Owned for Entity {
        fn ownership() -> OwnershipColumns<Column> {
            OwnershipColumns {
                territory: None,
                organisation: None,
                visibility: RowVisibility::Always(Visibility::Invited),
            }
        }
    }
}

pub(crate) mod held_role {
    use kit_policy::Role;
    use sea_orm::entity::prelude::*;

    use crate::model::{HeldRoleId, PersonId, RolePlace};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "held_role")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: HeldRoleId,
        pub person_id: PersonId,
        pub role: Role,
        pub place: RolePlace,
        pub from_at: DateTimeUtc,
        pub until_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::person::Entity", from = "Column::PersonId", to = "super::person::Column::Id")]
        Person,
    }

    impl Related<super::person::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Person.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}

    /// Read through the person.
    impl kit_base::ownership::Unowned for Entity {}
}

pub(crate) mod session {
    use sea_orm::entity::prelude::*;

    use crate::model::{PersonId, SessionId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SessionId,
        pub person_id: PersonId,
        pub token_digest: Vec<u8>,
        pub browser: String,
        pub created_at: DateTimeUtc,
        pub revoked_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::person::Entity", from = "Column::PersonId", to = "super::person::Column::Id")]
        Person,
    }

    impl Related<super::person::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Person.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}

    /// Read by the person whose it is.
    impl kit_base::ownership::Unowned for Entity {}
}

pub(crate) mod sign_in_request {
    use sea_orm::entity::prelude::*;

    use crate::model::{PersonId, SignInRequestId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SignInRequestId,
        pub person_id: Option<PersonId>,
        pub address: Uuid,
        pub destination: String,
        pub link_digest: Vec<u8>,
        pub code_digest: Vec<u8>,
        pub browser: Vec<u8>,
        pub created_at: DateTimeUtc,
        pub used_at: Option<DateTimeUtc>,
        pub tries: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// Found only by a secret: a link, or the seal of a browser.
    impl kit_base::ownership::Unowned for Entity {}
}

pub(crate) mod sign_in_address {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_address")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub address: Uuid,
        pub day: Date,
        pub tries: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who holds the session of this token, with the roles they hold now: one query for each request of somebody signed in.
pub(crate) async fn identify(app: &App, token: &str) -> Result<Option<SignedIn>, Problem> {
    #[derive(FromQueryResult)]
    struct Row {
        session: SessionId,
        person: PersonId,
        name: String,
        role: Option<Role>,
        place: Option<RolePlace>,
    }
    let now = app.clock.now();
    let held_now = person::Relation::HeldRole.def().on_condition(move |_, _| held_at(now));
    let query = person::Entity::find()
        .select_only()
        .column_as(session::Column::Id, "session")
        .column_as(person::Column::Id, "person")
        .column_as(person::Column::Name, "name")
        .column_as(held_role::Column::Role, "role")
        .column_as(held_role::Column::Place, "place")
        .join(JoinType::InnerJoin, person::Relation::Session.def())
        .join(JoinType::LeftJoin, held_now)
        .filter(session::Column::TokenDigest.eq(TokenDigest::of(token).bytes()))
        .filter(open_at(now))
        .order_by_asc(held_role::Column::Id)
        .limit(ROLES_PER_PERSON_MAX);
    // The house asks for itself, before anybody is known.
    let rows: Vec<Row> = app.store.read().shaped_within(query, &Scope::everything()).await?;
    let roles = rows.iter().filter_map(|row| Some(HeldRole { role: row.role?, place: row.place?.0 })).collect();
    Ok(rows.first().map(|row| SignedIn { person: row.person.0, session: row.session.0, name: row.name.clone(), roles }))
}

/// Roles held at `now`.
pub(crate) fn held_at(now: Instant) -> Condition {
    Condition::all()
        .add(held_role::Column::FromAt.lte(now))
        .add(Condition::any().add(held_role::Column::UntilAt.is_null()).add(held_role::Column::UntilAt.gt(now)))
}

/// Sessions open at `now`.
pub(crate) fn open_at(now: Instant) -> Condition {
    Condition::all()
        .add(session::Column::RevokedAt.is_null())
        .add(session::Column::CreatedAt.gt(now - Duration::days(SESSION_DAYS)))
}

/// Sign-in mails that may still be used at `now`.
pub(crate) fn usable_at(now: Instant) -> Condition {
    Condition::all()
        .add(sign_in_request::Column::UsedAt.is_null())
        .add(sign_in_request::Column::CreatedAt.gt(now - Duration::minutes(SIGN_IN_MINUTES)))
}

/// The usable sign-in mail that this link stands in.
pub(crate) fn request_of_link(link: &str, now: Instant) -> Select<sign_in_request::Entity> {
    sign_in_request::Entity::find()
        .filter(sign_in_request::Column::LinkDigest.eq(TokenDigest::of(link).bytes()))
        .filter(usable_at(now))
}

/// What people are called. Those who do not exist are left out.
pub async fn names(reader: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, Problem> {
    #[derive(FromQueryResult)]
    struct Row {
        id: PersonId,
        name: String,
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .column(person::Column::Name)
        .filter(person::Column::Id.is_in(ids.iter().copied()));
    // Names are shown beside what the caller was let through to.
    let rows: Vec<Row> = reader.shaped_within(query, &Scope::everything()).await?;
    Ok(rows.into_iter().map(|row| (row.id.0, row.name)).collect())
}

/// The person who signs in with this address. For commands and the demo: never tell a visitor.
pub async fn person_by_email(reader: &Reader, email: &EmailAddress) -> Result<Option<PersonId>, Problem> {
    let query = person::Entity::find().filter(person::Column::Email.eq(email.clone()));
    Ok(reader.one_to_decide_on(query).await?.map(|person| person.id))
}

/// The person's own row.
pub(crate) async fn person(reader: &Reader, id: PersonId) -> Result<person::Model, Problem> {
    reader.one_to_decide_on(person::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)
}

/// The roles somebody holds at `now`.
pub(crate) async fn roles_of(
    reader: &Reader,
    person: PersonId,
    now: Instant,
) -> Result<Vec<held_role::Model>, Problem> {
    let query = held_role::Entity::find()
        .filter(held_role::Column::PersonId.eq(person))
        .filter(held_at(now))
        .order_by_asc(held_role::Column::Id)
        .limit(ROLES_PER_PERSON_MAX);
    reader.all(query).await
}

/// The open sessions of somebody, the newest first.
pub(crate) async fn sessions_of(
    reader: &Reader,
    person: PersonId,
    now: Instant,
) -> Result<Vec<session::Model>, Problem> {
    let query = session::Entity::find()
        .filter(session::Column::PersonId.eq(person))
        .filter(open_at(now))
        .order_by_desc(session::Column::Id)
        .limit(SESSIONS_PER_PERSON_MAX);
    reader.all(query).await
}

/// A page of people, the newest first.
pub(crate) struct PeoplePage {
    /// The people of this page.
    pub(crate) rows: Vec<person::Model>,
    /// How many there are on all pages.
    pub(crate) total: u64,
    /// The last of this page, when another page follows.
    pub(crate) last: Option<PersonId>,
}

/// The people with exactly this address, or everybody where none is given.
pub(crate) fn with_address(address: &str) -> Select<person::Entity> {
    match address.trim().to_ascii_lowercase().as_str() {
        "" => person::Entity::find(),
        address => person::Entity::find().filter(person::Column::Email.eq(address)),
    }
}

/// The people that `scope` lets through, with exactly this address unless it is empty, after `after`.
pub(crate) async fn people(
    reader: &Reader,
    scope: &Scope,
    address: &str,
    after: Option<PersonId>,
) -> Result<PeoplePage, Problem> {
    let mut query = with_address(address);
    let total = reader.count_within(query.clone(), scope).await?;
    if let Some(after) = after {
        query = query.filter(person::Column::Id.lt(after));
    }
    let query = query.order_by_desc(person::Column::Id).limit(PAGE_ROWS + 1);
    let mut rows = reader.all_within(query, scope).await?;
    let page_rows = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
    let has_more = rows.len() > page_rows;
    rows.truncate(page_rows);
    let last = rows.last().filter(|_| has_more).map(|row| row.id);
    Ok(PeoplePage { rows, total, last })
}

/// How many people keep the installation: without one, nobody can give roles.
pub async fn administrators(reader: &Reader, now: Instant) -> Result<u64, Problem> {
    let query = held_role::Entity::find()
        .filter(held_role::Column::Role.eq(Role::Administrator))
        .filter(Condition::any().add(held_role::Column::UntilAt.is_null()).add(held_role::Column::UntilAt.gt(now)));
    reader.count(query).await
}
