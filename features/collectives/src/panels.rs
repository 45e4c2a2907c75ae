//! What this room shows on others' pages.

use directory::OrganisationId;
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::clock::day_in;
use kit_base::limits::CHOICES_MAX;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_ui::{Content, Panel};
use kit_web::{Subject, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::model::{Animation, Membership, animation, path};
use crate::pages::{animation_line, collective_name};
use crate::store::{collective, in_order_of_joining, member, of_departement};

/// On the page of a département: who brings its collective together, how many are in it.
pub(crate) fn of_territory(visit: Visit, subject: Subject) -> BoxFuture<'static, Result<Option<String>, Problem>> {
    async move {
        let Subject::Territory(departement) = subject else { return Ok(None) };
        if departement.kind() != TerritoryKind::Departement {
            return Ok(None);
        }
        let body = departement_body(&visit, departement).await?;
        let title = visit.text("collectives-panel-territory");
        Ok(Some(Panel::new("collectif", title, Content::Html(body)).to_string()))
    }
    .boxed()
}

async fn departement_body(visit: &Visit, departement: Territory) -> Result<String, Problem> {
    let t = visit.t();
    let Some(collective) = of_departement(visit, departement).await? else {
        let nothing = Content::from(t.text("collectives-not-open-title"));
        let link = link(t.text("collectives-see").into(), departement);
        return Ok(format!("<p>{nothing}. {link}</p>"));
    };
    let today = day_in(territory::time_zone(departement), visit.now());
    let animation = animation(&collective.members, today);
    let organisations = match animation {
        Animation::By(organisation, _) => directory::summaries(visit, &[organisation]).await?,
        Animation::VacantSince(_) | Animation::NotYetKnown => directory::summaries(visit, &[]).await?,
    };
    let line = animation_line(t, animation, |id| organisations.get(&id));
    let count = collective.members.iter().filter(|member| member.holds_on(today)).count();
    let (label, count) = (
        Content::from(t.text("collectives-animation-label")),
        Content::from(t.text("collectives-count").arg("count", count)),
    );
    let link = link(collective_name(t, collective.name.as_deref(), departement), departement);
    Ok(format!("<p>{label} {line}</p><p>{count}</p><p>{link}</p>"))
}

/// On the page of an organisation: the collectives it is in, since when, and those it was in.
pub(crate) fn of_organisation(visit: Visit, subject: Subject) -> BoxFuture<'static, Result<Option<String>, Problem>> {
    async move {
        let Subject::Record(id, _) = subject else { return Ok(None) };
        let lines = organisation_lines(&visit, OrganisationId(id)).await?;
        if lines.is_empty() {
            return Ok(None);
        }
        let body = format!("<ul><li>{}</li></ul>", lines.join("</li><li>"));
        let title = visit.text("collectives-panel-organisation");
        Ok(Some(Panel::new("collectifs", title, Content::Html(body)).to_string()))
    }
    .boxed()
}

async fn organisation_lines(visit: &Visit, organisation: OrganisationId) -> Result<Vec<String>, Problem> {
    let reader = visit.read();
    let query = in_order_of_joining().filter(member::Column::OrganisationId.eq(organisation)).limit(CHOICES_MAX);
    let rows = reader.all(query).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = rows.iter().map(|row| row.collective_id).collect();
    let query = collective::Entity::find().filter(collective::Column::Id.is_in(ids));
    let collectives = reader.all_within(query, &*visit.scope("collective.read")).await?;
    let line = |row: &member::Model| {
        let collective = collectives.iter().find(|collective| collective.id == row.collective_id)?;
        Some(line(visit.t(), collective, &Membership::from(row)))
    };
    Ok(rows.iter().filter_map(line).collect())
}

fn line(t: &Translator, collective: &collective::Model, membership: &Membership) -> String {
    let from = t.date(membership.from);
    let time = match membership.until {
        Some(until) => t.text("collectives-from-until").arg("from", from).arg("until", t.date(until)),
        None => t.text("collectives-since").arg("date", from),
    };
    let (role, time) = (Content::from(t.text(membership.role.label())), Content::from(time));
    let name = collective_name(t, collective.name.as_deref(), collective.territory);
    format!("{}, {role}, {time}", link(name, collective.territory))
}

fn link(name: String, departement: Territory) -> String {
    format!(r#"<a href="{}">{}</a>"#, path(departement), Content::from(name))
}
