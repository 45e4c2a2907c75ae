//! A made-up population of any size, the same for the same seed: for measurements, never for figures about people.

use chrono::{Days, NaiveDate};

use crate::communes::Communes;
use crate::facts::{Attribute, Part, Place, Value};
use crate::population::{Column, Population};

/// The youngest and the oldest are born this many days before the day of the application: 14 and 35 years.
const BIRTHS_DAYS: [u64; 2] = [14 * 365, 35 * 365];

/// Reference tax incomes go up to this, in euros.
const TAX_INCOME_MAX: u64 = 60_000;

/// How many in a hundred say yes.
const FLAGS: [(Attribute, u64); 6] = [
    (Attribute::Intern, 9),
    (Attribute::CivicService, 5),
    (Attribute::Disabled, 6),
    (Attribute::ScholarshipHolder, 26),
    (Attribute::HousingDifficulty, 15),
    (Attribute::TemporaryWorker, 7),
];

/// Words that are not closed lists of the engine.
const SOCIAL_SECURITY: [&str; 3] = ["regime_general", "regime_agricole", "aucun"];
const HOUSING: [&str; 4] = ["locataire_vide", "locataire_meuble", "proprietaire", "sans_domicile"];

/// Makes `persons` persons who live all over the communes of the table, as many in each as its inhabitants ask for.
/// Attributes are drawn independently: whoever is retired may be a pupil.
pub fn generate(persons: usize, communes: &Communes, on: NaiveDate, seed: u64) -> Population {
    let mut population = Population::new(persons, Vec::new());
    let mut set = |attribute: Attribute, values: Vec<Value>, draw: &dyn Fn(&mut Draws) -> u64| {
        let mut draws = Draws(seed.wrapping_add(attribute as u64));
        let indices: Vec<u32> = (0..persons).map(|_| u32::try_from(draw(&mut draws)).unwrap_or(0)).collect();
        population.set(attribute, Column::new(values.into_iter().map(Some).collect(), &indices));
    };
    let [youngest, oldest] = BIRTHS_DAYS;
    let births = (youngest..oldest).filter_map(|days| on.checked_sub_days(Days::new(days))).map(Value::Day).collect();
    set(Attribute::BirthDate, births, &|draws| draws.below(oldest - youngest));
    let (homes, inhabitants) = homes(communes);
    set(Attribute::Residence, homes, &|draws| draws.weighted(&inhabitants));
    for (attribute, in_hundred) in FLAGS {
        let draw = move |draws: &mut Draws| u64::from(draws.below(100) < in_hundred);
        set(attribute, vec![Value::Flag(false), Value::Flag(true)], &draw);
    }
    let closed = [
        Attribute::Activity,
        Attribute::Education,
        Attribute::StudyYear,
        Attribute::BaccalaureateHonours,
        Attribute::TrainingGroup,
    ];
    let closed = closed.into_iter().filter_map(|attribute| Some((attribute, attribute.words()?)));
    let open = [(Attribute::SocialSecurityScheme, &SOCIAL_SECURITY[..]), (Attribute::HousingStatus, &HOUSING[..])];
    for (attribute, words) in closed.chain(open) {
        let count = words.len() as u64;
        set(attribute, words.iter().copied().map(Value::word).collect(), &|draws| draws.below(count));
    }
    let contracts = vec![Value::Nothing, Value::word("apprentice"), Value::word("professionalisation")];
    set(Attribute::WorkStudyContract, contracts, &|draws| draws.weighted(&[82, 94, 100]));
    let numbers = |numbers: &[f64]| numbers.iter().copied().map(Value::Number).collect();
    set(Attribute::DisabilityRate, numbers(&[0.0, 0.3, 0.5, 0.8]), &|draws| draws.weighted(&[94, 95, 97, 100]));
    set(Attribute::TaxPartsYearBeforeLast, numbers(&[1.0, 1.5, 2.0, 2.5, 3.0, 4.0]), &|draws| draws.below(6));
    set(Attribute::MinimumIncome, numbers(&[0.0, 0.5, 1.0, 250.0, 607.75]), &|draws| {
        draws.weighted(&[90, 92, 94, 96, 100])
    });
    let incomes = (0..TAX_INCOME_MAX).map(|euros| Value::Number(f64::from(u32::try_from(euros).unwrap_or(0))));
    set(Attribute::TaxIncomeYearBeforeLast, incomes.collect(), &|draws| draws.below(TAX_INCOME_MAX));
    set(Attribute::ChildrenBirthDates, families(on, seed), &|draws| draws.below(FAMILIES));
    population.set(Attribute::ApplicationDate, Column::same(Value::Day(on)));
    population
}

/// Distinct families: one in six has children.
const FAMILIES: u64 = 6_000;

fn families(on: NaiveDate, seed: u64) -> Vec<Value> {
    let mut draws = Draws(seed);
    let child = |draws: &mut Draws| on.checked_sub_days(Days::new(draws.below(18 * 365)));
    (0..FAMILIES)
        .map(|family| {
            let children = if family % 6 == 0 { 1 + draws.below(4) } else { 0 };
            Value::Days((0..children).filter_map(|_| child(&mut draws)).collect())
        })
        .collect()
}

/// Homes, and for each the inhabitants of all up to it.
fn homes(communes: &Communes) -> (Vec<Value>, Vec<u64>) {
    let mut inhabitants = 0;
    communes
        .in_order()
        .into_iter()
        .map(|commune| {
            inhabitants += u64::from(commune.inhabitants.max(1));
            let postal_code = commune.postal_codes.first().map_or(Part::Absent, |code| Part::Code(code.clone()));
            (Value::from(Place { postal_code, ..commune.place.clone() }), inhabitants)
        })
        .unzip()
}

/// Numbers that look random: SplitMix64 (Steele, Lea and Flood, 2014), the same on every machine.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A number under `bound`, which is small beside 2^32.
    fn below(&mut self, bound: u64) -> u64 {
        ((self.next() >> 32) * bound) >> 32
    }

    /// A place in the list: each is as likely as it adds to the one before.
    fn weighted(&mut self, up_to: &[u64]) -> u64 {
        let draw = self.below(up_to.last().copied().unwrap_or(0));
        up_to.partition_point(|so_far| *so_far <= draw) as u64
    }
}
