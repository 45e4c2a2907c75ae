//! Whatever a file holds, it is read as a workbook or refused; what is read stays within the limits.
#![no_main]

use kit_exchange::read_xlsx;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(sheets) = read_xlsx(bytes) else { return };
    for sheet in &sheets {
        assert!(sheet.rows.len() <= 5_000, "more rows than a sheet may have");
        for row in &sheet.rows {
            row.cells.iter().for_each(|cell| drop((cell.text(), cell.date())));
        }
    }
});
