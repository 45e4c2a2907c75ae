//! The lists for programs, and the files that people take along: what the pages show, no more and no less.

use std::collections::BTreeSet;

use kit_base::Visibility;
use kit_exchange::{Cell, read_xlsx};
use serde_json::Value;

use crate::support::{Browser, Hand, TestHouse};

/// The names of the lists, as the API describes them.
fn lists(description: &Value) -> Vec<String> {
    let paths = description["paths"].as_object().unwrap().keys();
    paths.map(|path| path.strip_prefix("/api/v1/").unwrap().to_owned()).collect()
}

/// Whether a value is one of this schema: types, required fields, no field that is not described.
fn check(description: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/components/schemas/").unwrap();
        return check(description, &description["components"]["schemas"][name], value, at);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        if value.is_null() {
            assert!(choices.iter().any(|choice| choice["type"] == "null"), "{at}: null");
            return;
        }
        let described = choices.iter().find(|choice| choice["type"] != "null").unwrap();
        return check(description, described, value, at);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        other => panic!("{at}: no type in {other}"),
    };
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(types.contains(&found), "{at}: {found} is none of {types:?}");
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                check(description, &schema["items"], item, &format!("{at}[{place}]"));
            }
        }
        Value::Object(fields) => check_fields(description, schema, fields, at),
        _ => {}
    }
}

fn check_fields(description: &Value, schema: &Value, fields: &serde_json::Map<String, Value>, at: &str) {
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(fields.contains_key(name.as_str().unwrap()), "{at}: {name} is missing");
    }
    for (name, value) in fields {
        let described = match &schema["properties"][name] {
            Value::Null => &schema["additionalProperties"],
            described => described,
        };
        assert!(!described.is_null(), "{at}.{name} is not described");
        check(description, described, value, &format!("{at}.{name}"));
    }
}

