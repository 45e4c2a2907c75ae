//! Somebody registers, for an organisation or for themselves.

use kit_base::{EmailAddress, Locale, Message, Problem, Territory, TerritoryKind};
use kit_web::{Act, Command, Done, Permit, Record};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde_json::json;

use crate::commands::links::NewLink;
use crate::commands::workshops::{self, choose};
use crate::letters;
use crate::model::{
    College, REGISTRATIONS_PER_ADDRESS_MAX, RegistrationId, SEATS_MAX, SEATS_PER_REGISTRATION_MAX, SeatId, SeminarId,
    SessionId, places_left,
};
use crate::store::registrations::{registration, registrations_of, seat, seats_taken};
use crate::store::{programme_held, seminar};

/// Who comes, as it was asked for.
#[derive(Debug, Clone)]
pub struct NewRegistration {
    /// To which seminar.
    pub seminar: SeminarId,
    /// In which role.
    pub college: College,
    /// From where: a département of the region, a region, a country.
    pub origin: Territory,
    /// For which organisation; none à titre individuel.
    pub organisation: Option<String>,
    /// One for each place: who comes, where that is known.
    pub people: Vec<Option<String>>,
    /// The workshops that every place is kept in.
    pub workshops: Vec<SessionId>,
    /// Where the confirmation goes.
    pub contact: Option<EmailAddress>,
    /// The language it is written in.
    pub locale: Locale,
}

/// Registers through the web, by whoever wishes to come: between two dates, with an address for the confirmation.
#[derive(Debug, Clone)]
pub struct Register(pub NewRegistration);

/// Registers somebody else: the steering of the region, on whatever day, with or without an address.
#[derive(Debug, Clone)]
pub struct RegisterFor(pub NewRegistration);

impl Command for Register {
    type Output = RegistrationId;

    const NAME: &'static str = "registration.register";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let seminar = act.tx.hold::<seminar::Entity>(self.0.seminar).await?;
        let permit = act.permit("registration.register", &seminar.resource())?;
        let t = act.premises().words.translator(self.0.locale);
        if let Some(refusal) = seminar.opening(act.now).refusal(|day| t.date(day)) {
            return Err(Problem::Refused(refusal));
        }
        if self.0.contact.is_none() {
            return Err(Problem::field("adresse", Message::new("form-missing")));
        }
        self.0.carry_out(act, &seminar, permit).await
    }
}

impl Command for RegisterFor {
    type Output = RegistrationId;

    const NAME: &'static str = "registration.register-for";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let seminar = act.tx.hold::<seminar::Entity>(self.0.seminar).await?;
        let permit = act.permit("registration.manage", &seminar.resource())?;
        if seminar.cancelled_at.is_some() {
            return Err(Problem::Refused(Message::new("seminars-registration-cancelled")));
        }
        self.0.carry_out(act, &seminar, permit).await
    }
}

