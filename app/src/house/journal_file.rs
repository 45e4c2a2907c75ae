//! The journal as a file, for those who keep the installation: its latest entries, or those before one of them.

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_store::journal::Listed;
use kit_web::{Excerpt, FilterValues, ListColumn, ListFilter, ListQuery, OpenList, OpenRow, Visit};

use super::journal::{changes, check_may_read, label, names_in, role, who};

/// The entries, the latest first, as on `/journal`.
pub(super) const JOURNAL: OpenList = OpenList {
    name: "journal",
    title: "journal-title",
    about: "Who did what.",
    filters: &[BEFORE],
    columns: &[
        ListColumn { title: "journal-number", width: 10 },
        ListColumn { title: "journal-when", width: 26 },
        ListColumn { title: "journal-who", width: 30 },
        ListColumn { title: "journal-role", width: 40 },
        ListColumn { title: "journal-command", width: 40 },
        ListColumn { title: "journal-code", width: 30 },
        ListColumn { title: "journal-values", width: 80 },
    ],
    shape: None,
    source: journal,
};

/// What narrows the journal down to what came before an entry.
pub(super) const BEFORE: ListFilter = ListFilter {
    name: "avant",
    about: "The number of an entry; those before it are meant.",
    example: "1000",
    values: FilterValues::Text,
};

fn journal(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        check_may_read(&visit)?;
        let entries = visit.read().journal_page(query.value(BEFORE.name).parse().ok(), query.rows_max()).await?;
        let names = names_in(&visit, &entries).await?;
        let row = |entry: &Listed| {
            let values = entry.values.as_deref().map_or_else(|| visit.text("journal-erased").to_string(), changes);
            OpenRow::of_file(vec![
                entry.sequence.into(),
                visit.t().date_time(entry.at, chrono_tz::Europe::Paris).to_string().into(),
                who(&visit, &entry.actor, &names).into(),
                role(&visit, &entry.role).into(),
                label(&entry.command).map(|key| visit.text(key).to_string()).into(),
                entry.command.as_str().into(),
                values.into(),
            ])
        };
        Ok(Excerpt::of_file(entries.iter().map(row).collect()))
    }
    .boxed()
}
