//! The rule language: what it reads, and what it refuses, where.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use eligibility::limits::FILE_BYTES_MAX;
use eligibility::rules::{Gazetteer, read};
use eligibility::{Assessment, Attribute, Facts, Formula, Kleene, Part, Place, Rulebook, Value, Verdict, Worth};

use crate::support::communes;

fn examples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/rules");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap())).collect()
}

fn example_rulebook() -> Rulebook {
    let files = examples();
    let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    read(files, &communes().gazetteer()).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Somebody who meets every rule of the example.
fn apprentice() -> Facts {
    let home: Place = ["region 76", "departement 11", "commune 11069", "pays FR"]
        .into_iter()
        .fold(Place { epci: Part::Absent, ..Place::default() }, |place, part| place.within(part.parse().unwrap()));
    Facts::new()
        .with(Attribute::BirthDate, day("2005-03-01"))
        .with(Attribute::Nationalities, Value::words(["FR"]))
        .with(Attribute::Residence, home.clone())
        .with(Attribute::TaxHouseholdResidence, home.clone())
        .with(Attribute::ResidenceSince, day("2020-01-01"))
        .with(Attribute::Activity, "employee")
        .with(Attribute::WorkStudyContract, "apprentice")
        .with(Attribute::WorkStudyArrangement, "suspended")
        .with(Attribute::Education, "higher_education")
        .with(Attribute::StudyYear, "bts_2")
        .with(Attribute::InstitutionPlace, home)
        .with(Attribute::Institution, "0110000X")
        .with(Attribute::Disabled, false)
        .with(Attribute::TaxIncomeYearBeforeLast, 15_000.0)
        .with(Attribute::TaxPartsYearBeforeLast, 1.5)
        .with(Attribute::StayIncome, 0.0)
        .with(Attribute::ApplicationDate, day("2026-09-15"))
        .with(Attribute::DepartureDate, day("2026-11-02"))
        .with(Attribute::Destination, Place::country("ES"))
        .with(Attribute::DurationDays, 33.0)
        .with(Attribute::FundedDays, 31.0)
        .with(Attribute::EarlierUses, Value::Counts([].into()))
        .with(Attribute::GroupSize, 1.0)
        .with(Attribute::GroupAges, Value::Numbers(vec![21.0]))
        .with(Attribute::Accompaniment, Value::words(["school"]))
        .with(Attribute::Registrations, Value::DatedWords([("mission_locale".to_owned(), day("2026-01-10"))].into()))
}

#[test]
fn the_example_says_why() {
    let rulebook = example_rulebook();
    let scheme = &rulebook.schemes()[0];
    let facts = apprentice();
    let assessment = Assessment::new(&rulebook, &facts);
    let explanation = assessment.explain(scheme);
    assert_eq!(explanation.verdict, Verdict::ToBeChecked, "the budget has to be asked for");
    let open: Vec<String> = explanation.decisive().map(|finding| rulebook.show(finding.formula).to_string()).collect();
    assert_eq!(explanation.checks().count(), 1, "{open:?}");
    let age = explanation
        .findings
        .iter()
        .find(|finding| rulebook.show(finding.formula).to_string() == "age at departure >= 18 and < 31")
        .unwrap();
    assert_eq!(age.truth, Kleene::Yes);
    assert_eq!(age.value.unwrap().to_string(), "21");
    assert_eq!(age.rule.citations[0].title, "Règlement (exemple)");
    assert_eq!(age.rule.citations[0].checked, Some(day("2026-09-01")));
    // Five weeks begun, at 60 to 75 euros.
    assert_eq!(explanation.worth, Some(Worth { low: 30_000, high: 37_500 }));
}

#[test]
fn each_fault_of_a_person_is_found_by_its_rule() {
    let rulebook = example_rulebook();
    let scheme = &rulebook.schemes()[0];
    let cases: Vec<(Attribute, Value)> = vec![
        (Attribute::BirthDate, Value::Day(day("1995-11-02"))),
        (Attribute::WorkStudyArrangement, Value::word("made_available")),
        (Attribute::Residence, Place::country("FR").within("region 11".parse().unwrap()).into()),
        (Attribute::ResidenceSince, Value::Day(day("2026-01-01"))),
        (Attribute::Institution, Value::word("9999999Z")),
        (Attribute::TaxIncomeYearBeforeLast, Value::Number(45_000.0)),
        (Attribute::StayIncome, Value::Number(700.0)),
        (Attribute::Destination, Place::country("MA").into()),
        (Attribute::Nationalities, Value::words(["FR", "ES"])),
        (Attribute::Nationalities, Value::words(["CH"])),
        (Attribute::DepartureDate, Value::Day(day("2026-10-14"))),
        (Attribute::EarlierUses, Value::Counts([("exemple-bourse-de-stage/cycle".to_owned(), 1)].into())),
        (Attribute::GroupAges, Value::Numbers(vec![21.0, 31.0])),
        (Attribute::Accompaniment, Value::words(["a friend"])),
        (Attribute::Registrations, Value::DatedWords([("france_travail".to_owned(), day("2026-09-01"))].into())),
    ];
    for (attribute, value) in cases {
        let facts = apprentice().with(attribute, value.clone());
        let found = Assessment::new(&rulebook, &facts).verdict(scheme);
        assert_eq!(found, Verdict::NotEligible, "{attribute}: {value}");
    }
}

#[test]
fn sources_that_disagree_leave_it_open_and_are_both_kept() {
    let rulebook = example_rulebook();
    let scheme = &rulebook.schemes()[0];
    let readings = scheme.rules.iter().find(|rule| matches!(rule.formula, Formula::Agreed(_))).unwrap();
    assert_eq!(readings.citations.len(), 2);
    // Thirty days in all, 28 of them funded: enough for one source, not for the other.
    let facts = apprentice().with(Attribute::DurationDays, 30.0).with(Attribute::FundedDays, 28.0);
    let assessment = Assessment::new(&rulebook, &facts);
    assert_eq!(assessment.truth(&readings.formula), Kleene::Unknown);
    let short = apprentice().with(Attribute::DurationDays, 20.0).with(Attribute::FundedDays, 20.0);
    assert_eq!(Assessment::new(&rulebook, &short).truth(&readings.formula), Kleene::No);
}

#[test]
fn a_rule_says_nothing_beyond_its_validity() {
    let rulebook = example_rulebook();
    let scheme = &rulebook.schemes()[0];
    let late = apprentice().with(Attribute::ApplicationDate, day("2028-02-01")).with(Attribute::StayIncome, 5_000.0);
    let explanation = Assessment::new(&rulebook, &late).explain(scheme).findings.len();
    assert!(explanation > 0);
    let income = scheme.rules.iter().find(|rule| {
        let mut predicates = Vec::new();
        rule.formula.predicates(&mut predicates);
        predicates.iter().any(|id| rulebook.predicate(*id).unwrap().quantity.attributes() == [Attribute::StayIncome])
    });
    assert_eq!(Assessment::new(&rulebook, &late).truth(&income.unwrap().formula), Kleene::Unknown);
}

/// A file with this in its rules, from line 9 on.
fn scheme_with(rules: &str) -> String {
    format!(
        "language: 1\nid: a\nkind: aid\nlabel: A\nsources:\n  s: {{ title: S, checked: 2026-01-01, valid: {{}} }}\nrules:\n{rules}"
    )
}

fn errors(files: &[(&str, &str)]) -> Vec<String> {
    let files = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    match read(files, &communes().gazetteer()) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

fn only_error(rules: &str) -> String {
    errors(&[("a.yml", &scheme_with(rules))]).join(" AND ")
}

#[test]
fn what_is_wrong_is_said_where_it_is() {
    let cases = [
        (
            "  - { if: { age: { at: departure, years: { at_least: 30, below: 18 } } }, source: s }\n",
            "a.yml:8:42:",
            "contradict",
        ),
        ("  - { if: { age: { at: departure, years: {} } }, source: s }\n", "a.yml:8:42:", "expected `at_least`"),
        ("  - { if: { age: { at: birth, years: { at_least: 1 } } }, source: s }\n", "a.yml:8:", "birth"),
        ("  - { if: { activity: { in: [studnet] } }, source: s }\n", "a.yml:8:30:", "expected one of student"),
        ("  - { if: { activity: {} }, source: s }\n", "a.yml:8:11:", "asks nothing"),
        ("  - { if: { residence: { in: [region 99] } }, source: s }\n", "a.yml:8:31:", "`region 99` is not known"),
        ("  - { if: { residence: { in: [\"76\"] } }, source: s }\n", "a.yml:8:31:", "is not a territory"),
        (
            "  - { if: { residence: { in: [region 76], not_in: [region 76] } }, source: s }\n",
            "a.yml:8:52:",
            "both in and out",
        ),
        ("  - { if: { nationality: { in: [region 76] } }, source: s }\n", "a.yml:8:33:", "is no country"),
        ("  - { if: { duration: { fortnights: { at_least: 2 } } }, source: s }\n", "a.yml:8:", "fortnights"),
        ("  - { if: { duration: { days: { at_least: two } } }, source: s }\n", "a.yml:8:43:", "floating point"),
        ("  - { if: { duration: { days: { at_least: .inf } } }, source: s }\n", "a.yml:8:", "inf"),
        (
            "  - { if: { income: { of: stay, period: year, euros: { below: 9 } } }, source: s }\n",
            "a.yml:8:11:",
            "expected `month`",
        ),
        (
            "  - { if: { stay: { departs: { from: 2027-01-01, until: 2026-01-01 } } }, source: s }\n",
            "a.yml:8:30:",
            "earlier day first",
        ),
        ("  - { if: { stay: { departs: { from: 2027-02-30 } } }, source: s }\n", "a.yml:8:", "range"),
        (
            "  - { if: { filing: { days: { at_least: 3 } } }, source: s }\n",
            "a.yml:8:29:",
            "expected `before` or `after`",
        ),
        ("  - { if: { group: { ages: { from: 30, to: 15 } } }, source: s }\n", "a.yml:8:28:", "younger age first"),
        ("  - { if: { at_least: { count: 3, of: [ { is: intern } ] } }, source: s }\n", "a.yml:8:11:", "`count` is 3"),
        ("  - { if: { all: [] }, source: s }\n", "a.yml:8:11:", "empty list"),
        ("  - { if: { use: nothing }, source: s }\n", "a.yml:8:11:", "no shared condition"),
        ("  - { if: { is: intern }, source: t }\n", "a.yml:8:35:", "is no source of this file: expected one of s"),
        ("  - { if: { is: intern } }\n", "a.yml:8:5:", "expected `if` with its `source`"),
        ("  - { if: { wealth: 3 }, source: s }\n", "a.yml:8:", "wealth"),
        (
            "  - { if: { all: [ { is: intern }, { not: { is: intern } } ] }, source: s }\n",
            "a.yml:8:11:",
            "asked for and excluded",
        ),
        (
            "  - { if: { age: { at: departure, years: { at_least: 18 } } }, source: s }\n  \
             - { if: { age: { at: departure, years: { below: 16 } } }, source: s }\n",
            "a.yml:8:5:",
            "age at departure >= 18 and < 16",
        ),
        ("  - { if: { is: intern }, source: s\n", "a.yml:", ""),
        ("  - &a { if: { all: [ *a ] }, source: s }\n", "a.yml:", ""),
    ];
    let mut surprises = Vec::new();
    for (rules, place, message) in cases {
        let error = only_error(rules);
        if !error.starts_with(place) || !error.contains(message) {
            surprises.push(format!("expected {place} {message}, found {error}"));
        }
    }
    assert_eq!(surprises, Vec::<String>::new());
}

#[test]
fn amounts_are_checked_as_rules_are() {
    let amount = |text: &str| {
        errors(&[(
            "a.yml",
            &format!("{}amounts:\n  - {text}\n", scheme_with("  - { if: { is: intern }, source: s }\n")),
        )])
    };
    for (text, message) in [
        ("{ source: s }", "expected `euros` or `range`"),
        ("{ euros: -5, source: s }", "is no amount"),
        ("{ euros: 1.234, source: s }", "is no amount"),
        ("{ range: { from: 9, to: 3 }, source: s }", "smaller amount first"),
        ("{ euros: 5, source: s, per: fortnight }", "fortnight"),
        ("{ euros: 5 }", "source"),
    ] {
        let found = amount(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].starts_with("a.yml:10:") && found[0].contains(message), "{text}: {found:?}");
    }
    assert_eq!(amount("{ euros: 16.8, source: s }"), Vec::<String>::new());
}

#[test]
fn files_have_a_version_a_name_and_an_identifier_of_their_own() {
    let rule = "  - { if: { is: intern }, source: s }\n";
    let other_version = scheme_with(rule).replace("language: 1", "language: 2");
    assert!(errors(&[("a.yml", &other_version)])[0].starts_with("a.yml:1:11: language 2: expected 1"));
    assert!(errors(&[("b.yml", &scheme_with(rule))])[0].contains("expected `b`, the name of the file"));
    let twice = errors(&[("x/a.yml", &scheme_with(rule)), ("y/a.yml", &scheme_with(rule))]);
    assert!(twice[0].starts_with("y/a.yml:2:5:") && twice[0].contains("already the identifier"), "{twice:?}");
}

#[test]
fn circles_are_named() {
    let shared = "language: 1\nzones:\n  a: [zone b]\n  b: [zone a]\nconditions:\n  c: { not: { use: d } }\n  d: { any: [ { use: c } ] }\n";
    let found = errors(&[("shared.yml", shared)]).join("\n");
    assert!(
        found.contains("shared.yml:3:7: zone `a` is defined by itself")
            || found.contains("zone `b` is defined by itself"),
        "{found}"
    );
    assert!(
        found.contains("shared.yml:6:15: `d` is defined by itself: d → c → d")
            || found.contains("`c` is defined by itself: c → d → c"),
        "{found}"
    );
}

#[test]
fn what_is_too_much_is_refused_soon() {
    let deep = format!("  - {{ if: {}{{ is: intern }}{}, source: s }}\n", "{ not: ".repeat(5_000), " }".repeat(5_000));
    let mut wide = "  - source: s\n    if:\n      any:\n".to_owned();
    for place in 0..3_000 {
        writeln!(wide, "        - {{ use: missing{place} }}").unwrap();
    }
    let huge = "#".repeat(10 << 20);
    let laughs = format!(
        "a: &a [x, x, x, x, x, x, x, x, x]\n{}",
        (1..9)
            .map(|level| format!(
                "{0}: &{0} [{1}]\n",
                (b'a' + level) as char,
                vec![format!("*{}", (b'a' + level - 1) as char); 9].join(", ")
            ))
            .collect::<String>()
    );
    let mut multiplying = "language: 1\nconditions:\n  c0: { is: intern }\n".to_owned();
    let mut chained = "language: 1\nzones:\n  z0: [region 76]\n".to_owned();
    for level in 1..40 {
        writeln!(multiplying, "  c{level}: {{ any: [ {{ use: c{0} }}, {{ use: c{0} }} ] }}", level - 1).unwrap();
        writeln!(chained, "  z{level}: [zone z{0}, zone z{0}]", level - 1).unwrap();
    }
    let begin = Instant::now();
    assert!(errors(&[("shared.yml", &multiplying)])[0].contains("too many conditions"));
    assert_eq!(errors(&[("shared.yml", &chained)]), Vec::<String>::new());
    assert_eq!(errors(&[("a.yml", &scheme_with(&deep))]).len(), 1);
    assert_eq!(errors(&[("a.yml", &scheme_with(&wide))]).len(), 100, "told up to a limit");
    assert!(errors(&[("a.yml", &huge)])[0].contains(&format!("expected {FILE_BYTES_MAX} at most")));
    assert_eq!(errors(&[("a.yml", &laughs)]).len(), 1);
    // A second on a quiet machine; what is not bounded takes hours.
    assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", begin.elapsed());
}

#[test]
fn another_encoding_is_named() {
    let mut bytes = scheme_with("").into_bytes();
    let label = bytes.windows(8).position(|window| window == b"label: A").unwrap();
    bytes[label + 7] = 0xe9;
    let found = read([("a.yml", bytes.as_slice())], &Gazetteer::default()).unwrap_err();
    assert_eq!(found[0].to_string(), "a.yml:4:8: a byte that is not UTF-8: expected a text in UTF-8");
}
