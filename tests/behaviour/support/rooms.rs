//! Something in every room: what a test of all rooms needs to begin with.

use chrono::{NaiveDate, NaiveTime};
use collectives::commands::{AddMember, CreateCollective};
use collectives::{MemberRole, MembershipId};
use commitments::{AnswerLinkId, AskForNews, CommitmentId, Origin, OriginKind, RecordCommitment};
use directory::commands::{AddContact, AddRole};
use directory::{
    ContactFacts, ContactId, OrganisationId, Period, PresenceDays, ProgrammeRole, RoleFacts, RoleId, Weekday,
};
use kit_base::{LanguageTag, Locale, Multilingual, Visibility};
use plan::commands::{AddAxis, AddIndicator, AddObjective, CreateAction, CreatePlan};
use plan::{ActionId, ActionStatus, AxisId, IndicatorFacts, IndicatorId, ObjectiveId, PlanId, Stage};
use seminars::commands::{AddSession, CreateSeminar, NewRegistration, RegisterFor};
use seminars::{College, HalfDayId, Hours, RegistrationId, SeatId, SeminarId, SessionId, SessionKind};
use uuid::Uuid;

use super::TestHouse;

/// Of the Aude and its region, one of each: a workshop, a promise made in it, an action, a collective.
pub(crate) struct Rooms {
    pub(crate) organisation: OrganisationId,
    pub(crate) role: RoleId,
    pub(crate) contact: ContactId,
    pub(crate) membership: MembershipId,
    pub(crate) seminar: SeminarId,
    pub(crate) half_day: HalfDayId,
    pub(crate) session: SessionId,
    pub(crate) registration: RegistrationId,
    pub(crate) seat: SeatId,
    pub(crate) commitment: CommitmentId,
    pub(crate) link: AnswerLinkId,
    pub(crate) plan: PlanId,
    pub(crate) axis: AxisId,
    pub(crate) objective: ObjectiveId,
    pub(crate) action: ActionId,
    pub(crate) indicator: IndicatorId,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl TestHouse {
    /// Furnishes every room.
    pub(crate) async fn furnish(&self) -> Rooms {
        let organisation = self.organisation("Mission locale d’essai (exemple)", "departement:11").await;
        let role = self.role(organisation, "JSI", Period::default()).await;
        let contact = self.contact(organisation, "Accueil").await;
        let collective = self.act(&CreateCollective { territory: "departement:11".parse().unwrap(), name: None }).await;
        let join = AddMember { collective, organisation, role: MemberRole::Member, from: day("2026-01-01") };
        let membership = self.act(&join).await;
        let (seminar, half_day) = self.seminar("essai", "Rencontre d’essai (exemple)").await;
        let session = self.workshop(half_day, "Atelier d’essai", Visibility::Public).await;
        let registration = self.registration(seminar).await;
        let seat = seminars::seats_of(&self.app, registration).await.unwrap()[0];
        let commitment = self.promise_in(organisation, session, "Recenser les partenaires").await;
        let link = self.act(&AskForNews { commitment, asked_by: "Pilotage (exemple)".to_owned() }).await;
        let (plan, axis, objective) = self.plan("Plan d’essai (exemple)").await;
        let action = self.action(objective, "Action d’essai (exemple)", Visibility::Public, None).await;
        let indicator = self.indicator(plan, "Jeunes partis (exemple)").await;
        Rooms {
            organisation,
            role,
            contact,
            membership,
            seminar,
            half_day,
            session,
            registration,
            seat,
            commitment,
            link,
            plan,
            axis,
            objective,
            action,
            indicator,
        }
    }

    /// A role of an organisation in a programme: it sends.
    pub(crate) async fn role(&self, organisation: OrganisationId, programme: &str, period: Period) -> RoleId {
        let facts = RoleFacts {
            programme: programme.to_owned(),
            role: ProgrammeRole::Sending,
            accreditation: Some("2024-ESSAI-01".to_owned()),
            period,
        };
        self.act(&AddRole { organisation, facts }).await
    }

    /// Whom to ask for in an organisation, on Tuesdays and Wednesdays.
    pub(crate) async fn contact(&self, organisation: OrganisationId, function: &str) -> ContactId {
        let facts = ContactFacts {
            function: function.to_owned(),
            days: PresenceDays::new(vec![Weekday::Wednesday, Weekday::Tuesday]),
            phone: Some("04 65 71 00 99".parse().unwrap()),
            email: Some("fonction@organisation.example".parse().unwrap()),
            substitute: Some("La direction".to_owned()),
        };
        self.act(&AddContact { organisation, facts }).await
    }

    /// A seminar of two days at `/seminaires/{slug}`, and its first half-day.
    pub(crate) async fn seminar(&self, slug: &str, title: &str) -> (SeminarId, HalfDayId) {
        let id = self.seminar_from("2026-11-19", "2026-11-20", slug, title).await;
        let outline = seminars::find(&self.app, slug).await.unwrap().unwrap();
        (id, outline.half_days[0].id)
    }

    /// A seminar at `/seminaires/{slug}` that was not held yet.
    pub(crate) async fn seminar_to_come(&self, slug: &str) -> SeminarId {
        self.seminar_from("2027-06-24", "2027-06-25", slug, "Rencontre à venir (exemple)").await
    }

    async fn seminar_from(&self, first_day: &str, last_day: &str, slug: &str, title: &str) -> SeminarId {
        let created = self
            .act(&CreateSeminar {
                title: Multilingual::new(LanguageTag::of(Locale::Fr), title.to_owned()),
                territory: "region:76".parse().unwrap(),
                place: None,
                place_label: None,
                first_day: day(first_day),
                last_day: day(last_day),
                previous: None,
                source: None,
                is_example: true,
                slug: Some(slug.to_owned()),
                half_days: None,
            })
            .await;
        created.id
    }

    /// One who comes for the collective of the Aude.
    async fn registration(&self, seminar: SeminarId) -> RegistrationId {
        self.act(&RegisterFor(NewRegistration {
            seminar,
            college: College::Animating,
            origin: "departement:11".parse().unwrap(),
            organisation: Some("Mission locale d’essai (exemple)".to_owned()),
            people: vec![Some("Coordination".to_owned())],
            workshops: Vec::new(),
            contact: None,
            locale: Locale::Fr,
        }))
        .await
    }

    /// A workshop, all morning long.
    pub(crate) async fn workshop(&self, half_day: HalfDayId, title: &str, visibility: Visibility) -> SessionId {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        self.act(&AddSession {
            half_day,
            kind: SessionKind::Workshop,
            number: None,
            title: title.to_owned(),
            room: None,
            room_visibility: Visibility::Public,
            places: None,
            hours: Hours { starts: hour(9), ends: hour(12) },
            visibility,
        })
        .await
    }

    /// What decisions and promises remember of a workshop.
    pub(crate) fn origin_in(&self, session: SessionId, title: &str) -> Origin {
        Origin {
            kind: OriginKind::Session,
            id: session.0,
            title: title.to_owned(),
            date: day("2026-11-19"),
            path: format!("/seminaires/essai/sessions/{session}"),
            territory: "region:76".parse().unwrap(),
        }
    }

    /// What an organisation promised in a workshop.
    pub(crate) async fn promise_in(
        &self,
        organisation: OrganisationId,
        session: SessionId,
        what: &str,
    ) -> CommitmentId {
        self.act(&RecordCommitment {
            origin: self.origin_in(session, "Atelier d’essai"),
            organisation,
            person_label: None,
            what: what.to_owned(),
            due: day("2026-12-01"),
            not_before: None,
            decision: None,
        })
        .await
    }

    /// The plan of the region, with an axis and an objective.
    pub(crate) async fn plan(&self, title: &str) -> (PlanId, AxisId, ObjectiveId) {
        let plan = self
            .act(&CreatePlan {
                territory: "region:76".parse().unwrap(),
                title: title.to_owned(),
                first_year: 2026,
                last_year: 2028,
                is_example: true,
            })
            .await;
        let axis = self.act(&AddAxis { plan, title: "Axe d’essai".to_owned() }).await;
        let objective = self.act(&AddObjective { axis, title: "Objectif d’essai".to_owned() }).await;
        (plan, axis, objective)
    }

    /// An indicator of a plan: young people who left.
    pub(crate) async fn indicator(&self, plan: PlanId, title: &str) -> IndicatorId {
        let facts = IndicatorFacts {
            stage: Stage::Departed,
            title: title.to_owned(),
            definition: "Partis dans l’année".to_owned(),
            unit: "jeunes".to_owned(),
            baseline: None,
            baseline_year: None,
            target: None,
            source: None,
        };
        self.act(&AddIndicator { plan, facts }).await
    }

    /// An action of the Aude.
    pub(crate) async fn action(
        &self,
        objective: ObjectiveId,
        title: &str,
        visibility: Visibility,
        commitment: Option<CommitmentId>,
    ) -> ActionId {
        self.act(&CreateAction {
            territory: "departement:11".parse().unwrap(),
            objective,
            title: title.to_owned(),
            lead_organisation: None,
            commitment,
            status: ActionStatus::Planned,
            status_reason: None,
            starts: None,
            ends: None,
            expected_results: None,
            visibility,
            is_example: true,
        })
        .await
    }

    /// Runs a statement of the test's own, for what no command does yet.
    pub(crate) async fn change(&self, sql: &str, id: Uuid) {
        use sea_orm::{ConnectionTrait, Statement};
        self.app
            .store
            .write(|tx| async move {
                let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, [id.into()]);
                assert_eq!(tx.execute_raw(statement).await?.rows_affected(), 1, "{sql}");
                Ok(())
            })
            .await
            .unwrap();
    }
}
