//! Where the thread of a commitment begins: the seminar and the session in which it was taken.

use std::collections::HashMap;

use commitments::{CommitmentId, OriginKind};
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_web::{Bead, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::model::{HalfDayId, SeminarId, SessionId};
use crate::pages::kind_name;
use crate::store::{half_day, seminar, session};

type BeadsById = HashMap<Uuid, Vec<Bead>>;

/// The seminar and the session of each commitment: four queries, whatever their number.
pub(crate) fn of_commitments(visit: Visit, commitments: Vec<Uuid>) -> BoxFuture<'static, Result<BeadsById, Problem>> {
    Box::pin(async move {
        let ids: Vec<CommitmentId> = commitments.into_iter().map(CommitmentId).collect();
        let origins = commitments::origins(&visit, &ids).await?;
        let sessions = origins.values().filter(|origin| origin.kind == OriginKind::Session);
        let found = find(&visit, sessions.map(|origin| SessionId(origin.id)).collect()).await?;
        let beads = |(commitment, origin): (&CommitmentId, &commitments::Origin)| {
            Some((commitment.0, found.get(&SessionId(origin.id))?.clone()))
        };
        Ok(origins.iter().filter_map(beads).collect())
    })
}

/// The two beads of each session whose seminar may be listed: threads stand in lists, which show nothing discreet.
async fn find(visit: &Visit, sessions: Vec<SessionId>) -> Result<HashMap<SessionId, Vec<Bead>>, Problem> {
    if sessions.is_empty() {
        return Ok(HashMap::new());
    }
    let reader = visit.read();
    let scope = visit.scope("seminar.list");
    let sessions = reader.all(session::Entity::find().filter(session::Column::Id.is_in(sessions))).await?;
    let half_day_ids = sessions.iter().map(|session| session.half_day_id);
    let half_days = reader.all(half_day::Entity::find().filter(half_day::Column::Id.is_in(half_day_ids))).await?;
    let half_days: HashMap<HalfDayId, half_day::Model> = half_days.into_iter().map(|row| (row.id, row)).collect();
    let seminar_ids = half_days.values().map(|half_day| half_day.seminar_id);
    let seminars = seminar::Entity::find().filter(seminar::Column::Id.is_in(seminar_ids));
    let seminars = reader.all_within(seminars, &*scope).await?;
    let seminars: HashMap<SeminarId, seminar::Model> = seminars.into_iter().map(|row| (row.id, row)).collect();
    let beads = |session: &session::Model| {
        let half_day = half_days.get(&session.half_day_id)?;
        let seminar = seminars.get(&half_day.seminar_id)?;
        let mut beads = vec![seminar_bead(visit, seminar)];
        if scope.allows(&session.resource(seminar)) {
            beads.push(session_bead(visit, seminar, half_day, session));
        }
        Some((session.id, beads))
    };
    Ok(sessions.iter().filter_map(beads).collect())
}

fn seminar_bead(visit: &Visit, seminar: &seminar::Model) -> Bead {
    Bead::new(visit.text("seminars-bead-seminar"), seminar.title_for(visit.locale()))
        .href(seminar.path())
        .date(visit.date(seminar.first_day))
}

fn session_bead(visit: &Visit, seminar: &seminar::Model, half_day: &half_day::Model, session: &session::Model) -> Bead {
    Bead::new(kind_name(visit, session.kind, session.number), session.title.as_str())
        .href(session.path(seminar))
        .date(visit.date(half_day.day))
}
