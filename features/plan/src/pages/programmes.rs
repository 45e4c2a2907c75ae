//! The départements that have a programme, and the way to the plans of their regions.

use askama::Template;
use kit_base::Territory;
use kit_ui::{Column, Content, EmptyState, ExportLinks, LinkButton, Table};
use kit_web::{Answer, Page, Visit};

use crate::api::ACTIONS;
use crate::pages::{plan_path, programme_path};
use crate::store::count_by_departement;

#[derive(Template)]
#[template(path = "programmes.html")]
struct ProgrammesPage<'a> {
    visit: &'a Visit,
    said: String,
    export: Option<ExportLinks>,
    rows: Content,
}

/// `GET /programmes`
pub(crate) async fn get(visit: Visit) -> Answer {
    let t = visit.t();
    let counts = count_by_departement(&visit.read(), &*visit.scope("action.list")).await?;
    let page = ProgrammesPage {
        visit: &visit,
        export: (!counts.is_empty()).then(|| ExportLinks::new(t, ACTIONS.name, "/programmes")),
        said: t.text("plan-programmes-found").arg("count", counts.len()).to_string(),
        rows: if counts.is_empty() { nothing(&visit) } else { table(&visit, &counts) },
    };
    Page::new(t.text("plan-programmes-title")).show(&visit, &page)
}

/// By code, as départements are known by: never by the number of their actions.
fn table(visit: &Visit, counts: &[(Territory, i64)]) -> Content {
    let t = visit.t();
    let columns = vec![
        Column::new(t.text("plan-departement")),
        Column::numeric(t.text("plan-actions")),
        Column::new(t.text("plan-regional-plan")),
    ];
    let caption = t.text("plan-programmes-title");
    let table = Table::new("programmes", caption, columns, t.text("plan-programmes-none-title")).caption_unseen();
    let row = |table: Table, (departement, count): &(Territory, i64)| {
        let name = territory::name_and_code(*departement, t.locale());
        let region = territories::atlas().region_of(*departement);
        let plan = region.map(|region| link(&plan_path(region), territory::name(region, t.locale())));
        table.row(vec![
            link(&programme_path(*departement), name),
            t.number(*count).into(),
            plan.unwrap_or_else(|| Content::Text(String::new())),
        ])
    };
    Content::html(counts.iter().fold(table, row))
}

/// A link by a name.
pub(crate) fn link(path: &str, name: String) -> Content {
    Content::Html(format!(r#"<a href="{path}">{}</a>"#, Content::Text(name)))
}

fn nothing(visit: &Visit) -> Content {
    let t = visit.t();
    Content::html(EmptyState {
        title: t.text("plan-programmes-none-title").into(),
        text: t.text("plan-programmes-none-text").into(),
        action: Some(LinkButton::secondary(t.text("plan-programmes-none-action"), "/territoires")),
    })
}
