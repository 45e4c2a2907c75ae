//! From conditions as they are written to formulas over predicates.

use std::collections::{BTreeMap, BTreeSet};

use super::gazetteer::Gazetteer;
use super::language::{
    AccompanimentText, AgeText, AgesText, BoundsText, ChildrenText, Condition, CountedText, DateText, DestinationText,
    DurationText, DwellingText, EarlierUsesText, FilingText, FlagText, GroupText, IncomeOf, IncomeText,
    InstitutionText, MomentText, PeriodText, QuotientText, RegisteredText, ResidenceText, StayText, TaxYearText,
    TerritoriesText, UsePer, ValidText, WordsText,
};
use super::position::{At, Position};
use crate::facts::{Attribute, TerritoryCode, TerritoryKind};
use crate::formula::{Check, Formula, PredicateId};
use crate::limits::{CONDITIONS_MAX, NESTING_MAX};
use crate::predicate::{Dwelling, Interval, Moment, Number, Quantity, TaxYear, Test};
use crate::rulebook::Rulebook;
use crate::source::Validity;

/// Days in a week of a stay.
const WEEK_DAYS: f64 = 7.0;

/// Days in a month of a stay, as the Erasmus+ grant rules count.
const MONTH_DAYS: f64 = 30.0;

/// What conditions may refer to.
pub(super) struct Surroundings<'a> {
    pub gazetteer: &'a Gazetteer,
    pub zones: &'a BTreeMap<String, BTreeSet<TerritoryCode>>,
    pub conditions: &'a BTreeMap<String, At<Condition>>,
}

/// Something wrong at a place of the file.
pub(super) type Fault = (Position, String);

/// Lowers the conditions of one scheme, and gathers what is wrong with them.
pub(super) struct Lowering<'a> {
    pub rulebook: &'a mut Rulebook,
    pub surroundings: &'a Surroundings<'a>,
    /// The identifier of the scheme, which earlier uses count by.
    pub scheme: &'a str,
    pub faults: Vec<Fault>,
    /// Conditions lowered so far.
    pub lowered: usize,
    /// The names of shared conditions that are being lowered, outermost first.
    pub using: Vec<&'a str>,
}

impl<'a> Lowering<'a> {
    /// A formula for the condition; what is wrong with it is a fault, and the formula then means nothing.
    pub fn condition(&mut self, condition: &'a At<Condition>) -> Formula {
        let at = condition.position;
        self.lowered += 1;
        if self.lowered > CONDITIONS_MAX {
            if self.lowered == CONDITIONS_MAX + 1 {
                self.fault(
                    at,
                    format!("too many conditions: expected {CONDITIONS_MAX} at most, shared ones counted each time"),
                );
            }
            return Formula::never();
        }
        match &condition.value {
            Condition::All(parts) => {
                let parts = self.parts(parts, at);
                self.refuse_contradictions(&parts, at);
                Formula::All(parts)
            }
            Condition::Any(parts) => Formula::Any(self.parts(parts, at)),
            Condition::Not(inner) => self.condition(inner).negated(),
            Condition::AtLeast(text) => {
                if text.count == 0 || text.count > text.of.len() {
                    self.fault(
                        at,
                        format!(
                            "`count` is {}: expected 1 to {}, as many as there are conditions",
                            text.count,
                            text.of.len()
                        ),
                    );
                }
                Formula::AtLeast(text.count, self.parts(&text.of, at))
            }
            Condition::Use(name) => self.shared(name, at),
            Condition::CheckWith(text) => Formula::Open(Check { with: text.who.clone(), what: text.what.clone() }),
            condition => self.leaf(condition, at),
        }
    }

    fn parts(&mut self, parts: &'a [At<Condition>], at: Position) -> Vec<Formula> {
        if parts.is_empty() {
            self.fault(at, "an empty list: expected one condition at least".to_owned());
        }
        parts.iter().map(|part| self.condition(part)).collect()
    }

