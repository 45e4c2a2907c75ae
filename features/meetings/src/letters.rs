//! What members are written about a meeting. It leaves at once: a meeting is what a member must know of.

use directory::OrganisationId;
use kit_base::{Locale, Problem};
use kit_i18n::Translator;
use kit_outbox::{Action, Letter, send_at_once};
use kit_web::Act;

use crate::store::meeting;

/// Mails to organisations are in French until the directory knows their language.
pub(crate) const LANGUAGE: Locale = Locale::Fr;

/// The invitation of a member; tells whether there was an address to write to.
pub(crate) async fn invitation(act: &Act<'_>, row: &meeting::Model, to: OrganisationId) -> Result<bool, Problem> {
    let t = act.premises().words.translator(LANGUAGE);
    let mut paragraphs = vec![
        t.text("meetings-mail-invitation").arg("collective", territory::name(row.territory, LANGUAGE)).to_string(),
        when_and_where(&t, row),
    ];
    paragraphs
        .extend(row.points.as_ref().map(|points| t.text("meetings-mail-points").arg("points", points).to_string()));
    paragraphs.push(t.text("meetings-mail-promises").to_string());
    write(act, row, to, "meetings-mail-invitation-subject", paragraphs).await
}

/// The meeting will not be held.
pub(crate) async fn cancellation(act: &Act<'_>, row: &meeting::Model, to: OrganisationId) -> Result<bool, Problem> {
    let t = act.premises().words.translator(LANGUAGE);
    let paragraphs = vec![t.text("meetings-mail-cancelled").to_string(), when_and_where(&t, row)];
    write(act, row, to, "meetings-mail-cancelled-subject", paragraphs).await
}

async fn write(
    act: &Act<'_>,
    row: &meeting::Model,
    to: OrganisationId,
    subject: &'static str,
    paragraphs: Vec<String>,
) -> Result<bool, Problem> {
    let organisation = directory::find_in(&act.tx, to).await?;
    let Some(to) = organisation.and_then(|organisation| organisation.contact_email) else { return Ok(false) };
    let t = act.premises().words.translator(LANGUAGE);
    let letter = Letter {
        paragraphs,
        action: Some(Action {
            label: t.text("meetings-mail-action").to_string(),
            url: act.premises().public_url.link(&row.path()),
        }),
        ..Letter::new(to, LANGUAGE, t.text(subject).arg("meeting", row.called(&t)).to_string())
    };
    send_at_once(&act.tx, act.now, &letter).await?;
    Ok(true)
}

/// Date and place stand in the mail itself: not every mailbox shows a calendar.
fn when_and_where(t: &Translator, row: &meeting::Model) -> String {
    let when = when(t, row);
    match &row.place {
        Some(place) => t.text("meetings-when-and-where").arg("when", when).arg("place", place).to_string(),
        None => when,
    }
}

/// `jeudi 14 janvier 2027, 18 h – 20 h`
pub(crate) fn when(t: &Translator, row: &meeting::Model) -> String {
    t.text("meetings-when")
        .arg("day", t.weekday_date(row.day))
        .arg("starts", t.time(row.starts))
        .arg("ends", t.time(row.ends))
        .to_string()
}
