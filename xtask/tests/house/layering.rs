//! Who knows whom: the table of `ARCHITECTURE.md` and the manifests of the crates say the same, and both keep to the plan.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::checkout::{crates, none, root, text, texts};

/// From the ground up (design, section 2). Seminars and the plan stand side by side: neither knows the other.
const FEATURES_FROM_THE_GROUND_UP: [&str; 8] =
    ["accounts", "territory", "directory", "collectives", "commitments", "meetings", "plan", "seminars"];
/// The two that share the top floor.
const TOP_FLOOR: [&str; 2] = ["plan", "seminars"];
/// What `kit-web` may know besides `kit-base`.
const TOOLS_OF_WEB: [&str; 4] = ["kit-store", "kit-ui", "kit-i18n", "kit-policy"];
/// Stands for every crate, in the table of what tests use.
const ANY: &str = "any";

/// From a crate to what it uses.
type Edges = BTreeMap<String, BTreeSet<String>>;

struct Row {
    user: String,
    used: BTreeSet<String>,
    note: String,
}

/// The rows of the first table under a heading of the map.
fn table_under(heading: &str) -> Vec<Row> {
    let map = text("ARCHITECTURE.md");
    let section = map.split_once(heading).unwrap_or_else(|| panic!("the map has no {heading:?}")).1;
    let rows = section.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    rows.skip(2)
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
            let user = names(cells[0]).pop_first().unwrap_or_else(|| panic!("no crate in {line:?}"));
            Row { user, used: names(cells[1]), note: cells.get(2).copied().unwrap_or_default().to_owned() }
        })
        .collect()
}

fn allowed() -> Vec<Row> {
    table_under("## Who knows whom")
}

/// The edges that the manifests draw between our own crates.
fn drawn(is_wanted: impl Fn(&Value) -> bool) -> Edges {
    let crates = crates();
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let ours: BTreeSet<String> = crates.iter().map(name).collect();
    let uses = |package: &Value| {
        let dependencies = package["dependencies"].as_array().expect("a list of dependencies");
        dependencies.iter().filter(|one| is_wanted(one)).map(name).filter(|used| ours.contains(used)).collect()
    };
    crates.iter().map(|package| (name(package), uses(package))).collect()
}

fn is_for_tests(dependency: &Value) -> bool {
    dependency["kind"] == "dev"
}

/// The folder of each crate, from the root: `kit/store`.
fn folders() -> BTreeMap<String, String> {
    let root = root();
    let folder = |package: &Value| {
        let manifest = std::path::Path::new(package["manifest_path"].as_str()?);
        let relative = manifest.parent()?.strip_prefix(&root).ok()?;
        Some((package["name"].as_str()?.to_owned(), relative.to_str()?.replace('\\', "/")))
    };
    crates().iter().map(|package| folder(package).expect("a crate stands in the checkout")).collect()
}

#[test]
fn the_map_draws_the_edges_that_exist_and_no_other() {
    let mut drawn = drawn(|dependency| !is_for_tests(dependency));
    let mut faults = Vec::new();
    for row in allowed() {
        let Some(used) = drawn.remove(&row.user) else {
            faults.push(format!("{}: on the map, not in the workspace", row.user));
            continue;
        };
        faults.extend(used.difference(&row.used).map(|used| format!("{} → {used}: not allowed by the map", row.user)));
        faults.extend(row.used.difference(&used).map(|used| format!("{} → {used}: no longer exists", row.user)));
    }
    faults.extend(drawn.keys().map(|name| format!("{name}: not on the map")));
    none("ARCHITECTURE.md and the manifests differ", &faults);
}

#[test]
fn what_tests_alone_use_is_on_the_map_too() {
    let known = drawn(|dependency| !is_for_tests(dependency));
    let mut drawn = drawn(is_for_tests);
    // A crate that asks for a feature of itself, or of what it uses anyway, knows nobody new.
    drawn.iter_mut().for_each(|(user, used)| used.retain(|name| name != user && !known[user].contains(name)));
    drawn.retain(|_, used| !used.is_empty());
    let mut faults = Vec::new();
    for row in table_under("### In tests only") {
        let used = drawn.remove(&row.user).unwrap_or_default();
        if !row.used.contains(ANY) && used != row.used {
            faults.push(format!("{}: the map says {:?}, its manifest {used:?}", row.user, row.used));
        }
    }
    faults.extend(drawn.into_iter().map(|(user, used)| format!("{user}: not on the map, uses {used:?}")));
    none("ARCHITECTURE.md and the manifests differ", &faults);
}