    fn shared(&mut self, name: &'a str, at: Position) -> Formula {
        let Some((name, condition)) = self.surroundings.conditions.get_key_value(name) else {
            self.fault(at, format!("`{name}` is no shared condition"));
            return Formula::never();
        };
        if self.using.contains(&name.as_str()) {
            self.fault(at, format!("`{name}` is defined by itself: {} → {name}", self.using.join(" → ")));
            return Formula::never();
        }
        if self.using.len() >= NESTING_MAX {
            self.fault(at, format!("shared conditions within one another: expected {NESTING_MAX} at most"));
            return Formula::never();
        }
        self.using.push(name);
        let formula = self.condition(condition);
        self.using.pop();
        formula
    }

    fn leaf(&mut self, condition: &'a Condition, at: Position) -> Formula {
        match condition {
            Condition::Age(text) => self.age(text),
            Condition::Born(text) => {
                let interval = self.days(&At { value: *text, position: at });
                self.holds(Quantity::Attribute(Attribute::BirthDate), Test::Within(interval))
            }
            Condition::Activity(text) => self.words(Attribute::Activity, text, at),
            Condition::WorkStudyContract(text) => self.words(Attribute::WorkStudyContract, text, at),
            Condition::WorkStudyArrangement(text) => self.words(Attribute::WorkStudyArrangement, text, at),
            Condition::Education(text) => self.words(Attribute::Education, text, at),
            Condition::StudyYear(text) => self.words(Attribute::StudyYear, text, at),
            Condition::BaccalaureateHonours(text) => self.words(Attribute::BaccalaureateHonours, text, at),
            Condition::TrainingGroup(text) => self.words(Attribute::TrainingGroup, text, at),
            Condition::SocialSecurityScheme(text) => self.words(Attribute::SocialSecurityScheme, text, at),
            Condition::HousingStatus(text) => self.words(Attribute::HousingStatus, text, at),
            Condition::Is(flag) => self.holds(Quantity::Attribute(attribute_of_flag(*flag)), Test::IsTrue),
            Condition::DisabilityRate(bounds) => {
                let bounds = At { value: *bounds, position: at };
                self.number(Quantity::Attribute(Attribute::DisabilityRate), &bounds, 1.0)
            }
            Condition::Children(text) => self.children(text),
            Condition::Graduated(text) => self.number(Quantity::MonthsSinceDiploma(moment(text.at)), &text.months, 1.0),
            Condition::Residence(text) => self.residence(text, at),
            Condition::Institution(text) => self.institution(text, at),
            Condition::Nationality(text) => self.nationality(text, at),
            Condition::Destination(text) => self.destination(text, at),
            Condition::FamilyQuotient(text) => self.quotient(text),
            Condition::Income(text) => self.income(text, at),
            Condition::Duration(text) => self.duration(text, at),
            Condition::Stay(text) => self.stay(text, at),
            Condition::Filing(text) => self.filing(text, at),
            Condition::EarlierUses(text) => self.earlier_uses(text),
            Condition::Group(text) => self.group(text, at),
            Condition::Accompaniment(text) => self.accompaniment(text, at),
            Condition::Registered(text) => self.registered(text, at),
            // Connectives are lowered where they are met.
            Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_)
            | Condition::AtLeast(_)
            | Condition::Use(_)
            | Condition::CheckWith(_) => Formula::never(),
        }
    }

    fn age(&mut self, text: &AgeText) -> Formula {
        let at = moment(text.at);
        let quantity = if text.reached_in_year { Quantity::AgeInYear(at) } else { Quantity::Age(at) };
        self.number(quantity, &text.years, 1.0)
    }

    fn words(&mut self, attribute: Attribute, text: &WordsText, at: Position) -> Formula {
        for word in text.is_in.iter().chain(&text.not_in) {
            if let Some(known) = attribute.words()
                && !known.contains(&word.value.as_str())
            {
                self.fault(
                    word.position,
                    format!("`{}` is no {attribute}: expected one of {}", word.value, known.join(", ")),
                );
            }
        }
        self.refuse_in_and_out(&text.is_in, &text.not_in);
        let test = |words: &[At<String>]| Test::OneOf(words.iter().map(|word| word.value.clone()).collect());
        let quantity = || Quantity::Attribute(attribute);
        let inside = (!text.is_in.is_empty()).then(|| self.holds(quantity(), test(&text.is_in)));
        let outside = (!text.not_in.is_empty()).then(|| self.holds(quantity(), test(&text.not_in)).negated());
        self.together(inside.into_iter().chain(outside), at)
    }

    fn children(&mut self, text: &ChildrenText) -> Formula {
        let ages = text.ages.as_ref().map_or(AgesText { from: 0, to: 99 }, |ages| self.ages(ages));
        let quantity = Quantity::Children { from_age: ages.from, to_age: ages.to, at: Moment::Application };
        match &text.count {
            Some(count) => self.number(quantity, count, 1.0),
            None => self.holds(quantity, Test::Within(Interval::at_least(Number::from(1)))),
        }
    }

    fn residence(&mut self, text: &ResidenceText, at: Position) -> Formula {
        let dwelling = match text.of {
            DwellingText::Own => Dwelling::Own,
            DwellingText::Parents => Dwelling::Parents,
            DwellingText::TaxHousehold => Dwelling::TaxHousehold,
        };
        let place = self.territories(dwelling.place(), &text.is_in, &text.not_in);
        let quantity = Quantity::MonthsOfResidence(dwelling, Moment::Application);
        let length = text.for_months.as_ref().map(|months| self.number(quantity, months, 1.0));
        self.together(place.into_iter().chain(length), at)
    }

    fn institution(&mut self, text: &InstitutionText, at: Position) -> Formula {
        let mut parts = self.territories(Attribute::InstitutionPlace, &text.is_in, &text.not_in);
        if !text.one_of.is_empty() {
            let listed = Test::OneOf(text.one_of.iter().cloned().collect());
            parts.push(self.holds(Quantity::Attribute(Attribute::Institution), listed));
        }
        self.together(parts, at)
    }

    fn nationality(&mut self, text: &TerritoriesText, at: Position) -> Formula {
        self.refuse_in_and_out(&text.is_in, &text.not_in);
        let quantity = || Quantity::Attribute(Attribute::Nationalities);
        let inside = (!text.is_in.is_empty()).then(|| {
            let countries = self.countries(&text.is_in);
            self.holds(quantity(), Test::OneOf(countries))
        });
        let outside = (!text.not_in.is_empty()).then(|| {
            let countries = self.countries(&text.not_in);
            self.holds(quantity(), Test::OneOf(countries)).negated()
        });
        self.together(inside.into_iter().chain(outside), at)
    }

    fn countries(&mut self, texts: &[At<String>]) -> BTreeSet<String> {
        let mut countries = BTreeSet::new();
        for text in texts {
            for territory in self.territory(text) {
                if territory.kind == TerritoryKind::Country {
                    countries.insert(territory.code);
                } else {
                    self.fault(
                        text.position,
                        format!("`{territory}` is no country: expected `pays` or a zone of countries"),
                    );
                }
            }
        }
        countries
    }

    fn destination(&mut self, text: &DestinationText, at: Position) -> Formula {
        let mut parts = self.territories(Attribute::Destination, &text.is_in, &text.not_in);
        if text.not_own_country {
            parts.push(self.holds(Quantity::DestinationIsOwnCountry, Test::IsTrue).negated());
        }
        self.together(parts, at)
    }

    fn quotient(&mut self, text: &QuotientText) -> Formula {
        let is_monthly = text.period == PeriodText::Month;
        self.number(Quantity::FamilyQuotient { year: tax_year(text.year), is_monthly }, &text.euros, 1.0)
    }

    fn income(&mut self, text: &IncomeText, at: Position) -> Formula {
        let attribute = match text.of {
            IncomeOf::Household => {
                let year = tax_year(text.year);
                let quantity = match text.period {
                    PeriodText::Month => Quantity::MonthlyTaxIncome(year),
                    PeriodText::Year => Quantity::Attribute(year.income()),
                };
                return self.number(quantity, &text.euros, 1.0);
            }
            IncomeOf::Own => Attribute::OwnIncome,
            IncomeOf::Stay => Attribute::StayIncome,
            IncomeOf::MinimumIncome => Attribute::MinimumIncome,
        };
        if text.period == PeriodText::Year {
            self.fault(at, format!("`period: year` of {attribute}: expected `month`, it is known by the month alone"));
        }
        self.number(Quantity::Attribute(attribute), &text.euros, 1.0)
    }

    fn duration(&mut self, text: &DurationText, at: Position) -> Formula {
        let attribute = match text.counted {
            CountedText::Total => Attribute::DurationDays,
            CountedText::Funded => Attribute::FundedDays,
        };
        let units = [(&text.days, 1.0), (&text.weeks, WEEK_DAYS), (&text.months, MONTH_DAYS)];
        let parts: Vec<Formula> = units
            .into_iter()
            .filter_map(|(bounds, days)| Some((bounds.as_ref()?, days)))
            .map(|(bounds, days)| self.number(Quantity::Attribute(attribute), bounds, days))
            .collect();
        self.together(parts, at)
    }

    fn stay(&mut self, text: &StayText, at: Position) -> Formula {
        let windows = [(&text.departs, Moment::Departure), (&text.returns, Moment::Return)];
        let parts: Vec<Formula> = windows
            .into_iter()
            .filter_map(|(window, moment)| Some((window.as_ref()?, moment)))
            .map(|(window, moment)| self.window(moment, window))
            .collect();
        self.together(parts, at)
    }

    fn filing(&mut self, text: &FilingText, at: Position) -> Formula {
        let mut parts = Vec::new();
        if let Some(window) = &text.window {
            parts.push(self.window(Moment::Application, window));
        }
        let span = match (text.before, text.after) {
            (Some(before), None) => Some(Quantity::DaysBetween(Moment::Application, moment(before))),
            (None, Some(after)) => Some(Quantity::DaysBetween(moment(after), Moment::Application)),
            (None, None) => None,
            (Some(_), Some(_)) => {
                self.fault(at, "`before` and `after` together: expected one of them".to_owned());
                None
            }
        };
        match (span, &text.days) {
            (Some(span), Some(days)) => parts.push(self.number(span, days, 1.0)),
            (Some(span), None) => parts.push(self.holds(span, Test::Within(Interval::at_least(Number::from(0))))),
            (None, Some(days)) => {
                self.fault(days.position, "`days` of nothing: expected `before` or `after` beside it".to_owned());
            }
            (None, None) => {}
        }
        self.together(parts, at)
    }

    fn earlier_uses(&mut self, text: &EarlierUsesText) -> Formula {
        let scheme = text.of.as_deref().unwrap_or(self.scheme);
        let key = match text.per {
            UsePer::Lifetime => scheme.to_owned(),
            UsePer::Year => format!("{scheme}/year"),
            UsePer::Cycle => format!("{scheme}/cycle"),
            UsePer::Country => format!("{scheme}/country"),
        };
        self.number(Quantity::EarlierUses(key), &text.count, 1.0)
    }

    fn group(&mut self, text: &GroupText, at: Position) -> Formula {
        let size = text.size.as_ref().map(|size| self.number(Quantity::Attribute(Attribute::GroupSize), size, 1.0));
        let ages = text.ages.as_ref().map(|ages| {
            let ages = self.ages(ages);
            let outside = Quantity::GroupAgesOutside { from_age: ages.from, to_age: ages.to };
            self.holds(outside, Test::Within(Interval::exactly(Number::from(0))))
        });
        self.together(size.into_iter().chain(ages), at)
    }

    fn accompaniment(&mut self, text: &AccompanimentText, at: Position) -> Formula {
        if text.by.is_empty() {
            self.fault(at, "`by` names nobody: expected one at least".to_owned());
        }
        let test = Test::OneOf(text.by.iter().cloned().collect());
        self.holds(Quantity::Attribute(Attribute::Accompaniment), test)
    }

    fn registered(&mut self, text: &RegisteredText, at: Position) -> Formula {
        if text.with.is_empty() {
            self.fault(at, "`with` names nobody: expected one at least".to_owned());
        }
        let quantity = Quantity::DaysRegistered { with: text.with.iter().cloned().collect(), at: moment(text.at) };
        match &text.for_days {
            Some(days) => self.number(quantity, days, 1.0),
            None => self.holds(quantity, Test::Within(Interval::at_least(Number::from(0)))),
        }
    }

    /// In one of these territories, and in none of those.
    fn territories(&mut self, attribute: Attribute, inside: &[At<String>], outside: &[At<String>]) -> Vec<Formula> {
        self.refuse_in_and_out(inside, outside);
        let mut parts = Vec::new();
        for (list, is_inside) in [(inside, true), (outside, false)] {
            if list.is_empty() {
                continue;
            }
            let territories = list.iter().flat_map(|text| self.territory(text)).collect();
            let formula = self.holds(Quantity::Attribute(attribute), Test::In(territories));
            parts.push(if is_inside { formula } else { formula.negated() });
        }
        parts
    }

    /// The territories that a text names: one, or those of a zone that is spelled out.
    fn territory(&mut self, text: &At<String>) -> Vec<TerritoryCode> {
        let territory = match text.value.parse::<TerritoryCode>() {
            Ok(territory) => territory,
            Err(error) => {
                self.fault(text.position, error.to_string());
                return Vec::new();
            }
        };
        if territory.kind == TerritoryKind::Zone
            && let Some(territories) = self.surroundings.zones.get(&territory.code)
        {
            return territories.iter().cloned().collect();
        }
        if !self.surroundings.gazetteer.admits(&territory) {
            self.fault(text.position, format!("`{territory}` is not known: expected a territory of today"));
        }
        vec![territory]
    }

    fn window(&mut self, moment: Moment, window: &At<ValidText>) -> Formula {
        let interval = self.days(window);
        self.holds(Quantity::Day(moment), Test::Within(interval))
    }

    fn number(&mut self, quantity: Quantity, bounds: &At<BoundsText>, unit: f64) -> Formula {
        let interval = self.interval(bounds, unit);
        self.holds(quantity, Test::Within(interval))
    }

    fn holds(&mut self, quantity: Quantity, test: Test) -> Formula {
        self.rulebook.holds(quantity, test)
    }

    fn together(&mut self, parts: impl IntoIterator<Item = Formula>, at: Position) -> Formula {
        let mut parts: Vec<Formula> = parts.into_iter().collect();
        match parts.len() {
            0 => {
                self.fault(at, "it asks nothing: expected one requirement at least".to_owned());
                Formula::never()
            }
            1 => parts.remove(0),
            _ => Formula::All(parts),
        }
    }

    fn ages(&mut self, ages: &At<AgesText>) -> AgesText {
        if ages.value.from > ages.value.to {
            self.fault(
                ages.position,
                format!("from {} to {}: expected the younger age first", ages.value.from, ages.value.to),
            );
        }
        ages.value
    }

    fn interval(&mut self, bounds: &At<BoundsText>, unit: f64) -> Interval {
        let BoundsText { at_least, above, at_most, below, equals } = bounds.value;
        let named = [
            (at_least, Interval::at_least as fn(Number) -> Interval),
            (above, Interval::above),
            (at_most, Interval::at_most),
            (below, Interval::below),
            (equals, Interval::exactly),
        ];
        let mut interval = Interval::ALL;
        let mut given = 0;
        for (bound, make) in named {
            let Some(bound) = bound else { continue };
            given += 1;
            match Number::new(bound * unit).filter(|number| number.get().is_finite()) {
                Some(number) => interval = interval.intersection(&make(number)),
                None => self.fault(bounds.position, format!("`{bound}` is no number that can be a bound")),
            }
        }
        if given == 0 {
            self.fault(
                bounds.position,
                "no bound: expected `at_least`, `above`, `at_most`, `below` or `equals`".to_owned(),
            );
        }
        if interval.is_empty() {
            self.fault(bounds.position, format!("no number is {interval}: the bounds contradict each other"));
        }
        interval
    }

    /// The days from one to another, as numbers.
    pub fn days(&mut self, window: &At<ValidText>) -> Interval {
        self.validity(window);
        days_of(&validity_of(&window.value))
    }

    /// The validity, once its order is checked.
    pub fn validity(&mut self, window: &At<ValidText>) -> Validity {
        if let (Some(DateText(from)), Some(DateText(until))) = (window.value.from, window.value.until)
            && from > until
        {
            self.fault(window.position, format!("from {from} until {until}: expected the earlier day first"));
        }
        validity_of(&window.value)
    }

    fn refuse_in_and_out(&mut self, inside: &[At<String>], outside: &[At<String>]) {
        for text in outside {
            if inside.iter().any(|other| other.value == text.value) {
                self.fault(
                    text.position,
                    format!("`{}` is both in and out: the lists contradict each other", text.value),
                );
            }
        }
    }

    /// Faults where these can never hold together: a quantity in two ranges that do not meet, or something and its contrary.
    pub fn refuse_contradictions(&mut self, parts: &[Formula], at: Position) {
        let mut together = Vec::new();
        flatten(parts, &mut together);
        let mut intervals: BTreeMap<usize, (PredicateId, Interval)> = BTreeMap::new();
        let mut quantities: Vec<&Quantity> = Vec::new();
        let mut faults = Vec::new();
        for part in &together {
            if together.iter().any(|other| matches!(other, Formula::Not(inner) if **inner == **part)) {
                faults.push(format!(
                    "`{}` is asked for and excluded: the conditions contradict each other",
                    self.rulebook.show(part)
                ));
            }
            let Formula::Holds(id) = part else { continue };
            let Some(predicate) = self.rulebook.predicate(*id) else { continue };
            let Test::Within(interval) = &predicate.test else { continue };
            let place = quantities.iter().position(|quantity| **quantity == predicate.quantity).unwrap_or_else(|| {
                quantities.push(&predicate.quantity);
                quantities.len() - 1
            });
            let so_far = intervals.get(&place).map_or(Interval::ALL, |(_, interval)| *interval);
            let meeting = so_far.intersection(interval);
            if meeting.is_empty() && !so_far.is_empty() && !interval.is_empty() {
                faults.push(format!(
                    "{} {so_far} and {interval}: the conditions contradict each other",
                    predicate.quantity
                ));
            }
            intervals.insert(place, (*id, meeting));
        }
        for fault in faults {
            self.fault(at, fault);
        }
    }

    pub fn fault(&mut self, at: Position, message: String) {
        self.faults.push((at, message));
    }
}

