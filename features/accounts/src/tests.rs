//! The rules of signing in and of roles, on both databases. What a browser sees of them is in `tests/behaviour/accounts`.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use axum::http::{Request, StatusCode};
use chrono::Duration;
use http_body_util::BodyExt;
use kit_base::limits::{CODE_TRIES_MAX, CODE_TRIES_PER_DAY_MAX};
use kit_base::{Clock, EmailAddress, Locale, Problem, Territory};
use kit_i18n::Words;
use kit_policy::{Geography, HeldRole, Place, Policies, Principal, Role};
use kit_store::testing::TestDatabase;
use kit_web::{App, Command, House, SESSION_COOKIE, Secret, TokenDigest, new_token};
use tower::ServiceExt;
use uuid::Uuid;

use crate::commands::{
    CreatePerson, CreatePersonWithRole, EndOtherSessions, EndSession, GrantRole, OpenSession, RequestSignIn,
    RevokeRole, SignInWithCode, SignInWithLink,
};
use crate::model::{CodeOutcome, Destination, SESSIONS_PER_PERSON_MAX, SIGN_IN_REQUESTS_MAX, SessionId, SignInCode};
use crate::{FEATURE, PersonId, store};

const POLICIES: &str = r#"
    permit (principal, action, resource) when { principal in resource.administrators };
    permit (principal, action == Action::"person.list", resource) when { principal in resource.administrators };
    permit (principal is Person, action == Action::"account.sign-out-session", resource)
    when { resource.kind == "person" && resource.id == principal.id };
    permit (principal, action == Action::"person.create", resource) when { principal in resource.steerings };
    permit (principal, action in [Action::"role.grant", Action::"role.revoke"], resource)
    when { principal in resource.steerings && ["coordinator", "member"].contains(resource.kind) };
"#;
const SCHEMA: &str = r#"
    action "account.sign-out-session", "role.grant", "role.revoke", "person.create", "person.list" appliesTo {
      principal: [Visitor, Person, AnswerLink], resource: Record,
    };
"#;
const ACTIONS: [&str; 5] = ["account.sign-out-session", "role.grant", "role.revoke", "person.create", "person.list"];
const ADDRESS: &str = "quelqu-un@test.example";

struct OneRegion;

impl Geography for OneRegion {
    fn exists(&self, _: Territory) -> bool {
        true
    }

    fn containing(&self, territory: Territory) -> Vec<Territory> {
        if territory == at("departement:11") { vec![at("region:76")] } else { Vec::new() }
    }

    fn contained(&self, territory: Territory) -> Vec<Territory> {
        if territory == at("region:76") { vec![at("departement:11")] } else { Vec::new() }
    }
}

fn at(text: &str) -> Territory {
    text.parse().unwrap()
}

fn held(role: Role, place: &str) -> HeldRole {
    HeldRole { role, place: Place::Territory(at(place)) }
}

fn administrator() -> Principal {
    let role = HeldRole { role: Role::Administrator, place: Place::Installation };
    Principal::Person { id: Uuid::nil(), roles: vec![role] }
}

struct TestHouse {
    app: App,
    clock: Clock,
    _database: TestDatabase,
}

async fn each_house() -> Vec<TestHouse> {
    let mut houses = Vec::new();
    for database in TestDatabase::each().await.unwrap() {
        let clock = Clock::standing_at("2026-11-24T09:00:00Z".parse().unwrap());
        let store = database.open().await.unwrap();
        let migrations: Vec<_> =
            kit_store::MIGRATIONS.iter().chain(kit_outbox::MIGRATIONS).chain(FEATURE.migrations).copied().collect();
        store.migrate(&migrations, clock.now()).await.unwrap();
        let app = Arc::new(House {
            features: vec![FEATURE],
            store,
            clock: clock.clone(),
            policies: Arc::new(Policies::new(POLICIES, SCHEMA, Arc::new(OneRegion), &ACTIONS).unwrap()),
            after_commit: Arc::new(|| ()),
            premises: kit_web::Premises {
                words: Arc::new(Words::new(&[kit_ui::WORDS, kit_web::WORDS, FEATURE.words]).unwrap()),
                public_url: "http://localhost:8080".parse().unwrap(),
                secret: Secret::from_bytes([7; 32]),
                is_demo: false,
            },
        });
        houses.push(TestHouse { app, clock, _database: database });
    }
    houses
}

impl TestHouse {
    async fn act<C: Command>(&self, principal: &Principal, command: &C) -> Result<C::Output, Problem> {
        self.app.carry_out(principal, command).await
    }