#[tokio::test]
async fn the_api_answers_what_it_describes() {
    let house = TestHouse::demo().await;
    let visitor = house.visitor();
    let description = visitor.get("/api/v1/openapi.json").await.json();
    assert_eq!(description["openapi"], "3.1.0");
    let lists = lists(&description);
    for expected in ["actions", "collectives", "indicators", "organisations", "seminars", "values"] {
        assert!(lists.iter().any(|list| list == expected), "{expected} in {lists:?}");
    }
    for list in lists {
        let operation = &description["paths"][format!("/api/v1/{list}")]["get"];
        let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        let answer = visitor.get(&format!("/api/v1/{list}")).await;
        let page = answer.json();
        assert!(!page["rows"].as_array().unwrap().is_empty(), "the demo has {list}");
        check(&description, schema, &page, &list);
        assert_eq!(answer.headers["access-control-allow-origin"], "*");
        assert!(!answer.headers.contains_key("set-cookie"), "a program is no visitor");
        // Each filter is one, and narrows down.
        for parameter in operation["parameters"].as_array().unwrap() {
            if let Some(example) = parameter["example"].as_str() {
                let path = format!("/api/v1/{list}?{}={example}", parameter["name"].as_str().unwrap());
                let narrowed = visitor.get(&path).await.json();
                check(&description, schema, &narrowed, &path);
                assert!(narrowed["total"].as_u64() <= page["total"].as_u64(), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn what_a_program_misspells_it_is_told() {
    let house = TestHouse::demo().await;
    let visitor = house.visitor();
    let unreadable = [
        "organisations?departement=11",
        "organisations?depart=departement:11",
        "organisations?type=boulangerie",
        "organisations?q=a&q=b",
        "actions?etat=late",
        "values?annee=20266",
        "values?annee=%2B202",
        "indicators?plan=1",
    ];
    for path in unreadable {
        let answer = visitor.get(&format!("/api/v1/{path}")).await;
        assert_eq!(answer.status, 400, "{path}");
        assert_eq!(answer.headers["content-type"], "application/problem+json", "{path}");
        assert_eq!(answer.json()["status"], 400, "{path}");
    }
    let long = visitor.get(&format!("/api/v1/organisations?q={}", "a".repeat(101))).await;
    assert_eq!(long.status, 400);
    for path in [
        "/api/v1/people",
        "/api/v2/organisations",
        "/api/v1/",
        // No row to begin after.
        "/api/v1/organisations?apres=premier",
        "/api/v1/organisations?apres=01920000-0000-7000-8000-000000000000",
        "/api/v1/seminars?apres=x",
        "/api/v1/collectives?apres=11",
    ] {
        let answer = visitor.get(path).await;
        assert_eq!((answer.status, answer.json()["status"].as_u64()), (404, Some(404)), "{path}");
    }
    for path in ["/exports/nobody.csv", "/exports/organisations.pdf", "/exports/organisations"] {
        assert_eq!(visitor.get(path).await.status, 404, "{path}");
    }
}

/// Every row, following `next`.
async fn all(visitor: &Browser, house: &TestHouse, path: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let page = visitor.get(&path).await.json();
        ids.extend(page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        next = page["next"].as_str().map(|next| next.strip_prefix(house.origin.as_str()).unwrap().to_owned());
    }
    ids
}

#[tokio::test]
async fn following_the_pages_shows_every_row_once() {
    for house in TestHouse::each().await {
        for number in 0..205 {
            // Several of the same name.
            house.organisation(&format!("Relais {:03} (exemple)", number / 3), "departement:11").await;
        }
        let ids = all(&house.visitor(), &house, "/api/v1/organisations?q=relais").await;
        assert_eq!(ids.len(), 205);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 205);
        let sheet = &read_xlsx(&house.visitor().file("/exports/organisations.xlsx").await).unwrap()[0];
        assert_eq!(sheet.rows.len(), 205);
    }
}

#[tokio::test]
async fn actions_are_found_by_the_words_of_their_title_whatever_the_accents() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        house.action(rooms.objective, "Soirée à Castelnaudary (exemple)", Visibility::Public, None).await;
        let visitor = house.visitor();
        let found = async |words: &str| all(&visitor, &house, &format!("/api/v1/actions?q={words}")).await.len();
        assert_eq!(found("SOIREE+castel").await, 1);
        assert_eq!(found("soirée").await, 1);
        assert_eq!(found("").await, 2);
        assert_eq!(found("absente").await, 0);
    }
}

#[tokio::test]
async fn the_api_knows_nobody_and_a_file_shows_what_the_page_shows() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        house.action(rooms.objective, "Action réservée (exemple)", Visibility::Registered, None).await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        assert!(steering.get("/programmes/11").await.says("Action réservée"));
        assert!(steering.get("/exports/actions.csv").await.html.contains("Action réservée"));
        assert!(!steering.get("/api/v1/actions").await.html.contains("Action réservée"));
        assert!(!house.visitor().get("/exports/actions.csv").await.html.contains("Action réservée"));
        // Nor are sessions that are not for everybody in a list, whoever asks.
        house.workshop(rooms.half_day, "Séance réservée", Visibility::Registered).await;
        for path in ["/api/v1/seminars", "/exports/seminars.csv"] {
            let answer = steering.get(path).await;
            assert!(answer.html.contains("Atelier d’essai") && !answer.html.contains("Séance réservée"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_list_is_taken_along_with_its_filters_and_computes_nothing() {
    for house in TestHouse::each().await {
        house.organisation("=2+5 (exemple)", "departement:11").await;
        house.organisation("Ailleurs (exemple)", "departement:31").await;
        let visitor = house.visitor();
        let page = visitor.get("/acteurs?departement=departement%3A11").await;
        let links: Vec<String> = page.links().into_iter().filter(|link| link.starts_with("/exports/")).collect();
        assert_eq!(
            links,
            [
                "/exports/organisations.xlsx?departement=departement%3A11",
                "/exports/organisations.csv?departement=departement%3A11",
            ]
        );
        let sheets = read_xlsx(&visitor.file(&links[0]).await).unwrap();
        assert_eq!(sheets[0].header[..3], ["Nom", "Type d’organisation", "Territoire"].map(str::to_owned));
        assert_eq!(sheets[0].rows.len(), 1);
        assert_eq!(sheets[0].rows[0].cell(0), &Cell::Text("=2+5 (exemple)".to_owned()));
        let csv = visitor.get(&links[1]).await;
        assert!(csv.headers["content-disposition"].to_str().unwrap().contains("organisations-2026-11-24.csv"));
        let lines: Vec<&str> = csv.html.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].starts_with("Nom;Type d’organisation;"), "{}", lines[0]);
        assert!(lines[1].starts_with("'=2+5 (exemple);") && lines[1].contains(";2026-11-24"), "{}", lines[1]);
        assert_eq!(lines.len(), 2);
    }
}

#[tokio::test]
async fn every_list_can_be_kept_as_a_workbook_and_as_a_table() {
    let house = TestHouse::demo().await;
    let visitor = house.visitor();
    let description = visitor.get("/api/v1/openapi.json").await.json();
    for list in lists(&description) {
        let sheets = read_xlsx(&visitor.file(&format!("/exports/{list}.xlsx")).await).unwrap();
        let total = visitor.get(&format!("/api/v1/{list}")).await.json()["total"].as_u64().unwrap();
        assert_eq!(sheets[0].rows.len() as u64, total, "{list}");
        let csv = visitor.get(&format!("/exports/{list}.csv")).await.html;
        let header = csv.trim_start_matches('\u{feff}').lines().next().unwrap();
        assert_eq!(header.split(';').count(), sheets[0].header.len(), "{list}: {header}");
    }
}
