//! Every command that the rooms declare, sent by hands that may not: nothing happens, and nothing is journalled.

use std::collections::BTreeSet;

use accounts::commands::{CreatePerson, GrantRole};
use collectives::CommitteeSeatId;
use commitments::{CommitmentId, HelpId, OfferHelp};
use kit_base::{Locale, Visibility};
use kit_policy::{HeldRole, Place, Role};
use meetings::MeetingId;
use seminars::SessionId;

use crate::support::{Browser, Hand, Rooms, TestHouse};

/// Commands that no form carries out, and those that what is sent permits by itself (a code, a signed link): they have tests of
/// their own.
const ELSEWHERE: [&str; 19] = [
    "account.request-sign-in",
    "account.sign-in-with-link",
    "account.sign-in-with-code",
    "account.open-session",
    "account.end-session",
    "account.end-other-sessions",
    "answer-link.make-sample",
    "collective.answer-sheet",
    "collective.make-sample-link",
    "commitment.carry-over",
    "commitment.hand-over",
    "commitment.undo-answer",
    "commitment.disown-answer",
    "indicator.answer",
    "indicator.make-sample-link",
    "organisation.import",
    "registration.register",
    "registration.send-link",
    "registration.make-sample-link",
];

/// A form, whole and right, that only some hands may send.
struct Case {
    command: &'static str,
    path: String,
    fields: Vec<(&'static str, String)>,
    /// Who may send it, to show that the form is right.
    allowed: Hand,
    /// Hands of the Aude that may not, besides those that may nothing here.
    refused: Vec<Hand>,
    /// Commands that are carried out with it, each with its own entry.
    within: i64,
}

/// A file in which nothing was written.
const NOTHING_BROUGHT_BACK: &str =
    r#"{"presences":[],"answers":[],"decisions":[],"promises":[],"minutes":null,"next_day":null}"#;

fn case(command: &'static str, path: impl Into<String>, fields: &[(&'static str, &str)]) -> Case {
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Case { command, path: path.into(), fields, allowed: Hand::Steering("region:76"), refused: Vec::new(), within: 0 }
}

impl Case {
    fn by(self, allowed: Hand) -> Self {
        Self { allowed, ..self }
    }

    fn carrying_out(self, within: i64) -> Self {
        Self { within, ..self }
    }

    /// Not even the coordinator of the very département may.
    fn not_by_coordinators(mut self) -> Self {
        self.refused.push(Hand::Coordinator("departement:11"));
        self
    }

    /// Nor this hand.
    fn not_by(mut self, hand: Hand) -> Self {
        self.refused.push(hand);
        self
    }
}

/// What some commands need besides one of each.
struct More {
    /// An offer to help with the promise.
    help: HelpId,
    /// Two promises that are the same.
    twin: CommitmentId,
    standing: String,
    meeting: MeetingId,
    seat: CommitteeSeatId,
    open_promises: i64,
}

