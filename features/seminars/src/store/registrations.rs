//! Registrations and places in the database, and how they are read.

use std::collections::HashMap;

use chrono::NaiveDate;
use kit_base::ownership::{Guard, Owned, OwnershipColumns, RowVisibility, Unowned};
use kit_base::{Problem, Visibility};
use kit_policy::{Principal, Resource};
use kit_store::{Reader, Tx};
use kit_web::TokenDigest;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use super::{seminar, session};
use crate::model::{
    LINKS_PER_REGISTRATION_MAX, RegistrationId, SEATS_MAX, SEATS_PER_REGISTRATION_MAX, SeatId, SeminarId, SessionId,
};

/// Registrations.
pub(crate) mod registration {
    use kit_base::{EmailAddress, Instant, Locale, Territory};
    use sea_orm::entity::prelude::*;

    use crate::model::{College, RegistrationId, SeminarId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "registration")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RegistrationId,
        pub version: i32,
        pub seminar_id: SeminarId,
        pub territory: Territory,
        pub college: College,
        pub origin: Territory,
        pub organisation: Option<String>,
        pub folded: String,
        pub contact_email: Option<EmailAddress>,
        pub locale: Locale,
        pub created_at: Instant,
        pub cancelled_at: Option<Instant>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Links by which registrations are changed.
pub(crate) mod registration_link {
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::{RegistrationId, RegistrationLinkId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "registration_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RegistrationLinkId,
        pub registration_id: RegistrationId,
        pub digest: Vec<u8>,
        pub created_at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Places.
pub(crate) mod seat {
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::{RegistrationId, SeatId, SeminarId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "seat")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SeatId,
        pub version: i32,
        pub seminar_id: SeminarId,
        pub registration_id: RegistrationId,
        pub number: i32,
        pub label: Option<String>,
        pub holder: i32,
        pub changed_at: Instant,
        pub cancelled_at: Option<Instant>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Workshops that places are kept in.
pub(crate) mod seat_workshop {
    use sea_orm::entity::prelude::*;

    use crate::model::{SeatId, SessionId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "seat_workshop")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seat_id: SeatId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: SessionId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

// Who comes is known to the steering of the region, and to whoever holds the link of the registration.
impl Owned for registration::Entity {
    fn ownership() -> OwnershipColumns<registration::Column> {
        OwnershipColumns {
            territory: Some(registration::Column::Territory),
            organisation: None,
            visibility: RowVisibility::Always(Visibility::Invited),
        }
    }
}

// Read through their registration, or through a seminar whose list may be read.
impl Unowned for registration_link::Entity {}
impl Unowned for seat::Entity {}
impl Unowned for seat_workshop::Entity {}

impl registration::Model {
    /// What the policies look at.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("registration", Visibility::Invited).with_id(self.id.0).in_territory(self.territory)
    }

    /// Where the steering changes it.
    pub(crate) fn path(&self, seminar: &seminar::Model) -> String {
        format!("{}/inscriptions/{}", seminar.path(), self.id)
    }
}

impl registration_link::Model {
    /// Whoever holds it.
    pub(crate) fn principal(&self) -> Principal {
        let about = self.registration_id.0;
        // A registration need not be an organisation's: the link speaks for the registration itself.
        Principal::AnswerLink { id: self.id.0, organisation: about, about }
    }
}

impl seat::Model {
    /// Whether somebody is expected in it.
    pub(crate) fn is_kept(&self) -> bool {
        self.cancelled_at.is_none()
    }
}

/// Whether links of a seminar still work: until the evening of its last day.
pub(crate) fn links_work(seminar: &seminar::Model, today: NaiveDate) -> bool {
    today <= seminar.last_day
}

/// The link that this token opens.
pub(crate) fn link_of(token: &str) -> Select<registration_link::Entity> {
    registration_link::Entity::find().filter(registration_link::Column::Digest.eq(TokenDigest::of(token).bytes()))
}

/// The links that were sent for a registration.
pub(crate) fn links_of(registration: RegistrationId) -> Select<registration_link::Entity> {
    registration_link::Entity::find()
        .filter(registration_link::Column::RegistrationId.eq(registration))
        .limit(LINKS_PER_REGISTRATION_MAX as u64)
}

/// The places of a registration, in their order.
pub(crate) fn seats_of(registration: RegistrationId) -> Select<seat::Entity> {
    seat::Entity::find()
        .filter(seat::Column::RegistrationId.eq(registration))
        .order_by_asc(seat::Column::Number)
        .limit(SEATS_PER_REGISTRATION_MAX as u64)
}

/// The places of a seminar that somebody is expected in.
pub(crate) fn kept_seats(seminar: SeminarId) -> Select<seat::Entity> {
    seat::Entity::find()
        .filter(seat::Column::SeminarId.eq(seminar))
        .filter(seat::Column::CancelledAt.is_null())
        .order_by_asc(seat::Column::RegistrationId)
        .order_by_asc(seat::Column::Number)
        .limit(SEATS_MAX as u64)
}

/// The places of these registrations that somebody is expected in.
pub(crate) fn kept_seats_of(registrations: &[RegistrationId]) -> Select<seat::Entity> {
    let rows_max = registrations.len().saturating_mul(SEATS_PER_REGISTRATION_MAX) as u64;
    seat::Entity::find()
        .filter(seat::Column::RegistrationId.is_in(registrations.iter().copied()))
        .filter(seat::Column::CancelledAt.is_null())
        .order_by_asc(seat::Column::RegistrationId)
        .order_by_asc(seat::Column::Number)
        .limit(rows_max)
}

/// How many places of a seminar are taken, inside a command that holds it.
pub(crate) async fn seats_taken(tx: &Tx, seminar: SeminarId) -> Result<u64, Problem> {
    Ok(kept_seats(seminar).count(tx).await?)
}

/// Registrations of a seminar that were not taken back.
pub(crate) fn registrations_of(seminar: SeminarId) -> Select<registration::Entity> {
    registration::Entity::find()
        .filter(registration::Column::SeminarId.eq(seminar))
        .filter(registration::Column::CancelledAt.is_null())
        .order_by_asc(registration::Column::Id)
        .limit(SEATS_MAX as u64)
}

/// The registrations for a seminar, the last one first, from the one after `after`.
pub(crate) fn last_first(seminar: SeminarId, after: Option<RegistrationId>) -> Select<registration::Entity> {
    let query = registration::Entity::find().filter(registration::Column::SeminarId.eq(seminar));
    let query = match after {
        None => query,
        Some(after) => query.filter(registration::Column::Id.lt(after)),
    };
    query.order_by_desc(registration::Column::Id)
}

/// The places kept in a workshop.
pub(crate) fn seats_in(session: SessionId) -> Select<seat_workshop::Entity> {
    let kept = seat::Entity::find().select_only().column(seat::Column::Id).filter(seat::Column::CancelledAt.is_null());
    seat_workshop::Entity::find()
        .filter(seat_workshop::Column::SessionId.eq(session))
        .filter(seat_workshop::Column::SeatId.in_subquery(kept.into_query()))
}

/// The workshops of these places.
pub(crate) fn workshops_of(seats: &[SeatId]) -> Select<seat_workshop::Entity> {
    seat_workshop::Entity::find().filter(seat_workshop::Column::SeatId.is_in(seats.iter().copied()))
}

/// Everybody expected at a seminar, with the registration they come under.
pub(crate) async fn expected(
    reader: &Reader,
    seminar: SeminarId,
    guard: &impl Guard,
) -> Result<Vec<(registration::Model, seat::Model)>, Problem> {
    let registrations = reader.all_within(registrations_of(seminar), guard).await?;
    let by_id: HashMap<RegistrationId, registration::Model> =
        registrations.into_iter().map(|row| (row.id, row)).collect();
    let seats = reader.all(kept_seats(seminar)).await?;
    let with_registration = |seat: seat::Model| Some((by_id.get(&seat.registration_id)?.clone(), seat));
    Ok(seats.into_iter().filter_map(with_registration).collect())
}

/// How many places are left in each of these workshops that has a number of them.
pub(crate) async fn left_in(
    reader: &Reader,
    workshops: impl Iterator<Item = &session::Model>,
) -> Result<HashMap<SessionId, u64>, Problem> {
    let mut left = HashMap::new();
    for workshop in workshops {
        let Some(places) = workshop.places else { continue };
        let taken = reader.count(seats_in(workshop.id)).await?;
        left.extend(crate::model::places_left(Some(places), taken).map(|count| (workshop.id, count)));
    }
    Ok(left)
}
