//! Lists as files: what this person sees on the page, filters and all.

use axum::extract::{Path, RawQuery};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kit_base::Problem;
use kit_base::limits::SHEET_ROWS_MAX;
use kit_exchange::{CSV_MEDIA_TYPE, Column, Sheet, XLSX_MEDIA_TYPE, write_csv, write_xlsx};

use super::{AFTER, ListQuery, OpenList, find, pairs};
use crate::{Answer, Visit, aside};

/// Characters that the name of a sheet has at most.
const SHEET_NAME_CHARACTERS_MAX: usize = 31;

/// `GET /exports/{name}.xlsx` and `GET /exports/{name}.csv`
pub(super) async fn get(visit: Visit, Path(file): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let (name, extension) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    let list = find(&visit, name)?;
    let form = Form::of(extension)?;
    let sheet = sheet(&visit, &list, pairs(query.as_deref())).await?;
    let today = visit.now().date_naive();
    let download = format!("attachment; filename=\"{}-{today}.{extension}\"", list.name);
    attachment(form.media_type(), &download, aside(move || form.write(&sheet)).await??)
}

/// What a list is kept as.
#[derive(Debug, Clone, Copy)]
enum Form {
    Workbook,
    Table,
}

impl Form {
    fn of(extension: &str) -> Result<Self, Problem> {
        match extension {
            "xlsx" => Ok(Self::Workbook),
            "csv" => Ok(Self::Table),
            _ => Err(Problem::NotFound),
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Workbook => XLSX_MEDIA_TYPE,
            Self::Table => CSV_MEDIA_TYPE,
        }
    }

    fn write(self, sheet: &Sheet) -> Result<Vec<u8>, Problem> {
        match self {
            Self::Workbook => write_xlsx(std::slice::from_ref(sheet)),
            Self::Table => write_csv(sheet),
        }
        .map_err(Problem::internal)
    }
}

/// The list from its beginning, whichever page the person was reading. A value that is none narrows nothing down, as on the page.
async fn sheet(visit: &Visit, list: &OpenList, mut values: Vec<(String, String)>) -> Result<Sheet, Problem> {
    let is_none = |name: &str, value: &str| {
        list.filters.iter().any(|filter| filter.name == name && !filter.values.holds(value)) || name == AFTER
    };
    values.retain(|(name, value)| !is_none(name, value));
    let rows_max = u64::try_from(SHEET_ROWS_MAX).unwrap_or(u64::MAX);
    let excerpt = (list.source)(visit.clone(), ListQuery::new(values, rows_max)).await?;
    let columns = list.columns.iter().map(|column| Column::new(visit.text(column.title), column.width)).collect();
    let name: String = visit.text(list.title).to_string().chars().take(SHEET_NAME_CHARACTERS_MAX).collect();
    Ok(Sheet::new(name, columns, excerpt.rows.into_iter().map(|row| row.cells).collect()))
}

fn attachment(media_type: &'static str, download: &str, bytes: Vec<u8>) -> Answer {
    let mut response: Response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(download).map_err(Problem::internal)?);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
