//! A collective, and who is in it when.

use chrono::NaiveDate;
use directory::OrganisationId;
use kit_base::{Message, Problem, Territory};
use kit_i18n::key;

kit_base::id! {
    /// The collective of a département.
    pub struct CollectiveId;
}

kit_base::id! {
    /// An organisation's time in a collective.
    pub struct MembershipId;
}

kit_base::id! {
    /// What the members of a collective signed.
    pub struct CharterId;
}
kit_base::id! {
    /// A signed link by which the sheet of a collective is corrected.
    pub struct SheetLinkId;
}
kit_base::id! {
    /// The committee of a région.
    pub struct CommitteeId;
}
kit_base::id! {
    /// A seat of a committee.
    pub struct CommitteeSeatId;
}

/// Organisations that sign a charter.
pub(crate) const SIGNATORIES_MAX: usize = 300;
/// Answers by one link. Whoever has more to say rings up.
pub(crate) const SHEET_ANSWERS_MAX: i32 = 20;
/// Seats of a committee, those of the past among them.
pub(crate) const COMMITTEE_SEATS_MAX: usize = 300;

/// What a collective says of itself on its sheet, one point a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetTexts {
    /// What it needs.
    pub needs: Option<String>,
    /// What it can help others with.
    pub offers: Option<String>,
}

kit_base::codes! {
    /// What an organisation does in a collective.
    pub enum MemberRole {
        /// Brings the others together; one at a time.
        Animating = "animating",
        /// Takes part.
        Member = "member",
        /// Is kept informed and takes part when it can.
        Associated = "associated",
    }
}

impl MemberRole {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Animating => key!("collectives-role-animating"),
            Self::Member => key!("collectives-role-member"),
            Self::Associated => key!("collectives-role-associated"),
        }
    }
}

/// A collective, with everybody who is or was in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collective {
    /// Which one.
    pub id: CollectiveId,
    /// Its département.
    pub territory: Territory,
    /// What it calls itself, where it has a name of its own.
    pub name: Option<String>,
    /// In the order in which they joined.
    pub members: Vec<Membership>,
}

