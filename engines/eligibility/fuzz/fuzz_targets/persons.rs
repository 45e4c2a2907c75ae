//! Whatever a table of persons holds, it is read or refused by line and column.
#![no_main]

use chrono::NaiveDate;
use eligibility::simulator::read_persons;
use eligibility::{Attribute, Communes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(on) = NaiveDate::from_ymd_opt(2026, 9, 15) else { return };
    let needed = [Attribute::BirthDate, Attribute::Residence].into();
    match read_persons(bytes, &Communes::default(), on, &needed) {
        Ok(read) => (0..read.population.persons()).for_each(|person| drop(read.population.facts(person))),
        Err(problems) => assert!(problems.count() > 0 && !problems.told().is_empty()),
    }
});