fn cases(rooms: &Rooms, more: &More, successor: &str, other_session: SessionId, person: &str, role: &str) -> Vec<Case> {
    let member = Hand::Member(rooms.organisation);
    let organisation = rooms.organisation.to_string();
    let session = format!("/seminaires/essai/sessions/{}", rooms.session);
    let registration = format!("/seminaires/essai/inscriptions/{}", rooms.registration);
    let objective = rooms.objective.to_string();
    let structure =
        [("nom", "Structure voulue (exemple)"), ("type", "popular_education"), ("territoire", "departement:11")];
    let versioned: Vec<_> =
        structure.into_iter().chain([("courriel", "contact@organisation.example"), ("version", "1")]).collect();
    let days = [("titre", "Voulu"), ("premier-jour", "2027-06-24"), ("dernier-jour", "2027-06-25")];
    let seminar: Vec<_> = days.into_iter().chain([("region", "region:76")]).collect();
    let promise = [("organisation", organisation.as_str()), ("quoi", "Tenir"), ("echeance", "2026-12-24")];
    let action = [("titre", "Voulue"), ("objectif", objective.as_str()), ("etat", "planned"), ("visibilite", "public")];
    let indicator = [("titre", "Voulu"), ("etape", "departed"), ("definition", "Vouloir"), ("unite", "jeunes")];
    let versioned_action: Vec<_> = action.into_iter().chain([("version", "1")]).collect();
    let somebody = [("nom", "Exemple"), ("adresse", "neuf@test.example"), ("langue-courriels", "fr")];
    let with_role: Vec<_> = [("adresse", "dix@test.example"), ("role", "reader"), ("lieu", "departement:11")]
        .into_iter()
        .chain([("nom", "Exemple"), ("langue-courriels", "fr")])
        .collect();
    let commitment = format!("/engagements/{}", rooms.commitment);
    let meeting = format!("/reunions/{}", more.meeting);
    let coordinator = Hand::Coordinator("departement:11");
    vec![
        case("organisation.create", "/acteurs/nouveau", &structure).not_by(member),
        case("organisation.edit", format!("/acteurs/{organisation}/modifier"), &versioned).by(member),
        case(
            "organisation.edit-help",
            format!("/acteurs/{organisation}/aide"),
            &[("aide-1", "Préparer un départ"), ("version", "2")],
        )
        .by(member),
        case(
            "organisation.add-name",
            format!("/acteurs/{organisation}/noms/nouveau"),
            &[("nom", "Ancienne (exemple)"), ("genre", "former")],
        )
        .by(member),
        case(
            "organisation.add-role",
            format!("/acteurs/{organisation}/roles/nouveau"),
            &[("programme", "JSI"), ("role", "lead")],
        )
        .by(member),
        case(
            "organisation.edit-role",
            format!("/acteurs/{organisation}/roles/{}/modifier", rooms.role),
            &[("programme", "JSI"), ("role", "hosting"), ("version", "1")],
        )
        .by(member),
        case(
            "organisation.add-contact",
            format!("/acteurs/{organisation}/contacts/nouveau"),
            &[("fonction", "Accueil du matin")],
        )
        .by(member),
        case(
            "organisation.edit-contact",
            format!("/acteurs/{organisation}/contacts/{}/modifier", rooms.contact),
            &[("fonction", "Accueil du soir"), ("lundi", "yes"), ("version", "1")],
        )
        .by(member),
        case("organisation.remove-fact", format!("/acteurs/{organisation}/retirer/contact/{}", rooms.contact), &[])
            .by(member),
        // Its page tells the story too: whoever may not correct that record does not write on it from here.
        case("organisation.say-became", format!("/acteurs/{organisation}/devenue"), &[("successeur", successor)])
            .not_by(member),
        case("collective.create", "/collectifs/09/creer", &[]).not_by_coordinators(),
        case(
            "collective.member-end",
            format!("/collectifs/11/membres/{}/fin", rooms.membership),
            &[("jusqu", "2026-06-30")],
        )
        .by(coordinator)
        .not_by(member),
        case(
            "collective.member-add",
            "/collectifs/11/membres/nouveau",
            &[("organisation", organisation.as_str()), ("role", "member"), ("depuis", "2026-07-01")],
        )
        .by(coordinator)
        .not_by(member),
        case("seminar.create", "/seminaires/nouveau", &seminar).not_by_coordinators(),
        // Before the seminar is moved into the future.
        case(
            "attendance.record",
            format!("/seminaires/essai/demi-journees/{}/presence", rooms.half_day),
            &[("version", "0")],
        )
        .not_by_coordinators(),
        case("seminar.edit", "/seminaires/essai/modifier", &[days.as_slice(), &[("version", "1")]].concat())
            .not_by_coordinators(),
        case(
            "session.add",
            format!("/seminaires/essai/demi-journees/{}/sessions", rooms.half_day),
            &[
                ("genre", "workshop"),
                ("titre", "Voulu"),
                ("debut", "09:00"),
                ("fin", "10:00"),
                ("visibilite", "public"),
                ("visibilite-salle", "public"),
            ],
        )
        .not_by_coordinators(),
        case("minutes.edit", format!("{session}/compte-rendu"), &[("compte-rendu", "Voulu"), ("version", "0")])
            .not_by_coordinators(),
        case(
            "session.edit",
            format!("{session}/modifier"),
            &[
                ("titre", "Voulu"),
                ("debut", "09:00"),
                ("fin", "10:00"),
                ("visibilite", "public"),
                ("visibilite-salle", "public"),
                ("version", "1"),
            ],
        )
        .not_by_coordinators(),
        case("session.cancel", format!("/seminaires/essai/sessions/{}/annuler", other_session), &[])
            .not_by_coordinators(),
        case(
            "seminar.set-up-registration",
            "/seminaires/essai/inscriptions/reglages",
            &[("places", "20"), ("version", "2")],
        )
        .not_by_coordinators(),
        case(
            "registration.register-for",
            "/seminaires/essai/inscriptions/nouvelle",
            &[
                ("college", "animating"),
                ("provenance", "departement:11"),
                ("organisation", "Structure voulue (exemple)"),
                ("nombre", "1"),
            ],
        )
        .not_by_coordinators(),
        case(
            "registration.change-seat",
            format!("{registration}/places/{}", rooms.seat),
            &[("personne", "Fonction voulue"), ("version", "1")],
        )
        .not_by_coordinators(),
        case("registration.cancel", format!("{registration}/annuler"), &[]).not_by_coordinators(),
        case("decision.record", format!("{session}/decisions"), &[("texte-decision", "Vouloir")]).not_by_coordinators(),
        case(
            "commitment.record",
            format!("{session}/engagements"),
            &[("echeance", "2027-12-24"), promise[0], promise[1]],
        )
        .not_by(member),
        case("commitment.ask", format!("{commitment}/demander"), &[]).by(coordinator).not_by(member),
        case("commitment.answer", format!("{commitment}/repondre"), &[("reponse", "done")])
            .by(member)
            .not_by(Hand::Administrator),
        case("commitment.offer-help", format!("{commitment}/aides"), &[("aide-de", successor)])
            .by(coordinator)
            .not_by(member),
        case("commitment.withdraw-help", format!("{commitment}/aides/{}/retirer", more.help), &[])
            .by(coordinator)
            .not_by(member),
        case("commitment.same-as", format!("/engagements/{}/pareil", more.twin), &[("pareil", &more.standing)])
            .by(coordinator)
            .not_by(member),
        case("commitment.separate", format!("/engagements/{}/separer", more.twin), &[]).by(coordinator).not_by(member),
        case(
            "meeting.create",
            "/collectifs/11/reunions/nouvelle",
            &[("jour", "2027-01-14"), ("debut", "18:00"), ("fin", "20:00"), ("visibilite", "registered")],
        )
        .by(coordinator)
        .not_by(member),
        case(
            "meeting.edit",
            format!("{meeting}/modifier"),
            &[
                ("jour", "2027-01-14"),
                ("debut", "18:00"),
                ("fin", "20:00"),
                ("visibilite", "registered"),
                ("version", "1"),
            ],
        )
        .by(coordinator)
        .not_by(member),
        case("meeting.record-presence", format!("{meeting}/presences"), &[("invitee", successor)])
            .by(coordinator)
            .not_by(member),
        case(
            "meeting.write-minutes",
            format!("{meeting}/compte-rendu"),
            &[("compte-rendu", "Voulu"), ("version", "2")],
        )
        .by(coordinator)
        .not_by(member),
        case("meeting.bring-back", format!("{meeting}/retour/confirmer"), &[("dit", NOTHING_BROUGHT_BACK)])
            .by(coordinator)
            .not_by(member),
        case("meeting.invite", format!("{meeting}/inviter"), &[])
            .by(coordinator)
            .not_by(member)
            // Each open promise is put on its agenda.
            .carrying_out(more.open_promises),
        case("collective.confirm-sheet", "/collectifs/11/fiche/confirmer", &[]).by(coordinator).not_by(member),
        case(
            "collective.edit-sheet",
            "/collectifs/11/fiche/modifier",
            &[("besoins", "Voulu"), ("interim", successor), ("version", "2")],
        )
        .by(coordinator)
        .not_by(member),
        case("collective.record-charter", "/collectifs/11/charte", &[("signee", "2026-01-15")])
            .by(coordinator)
            .not_by(member),
        case(
            "collective.sign-charter",
            "/collectifs/11/charte/signataires",
            &[("signataire", successor), ("signe-le", "2026-02-15")],
        )
        .by(coordinator)
        .not_by(member),
        case("collective.send-sheet", "/collectifs/11/fiche/envoyer", &[]).by(coordinator).not_by(member),
        case("committee.add-seat", "/comites/76/sieges/nouveau", &[("college", "Voulu"), ("depuis", "2026-01-15")])
            .not_by_coordinators()
            .not_by(member),
        case("committee.end-seat", format!("/comites/76/sieges/{}/fin", more.seat), &[("jusqu", "2026-11-01")])
            .not_by_coordinators()
            .not_by(member),
        case("meeting.cancel", format!("{meeting}/annuler"), &[]).by(coordinator).not_by(member),
        case("answer-link.revoke", format!("{commitment}/liens/{}/retirer", rooms.link), &[])
            .by(coordinator)
            .not_by(member),
        case(
            "plan.create",
            "/plans/76/nouveau",
            &[("titre", "Voulu"), ("premiere-annee", "2027"), ("derniere-annee", "2029")],
        )
        .not_by_coordinators(),
        case("plan.add-axis", format!("/plans/76/{}/axes", rooms.plan), &[("titre", "Voulu")]).not_by_coordinators(),
        case(
            "plan.add-objective",
            format!("/plans/76/{}/axes/{}/objectifs", rooms.plan, rooms.axis),
            &[("titre", "Voulu")],
        )
        .not_by_coordinators(),
        case("indicator.add", format!("/plans/76/{}/indicateurs", rooms.plan), &indicator).not_by_coordinators(),
        case(
            "indicator.edit",
            format!("/indicateurs/{}/modifier", rooms.indicator),
            &[indicator.as_slice(), &[("version", "1")]].concat(),
        )
        .not_by_coordinators(),
        case(
            "indicator.enter-value",
            format!("/indicateurs/{}/valeurs/11/2026", rooms.indicator),
            &[("nombre", "12"), ("source", "Voulue"), ("version", "0")],
        )
        .by(coordinator)
        .not_by(member),
        case(
            "indicator.ask-for-value",
            format!("/indicateurs/{}/valeurs/11/2026/demander", rooms.indicator),
            &[("qui", successor)],
        )
        .by(coordinator)
        .not_by(member),
        case("plan.lock-period", format!("/plans/76/{}/periodes/2025/arreter", rooms.plan), &[]).not_by_coordinators(),
        case("plan.reopen-period", format!("/plans/76/{}/periodes/2025/rouvrir", rooms.plan), &[])
            .not_by_coordinators(),
        case("action.create", "/programmes/11/actions/nouvelle", &action).by(coordinator).not_by(member),
        case("action.edit", format!("/actions/{}/modifier", rooms.action), &versioned_action)
            .by(coordinator)
            .not_by(member),
        // Its edit was carried out just before.
        case(
            "action.name-indicators",
            format!("/actions/{}/indicateurs", rooms.action),
            &[("indicateur-1", "yes"), ("version", "2")],
        )
        .by(coordinator)
        .not_by(member),
        case("person.create", "/personnes", &somebody)
            .by(Hand::Administrator)
            .not_by_coordinators()
            .not_by(Hand::Steering("region:76")),
        case("person.create-with-role", "/personnes", &with_role).not_by_coordinators(),
        case("role.grant", format!("/personnes/{person}/roles"), &[("role", "counsellor"), ("lieu", "departement:11")])
            .not_by_coordinators(),
        case("role.revoke", format!("/personnes/{person}/roles/{role}/retirer"), &[]).not_by_coordinators(),
        case(
            "seminar.open-next",
            "/seminaires/essai/suivant",
            &[("titre", "Suivant"), ("premier-jour", "2027-07-24"), ("dernier-jour", "2027-07-25")],
        )
        .not_by_coordinators(),
        case("seminar.cancel", "/seminaires/a-venir/annuler", &[]).not_by_coordinators(),
    ]
}

