//! "What we had promised each other": where the next seminar begins.

use std::collections::BTreeMap;

use askama::Template;
use commitments::{CommitmentView, Status, status_badge};
use kit_base::Problem;
use kit_ui::Badge;
use kit_web::Visit;
use uuid::Uuid;

use crate::model::SeminarId;
use crate::store::{half_days_of, seminar, session, sessions_of};

#[derive(Template)]
#[template(path = "agenda.html")]
struct AgendaPart<'a> {
    visit: &'a Visit,
    previous_title: String,
    previous_path: String,
    open_count: usize,
    owners: Vec<Owner>,
    settled: Vec<Line>,
}

/// An organisation and what it still has promised.
struct Owner {
    name: String,
    lines: Vec<Line>,
}

struct Line {
    what: String,
    path: String,
    owner: String,
    person: Option<String>,
    due: String,
    origin: String,
    badge: Badge,
}

/// The promises made at the seminars of `chain`, the nearest first: those still open, by owner, then what became of the others
/// at the nearest. `None` for a first seminar, and for people who may not see any promise. Four queries, whatever the number of
/// promises.
pub(crate) async fn promises(visit: &Visit, chain: &[seminar::Model]) -> Result<Option<String>, Problem> {
    let Some(previous) = chain.first().filter(|_| !visit.scope("commitment.list").is_nothing()) else {
        return Ok(None);
    };
    let sessions = sessions_by_seminar(visit, chain).await?;
    let ids: Vec<Uuid> = sessions.iter().map(|(_, session)| *session).collect();
    let taken = commitments::taken_at(visit, &ids).await?;
    let is_of_previous = |view: &CommitmentView| sessions.contains(&(previous.id, view.origin.id));
    let (open, others): (Vec<_>, Vec<_>) = taken.into_iter().partition(|view| view.status.is_open());
    let open_count = open.len();
    let part = AgendaPart {
        visit,
        previous_title: previous.title_for(visit.locale()),
        previous_path: previous.path(),
        open_count,
        owners: by_owner(open).into_iter().map(|(name, views)| owner(visit, name, views)).collect(),
        settled: settled(others, is_of_previous).iter().map(|view| line(visit, view)).collect(),
    };
    part.render().map(Some).map_err(Problem::internal)
}

async fn sessions_by_seminar(visit: &Visit, chain: &[seminar::Model]) -> Result<Vec<(SeminarId, Uuid)>, Problem> {
    let reader = visit.read();
    let seminars: Vec<SeminarId> = chain.iter().map(|row| row.id).collect();
    let half_days = half_days_of(&reader, &seminars).await?;
    let ids: Vec<_> = half_days.iter().map(|half_day| half_day.id).collect();
    let sessions = sessions_of(&reader, &ids).await?;
    let seminar_of = |session: &session::Model| {
        let half_day = half_days.iter().find(|half_day| half_day.id == session.half_day_id)?;
        Some((half_day.seminar_id, session.id.0))
    };
    Ok(sessions.iter().filter_map(seminar_of).collect())
}

/// By the folded name, so that capitals and accents do not disturb the order; under one name, by date.
fn by_owner(open: Vec<CommitmentView>) -> Vec<(String, Vec<CommitmentView>)> {
    let mut owners: BTreeMap<(String, Uuid), (String, Vec<CommitmentView>)> = BTreeMap::new();
    for view in open {
        let key = (territory::fold(&view.organisation_name), view.organisation.0);
        let owner = owners.entry(key).or_insert_with(|| (view.organisation_name.clone(), Vec::new()));
        owner.1.push(view);
    }
    let mut owners: Vec<_> = owners.into_values().collect();
    for (_, views) in &mut owners {
        views.sort_by_key(|view| (view.due, view.id));
    }
    owners
}

/// What was done comes first: a seminar begins with what was kept.
fn settled(others: Vec<CommitmentView>, is_of_previous: impl Fn(&CommitmentView) -> bool) -> Vec<CommitmentView> {
    let mut settled: Vec<CommitmentView> = others.into_iter().filter(is_of_previous).collect();
    settled.sort_by_key(|view| (view.status != Status::Done, territory::fold(&view.organisation_name), view.id));
    settled
}

fn owner(visit: &Visit, name: String, views: Vec<CommitmentView>) -> Owner {
    Owner { name, lines: views.iter().map(|view| line(visit, view)).collect() }
}

fn line(visit: &Visit, view: &CommitmentView) -> Line {
    let t = visit.t();
    Line {
        what: view.what.clone(),
        path: view.path(),
        owner: view.organisation_name.clone(),
        person: view.person_label.clone(),
        due: t.text("seminars-agenda-due").arg("date", t.date(view.due)).to_string(),
        origin: t
            .text("seminars-agenda-origin")
            .arg("session", view.origin.title.as_str())
            .arg("date", t.date_short(view.origin.date))
            .to_string(),
        badge: status_badge(t, view.status),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use commitments::{CommitmentId, Origin, OriginKind};
    use directory::OrganisationId;

    use super::*;

    fn promise(number: u128, owner: u128, name: &str, day: u32, status: Status) -> CommitmentView {
        let date = NaiveDate::from_ymd_opt(2027, 6, day).unwrap();
        let aude = "departement:11".parse().unwrap();
        CommitmentView {
            id: CommitmentId(Uuid::from_u128(number)),
            organisation: OrganisationId(Uuid::from_u128(owner)),
            organisation_name: name.to_owned(),
            person_label: None,
            what: String::new(),
            due: date,
            first_due: date,
            not_before: None,
            status,
            origin: Origin {
                kind: OriginKind::Session,
                id: Uuid::from_u128(owner),
                title: String::new(),
                date,
                path: String::new(),
                territory: aude,
            },
            decision: None,
            territory: aude,
            version: 1,
        }
    }

    #[test]
    fn owners_come_by_name_and_their_promises_by_date() {
        let open = vec![
            promise(1, 1, "Zèbre", 3, Status::NoNews),
            promise(2, 2, "éclair", 9, Status::Blocked),
            promise(3, 2, "éclair", 2, Status::InProgress),
            promise(4, 3, "Éclair", 1, Status::NoNews),
        ];
        let owners = by_owner(open);
        let shown: Vec<_> = owners
            .iter()
            .map(|(name, views)| (name.as_str(), views.iter().map(|view| view.id.0.as_u128()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(shown, [("éclair", vec![3, 2]), ("Éclair", vec![4]), ("Zèbre", vec![1])]);
    }

    #[test]
    fn what_was_kept_at_the_previous_seminar_comes_before_what_was_given_up_and_older_ones_stay_away() {
        let others = vec![
            promise(1, 1, "Alpha", 3, Status::GivenUp),
            promise(2, 2, "Zoé", 3, Status::Done),
            promise(3, 3, "Beta", 3, Status::Done),
        ];
        let shown: Vec<_> =
            settled(others, |view| view.organisation.0.as_u128() != 3).iter().map(|view| view.id.0.as_u128()).collect();
        assert_eq!(shown, [2, 1]);
    }
}