/// The parts of nested "all"s, as one list.
fn flatten<'f>(parts: &'f [Formula], together: &mut Vec<&'f Formula>) {
    for part in parts {
        match part {
            Formula::All(inner) => flatten(inner, together),
            part => together.push(part),
        }
    }
}

pub(super) fn validity_of(text: &ValidText) -> Validity {
    Validity { from: text.from.map(|DateText(day)| day), until: text.until.map(|DateText(day)| day) }
}

/// The days of a validity, as numbers.
pub(super) fn days_of(validity: &Validity) -> Interval {
    let number = |day: chrono::NaiveDate| Number::from(chrono::Datelike::num_days_from_ce(&day));
    let from = validity.from.map_or(Interval::ALL, |day| Interval::at_least(number(day)));
    validity.until.map_or(from, |day| from.intersection(&Interval::at_most(number(day))))
}

const fn moment(text: MomentText) -> Moment {
    match text {
        MomentText::Application => Moment::Application,
        MomentText::Departure => Moment::Departure,
        MomentText::FirstDay => Moment::FirstDay,
        MomentText::Return => Moment::Return,
        MomentText::On(DateText(day)) => Moment::Day(day),
    }
}

const fn tax_year(text: TaxYearText) -> TaxYear {
    match text {
        TaxYearText::YearBeforeLast => TaxYear::YearBeforeLast,
        TaxYearText::LastYear => TaxYear::LastYear,
    }
}

const fn attribute_of_flag(flag: FlagText) -> Attribute {
    match flag {
        FlagText::Intern => Attribute::Intern,
        FlagText::CivicService => Attribute::CivicService,
        FlagText::Disabled => Attribute::Disabled,
        FlagText::ScholarshipHolder => Attribute::ScholarshipHolder,
        FlagText::TemporaryWorker => Attribute::TemporaryWorker,
        FlagText::HousingDifficulty => Attribute::HousingDifficulty,
    }
}
