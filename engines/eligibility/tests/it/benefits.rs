//! Benefit files that cannot be imported: what is wrong, and where.

use eligibility::simulator::{Institutions, read_benefits};

const INSTITUTION: &str = "type: region\ncode_insee: \"76\"";

fn refusal(conditions: &str) -> String {
    let benefit = format!("label: A\ninstitution: body\ntype: bool\n{conditions}");
    let institutions = Institutions::read([("body", INSTITUTION.as_bytes())]).unwrap();
    match read_benefits([("a", benefit.as_bytes())], &institutions) {
        Ok(_) => String::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect::<Vec<_>>().join(" AND "),
    }
}

#[test]
fn what_is_wrong_is_said_where_it_is() {
    for (conditions, expected) in [
        ("conditions_generales:\n  - type: wealth\n", "a.yml:5:5: condition `wealth` is not known"),
        (
            "conditions_generales:\n  - { type: age, operator: \"!=\", value: 3 }\n",
            "a.yml:5:5: operator `!=` of `age`: expected",
        ),
        (
            "conditions_generales:\n  - { type: age, operator: \">=\", value: old }\n",
            "a.yml:5:5: `value` of `age`: expected a number",
        ),
        ("profils:\n  - type: astronaute\n", "a.yml:5:5: profile `astronaute` is not known"),
        ("profils:\n  - type: lyceen\n    conditions:\n      - type: age\n", "a.yml:7:9: `value` of `age`"),
        ("conditions_generales: 3\n", "a.yml:4:23:"),
        ("type: float\n", "a.yml:4:1:"),
    ] {
        let found = refusal(conditions);
        assert!(found.starts_with(expected), "expected {expected}, found {found}");
    }
}

#[test]
fn a_bare_equals_sign_is_the_operator() {
    assert_eq!(refusal("conditions_generales:\n  - { type: age, operator: =, value: 18 }\n"), "");
}

#[test]
fn a_body_or_an_amount_that_is_missing_is_named() {
    let institutions = Institutions::read([("body", INSTITUTION.as_bytes())]).unwrap();
    for (benefit, expected) in [
        ("label: A\ninstitution: nobody\ntype: bool\n", "`nobody` is no institution"),
        ("label: A\ninstitution: body\ntype: float\n", "`montant` of a `float` benefit"),
        ("label: A\ninstitution: body\ntype: text\n", "type `text`: expected `float` or `bool`"),
    ] {
        let errors = read_benefits([("a", benefit.as_bytes())], &institutions).unwrap_err();
        assert!(errors[0].to_string().contains(expected), "{errors:?}");
    }
    assert!(Institutions::read([("body", &b"code_insee: 76"[..])]).is_err());
}
