//! `/collectifs/{departement}`, and who joins and leaves

use ::collectives::MemberRole;
use ::collectives::commands::{AddMember, CreateCollective, EndMembership};
use directory::OrganisationId;
use kit_base::Problem;
use uuid::Uuid;

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn a_collective_has_one_lead_at_a_time_and_each_organisation_once() {
    for house in TestHouse::each().await {
        let coordinator = Hand::Coordinator("departement:11").principal();
        let first = house.organisation("Mission locale du Val (exemple)", "departement:11").await;
        let second = house.organisation("Association des Rives (exemple)", "departement:11").await;
        let create = CreateCollective { territory: "departement:11".parse().unwrap(), name: None };
        let collective = house.app.carry_out(&coordinator, &create).await.unwrap();
        let again = house.app.carry_out(&coordinator, &create).await;
        assert!(matches!(again, Err(Problem::Refused(_))), "{again:?}");

        let joining = |organisation, role, from: &str| {
            let from = from.parse().unwrap();
            AddMember { collective, organisation, role, from }
        };
        let membership = house.act(&joining(first, MemberRole::Animating, "2026-01-01")).await;
        for refused in [
            joining(first, MemberRole::Member, "2026-06-01"),
            joining(second, MemberRole::Animating, "2026-06-01"),
            joining(OrganisationId(Uuid::from_u128(1)), MemberRole::Member, "2026-06-01"),
        ] {
            assert!(
                matches!(house.app.carry_out(&coordinator, &refused).await, Err(Problem::Invalid(_))),
                "{refused:?}"
            );
        }

        let end = |until: &str| EndMembership { membership, until: until.parse().unwrap() };
        let before_it_began = house.app.carry_out(&coordinator, &end("2025-12-31")).await;
        assert!(matches!(before_it_began, Err(Problem::Invalid(_))), "{before_it_began:?}");
        house.act(&end("2026-06-30")).await;
        let twice = house.app.carry_out(&coordinator, &end("2026-07-31")).await;
        assert!(matches!(twice, Err(Problem::Refused(_))), "{twice:?}");
        house.act(&joining(second, MemberRole::Animating, "2026-07-01")).await;
        let page = house.visitor().get("/collectifs/11").await;
        assert!(page.says("Association des Rives") && page.says("depuis le 1er juillet 2026"), "{}", page.text());
        assert!(page.says("30 juin 2026"), "the former lead is gone: {}", page.text());
    }
}
