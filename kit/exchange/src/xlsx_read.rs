//! A workbook that comes back, whatever was done to it meanwhile.

use std::io::{Cursor, Read, sink};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use kit_base::limits::{SHEET_COLUMNS_MAX, SHEET_ROWS_MAX, SHEETS_MAX, UNPACKED_BYTES_MAX};
use zip::ZipArchive;

use crate::sheet::{Cell, ReadRow, ReadSheet};

/// Why a file was not read. Each is said to the person who sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is no XLSX workbook, or it is damaged.
    #[error("the file is no workbook that can be read")]
    NotAWorkbook,
    /// It unpacks to more than [`UNPACKED_BYTES_MAX`], or has too many sheets, rows or columns.
    #[error("the workbook is too large")]
    TooLarge,
}

/// The sheets of a workbook, with what was typed and what formulas came to; a row that holds nothing is left out.
///
/// # Errors
/// When it is no workbook, or too large to be read.
pub fn read_xlsx(bytes: &[u8]) -> Result<Vec<ReadSheet>, ReadError> {
    check_unpacked_size(bytes)?;
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let names = workbook.sheet_names();
    if names.len() > SHEETS_MAX {
        return Err(ReadError::TooLarge);
    }
    names.into_iter().map(|name| read_sheet(&mut workbook, name)).collect()
}

/// Unpacks everything into nothing: what an archive says of its own sizes is not to be believed, and the reader keeps whole parts in memory.
fn check_unpacked_size(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).or(Err(ReadError::NotAWorkbook))?;
    let mut left = UNPACKED_BYTES_MAX;
    for place in 0..archive.len() {
        let part = archive.by_index(place).or(Err(ReadError::NotAWorkbook))?;
        let unpacked =
            std::io::copy(&mut part.take(left.saturating_add(1)), &mut sink()).or(Err(ReadError::NotAWorkbook))?;
        left = left.checked_sub(unpacked).ok_or(ReadError::TooLarge)?;
    }
    Ok(())
}