impl NewRegistration {
    /// The seminar is held: its row carries its places and those of its workshops.
    async fn carry_out(
        &self,
        act: &Act<'_>,
        seminar: &seminar::Model,
        permit: Permit,
    ) -> Result<Done<RegistrationId>, Problem> {
        let organisation = self.named_organisation(act)?;
        check_origin(seminar, self.origin)?;
        self.check_people()?;
        self.check_once(act, organisation.as_deref()).await?;
        self.check_places(act, seminar).await?;
        let id = self.write(act, seminar, organisation.clone()).await?;
        let seats = self.write_seats(act, id).await?;
        let programme = programme_held(&act.tx, seminar.id).await?;
        choose(&act.tx, &programme, &seats, &self.workshops).await?;
        if let Some(contact) = &self.contact {
            let token = NewLink { registration: id }.make(&act.tx, act.now).await?;
            letters::confirmation(act, seminar, contact, self.locale, self.people.len(), &token).await?;
        }
        let after = json!({
            "seminar": seminar.id,
            "college": self.college.code(),
            "origin": self.origin.to_string(),
            "organisation": organisation,
            "places": self.people.len(),
            "workshops": workshops::titles(&programme, &self.workshops),
        });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(id, Record::of("registration", id.0, Some(seminar.territory), values)))
    }

    /// Nobody registers for an organisation without its name. In a demo every organisation is made up, and says so.
    fn named_organisation(&self, act: &Act<'_>) -> Result<Option<String>, Problem> {
        match (&self.organisation, self.college) {
            (_, College::Individual) => Ok(None),
            (None, _) => Err(Problem::field("organisation", Message::new("form-missing"))),
            (Some(name), _) => Ok(Some(directory::display_name(name, act.premises().is_demo))),
        }
    }

    fn check_people(&self) -> Result<(), Problem> {
        let count = self.people.len();
        if count == 0 || count > SEATS_PER_REGISTRATION_MAX {
            let wrong = Message::new("form-not-a-whole-number").with("min", 1).with("max", SEATS_PER_REGISTRATION_MAX);
            return Err(Problem::field("nombre", wrong));
        }
        if self.college == College::Individual && count > 1 {
            return Err(Problem::field("nombre", Message::new("seminars-error-individual-comes-alone")));
        }
        Ok(())
    }

    /// The same organisation under the same address comes under one registration, whose places can be changed.
    async fn check_once(&self, act: &Act<'_>, organisation: Option<&str>) -> Result<(), Problem> {
        let Some(contact) = &self.contact else { return Ok(()) };
        let under_address = registration::Entity::find()
            .filter(registration::Column::SeminarId.eq(self.seminar))
            .filter(registration::Column::ContactEmail.eq(contact.clone()));
        if under_address.count(&act.tx).await? >= REGISTRATIONS_PER_ADDRESS_MAX as u64 {
            let too_many = Message::new("seminars-error-too-many-under-address");
            return Err(Problem::field("adresse", too_many.with("max", REGISTRATIONS_PER_ADDRESS_MAX)));
        }
        let same = registrations_of(self.seminar)
            .filter(registration::Column::ContactEmail.eq(contact.clone()))
            .filter(registration::Column::Folded.eq(territory::fold(organisation.unwrap_or_default())));
        match same.count(&act.tx).await? {
            0 => Ok(()),
            _ => Err(Problem::field("adresse", Message::new("seminars-error-already-registered"))),
        }
    }

    async fn check_places(&self, act: &Act<'_>, seminar: &seminar::Model) -> Result<(), Problem> {
        let taken = seats_taken(&act.tx, seminar.id).await?;
        let places = seminar.places.or_else(|| i32::try_from(SEATS_MAX).ok());
        match places_left(places, taken) {
            Some(0) => Err(Problem::field("nombre", Message::new("seminars-error-no-place-left"))),
            Some(left) if left < self.people.len() as u64 => {
                Err(Problem::field("nombre", Message::new("seminars-error-places-left").with("left", left)))
            }
            _ => Ok(()),
        }
    }

    async fn write(
        &self,
        act: &Act<'_>,
        seminar: &seminar::Model,
        organisation: Option<String>,
    ) -> Result<RegistrationId, Problem> {
        let id = RegistrationId::new(act.now);
        let row = registration::ActiveModel {
            id: Set(id),
            version: Set(1),
            seminar_id: Set(seminar.id),
            territory: Set(seminar.territory),
            college: Set(self.college),
            origin: Set(self.origin),
            folded: Set(territory::fold(organisation.as_deref().unwrap_or_default())),
            organisation: Set(organisation),
            contact_email: Set(self.contact.clone()),
            locale: Set(self.locale),
            created_at: Set(act.now),
            cancelled_at: Set(None),
        };
        registration::Entity::insert(row).exec_without_returning(&act.tx).await?;
        Ok(id)
    }

    async fn write_seats(&self, act: &Act<'_>, registration: RegistrationId) -> Result<Vec<SeatId>, Problem> {
        let mut ids = Vec::with_capacity(self.people.len());
        for (number, label) in (1..).zip(&self.people) {
            let id = SeatId::new(act.now);
            let row = seat::ActiveModel {
                id: Set(id),
                version: Set(1),
                seminar_id: Set(self.seminar),
                registration_id: Set(registration),
                number: Set(number),
                label: Set(label.clone()),
                holder: Set(1),
                changed_at: Set(act.now),
                cancelled_at: Set(None),
            };
            seat::Entity::insert(row).exec_without_returning(&act.tx).await?;
            ids.push(id);
        }
        Ok(ids)
    }
}

/// A département of the region, any region, any country.
fn check_origin(seminar: &seminar::Model, origin: Territory) -> Result<(), Problem> {
    let atlas = territories::atlas();
    let is_one = match origin.kind() {
        TerritoryKind::Departement => atlas.region_of(origin) == Some(seminar.territory),
        TerritoryKind::Region | TerritoryKind::Pays => atlas.get(origin).is_some(),
        _ => false,
    };
    if is_one { Ok(()) } else { Err(Problem::field("provenance", Message::new("form-unknown-code"))) }
}
