//! Writes `holidays.tsv` from the day-by-day table of the source:
//! `cargo run -p school-holidays --example derive-school-holidays -- path/to/school-holidays/data.csv`

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let source = std::env::args().nth(1).ok_or("give the path of data.csv")?;
    let days = fs::read_to_string(source)?;
    let mut table = String::new();
    for (column, zone) in [(1, "A"), (2, "B"), (3, "C")] {
        for (first_day, last_day) in periods(&days, column) {
            writeln!(table, "{zone}\t{first_day}\t{last_day}")?;
        }
    }
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("holidays.tsv"), table)?;
    Ok(())
}

/// Runs of consecutive days whose column says `True`; the source has one row a day, without gaps.
fn periods(days: &str, column: usize) -> Vec<(&str, &str)> {
    let mut periods: Vec<(&str, &str)> = Vec::new();
    let mut was_holiday = false;
    for row in days.lines().skip(1) {
        let date = row.split(',').next().unwrap_or_default();
        let holiday = row.split(',').nth(column) == Some("True");
        match periods.last_mut() {
            Some((_, last_day)) if holiday && was_holiday => *last_day = date,
            _ if holiday => periods.push((date, date)),
            _ => {}
        }
        was_holiday = holiday;
    }
    periods
}