    async fn person(&self, email: &str) -> PersonId {
        let person = CreatePerson { name: "Exemple".to_owned(), email: email.parse().unwrap(), locale: Locale::En };
        self.act(&administrator(), &person).await.unwrap()
    }

    /// Asks from a browser; gives the link and the code that were sent, or would have been.
    async fn ask(&self, browser: &str, email: &str) -> Result<(String, SignInCode), Problem> {
        let (link, code) = (new_token(), SignInCode::random());
        let command = RequestSignIn {
            address: email.parse().unwrap(),
            browser: browser.as_bytes().to_vec(),
            destination: Destination::or_home("/fil"),
            link: link.clone(),
            code: code.clone(),
        };
        self.act(&Principal::Visitor, &command).await?;
        Ok((link, code))
    }

    /// What became of a code, or the status that the person gets where it was compared with nothing.
    async fn try_code(&self, browser: &str, code: &SignInCode) -> Result<CodeOutcome, u16> {
        let command = SignInWithCode {
            code: code.clone(),
            asked_from: browser.as_bytes().to_vec(),
            session: TokenDigest::of(&new_token()),
            browser: "Firefox, Linux".to_owned(),
        };
        self.act(&Principal::Visitor, &command).await.map_err(|problem| problem.status())
    }

    async fn use_link(&self, link: &str, session: &str) -> Result<Destination, Problem> {
        let session = TokenDigest::of(session);
        let command = SignInWithLink { link: link.to_owned(), session, browser: String::new() };
        self.act(&Principal::Visitor, &command).await
    }

    async fn mails_waiting(&self) -> u64 {
        kit_outbox::counts(&self.app.store.read()).await.unwrap().waiting_mails
    }
}

/// The browser waits for no code.
const NOTHING_ASKED: Result<CodeOutcome, u16> = Err(409);
/// Too many wrong codes: this one was not looked at.
const TOO_MANY: Result<CodeOutcome, u16> = Err(429);

fn another(code: &SignInCode) -> SignInCode {
    ["111111", "222222"].iter().map(|text| text.parse().unwrap()).find(|other| other != code).unwrap()
}

#[tokio::test]
async fn a_mail_leaves_for_a_known_address_only_and_a_stranger_s_code_opens_nothing() {
    for house in each_house().await {
        let person = house.person(ADDRESS).await;
        let (link, code) = house.ask("laptop", "inconnue@test.example").await.unwrap();
        assert_eq!(house.mails_waiting().await, 0);
        assert_eq!(house.try_code("laptop", &code).await, Ok(CodeOutcome::Wrong));
        assert!(matches!(house.use_link(&link, "s").await, Err(Problem::Gone)));

        let (_, code) = house.ask("laptop", ADDRESS).await.unwrap();
        assert_eq!(house.mails_waiting().await, 1);
        assert_eq!(house.try_code("telephone", &code).await, NOTHING_ASKED);
        assert_eq!(house.try_code("laptop", &code).await, Ok(CodeOutcome::SignedIn(Destination::or_home("/fil"))));
        assert_ne!(house.try_code("laptop", &code).await, Ok(CodeOutcome::SignedIn(Destination::or_home("/fil"))));
        let sessions = store::sessions_of(&house.app.store.read(), person, house.clock.now()).await.unwrap();
        assert_eq!(sessions.len(), 1);
    }
}

#[tokio::test]
async fn each_of_several_mails_stays_valid_for_an_hour_and_a_link_works_once() {
    for house in each_house().await {
        house.person(ADDRESS).await;
        let (first_link, first_code) = house.ask("laptop", ADDRESS).await.unwrap();
        let (second_link, _) = house.ask("laptop", ADDRESS).await.unwrap();
        house.clock.advance(Duration::minutes(59));
        assert_eq!(house.use_link(&second_link, "a").await.unwrap().as_str(), "/fil");
        assert!(matches!(house.use_link(&second_link, "b").await, Err(Problem::Gone)));
        assert_eq!(
            house.try_code("laptop", &first_code).await,
            Ok(CodeOutcome::SignedIn(Destination::or_home("/fil")))
        );
        assert!(matches!(house.use_link(&first_link, "c").await, Err(Problem::Gone)));

        let (late_link, late_code) = house.ask("laptop", ADDRESS).await.unwrap();
        house.clock.advance(Duration::minutes(60));
        assert!(matches!(house.use_link(&late_link, "d").await, Err(Problem::Gone)));
        assert_eq!(house.try_code("laptop", &late_code).await, NOTHING_ASKED);
    }
}