/// Hands that may nothing in the Aude: nobody's, a reader's, a counsellor's, and those that hold something elsewhere.
const STRANGERS: [Option<Hand>; 6] = [
    None,
    Some(Hand::Reader("departement:11")),
    Some(Hand::Counsellor("departement:11")),
    Some(Hand::Coordinator("departement:31")),
    Some(Hand::Coordinator("departement:35")),
    Some(Hand::Steering("region:53")),
];

/// A page of somebody's own that holds a form, for its token.
async fn token(browser: &Browser, hand: Option<Hand>) -> String {
    let (page, action) = if hand.is_some() { ("/compte", "/deconnexion") } else { ("/connexion", "/connexion") };
    let fields = browser.get(page).await.form(action);
    fields.into_iter().find(|(name, _)| name == "jeton").unwrap().1
}

fn whole(case: &Case, token: &str) -> Vec<(String, String)> {
    let own = [("jeton", token.to_owned()), ("cle", uuid::Uuid::new_v4().to_string())];
    own.into_iter().chain(case.fields.clone()).map(|(name, value)| (name.to_owned(), value)).collect()
}

async fn entries(house: &TestHouse) -> i64 {
    house.app.store.read().journal_page(None, 1).await.unwrap().first().map_or(0, |newest| newest.sequence)
}