#[test]
fn a_crate_only_knows_what_stands_on_a_lower_row_of_the_house() {
    let mut known = BTreeSet::new();
    let mut faults = Vec::new();
    for row in allowed() {
        faults
            .extend(row.used.difference(&known).map(|used| format!("{} → {used}: not among the rows above", row.user)));
        known.insert(row.user);
    }
    none("the table is read from the ground up", &faults);
}

#[test]
fn features_stand_in_the_order_of_the_house() {
    let floors = || FEATURES_FROM_THE_GROUND_UP.iter().copied();
    let of_the_map: Vec<String> =
        allowed().into_iter().map(|row| row.user).filter(|name| floors().any(|floor| floor == name)).collect();
    assert_eq!(of_the_map, FEATURES_FROM_THE_GROUND_UP);
    let rooms = folders().into_iter().filter(|(_, folder)| folder.starts_with("features/")).map(|(name, _)| name);
    assert_eq!(rooms.collect::<BTreeSet<_>>(), floors().map(str::to_owned).collect::<BTreeSet<_>>());
    let top = |name: &str| TOP_FLOOR.contains(&name);
    let side_by_side = allowed().into_iter().filter(|row| top(&row.user) && row.used.iter().any(|used| top(used)));
    let side_by_side: Vec<String> = side_by_side.map(|row| row.user).collect();
    none("seminars and the plan do not know each other", &side_by_side);
}

/// Whether the plan of the house allows the edge without another word.
fn is_in_the_plan(folders: &BTreeMap<String, String>, user: &str, used: &str) -> bool {
    let room = |name: &str| folders.get(name).map_or("", |folder| folder.split('/').next().unwrap_or_default());
    match (room(user), room(used)) {
        ("app", "features" | "kit") | ("features", "features" | "kit" | "engines") => true,
        ("kit", "kit") => used == "kit-base" || (user == "kit-web" && TOOLS_OF_WEB.contains(&used)),
        ("tests", "app" | "kit") | ("xtask", "tests") => true,
        _ => false,
    }
}

#[test]
fn an_edge_that_departs_from_the_plan_names_its_decision() {
    let folders = folders();
    let mut faults = Vec::new();
    for row in allowed() {
        let departs: Vec<&String> = row.used.iter().filter(|used| !is_in_the_plan(&folders, &row.user, used)).collect();
        let decision = row.note.split_once("](").and_then(|(_, link)| link.split_once(')')).map(|(link, _)| link);
        let is_decided =
            decision.is_some_and(|link| link.starts_with("docs/decisions/") && root().join(link).is_file());
        if !departs.is_empty() && !is_decided {
            faults.push(format!("{} → {departs:?}: no file of docs/decisions/ is named", row.user));
        }
        if departs.is_empty() && decision.is_some() {
            faults.push(format!("{}: names a decision that it no longer needs", row.user));
        }
    }
    none("the plan of the house (design, section 2) does not have these edges", &faults);
}

#[test]
fn no_crate_asks_for_another_that_it_does_not_use() {
    let sources = texts(".rs");
    let folders = folders();
    let mut faults = Vec::new();
    for (user, used) in drawn(|dependency| !is_for_tests(dependency)) {
        let source_folder = format!("{}/src/", folders[&user]);
        let own: Vec<&str> = sources
            .iter()
            .filter(|(path, _)| path.starts_with(&source_folder))
            .map(|(_, text)| text.as_str())
            .collect();
        let unused = used.iter().filter(|name| !own.iter().any(|text| names_crate(text, &name.replace('-', "_"))));
        faults.extend(unused.map(|name| format!("{user} → {name}: in the manifest, not in the code")));
    }
    none("edges that nothing needs", &faults);
}

/// Whether `text` has a path that begins with the crate `name`.
fn names_crate(text: &str, name: &str) -> bool {
    let begins_a_path = |position: usize| {
        let before = text[..position].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
    };
    let paths = [format!("{name}::"), format!("use {name};"), format!("use {name} as ")];
    paths.iter().any(|path| text.match_indices(path.as_str()).any(|(position, _)| begins_a_path(position)))
}