#[tokio::test]
async fn wrong_codes_are_counted_against_the_mail_and_the_link_still_works() {
    for house in each_house().await {
        house.person(ADDRESS).await;
        let (link, code) = house.ask("laptop", ADDRESS).await.unwrap();
        for _ in 0..CODE_TRIES_MAX {
            assert_eq!(house.try_code("laptop", &another(&code)).await, Ok(CodeOutcome::Wrong));
        }
        let entries = house.app.store.verify_journal().await.unwrap().entries;
        assert_eq!(house.try_code("laptop", &code).await, TOO_MANY);
        assert_eq!(house.try_code("telephone", &code).await, NOTHING_ASKED);
        assert_eq!(house.app.store.verify_journal().await.unwrap().entries, entries, "anybody can fill the journal");
        assert!(house.use_link(&link, "a").await.is_ok());
    }
}

#[tokio::test]
async fn wrong_codes_sent_at_the_same_moment_are_all_counted() {
    for house in each_house().await {
        house.person(ADDRESS).await;
        let (_, code) = house.ask("laptop", ADDRESS).await.unwrap();
        let wrong = another(&code);
        let outcomes = futures::future::join_all((0..12).map(|_| house.try_code("laptop", &wrong))).await;
        let looked_at = outcomes.iter().filter(|outcome| **outcome == Ok(CodeOutcome::Wrong)).count();
        assert_eq!(i32::try_from(looked_at).unwrap(), CODE_TRIES_MAX, "{outcomes:?}");
    }
}

#[tokio::test]
async fn wrong_codes_are_counted_against_the_address_until_the_next_day() {
    for house in each_house().await {
        house.person(ADDRESS).await;
        let mut tries = 0;
        'day: for browser in 0.. {
            let browser = format!("browser {browser}");
            let (_, code) = house.ask(&browser, ADDRESS).await.unwrap();
            for _ in 0..CODE_TRIES_MAX {
                if house.try_code(&browser, &another(&code)).await == TOO_MANY {
                    break 'day;
                }
                tries += 1;
            }
            house.clock.advance(Duration::minutes(30));
        }
        assert_eq!(tries, CODE_TRIES_PER_DAY_MAX);
        house.clock.advance(Duration::days(1));
        let (_, code) = house.ask("browser", ADDRESS).await.unwrap();
        assert_eq!(house.try_code("browser", &another(&code)).await, Ok(CodeOutcome::Wrong));
        assert_eq!(house.try_code("browser", &code).await, Ok(CodeOutcome::SignedIn(Destination::or_home("/fil"))));
    }
}

#[tokio::test]
async fn an_address_known_or_not_gets_few_mails_an_hour() {
    for house in each_house().await {
        house.person(ADDRESS).await;
        for address in [ADDRESS, "inconnue@test.example"] {
            for _ in 0..SIGN_IN_REQUESTS_MAX {
                house.ask("laptop", address).await.unwrap();
            }
            assert!(matches!(house.ask("laptop", address).await, Err(Problem::TooMany)));
        }
        assert_eq!(house.mails_waiting().await, SIGN_IN_REQUESTS_MAX);
        house.clock.advance(Duration::minutes(61));
        assert!(house.ask("laptop", ADDRESS).await.is_ok());
    }
}

