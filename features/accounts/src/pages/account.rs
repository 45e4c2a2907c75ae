//! What the house knows of who is signed in, and where they are signed in.

use askama::Template;
use axum::extract::Path;
use chrono_tz::Tz;
use kit_base::Problem;
use kit_ui::{Badge, Button, ButtonKind, Column, Content, DescriptionList, Table, Tone};
use kit_web::{Answer, Page, Submission, Visit, see_other, set_session};

use super::place::place_content;
use super::{PostButton, role_label};
use crate::commands::{EndOtherSessions, EndSession};
use crate::model::{PersonId, SessionId};
use crate::store::{self, session};

/// The clock that hours are told by.
const ZONE: Tz = chrono_tz::Europe::Paris;

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage<'a> {
    visit: &'a Visit,
    facts: DescriptionList,
    roles: Table,
    sessions: Table,
    end_others: Option<PostButton>,
    sign_out: PostButton,
}

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let t = visit.t();
    let signed_in = visit.signed_in()?;
    let reader = visit.read();
    let id = PersonId(signed_in.person);
    let person = store::person(&reader, id).await?;
    let sessions = store::sessions_of(&reader, id, visit.now()).await?;
    let mut roles = Table::new(
        "roles",
        t.text("accounts-roles-title"),
        vec![Column::new(t.text("accounts-role")), Column::new(t.text("accounts-place"))],
        t.text("accounts-roles-none"),
    )
    .caption_unseen();
    for held in &signed_in.roles {
        roles = roles.row(vec![t.text(role_label(held.role)).into(), place_content(t, held.place)]);
    }
    let end_others = Button::secondary(t.text("accounts-sessions-end-others"));
    let page = AccountPage {
        visit: &visit,
        facts: DescriptionList::new()
            .with(t.text("accounts-name"), person.name)
            .with(t.text("accounts-address"), person.email.as_str()),
        roles,
        end_others: (sessions.len() > 1)
            .then(|| PostButton::new(&visit, "/compte/sessions/fermer-les-autres", end_others)),
        sessions: session_table(&visit, SessionId(signed_in.session), &sessions),
        sign_out: PostButton::new(&visit, "/deconnexion", Button::secondary(t.text("accounts-sign-out"))),
    };
    Page::new(t.text("accounts-account-title")).show(&visit, &page)
}

fn session_table(visit: &Visit, this_one: SessionId, sessions: &[session::Model]) -> Table {
    let t = visit.t();
    let columns = vec![
        Column::new(t.text("accounts-session-browser")),
        Column::new(t.text("accounts-session-opened")),
        Column::new(t.text("accounts-session-end-column")),
    ];
    let table = Table::new("sessions", t.text("accounts-sessions-title"), columns, t.text("accounts-sessions-none"));
    sessions.iter().fold(table.caption_unseen(), |table, session| {
        let browser = match session.browser.as_str() {
            "" => t.text("accounts-session-unknown-browser").to_string(),
            known => known.to_owned(),
        };
        let opened = t.date_time(session.created_at, ZONE);
        let last = if session.id == this_one {
            Content::html(Badge::new(Tone::Success, t.text("accounts-session-this-one")))
        } else {
            let button = Button::new(ButtonKind::Danger, t.text("accounts-session-end"));
            let button = button.about(format!("{browser}, {opened}"));
            Content::html(PostButton::new(visit, format!("/compte/sessions/{}/fermer", session.id), button))
        };
        table.row(vec![browser.into(), opened.into(), last])
    })
}

/// Signs out here. Who is not signed in has nothing to end, and yet another site's form must not make a browser forget its
/// session: it comes without our cookies, from somebody who seems not to be signed in.
pub(crate) async fn sign_out(visit: Visit, submission: Submission) -> Answer {
    submission.check_token()?;
    if let Some(signed_in) = visit.person() {
        let command = EndSession { session: SessionId(signed_in.session) };
        visit.carry_out(&submission, &command, |()| String::new()).await?;
    }
    let mut response = see_other(&visit, "/connexion", "done-accounts-signed-out");
    set_session(&mut response, &visit, None);
    Ok(response)
}

/// Signs out on another browser.
pub(crate) async fn end_session(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    visit.signed_in()?;
    let command = EndSession { session: id.parse().or(Err(Problem::NotFound))? };
    let destination = visit.carry_out(&submission, &command, |()| "/compte".to_owned()).await?;
    Ok(see_other(&visit, &destination, "done-accounts-session-ended"))
}

/// Signs out on every other browser.
pub(crate) async fn end_other_sessions(visit: Visit, submission: Submission) -> Answer {
    let signed_in = visit.signed_in()?;
    let command = EndOtherSessions { person: PersonId(signed_in.person), kept: SessionId(signed_in.session) };
    let destination = visit.carry_out(&submission, &command, |()| "/compte".to_owned()).await?;
    Ok(see_other(&visit, &destination, "done-accounts-other-sessions-ended"))
}
