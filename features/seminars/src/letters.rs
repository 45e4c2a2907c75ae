//! What is written to whoever registered: what they asked for, and what they must know. It leaves at once.

use kit_base::{EmailAddress, Locale, Problem};
use kit_i18n::Translator;
use kit_outbox::{Action, Letter, send_at_once};
use kit_web::Act;

use crate::store::registrations::registration;
use crate::store::seminar;

/// The confirmation of a registration, with the link by which it is changed.
pub(crate) async fn confirmation(
    act: &Act<'_>,
    seminar: &seminar::Model,
    to: &EmailAddress,
    locale: Locale,
    places: usize,
    token: &str,
) -> Result<(), Problem> {
    let t = act.premises().words.translator(locale);
    let count = i64::try_from(places).unwrap_or(i64::MAX);
    let letter = Letter {
        paragraphs: vec![
            t.text("seminars-mail-confirmed").arg("count", count).arg("title", seminar.shown_title(locale)).to_string(),
            when_and_where(&t, seminar),
            t.text("seminars-mail-change").to_string(),
        ],
        action: Some(Action {
            label: t.text("seminars-mail-change-action").to_string(),
            url: act.premises().public_url.link(&link_path(token)),
        }),
        footer: vec![t.text("seminars-mail-not-asked").to_string()],
        ..Letter::new(to.clone(), locale, subject(&t, "seminars-mail-confirmed-subject", seminar))
    };
    send_at_once(&act.tx, act.now, &letter).await
}

/// The seminar will not be held.
pub(crate) async fn cancellation(
    act: &Act<'_>,
    seminar: &seminar::Model,
    registration: &registration::Model,
) -> Result<(), Problem> {
    let Some(to) = &registration.contact_email else { return Ok(()) };
    let locale = registration.locale;
    let t = act.premises().words.translator(locale);
    let letter = Letter {
        paragraphs: vec![
            t.text("seminars-mail-cancelled").arg("title", seminar.shown_title(locale)).to_string(),
            when_and_where(&t, seminar),
        ],
        action: Some(Action {
            label: t.text("seminars-mail-cancelled-action").to_string(),
            url: act.premises().public_url.link(&seminar.path()),
        }),
        ..Letter::new(to.clone(), locale, subject(&t, "seminars-mail-cancelled-subject", seminar))
    };
    send_at_once(&act.tx, act.now, &letter).await
}

/// The seminar is held on other days or elsewhere. Nothing is asked: the registration stays as it is.
pub(crate) async fn change(
    act: &Act<'_>,
    before: &seminar::Model,
    after: &seminar::Model,
    registration: &registration::Model,
) -> Result<(), Problem> {
    let Some(to) = &registration.contact_email else { return Ok(()) };
    let locale = registration.locale;
    let t = act.premises().words.translator(locale);
    let letter = Letter {
        paragraphs: vec![
            t.text("seminars-mail-changed").arg("title", after.shown_title(locale)).to_string(),
            t.text("seminars-mail-changed-now").arg("now", when_and_where(&t, after)).to_string(),
            t.text("seminars-mail-changed-before").arg("before", when_and_where(&t, before)).to_string(),
            t.text("seminars-mail-changed-stays").to_string(),
        ],
        action: Some(Action {
            label: t.text("seminars-mail-cancelled-action").to_string(),
            url: act.premises().public_url.link(&after.path()),
        }),
        ..Letter::new(to.clone(), locale, subject(&t, "seminars-mail-changed-subject", after))
    };
    send_at_once(&act.tx, act.now, &letter).await
}

/// Where the link of a registration leads.
pub(crate) fn link_path(token: &str) -> String {
    format!("/i/{token}")
}

fn subject(t: &Translator, key: &str, seminar: &seminar::Model) -> String {
    t.text(key).arg("title", seminar.shown_title(t.locale())).to_string()
}

fn when_and_where(t: &Translator, seminar: &seminar::Model) -> String {
    let days = crate::pages::list::days(t, seminar);
    match seminar.place_name() {
        Some(place) => t.text("seminars-mail-when-and-where").arg("days", days).arg("place", place).to_string(),
        None => t.text("seminars-mail-when").arg("days", days).to_string(),
    }
}
