//! Whatever a rule file holds, it is read or refused; what is read can be evaluated.
#![no_main]

use eligibility::rules::{Gazetteer, read};
use eligibility::{Assessment, Facts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // A zero byte parts a shared file from a scheme.
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let scheme = parts.next().unwrap_or_default();
    let shared = parts.next().map(|shared| ("shared.yml", shared));
    let files = shared.into_iter().chain([("a.yml", scheme)]);
    if let Ok(rulebook) = read(files, &Gazetteer::default()) {
        Assessment::new(&rulebook, &Facts::new()).explain_all();
    }
});
