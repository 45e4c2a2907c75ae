//! The names of an organisation in time, what it was before, and what it became.

use std::collections::HashMap;

use kit_base::Problem;
use kit_i18n::Translator;
use kit_ui::Content;
use kit_web::Visit;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::{name_link, period_words};
use crate::model::{OrganisationId, OrganisationSummary, Period, WebAddress, path};
use crate::store::organisation::Model;
use crate::store::{former_name, read_of, succession, summaries};

/// The story of an organisation.
pub(super) struct Story {
    names: Vec<former_name::Model>,
    successions: Vec<succession::Model>,
    /// Those among the others that the visitor may know of.
    others: HashMap<OrganisationId, OrganisationSummary>,
}

impl Story {
    pub(super) async fn of(visit: &Visit, row: &Model) -> Result<Self, Problem> {
        let reader = visit.read();
        let mut names = read_of::<former_name::Entity>(&reader, row.id).await?;
        // The latest first; names without any date before all others, in the order in which they were written down.
        names.sort_by_key(|name| std::cmp::Reverse((name.until_date.or(name.from_date), name.id)));
        let either = Condition::any()
            .add(succession::Column::PredecessorId.eq(row.id))
            .add(succession::Column::SuccessorId.eq(row.id));
        let successions = reader.all(succession::Entity::find().filter(either)).await?;
        let ids: Vec<_> = successions.iter().flat_map(|row| [row.predecessor_id, row.successor_id]).collect();
        let others = summaries(visit, &ids).await?;
        Ok(Self { names, successions, others })
    }

    /// That it became another: the first thing to know of an organisation.
    pub(super) fn became(&self, t: &Translator, row: &Model) -> Option<Content> {
        let became = self.successions.iter().filter(|succession| succession.predecessor_id == row.id);
        let links: Vec<String> = became
            .filter_map(|succession| Some(name_link(t, self.others.get(&succession.successor_id)?).to_string()))
            .collect();
        let words = Content::from(t.text("directory-became-notice"));
        (!links.is_empty()).then(|| Content::Html(format!("{words} {}.", links.join(", "))))
    }

    /// The story in lines; nothing where there is none to tell. Whoever corrects the record can take a line off.
    pub(super) fn lines(&self, t: &Translator, row: &Model, may_edit: bool) -> Option<Content> {
        let mut lines: Vec<String> = Vec::new();
        if let Some(since) = row.name_since {
            lines.push(Content::from(t.text("directory-name-since").arg("date", t.date(since))).to_string());
        }
        let take_off = |kind: &str, id: String, what: &str| {
            let address = format!("{}/retirer/{kind}/{id}", path(row.id));
            if may_edit {
                format!(" – {}", link(t.text("directory-remove").into(), &address, what))
            } else {
                String::new()
            }
        };
        for name in &self.names {
            let words = Content::from(t.text("directory-formerly").arg("name", &name.name));
            let period = Period { from: name.from_date, until: name.until_date };
            let time = in_brackets(&period_words(t, period));
            let source = source_link(t, name.source.as_deref(), &name.name);
            lines.push(format!("{words}{time}{source}{}", take_off("nom", name.id.to_string(), &name.name)));
        }
        for succession in &self.successions {
            let is_before = succession.predecessor_id == row.id;
            let other = if is_before { succession.successor_id } else { succession.predecessor_id };
            let Some(other) = self.others.get(&other) else { continue };
            let words = if is_before { t.text("directory-became-line") } else { t.text("directory-follows-line") };
            let time = in_brackets(&period_words(t, Period { from: succession.since_date, until: None }));
            let off = if is_before { take_off("suite", succession.id.to_string(), &other.name) } else { String::new() };
            lines.push(format!("{} {}{time}{off}", Content::from(words), name_link(t, other)));
        }
        (!lines.is_empty()).then(|| Content::Html(format!("<ul><li>{}</li></ul>", lines.join("</li><li>"))))
    }
}

fn in_brackets(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" ({})", Content::from(words)) }
}

/// A link whose words say, to those who hear it alone, what it is about.
fn link(words: String, address: &str, about: &str) -> String {
    let (words, about) = (Content::from(words), Content::from(about));
    format!(r#"<a href="{address}">{words}<span class="unseen"> {about}</span></a>"#)
}

/// A link to correct something, by its name for those who hear it alone.
pub(super) fn correct_link(t: &Translator, address: &str, about: &str) -> Content {
    Content::Html(link(t.text("directory-correct").into(), address, about))
}

/// Where a fact was read, behind it; nothing where that is not written down.
pub(super) fn source_link(t: &Translator, source: Option<&str>, about: &str) -> String {
    match source {
        None => String::new(),
        Some(address) if address.parse::<WebAddress>().is_ok() => {
            let (words, about) = (Content::from(t.text("directory-source")), Content::from(about));
            let address = Content::from(address);
            format!(
                r#" – <a href="{address}" rel="noopener nofollow external">{words}<span class="unseen"> {about}</span></a>"#
            )
        }
        Some(citation) => format!(" – {}", Content::from(citation)),
    }
}