/// Cell by cell: a sheet whose only cell stands in the last corner is read without making room for all the others.
fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: String) -> Result<ReadSheet, ReadError> {
    let mut rows: Vec<ReadRow> = Vec::new();
    let mut cells = match workbook.worksheet_cells_reader(&name) {
        Ok(cells) => cells,
        // A sheet that holds a chart and no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(ReadSheet { name, header: Vec::new(), rows }),
        Err(error) => return Err(unreadable(error)),
    };
    while let Some(found) = cells.next_cell().map_err(unreadable)? {
        let cell = read_cell(found.get_value());
        if cell.is_blank() {
            continue;
        }
        let (row, column) = found.get_position();
        let line = row.saturating_add(1);
        let place = usize::try_from(column).or(Err(ReadError::TooLarge))?;
        if place >= SHEET_COLUMNS_MAX {
            return Err(ReadError::TooLarge);
        }
        if rows.last().is_none_or(|last| last.line != line) {
            // The header is one more.
            if rows.len() > SHEET_ROWS_MAX {
                return Err(ReadError::TooLarge);
            }
            rows.push(ReadRow { line, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            put(&mut last.cells, place, cell);
        }
    }
    let has_header = rows.first().is_some_and(|row| row.line == 1);
    let header = if has_header { rows.remove(0).cells.iter().map(Cell::text).collect() } else { Vec::new() };
    Ok(ReadSheet { name, header, rows })
}

fn put(cells: &mut Vec<Cell>, place: usize, cell: Cell) {
    if cells.len() <= place {
        cells.resize(place.saturating_add(1), Cell::Empty);
    }
    if let Some(there) = cells.get_mut(place) {
        *there = cell;
    }
}

fn read_cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Int(number) => Cell::Whole(*number),
        DataRef::Float(number) => number_cell(*number),
        DataRef::String(text) => Cell::from(text.as_str()),
        DataRef::SharedString(text) => Cell::from(*text),
        DataRef::Bool(yes) => Cell::Text(if *yes { "VRAI" } else { "FAUX" }.to_owned()),
        DataRef::DateTime(moment) => {
            moment.as_datetime().map_or_else(|| number_cell(moment.as_f64()), |moment| Cell::Date(moment.date()))
        }
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Cell::Date(day),
            None => Cell::from(text.as_str()),
        },
        DataRef::DurationIso(text) => Cell::from(text.as_str()),
        DataRef::Error(error) => Cell::Text(error.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

/// Spreadsheets keep whole numbers as any other: up to 2⁵³ they are exact.
fn number_cell(number: f64) -> Cell {
    const EXACT_MAX: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT_MAX {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and within what both hold exactly")]
        return Cell::Whole(number as i64);
    }
    Cell::Number(number)
}

/// Whatever the library could not read, it was not a workbook for us.
fn unreadable(_: XlsxError) -> ReadError {
    ReadError::NotAWorkbook
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use rust_xlsxwriter::Workbook;

    use super::*;
    use crate::{Column, Sheet, write_xlsx};

    fn cell() -> impl Strategy<Value = Cell> {
        prop_oneof![
            Just(Cell::Empty),
            "[a-zé=+@' -]{1,12}".prop_filter("blank", |text| !text.trim().is_empty()).prop_map(Cell::Text),
            (-1_000_000_i64..1_000_000).prop_map(Cell::Whole),
            (1..40_000_i64).prop_map(|days| Cell::Date(
                chrono::NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + chrono::Duration::days(days)
            )),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec(cell(), 3), 0..8)) {
            let columns = vec![Column::new("Qui", 20), Column::new("Quoi", 40), Column::key("Clé")];
            let written = write_xlsx(&[Sheet::new("Promesses", columns, rows.clone())]).unwrap();
            let read = read_xlsx(&written).unwrap();
            prop_assert_eq!(&read[0].header, &["Qui", "Quoi", "Clé"]);
            for (line, row) in (2..).zip(&rows) {
                let found = read[0].rows.iter().find(|found| found.line == line);
                for (place, cell) in row.iter().enumerate() {
                    prop_assert_eq!(found.map_or(&Cell::Empty, |found| found.cell(place)), cell);
                }
            }
            prop_assert!(read[0].rows.iter().all(|row| (row.line as usize) < rows.len() + 2));
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), cut in 0_usize..4_000, at in 0_usize..4_000, byte in any::<u8>()) {
            let _ = read_xlsx(&bytes);
            let mut damaged = write_xlsx(&[Sheet::new("A", vec![Column::new("B", 9)], vec![vec!["c".into()]])]).unwrap();
            if let Some(there) = damaged.get_mut(at) { *there = byte; }
            damaged.truncate(damaged.len().saturating_sub(cut % 50));
            let _ = read_xlsx(&damaged);
        }
    }

    #[test]
    fn a_cell_in_the_last_corner_costs_nothing_and_is_refused() {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write_string(1_048_575, 16_383, "loin").unwrap();
        assert_eq!(read_xlsx(&workbook.save_to_buffer().unwrap()), Err(ReadError::TooLarge));
    }

    #[test]
    fn an_archive_that_unpacks_without_end_is_refused() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..17 {
            archive.write_all(&vec![0; 1024 * 1024]).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 100_000);
        assert_eq!(read_xlsx(&bytes), Err(ReadError::TooLarge));
    }

    #[test]
    fn what_is_no_workbook_is_said_to_be_none() {
        assert_eq!(read_xlsx(b""), Err(ReadError::NotAWorkbook));
        assert_eq!(read_xlsx(b"Nom;Depuis"), Err(ReadError::NotAWorkbook));
    }

    #[test]
    fn a_formula_gives_what_it_came_to_and_days_are_days() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_string(0, 0, "Titre").unwrap();
        sheet.write_formula(1, 0, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write_string(2, 0, " 12/03/2027 ").unwrap();
        let read = read_xlsx(&workbook.save_to_buffer().unwrap()).unwrap();
        assert_eq!(read[0].rows[0].cell(0), &Cell::Whole(2));
        assert_eq!(read[0].rows[1].cell(0).date(), chrono::NaiveDate::from_ymd_opt(2027, 3, 12));
        assert_eq!(read[0].column(" titre "), Some(0));
    }
}
