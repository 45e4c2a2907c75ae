//! A sheet as CSV, the way French spreadsheets open it: `;` between cells, UTF-8 with its mark, days as ISO 8601.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use kit_base::limits::SHEET_ROWS_MAX;

use crate::sheet::{Cell, Sheet, SheetError, looks_like_a_formula};

/// The media type of CSV (RFC 7111).
pub const CSV_MEDIA_TYPE: &str = "text/csv; charset=utf-8; header=present";

/// Tells spreadsheets that the file is UTF-8.
const MARK: &str = "\u{feff}";

/// The columns that are read, with their titles, and the rows. A text that a spreadsheet would take for a formula gets an apostrophe before it.
///
/// # Errors
/// When there are too many rows.
pub fn write_csv(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    if sheet.rows.len() > SHEET_ROWS_MAX {
        return Err(SheetError::TooLarge);
    }
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(MARK.as_bytes().to_vec());
    writer.write_record(sheet.columns.iter().map(|column| harmless(&column.title)))?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(field))?;
    }
    writer.into_inner().map_err(|error| SheetError::Table(error.into_error().into()))
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Date(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Empty | Cell::Whole(_) | Cell::Number(_) => cell.text(),
    }
}

fn harmless(text: &str) -> String {
    if looks_like_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Column;

    fn written(rows: Vec<Vec<Cell>>) -> String {
        let columns = vec![Column::new("Nom", 20), Column::new("Depuis", 12)];
        String::from_utf8(write_csv(&Sheet::new("Liste", columns, rows)).unwrap()).unwrap()
    }

    #[test]
    fn a_french_spreadsheet_opens_it() {
        let day = "2027-06-24".parse::<chrono::NaiveDate>().unwrap();
        let csv = written(vec![vec!["Mission locale ; Ariège".into(), day.into()], vec!["01".into(), Cell::Whole(-3)]]);
        assert_eq!(csv, "\u{feff}Nom;Depuis\r\n\"Mission locale ; Ariège\";2027-06-24\r\n01;-3\r\n");
    }

    proptest! {
        /// Whatever people typed, no cell is one that a spreadsheet would compute, and what they typed is all there.
        #[test]
        fn no_text_becomes_a_formula(text in "[\\t\\r =+@|%a-z\"';-]{0,12}") {
            let csv = written(vec![vec![Cell::Text(text.clone()), Cell::Empty]]);
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.trim_start_matches(MARK).as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            let read = record.get(0).unwrap();
            prop_assert!(!read.starts_with(['=', '+', '-', '@', '|', '%', '\t', '\r']));
            prop_assert!(read == text || read.strip_prefix('\'') == Some(&text));
        }
    }
}