#[tokio::test]
async fn a_session_tells_the_roles_held_now_until_it_is_ended_or_too_old() {
    for house in each_house().await {
        let person = house.person(ADDRESS).await;
        let open = OpenSession::for_demo(person);
        let token = house.act(&Principal::Visitor, &open).await.unwrap();
        let identify = async |token: &str| store::identify(&house.app, token).await.unwrap();
        assert_eq!(identify(&token).await.unwrap().roles, []);
        let coordinator = held(Role::Coordinator, "departement:11");
        let granted = house.act(&administrator(), &GrantRole { person, role: coordinator }).await.unwrap();
        let again = house.act(&administrator(), &GrantRole { person, role: coordinator }).await;
        assert!(matches!(again, Err(Problem::Refused(_))));
        let other = held(Role::Reader, "region:76");
        house.act(&administrator(), &GrantRole { person, role: other }).await.unwrap();
        let signed_in = identify(&token).await.unwrap();
        assert_eq!((signed_in.person, signed_in.name.as_str()), (person.0, "Exemple"));
        assert!(signed_in.roles.len() == 2 && signed_in.roles.contains(&coordinator));
        house.act(&administrator(), &RevokeRole { held_role: granted }).await.unwrap();
        assert_eq!(identify(&token).await.unwrap().roles, [other]);

        let stranger = Principal::Person { id: Uuid::max(), roles: vec![other] };
        let itself = Principal::Person { id: person.0, roles: Vec::new() };
        let end = EndSession { session: SessionId(signed_in.session) };
        assert!(matches!(house.act(&stranger, &end).await, Err(Problem::Forbidden)));
        house.act(&itself, &end).await.unwrap();
        assert!(identify(&token).await.is_none());

        let (kept, ended) = (house.act(&itself, &open).await.unwrap(), house.act(&itself, &open).await.unwrap());
        let kept_session = SessionId(identify(&kept).await.unwrap().session);
        house.act(&itself, &EndOtherSessions { person, kept: kept_session }).await.unwrap();
        assert!(identify(&ended).await.is_none() && identify(&kept).await.is_some());
        house.clock.advance(Duration::days(30));
        assert!(identify(&kept).await.is_none());
    }
}

#[tokio::test]
async fn the_oldest_session_is_closed_when_there_are_too_many() {
    for house in each_house().await {
        let person = house.person(ADDRESS).await;
        let mut tokens = Vec::new();
        for _ in 0..=SESSIONS_PER_PERSON_MAX {
            tokens.push(house.act(&Principal::Visitor, &OpenSession::for_demo(person)).await.unwrap());
            house.clock.advance(Duration::seconds(1));
        }
        assert!(store::identify(&house.app, &tokens[0]).await.unwrap().is_none());
        for token in &tokens[1..] {
            assert!(store::identify(&house.app, token).await.unwrap().is_some());
        }
    }
}

#[tokio::test]
async fn the_steering_opens_accounts_and_gives_roles_in_its_region_only() {
    for house in each_house().await {
        let steering = Principal::Person { id: Uuid::max(), roles: vec![held(Role::RegionalSteering, "region:76")] };
        let add = async |email: &str, role: HeldRole| {
            let email: EmailAddress = email.parse().unwrap();
            let person = CreatePerson { name: "Exemple".to_owned(), email, locale: Locale::Fr };
            house.act(&steering, &CreatePersonWithRole { person, role }).await
        };
        let coordinator = held(Role::Coordinator, "departement:11");
        let person = add("ici@test.example", coordinator).await.unwrap();
        assert!(matches!(add("ici@test.example", coordinator).await, Err(Problem::Invalid(_))));
        let elsewhere = held(Role::Coordinator, "departement:75");
        assert!(matches!(add("ailleurs@test.example", elsewhere).await, Err(Problem::ForbiddenHere("lieu"))));
        let higher = held(Role::RegionalSteering, "region:76");
        assert!(matches!(add("plus-haut@test.example", higher).await, Err(Problem::ForbiddenHere("lieu"))));
        let misplaced = held(Role::Coordinator, "region:76");
        assert!(matches!(add("mal-place@test.example", misplaced).await, Err(Problem::Invalid(_))));
        let without_role =
            CreatePerson { name: "x".to_owned(), email: "sans@test.example".parse().unwrap(), locale: Locale::Fr };
        assert!(matches!(
            house.act(&steering, &without_role).await,
            Err(Problem::Forbidden | Problem::ForbiddenHere(_))
        ));
        let roles = store::roles_of(&house.app.store.read(), person, house.clock.now()).await.unwrap();
        house.act(&steering, &RevokeRole { held_role: roles[0].id }).await.unwrap();
    }
}

#[tokio::test]
async fn the_last_administrator_stays() {
    for house in each_house().await {
        let role = HeldRole { role: Role::Administrator, place: Place::Installation };
        let (one, two) = (house.person("une@test.example").await, house.person("deux@test.example").await);
        let first = house.act(&administrator(), &GrantRole { person: one, role }).await.unwrap();
        assert!(matches!(
            house.act(&administrator(), &RevokeRole { held_role: first }).await,
            Err(Problem::Refused(_))
        ));
        let second = house.act(&administrator(), &GrantRole { person: two, role }).await.unwrap();
        let (left, right) = (RevokeRole { held_role: first }, RevokeRole { held_role: second });
        let keeper = administrator();
        house.clock.advance(Duration::seconds(2));
        let ends = tokio::join!(house.act(&keeper, &left), house.act(&keeper, &right));
        assert_eq!(usize::from(ends.0.is_ok()) + usize::from(ends.1.is_ok()), 1);
        // A write that began before the one that is kept already, and was overtaken by it.
        house.clock.advance(Duration::seconds(-1));
        let overtaken = if ends.0.is_ok() { &right } else { &left };
        assert!(matches!(house.act(&keeper, overtaken).await, Err(Problem::Refused(_))));
    }
}

