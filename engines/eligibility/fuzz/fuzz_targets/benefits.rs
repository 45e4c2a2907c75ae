//! Whatever a benefit file holds, it is imported or refused; what is imported can be evaluated.
#![no_main]

use eligibility::simulator::{Institutions, read_benefits};
use eligibility::{Assessment, Facts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // A zero byte parts an institution of its own from the benefit.
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let benefit = parts.next().unwrap_or_default();
    let institution = parts.next().unwrap_or(b"type: region\ncode_insee: \"76\"");
    let Ok(institutions) = Institutions::read([("a", institution)]) else { return };
    if let Ok(rulebook) = read_benefits([("b", benefit)], &institutions) {
        Assessment::new(&rulebook, &Facts::new()).explain_all();
    }
});