#[tokio::test]
async fn every_command_is_refused_to_every_hand_that_may_not() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let create =
            CreatePerson { name: "Exemple".to_owned(), email: "une@test.example".parse().unwrap(), locale: Locale::Fr };
        let person = house.act(&create).await;
        let aude = Place::Territory("departement:11".parse().unwrap());
        let role = house.act(&GrantRole { person, role: HeldRole { role: Role::Reader, place: aude } }).await;

        let other_session = house.workshop(rooms.half_day, "Atelier de trop", Visibility::Public).await;
        house.seminar_to_come("a-venir").await;
        let successor = house.organisation("Mission locale suivante (exemple)", "departement:11").await.to_string();

        let mut strangers = Vec::new();
        for hand in STRANGERS {
            let browser = match hand {
                Some(hand) => house.signed_in(hand).await,
                None => house.visitor(),
            };
            let token = token(&browser, hand).await;
            strangers.push((hand, browser, token));
        }
        let third = house.organisation("Troisième structure (exemple)", "departement:11").await;
        let offer = OfferHelp { commitment: rooms.commitment, organisation: third, sentence: None };
        let more = More {
            help: house.act(&offer).await,
            twin: house.promise_in(third, rooms.session, "Deux fois").await,
            standing: house.promise_in(third, rooms.session, "Une fois").await.to_string(),
            seat: house.act(&crate::collectives::seat("Collège d’essai", None)).await,
            meeting: crate::meetings::meeting(&house, Visibility::Registered).await,
            // The two above, and the one that is recorded in the workshop; the first is done by then.
            open_promises: 3,
        };
        let cases = cases(&rooms, &more, &successor, other_session, &person.to_string(), &role.to_string());
        let covered: BTreeSet<_> = cases.iter().map(|case| case.command).chain(ELSEWHERE).collect();
        let declared: BTreeSet<_> =
            house.app.features.iter().flat_map(|feature| feature.commands).map(|command| command.name).collect();
        assert_eq!(covered, declared, "a command that is declared has no case here, or the other way round");

        for case in &cases {
            for (hand, browser, token) in &strangers {
                refuse(&house, case, *hand, browser, token).await;
            }
            for hand in &case.refused {
                let browser = house.signed_in(*hand).await;
                let token = token(&browser, Some(*hand)).await;
                refuse(&house, case, Some(*hand), &browser, &token).await;
            }
            let browser = house.signed_in(case.allowed).await;
            let token = token(&browser, Some(case.allowed)).await;
            let before = entries(&house).await;
            let forged = browser.post(&case.path, &whole(case, "forge")).await;
            assert_eq!((forged.status, entries(&house).await), (403, before), "{} forged", case.command);
            let done = browser.post(&case.path, &whole(case, &token)).await;
            assert_eq!(done.status, 200, "{} by {:?}: {}", case.command, case.allowed, done.text());
            assert_eq!(entries(&house).await, before + 1 + case.within, "{} by {:?}", case.command, case.allowed);
        }
    }
}

