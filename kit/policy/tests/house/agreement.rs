//! Rule 17: a scope holds exactly the rows that a decision permits, in memory and in a query.

use kit_base::ownership::{Guard as _, OwnershipColumns, RowVisibility};
use kit_base::{Territory, Visibility};
use kit_policy::{HeldRole, Place, Policies, Principal, Resource, Role, Scope};
use proptest::prelude::*;
use sea_orm::prelude::Uuid;
use sea_orm::{ActiveModelTrait, ConnectionTrait, Database, DatabaseConnection, EntityTrait, QueryFilter, Schema, Set};

use crate::households::{ACTIONS, DECIDED_ONLY, TERRITORIES, holding, id, on, policies, territory};

fn any_place() -> impl Strategy<Value = Place> {
    prop_oneof![
        1 => Just(Place::Installation),
        8 => prop::sample::select(TERRITORIES).prop_map(on),
        4 => (10_u128..14).prop_map(|number| Place::Organisation(id(number))),
    ]
}

fn any_principal() -> impl Strategy<Value = Principal> {
    let role = (prop::sample::select(Role::ALL), any_place()).prop_map(|(role, place)| HeldRole { role, place });
    prop_oneof![
        1 => Just(Principal::Visitor),
        // About an object of no list: a link opens its own object only, by a decision.
        1 => Just(Principal::AnswerLink { id: id(2), organisation: id(10), about: id(900) }),
        10 => prop::collection::vec(role, 0..5).prop_map(|roles| Principal::Person { id: id(1), roles }),
    ]
}

fn any_row() -> impl Strategy<Value = Resource> {
    let place = prop::option::weighted(0.9, prop::sample::select(TERRITORIES));
    let organisation = prop::option::of(10_u128..14);
    (place, organisation, prop::sample::select(Visibility::ALL), 100_u128..103).prop_map(
        |(place, organisation, visibility, number)| {
            Resource::new("thing", visibility)
                .with_id(id(number))
                .in_territory(place.map(territory))
                .of_organisation(organisation.map(id))
        },
    )
}

fn any_listed_action() -> impl Strategy<Value = &'static str> {
    let listed: Vec<_> = ACTIONS.iter().copied().filter(|action| !DECIDED_ONLY.contains(action)).collect();
    prop::sample::select(listed)
}

thread_local! {
    static POLICIES: Policies = policies();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn a_scope_holds_exactly_the_rows_that_a_decision_permits(
        principal in any_principal(),
        action in any_listed_action(),
        rows in prop::collection::vec(any_row(), 1..10),
    ) {
        POLICIES.with(|policies| {
            let scope = policies.scope(&principal, action);
            for row in &rows {
                prop_assert_eq!(scope.allows(row), policies.decide(&principal, action, row), "{:?} in {:?}", row, scope);
            }
            Ok(())
        })?;
    }
}

mod rows {
    use kit_base::{Territory, Visibility};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "rows")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub territory: Option<Territory>,
        pub organisation: Option<Uuid>,
        pub visibility: Visibility,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<&rows::Model> for Resource {
    fn from(row: &rows::Model) -> Self {
        Self::new("thing", row.visibility).in_territory(row.territory).of_organisation(row.organisation)
    }
}

/// A table with a row of each territory or none × each of two organisations or none × each visibility.
async fn table_of_rows() -> (DatabaseConnection, Vec<rows::Model>) {
    let database = Database::connect("sqlite::memory:").await.unwrap();
    let table = Schema::new(database.get_database_backend()).create_table_from_entity(rows::Entity);
    database.execute(&table).await.unwrap();
    let territories: Vec<Option<Territory>> =
        TERRITORIES.iter().map(|name| Some(territory(name))).chain([None]).collect();
    let mut all = Vec::new();
    for territory in territories {
        for organisation in [Some(id(10)), Some(id(11)), None] {
            for &visibility in Visibility::ALL {
                let number = i32::try_from(all.len()).unwrap();
                all.push(rows::Model { number, territory, organisation, visibility });
            }
        }
    }
    for row in &all {
        let (territory, organisation) = (Set(row.territory), Set(row.organisation));
        rows::ActiveModel { number: Set(row.number), territory, organisation, visibility: Set(row.visibility) }
            .insert(&database)
            .await
            .unwrap();
    }
    (database, all)
}

async fn numbers_found(
    database: &DatabaseConnection,
    scope: &Scope,
    columns: &OwnershipColumns<rows::Column>,
) -> Vec<i32> {
    let found = rows::Entity::find().filter(scope.condition(columns)).all(database).await.unwrap();
    found.into_iter().map(|row| row.number).collect()
}

fn numbers_allowed(all: &[rows::Model], allowed: impl Fn(&rows::Model) -> bool) -> Vec<i32> {
    all.iter().filter(|row| allowed(row)).map(|row| row.number).collect()
}

#[tokio::test]
async fn a_query_filters_the_rows_that_the_scope_allows() {
    const OWNED: OwnershipColumns<rows::Column> = OwnershipColumns {
        territory: Some(rows::Column::Territory),
        organisation: Some(rows::Column::Organisation),
        visibility: RowVisibility::Column(rows::Column::Visibility),
    };
    let (database, all) = table_of_rows().await;
    let policies = policies();
    let organisation = Place::Organisation(id(10));
    let principals = [
        Principal::Visitor,
        Principal::AnswerLink { id: id(2), organisation: id(10), about: id(100) },
        holding(&[]),
        holding(&[(Role::Administrator, Place::Installation)]),
        holding(&[(Role::RegionalSteering, on("region:76"))]),
        holding(&[(Role::Coordinator, on("departement:75")), (Role::Member, organisation)]),
        holding(&[(Role::Counsellor, organisation), (Role::Reader, on("region:11"))]),
    ];
    let mut scopes = vec![Scope::nothing(), Scope::everything()];
    for principal in &principals {
        scopes.extend(ACTIONS.iter().map(|action| policies.scope(principal, action).as_ref().clone()));
    }
    for scope in &scopes {
        let allowed = numbers_allowed(&all, |row| scope.allows(&row.into()));
        assert_eq!(numbers_found(&database, scope, &OWNED).await, allowed, "{scope:?}");

        let by_territory = OwnershipColumns { organisation: None, ..OWNED };
        let allowed = numbers_allowed(&all, |row| scope.allows(&Resource::from(row).of_organisation(None::<Uuid>)));
        assert_eq!(numbers_found(&database, scope, &by_territory).await, allowed, "{scope:?}");

        let invited = OwnershipColumns { visibility: RowVisibility::Always(Visibility::Invited), ..OWNED };
        let as_invited = |row: &rows::Model| Resource { visibility: Visibility::Invited, ..row.into() };
        let allowed = numbers_allowed(&all, |row| scope.allows(&as_invited(row)));
        assert_eq!(numbers_found(&database, scope, &invited).await, allowed, "{scope:?}");
    }
    assert_eq!(numbers_found(&database, &Scope::everything(), &OWNED).await.len(), all.len());
    assert!(numbers_found(&database, &Scope::nothing(), &OWNED).await.is_empty());
}