/// A browser that keeps cookies.
struct Browser {
    router: Router,
    cookies: Vec<(String, String)>,
}

struct View {
    status: StatusCode,
    location: String,
    html: String,
}

impl Browser {
    fn new(house: &TestHouse) -> Self {
        Self { router: kit_web::router(&house.app, Router::new()), cookies: Vec::new() }
    }

    async fn send(&mut self, method: &str, path: &str, body: String) -> View {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, "localhost:8080")
            .header(COOKIE, cookies.join("; "))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        for value in response.headers().get_all(SET_COOKIE) {
            let (name, value) = value.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(kept, _)| kept != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let location = response.headers().get(LOCATION).map(|value| value.to_str().unwrap().to_owned());
        let status = response.status();
        let html = String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
        View { status, location: location.unwrap_or_default(), html }
    }

    async fn get(&mut self, path: &str) -> View {
        self.send("GET", path, String::new()).await
    }

    /// Sends the hidden fields of `view` and `typed`, as they are written in a URL.
    async fn submit(&mut self, view: &View, action: &str, typed: &str) -> View {
        let form = view.html.split(&format!("method=\"post\" action=\"{action}\"")).nth(1).unwrap();
        let form = form.split("</form>").next().unwrap();
        let hidden = form.split("<input type=\"hidden\" name=\"").skip(1).map(|field| {
            let (name, rest) = field.split_once("\" value=\"").unwrap();
            format!("{name}={}", rest.split('"').next().unwrap())
        });
        let body: Vec<_> = hidden.chain([typed.to_owned()]).collect();
        self.send("POST", action, body.join("&")).await
    }

    fn session(&self) -> Option<&str> {
        self.cookies
            .iter()
            .find(|(name, value)| name == SESSION_COOKIE && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }
}

#[tokio::test]
async fn a_double_click_on_the_link_s_button_signs_in_once_and_every_page_is_shown() {
    for house in each_house().await {
        let person = house.person(ADDRESS).await;
        let role = HeldRole { role: Role::Administrator, place: Place::Installation };
        house.act(&administrator(), &GrantRole { person, role }).await.unwrap();
        let (link, _) = house.ask("elsewhere", ADDRESS).await.unwrap();
        let action = format!("/connexion/lien/{link}");
        let mut browser = Browser::new(&house);
        let page = browser.get(&action).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.html.contains("q•••@t•••.example") && !page.html.contains(ADDRESS));
        let before = browser.cookies.clone();
        let first = browser.submit(&page, &action, "").await;
        assert_eq!((first.status, first.location.as_str()), (StatusCode::SEE_OTHER, "/fil"));
        let session = browser.session().unwrap().to_owned();
        // The second click left before the first answer came.
        browser.cookies = before;
        let second = browser.submit(&page, &action, "").await;
        assert_eq!((second.status, browser.session()), (StatusCode::SEE_OTHER, Some(session.as_str())));

        for path in ["/compte", "/personnes", "/personnes?q=a@b.example", &format!("/personnes/{person}")] {
            let view = browser.get(path).await;
            assert_eq!(view.status, StatusCode::OK, "{path}: {}", view.html);
            assert!(!view.html.contains('⟦'), "{path}: {}", view.html);
        }
        let people = browser.get("/personnes").await;
        let typed = "nom=Exemple&adresse=autre@test.example&langue-courriels=fr&role=coordinator&lieu=region:76";
        let refused = browser.submit(&people, "/personnes", typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let created = browser.submit(&refused, "/personnes", &typed.replace("region:76", "departement:11")).await;
        assert_eq!(created.status, StatusCode::SEE_OTHER);
        assert!(browser.get(&created.location).await.html.contains("departement/11"));

        let account = browser.get("/compte").await;
        let out = browser.submit(&account, "/deconnexion", "").await;
        assert_eq!((out.location.as_str(), browser.session()), ("/connexion", None));
        assert_eq!(browser.get("/compte").await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(browser.get("/connexion").await.status, StatusCode::OK);
        assert_eq!(browser.get(&action).await.status, StatusCode::GONE);
    }
}
