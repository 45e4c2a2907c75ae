use std::sync::Arc;

use kit_policy::{Policies, PolicyError, ShapeProblem};

use crate::households::TwoRegions;

const SCHEMA: &str = r#"
action "listing";
action "thing.list" in "listing" appliesTo { principal: [Visitor, Person, AnswerLink], resource: Record };
action "thing.edit" appliesTo { principal: [Visitor, Person, AnswerLink], resource: Record };
"#;

const GOOD: &str = r#"
permit (principal, action in Action::"listing", resource);
permit (principal, action == Action::"thing.edit", resource) when { principal in resource.members };
"#;

fn load(policies: &str, actions: &[&'static str]) -> Result<Policies, PolicyError> {
    Policies::new(policies, SCHEMA, Arc::new(TwoRegions), actions)
}

fn refusal(policies: &str) -> PolicyError {
    load(policies, &["thing.list", "thing.edit"]).err().unwrap()
}

#[test]
fn sound_policies_load_and_a_group_names_its_actions() {
    assert!(load(GOOD, &["thing.list", "thing.edit"]).is_ok());
}

#[test]
fn an_error_names_its_line() {
    let unreadable = format!("{GOOD}\npermit (principal, action, resource) when {{ principal inn }};");
    assert!(matches!(refusal(&unreadable), PolicyError::Policy { line: 5, .. }), "{}", refusal(&unreadable));

    let unknown_attribute =
        format!("{GOOD}permit (principal, action, resource)\nwhen {{\n  resource.colour == \"red\" }};");
    assert!(
        matches!(refusal(&unknown_attribute), PolicyError::Policy { line: 6, .. }),
        "{}",
        refusal(&unknown_attribute)
    );

    let schema = format!("{SCHEMA}\naction;");
    let error = Policies::new(GOOD, &schema, Arc::new(TwoRegions), &["thing.list", "thing.edit"]).err().unwrap();
    assert!(matches!(error, PolicyError::Schema { line: 6, .. }), "{error}");
}

#[test]
fn actions_stand_in_the_policies_the_schema_and_a_feature_or_nowhere() {
    let misspelt = format!("{GOOD}permit (principal, action == Action::\"thing.edti\", resource);");
    assert!(matches!(refusal(&misspelt), PolicyError::Policy { line: 4, .. }), "{}", refusal(&misspelt));

    let error = load(GOOD, &["thing.list"]).err().unwrap();
    assert!(matches!(&error, PolicyError::Undeclared(name) if name == "thing.edit"), "{error}");

    let error = load(GOOD, &["thing.list", "thing.edit", "thing.drop"]).err().unwrap();
    assert!(matches!(error, PolicyError::NotInSchema("thing.drop")), "{error}");

    let only_the_list = r#"
permit (principal, action in Action::"listing", resource);
permit (principal, action, resource) when { principal in resource.administrators };
forbid (principal, action == Action::"thing.edit", resource) when { resource.visibility == "discreet" };
"#;
    assert!(matches!(refusal(only_the_list), PolicyError::NotMentioned("thing.edit")), "{}", refusal(only_the_list));
}

#[test]
fn shapes_that_would_part_scope_from_decision_are_refused() {
    let head = "(principal, action == Action::\"thing.edit\", resource)";
    let cases = [
        (format!("forbid {head} when {{ principal in resource.readers }};"), ShapeProblem::RolesTakeAway),
        (format!("permit {head} unless {{ principal in resource.readers }};"), ShapeProblem::RolesTakeAway),
        (format!("permit {head} when {{ !(principal in resource.readers) }};"), ShapeProblem::RolesTakeAway),
        (
            format!("permit {head} when {{ principal in resource.readers && principal in resource.members }};"),
            ShapeProblem::RolesMeet,
        ),
        (
            format!("permit {head} when {{ principal in resource.readers }} when {{ principal in resource.members }};"),
            ShapeProblem::RolesMeet,
        ),
        (format!("permit {head} when {{ resource.readers == resource.members }};"), ShapeProblem::NotPlain),
        (format!("permit {head} when {{ resource.readers.isEmpty() }};"), ShapeProblem::NotPlain),
        (format!("permit {head} when {{ (principal in resource.readers) == false }};"), ShapeProblem::NotPlain),
        (
            format!("permit {head} when {{ if principal in resource.readers then false else true }};"),
            ShapeProblem::NotPlain,
        ),
    ];
    for (policy, expected) in cases {
        let error = refusal(&format!("{GOOD}{policy}"));
        assert!(matches!(error, PolicyError::Shape { line: 4, problem } if problem == expected), "{policy}\n{error}");
    }
}
