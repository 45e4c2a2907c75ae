//! Sheets as a workbook.

use kit_base::limits::SHEET_ROWS_MAX;
use rust_xlsxwriter::{Color, DataValidation, DataValidationErrorStyle, Format, FormatBorder, Workbook, Worksheet};

use crate::sheet::{Cell, Column, ColumnKind, Sheet, SheetError, looks_like_a_formula};

/// The media type of a workbook.
pub const XLSX_MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The looks of the cells.
struct Formats {
    title: Format,
    text: Format,
    formula_like: Format,
    date: Format,
}

/// The sheets, in order, each with its titles in the first row. Texts stay texts: nothing that people typed is computed.
///
/// # Errors
/// When a sheet has a name that spreadsheets do not take, or too many rows.
pub fn write_xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, SheetError> {
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    for sheet in sheets {
        write_sheet(workbook.add_worksheet(), sheet, &formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), SheetError> {
    let count = u32::try_from(sheet.rows.len()).or(Err(SheetError::TooLarge))?;
    if sheet.rows.len() > SHEET_ROWS_MAX {
        return Err(SheetError::TooLarge);
    }
    worksheet.set_name(&sheet.name)?.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0)?;
    let last_row = count.saturating_add(sheet.blank_rows);
    for (place, column) in (0_u16..).zip(&sheet.columns) {
        write_column(worksheet, place, column, last_row, formats)?;
    }
    for (line, row) in (1_u32..).zip(&sheet.rows) {
        for (place, cell) in (0_u16..).zip(row) {
            write_cell(worksheet, line, place, cell, formats)?;
        }
    }
    Ok(())
}

fn write_column(
    worksheet: &mut Worksheet,
    place: u16,
    column: &Column,
    last_row: u32,
    formats: &Formats,
) -> Result<(), SheetError> {
    worksheet.write_string_with_format(0, place, &column.title, &formats.title)?;
    worksheet.set_column_width(place, column.width)?.set_column_format(place, &formats.text)?;
    match &column.kind {
        ColumnKind::Plain => {}
        ColumnKind::Key => {
            worksheet.set_column_hidden(place)?;
        }
        // Only a hint: a person may have a reason to write something else, and the reader of the file says what it could not read.
        ColumnKind::Choices(choices) if last_row > 0 => {
            let validation = DataValidation::new()
                .allow_list_strings(choices)?
                .set_error_style(DataValidationErrorStyle::Information);
            worksheet.add_data_validation(1, place, last_row, place, &validation)?;
        }
        ColumnKind::Choices(_) => {}
    }
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    line: u32,
    place: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), SheetError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => {
            let format = if looks_like_a_formula(text) { &formats.formula_like } else { &formats.text };
            worksheet.write_string_with_format(line, place, text, format)?
        }
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets know no other numbers")]
        Cell::Whole(number) => worksheet.write_number(line, place, *number as f64)?,
        Cell::Number(number) => worksheet.write_number(line, place, *number)?,
        Cell::Date(day) => worksheet.write_datetime_with_format(line, place, day, &formats.date)?,
    };
    Ok(())
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_text_wrap();
        Self {
            title: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_border_bottom(FormatBorder::Thin)
                .set_background_color(Color::RGB(0xEE_EE_EE)),
            // Kept as a text when somebody edits the cell.
            formula_like: text.clone().set_quote_prefix(),
            date: Format::new().set_num_format("dd/mm/yyyy"),
            text,
        }
    }
}