async fn refuse(house: &TestHouse, case: &Case, hand: Option<Hand>, browser: &Browser, token: &str) {
    let before = entries(house).await;
    let answer = browser.post(&case.path, &whole(case, token)).await;
    assert!([401, 403, 404].contains(&answer.status), "{} by {hand:?}: {}", case.command, answer.status);
    assert_eq!(entries(house).await, before, "{} by {hand:?} is journalled", case.command);
    // Nor is anything done without this visitor's token.
    let forged = browser.post(&case.path, &whole(case, "forge")).await;
    assert!([401, 403, 404].contains(&forged.status), "{} by {hand:?}: {}", case.command, forged.status);
    assert_eq!(entries(house).await, before, "{} by {hand:?} is journalled", case.command);
}

#[tokio::test]
async fn a_session_is_ended_by_its_person_alone() {
    for house in TestHouse::each().await {
        let other = house.signed_in(Hand::Steering("region:76")).await;
        let owner = house.signed_in(Hand::Administrator).await;
        let own_token = token(&other, Some(Hand::Steering("region:76"))).await;
        let newest = newest_session(&house).await;
        let before = entries(&house).await;
        let fields = vec![("jeton".to_owned(), own_token), ("cle".to_owned(), uuid::Uuid::new_v4().to_string())];
        let answer = other.post(&format!("/compte/sessions/{newest}/fermer"), &fields).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert_eq!(entries(&house).await, before);
        assert_eq!(owner.get("/compte").await.status, 200);

        let visitor = house.visitor();
        let token = token(&visitor, None).await;
        let fields = vec![("jeton".to_owned(), token), ("cle".to_owned(), uuid::Uuid::new_v4().to_string())];
        for path in ["/compte/sessions/fermer-les-autres", &format!("/compte/sessions/{newest}/fermer")] {
            assert_eq!(visitor.post(path, &fields).await.status, 401, "{path}");
        }
        assert_eq!(entries(&house).await, before);
    }
}

/// The session that was opened last, from the journal.
async fn newest_session(house: &TestHouse) -> uuid::Uuid {
    let page = house.app.store.read().journal_page(None, 500).await.unwrap();
    page.into_iter().find(|entry| entry.subject_kind == "session").and_then(|entry| entry.subject_id).unwrap()
}