/// An organisation's time in a collective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// Which one.
    pub id: MembershipId,
    /// Who.
    pub organisation: OrganisationId,
    /// As what.
    pub role: MemberRole,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None` while it lasts.
    pub until: Option<NaiveDate>,
}

impl Membership {
    /// Whether it holds on this day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && !self.is_over_on(day)
    }

    /// Whether its last day is before this one.
    pub fn is_over_on(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// Whether some day belongs to both.
    fn overlaps(&self, from: NaiveDate, until: Option<NaiveDate>) -> bool {
        !self.is_over_on(from) && until.is_none_or(|until| self.from <= until)
    }
}

/// Who brings a collective together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Animation {
    /// This organisation, since this day.
    By(OrganisationId, NaiveDate),
    /// Nobody since this day.
    VacantSince(NaiveDate),
    /// Nobody is known to have done it yet.
    NotYetKnown,
}

/// Who brings the collective together on this day.
pub fn animation(members: &[Membership], day: NaiveDate) -> Animation {
    let animating = || members.iter().filter(|member| member.role == MemberRole::Animating);
    if let Some(member) = animating().find(|member| member.holds_on(day)) {
        return Animation::By(member.organisation, member.from);
    }
    let last_day = animating().filter(|member| member.is_over_on(day)).filter_map(|member| member.until).max();
    last_day.and_then(|last| last.succ_opt()).map_or(Animation::NotYetKnown, Animation::VacantSince)
}

/// Refuses a membership that would hold beside another of the same organisation, or beside another that animates.
pub(crate) fn check_joining(
    members: &[Membership],
    organisation: OrganisationId,
    role: MemberRole,
    from: NaiveDate,
) -> Result<(), Problem> {
    let meets = |member: &&Membership| member.overlaps(from, None);
    if members.iter().filter(|member| member.organisation == organisation).any(|member| meets(&member)) {
        return Err(Problem::field("organisation", Message::new("collectives-already-in")));
    }
    let is_animating = |member: &&Membership| member.role == MemberRole::Animating;
    if role == MemberRole::Animating && members.iter().filter(is_animating).any(|member| meets(&member)) {
        return Err(Problem::field("role", Message::new("collectives-already-animated")));
    }
    Ok(())
}

/// Refuses to end what is ended already, or before it began.
pub(crate) fn check_ending(membership: &Membership, until: NaiveDate) -> Result<(), Problem> {
    if membership.until.is_some() {
        return Err(Problem::Refused(Message::new("collectives-already-ended")));
    }
    if until < membership.from {
        return Err(Problem::field("jusqu", Message::new("collectives-end-before-start")));
    }
    Ok(())
}

/// Where the page of the collective of a département stands.
pub fn path(departement: Territory) -> String {
    format!("/collectifs/{}", departement.code())
}

#[cfg(test)]
mod tests {
    use kit_base::Clock;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn organisation() -> OrganisationId {
        OrganisationId::new(Clock::machine().now())
    }

    fn membership(organisation: OrganisationId, role: MemberRole, from: &str, until: Option<&str>) -> Membership {
        let id = MembershipId::new(Clock::machine().now());
        Membership { id, organisation, role, from: day(from), until: until.map(day) }
    }

    #[test]
    fn the_last_day_still_counts_and_the_animation_is_vacant_from_the_next() {
        let animating = organisation();
        let members = [membership(animating, MemberRole::Animating, "2024-01-01", Some("2025-06-30"))];
        assert_eq!(animation(&members, day("2025-06-30")), Animation::By(animating, day("2024-01-01")));
        assert_eq!(animation(&members, day("2025-07-01")), Animation::VacantSince(day("2025-07-01")));
        assert_eq!(animation(&members, day("2023-12-31")), Animation::NotYetKnown);
        assert_eq!(animation(&[], day("2025-07-01")), Animation::NotYetKnown);
    }

    #[test]
    fn a_mere_member_does_not_animate() {
        let members = [membership(organisation(), MemberRole::Member, "2024-01-01", None)];
        assert_eq!(animation(&members, day("2025-01-01")), Animation::NotYetKnown);
    }

    #[test]
    fn the_same_organisation_is_in_once_at_a_time() {
        let who = organisation();
        let members = [membership(who, MemberRole::Member, "2024-01-01", Some("2024-12-31"))];
        let again = |from| check_joining(&members, who, MemberRole::Associated, day(from)).is_ok();
        assert!(!again("2023-01-01"), "it would still be in when the other begins");
        assert!(!again("2024-12-31"));
        assert!(again("2025-01-01"));
        assert!(check_joining(&members, organisation(), MemberRole::Member, day("2024-06-01")).is_ok());
    }

    #[test]
    fn one_organisation_animates_at_a_time() {
        let members = [membership(organisation(), MemberRole::Animating, "2024-01-01", None)];
        let Err(Problem::Invalid(errors)) =
            check_joining(&members, organisation(), MemberRole::Animating, day("2026-01-01"))
        else {
            panic!("two would animate")
        };
        assert_eq!(errors[0].field, "role");
        assert!(check_joining(&members, organisation(), MemberRole::Member, day("2026-01-01")).is_ok());
    }

    #[test]
    fn nothing_ends_before_it_began_nor_twice() {
        let open = membership(organisation(), MemberRole::Member, "2024-01-01", None);
        assert!(check_ending(&open, day("2024-01-01")).is_ok());
        assert!(matches!(check_ending(&open, day("2023-12-31")), Err(Problem::Invalid(_))));
        let ended = Membership { until: Some(day("2024-02-01")), ..open };
        assert!(matches!(check_ending(&ended, day("2024-03-01")), Err(Problem::Refused(_))));
    }

    proptest! {
        /// Whatever is asked for in whatever order, no day has two who animate, nor one organisation twice.
        #[test]
        fn no_day_has_an_organisation_twice_nor_two_that_animate(
            asked in prop::collection::vec((0_usize..3, 0_usize..3, 0_i64..40, prop::option::of(0_i64..20)), 0..12)
        ) {
            let organisations = [organisation(), organisation(), organisation()];
            let start = day("2024-01-01");
            let mut members: Vec<Membership> = Vec::new();
            for (who, role, from, lasting) in asked {
                let (who, role) = (organisations[who], MemberRole::ALL[role]);
                let from = start + chrono::Duration::days(from);
                if check_joining(&members, who, role, from).is_err() {
                    continue;
                }
                let mut joined = Membership { id: MembershipId::new(Clock::machine().now()), organisation: who, role, from, until: None };
                if let Some(days) = lasting {
                    let until = from + chrono::Duration::days(days);
                    prop_assert!(check_ending(&joined, until).is_ok());
                    joined.until = Some(until);
                }
                members.push(joined);
            }
            for days in 0..80 {
                let today = start + chrono::Duration::days(days);
                let now: Vec<_> = members.iter().filter(|member| member.holds_on(today)).collect();
                let animating = now.iter().filter(|member| member.role == MemberRole::Animating).count();
                prop_assert!(animating <= 1);
                for organisation in organisations {
                    prop_assert!(now.iter().filter(|member| member.organisation == organisation).count() <= 1);
                }
            }
        }
    }
}
