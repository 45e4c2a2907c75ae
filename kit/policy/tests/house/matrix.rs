//! Who may do what, as a table that a reviewer reads: `matrix.txt`.

use std::fmt::Write as _;

use kit_base::Visibility;
use kit_policy::{Place, Policies, Principal, Resource, Role};

use crate::households::{ACTIONS, holding, id, on, policies, thing_in};

const EXPECTED: &str = include_str!("matrix.txt");

const HEAD: &str = "\
Who may do what, asked of app/policies.cedar. Kept by kit/policy/tests/house/matrix.rs.

Actions, on a thing of visibility `invited`:
  here   on a thing of departement:11 and of organisation A
  all    on a thing of departement:75 and of organisation B as well
  .      on neither
Everybody but the visitor has signed in. Held where: reader, counsellor and member-11 on departement:11; member-A in
organisation A; coordinator on departement:11; steering on region:76, which holds it; administrator on the installation.
The answer link is about the thing here. A session here is one's own.

";

const READING_HEAD: &str = "
Looking, by the visibility of the thing: the same words.

";

fn people() -> Vec<(&'static str, Principal)> {
    let departement = on("departement:11");
    vec![
        ("visitor", Principal::Visitor),
        ("no role", holding(&[])),
        ("reader", holding(&[(Role::Reader, departement)])),
        ("counsellor", holding(&[(Role::Counsellor, departement)])),
        ("member-11", holding(&[(Role::Member, departement)])),
        ("member-A", holding(&[(Role::Member, Place::Organisation(id(10)))])),
        ("coordinator", holding(&[(Role::Coordinator, departement)])),
        ("steering", holding(&[(Role::RegionalSteering, on("region:76"))])),
        ("administrator", holding(&[(Role::Administrator, Place::Installation)])),
        ("answer link", Principal::AnswerLink { id: id(2), organisation: id(10), about: id(100) }),
    ]
}

/// The thing here and the thing elsewhere.
fn things(kind: &'static str, visibility: Visibility) -> [Resource; 2] {
    let here = Resource { kind, ..thing_in("departement:11", visibility).of_organisation(id(10)) };
    let elsewhere =
        Resource { kind, ..thing_in("departement:75", visibility).of_organisation(id(11)).with_id(id(101)) };
    if kind == "person" {
        return [here.with_id(id(1)), elsewhere];
    }
    [here, elsewhere]
}

fn line(policies: &Policies, label: &str, action: &str, things: &[Resource; 2]) -> String {
    let mut line = format!("{label:<32}");
    for (_, principal) in people() {
        let cell = match things.each_ref().map(|thing| policies.decide(&principal, action, thing)) {
            [true, true] => "all",
            [true, false] => "here",
            [false, false] => ".",
            [false, true] => "ELSEWHERE ONLY",
        };
        let _ = write!(line, "{cell:<14}");
    }
    format!("{}\n", line.trim_end())
}

fn titles() -> String {
    let names: String = people().iter().map(|(name, _)| format!("{name:<14}")).collect();
    format!("{:<32}{}\n", "", names.trim_end())
}

fn matrix() -> String {
    let policies = policies();
    let mut text = format!("{HEAD}{}", titles());
    for action in ACTIONS {
        match *action {
            "role.grant" | "role.revoke" => {
                for &role in Role::ALL {
                    let things = things(role.code(), Visibility::Invited);
                    text += &line(&policies, &format!("{action} {role}"), action, &things);
                }
            }
            "account.sign-out-session" => {
                text += &line(&policies, action, action, &things("person", Visibility::Invited));
            }
            _ => text += &line(&policies, action, action, &things("thing", Visibility::Invited)),
        }
    }
    text += READING_HEAD;
    text += &titles();
    for action in ["territory.read", "organisation.read", "organisation.list", "commitment.read", "commitment.list"] {
        for &visibility in Visibility::ALL {
            let things = things("thing", visibility);
            text += &line(&policies, &format!("{action} {visibility}"), action, &things);
        }
    }
    text
}

#[test]
fn the_matrix_is_the_one_that_was_reviewed() {
    let actual = matrix();
    let written = concat!(env!("CARGO_TARGET_TMPDIR"), "/matrix.txt");
    std::fs::write(written, &actual).unwrap();
    assert!(
        actual == EXPECTED,
        "who may do what has changed:\n{actual}\nif that is meant, copy {written} over kit/policy/tests/house/matrix.txt"
    );
}
