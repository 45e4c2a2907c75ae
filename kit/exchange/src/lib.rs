//! What is exchanged with other programs: [`Calendar`] is written as iCalendar (RFC 5545), a [`Sheet`] as XLSX and as CSV, and
//! [`read_xlsx`] reads a workbook that comes back.

mod calendar;
mod csv_file;
mod fold;
mod sheet;
mod time_zone;
mod xlsx_read;
mod xlsx_write;

pub use calendar::{Calendar, Event, When};
pub use csv_file::{CSV_MEDIA_TYPE, write_csv};
pub use sheet::{Cell, Column, ColumnKind, ReadRow, ReadSheet, Sheet, SheetError};
pub use xlsx_read::{ReadError, read_xlsx};
pub use xlsx_write::{XLSX_MEDIA_TYPE, write_xlsx};
