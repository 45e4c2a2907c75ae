use kit_base::Visibility::{Discreet, Invited, Public, Registered};
use kit_policy::{Place, Principal, Resource, Role};

use crate::households::{holding, id, on, policies, thing_in};

#[test]
fn a_role_on_region_11_gives_nothing_on_departement_11_and_the_other_way_round() {
    let policies = policies();
    let ile_de_france = holding(&[(Role::RegionalSteering, on("region:11")), (Role::Coordinator, on("region:11"))]);
    let aude = holding(&[(Role::RegionalSteering, on("departement:11")), (Role::Coordinator, on("departement:11"))]);
    for action in ["organisation.edit", "commitment.read", "commitment.record", "action.edit"] {
        assert!(policies.decide(&ile_de_france, action, &thing_in("region:11", Invited)), "{action}");
        assert!(policies.decide(&aude, action, &thing_in("departement:11", Invited)), "{action}");
        assert!(!policies.decide(&ile_de_france, action, &thing_in("departement:11", Invited)), "{action}");
        assert!(!policies.decide(&aude, action, &thing_in("region:11", Invited)), "{action}");
        assert!(!policies.scope(&ile_de_france, action).allows(&thing_in("departement:11", Invited)), "{action}");
        assert!(!policies.scope(&aude, action).allows(&thing_in("region:11", Invited)), "{action}");
    }
}

#[test]
fn the_steering_of_a_region_reaches_its_departements_and_what_lies_in_them() {
    let policies = policies();
    let steering = holding(&[(Role::RegionalSteering, on("region:76"))]);
    for (place, reached) in
        [("departement:11", true), ("commune:11069", true), ("epci:200", true), ("departement:75", false)]
    {
        assert_eq!(policies.decide(&steering, "action.edit", &thing_in(place, Discreet)), reached, "{place}");
    }
}

#[test]
fn a_coordinator_reaches_neither_the_region_nor_its_seminars_and_plan() {
    let policies = policies();
    let coordinator = holding(&[(Role::Coordinator, on("departement:11"))]);
    for action in ["seminar.edit", "minutes.edit", "plan.edit", "commitment.record"] {
        assert!(!policies.decide(&coordinator, action, &thing_in("region:76", Public)), "{action}");
    }
    assert!(policies.decide(&coordinator, "commitment.record", &thing_in("departement:11", Public)));
}

#[test]
fn a_list_leaves_out_what_is_discreet_and_who_may_know_of_it_still_opens_it() {
    let policies = policies();
    let coordinator = holding(&[(Role::Coordinator, on("departement:11"))]);
    let administrator = holding(&[(Role::Administrator, Place::Installation)]);
    let discreet = thing_in("departement:11", Discreet);
    for principal in [coordinator, administrator] {
        assert!(policies.decide(&principal, "organisation.read", &discreet));
        assert!(!policies.decide(&principal, "organisation.list", &discreet));
        assert!(!policies.scope(&principal, "organisation.list").allows(&discreet));
        assert!(policies.scope(&principal, "organisation.list").allows(&thing_in("departement:11", Invited)));
    }
}

#[test]
fn an_answer_link_answers_about_its_object_and_nothing_else() {
    let policies = policies();
    let link = Principal::AnswerLink { id: id(2), organisation: id(3), about: id(100) };
    let about = Resource::new("commitment", Registered).with_id(id(100)).of_organisation(id(3));
    let other = about.clone().with_id(id(101));
    for action in ["commitment.answer", "commitment.hand-over", "commitment.undo-answer", "commitment.disown-answer"] {
        assert!(policies.decide(&link, action, &about), "{action}");
        assert!(!policies.decide(&link, action, &other), "{action}");
        assert!(!policies.decide(&link, action, &about.clone().with_id(None)), "{action}");
        assert!(policies.scope(&link, action).is_nothing(), "{action}");
    }
    assert!(!policies.decide(&link, "commitment.read", &about));
    assert!(!policies.decide(&link, "organisation.read", &about));
}

#[test]
fn members_answer_and_edit_through_their_organisation_not_through_a_territory() {
    let policies = policies();
    let of_the_organisation = holding(&[(Role::Member, Place::Organisation(id(3)))]);
    let of_the_departement = holding(&[(Role::Member, on("departement:11"))]);
    let reader_there = holding(&[(Role::Reader, Place::Organisation(id(3)))]);
    let owned = thing_in("departement:11", Invited).of_organisation(id(3));
    for action in ["organisation.edit", "commitment.answer"] {
        assert!(policies.decide(&of_the_organisation, action, &owned), "{action}");
        assert!(!policies.decide(&of_the_organisation, action, &owned.clone().of_organisation(id(4))), "{action}");
        assert!(!policies.decide(&of_the_departement, action, &owned), "{action}");
        assert!(!policies.decide(&reader_there, action, &owned), "{action}");
    }
    for principal in [of_the_organisation, of_the_departement, reader_there] {
        assert!(policies.decide(&principal, "commitment.read", &owned));
    }
}

#[test]
fn steering_gives_the_roles_of_its_region_save_its_own_and_the_administrators() {
    let policies = policies();
    let steering = holding(&[(Role::RegionalSteering, on("region:76"))]);
    for &role in Role::ALL {
        let may_give = !matches!(role, Role::Administrator | Role::RegionalSteering);
        let in_region = Resource::new(role.code(), Invited).at(on("departement:11"));
        let elsewhere = Resource::new(role.code(), Invited).at(on("departement:75"));
        assert_eq!(policies.decide(&steering, "role.grant", &in_region), may_give, "{role}");
        assert_eq!(policies.decide(&steering, "role.revoke", &in_region), may_give, "{role}");
        assert!(!policies.decide(&steering, "role.grant", &elsewhere), "{role}");
    }
    let everywhere = Resource::new(Role::Reader.code(), Invited).at(Place::Installation);
    assert!(!policies.decide(&steering, "role.grant", &everywhere));
}

#[test]
fn a_person_ends_their_own_sessions_only() {
    let policies = policies();
    let person = holding(&[]);
    let sessions_of = |number| Resource::new("person", Discreet).with_id(id(number));
    assert!(policies.decide(&person, "account.sign-out-session", &sessions_of(1)));
    assert!(!policies.decide(&person, "account.sign-out-session", &sessions_of(2)));
    assert!(!policies.decide(&Principal::Visitor, "account.sign-out-session", &sessions_of(1)));
}

#[test]
fn an_undeclared_action_is_forbidden_to_everybody() {
    let policies = policies();
    let administrator = holding(&[(Role::Administrator, Place::Installation)]);
    assert!(!policies.decide(&administrator, "house.burn", &thing_in("region:76", Public)));
    assert!(policies.scope(&administrator, "house.burn").is_nothing());
}
