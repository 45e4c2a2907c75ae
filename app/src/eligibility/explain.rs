//! `eligibility explain`: every verdict on one person, with its reasons.

use std::fmt::Write;

use anyhow::Context;
use eligibility::{Assessment, Explanation, Facts, Finding, Kleene, Questionnaire, Rulebook, Verdict, Worth};

use super::ExplainArguments;
use super::inputs::Rules;

pub fn run(arguments: &ExplainArguments) -> anyhow::Result<String> {
    let rules = Rules::read(&arguments.rules)?;
    let rulebook = &rules.rulebook;
    let population = rules.population(&arguments.population, &arguments.rules)?;
    let person = population
        .position(&arguments.person)
        .with_context(|| format!("no person `{}` in {}", arguments.person, arguments.population.display()))?;
    let facts = population.facts(person);
    let assessment = Assessment::new(rulebook, &facts);
    let explanations = match &arguments.scheme {
        Some(id) => vec![assessment.explain(rulebook.scheme(id).with_context(|| format!("no scheme `{id}`"))?)],
        None => assessment.explain_all(),
    };
    let mut text = String::new();
    for explanation in &explanations {
        tell(&mut text, rulebook, explanation)?;
    }
    if let Some(question) = next_question(rulebook, &facts) {
        writeln!(text, "{question}")?;
    }
    let count = |verdict| explanations.iter().filter(|explanation| explanation.verdict == verdict).count();
    write!(
        text,
        "{} : {} possibles, {} à vérifier, {} non",
        arguments.person,
        count(Verdict::Eligible),
        count(Verdict::ToBeChecked),
        count(Verdict::NotEligible)
    )?;
    Ok(text)
}

fn next_question(rulebook: &Rulebook, facts: &Facts) -> Option<String> {
    let question = Questionnaire::new(rulebook).next(facts, &[])?;
    Some(format!(
        "À demander ensuite : {} ; {} des {} dispositifs à vérifier en dépendent.",
        question.attribute, question.bears_on, question.open
    ))
}

fn tell(text: &mut String, rulebook: &Rulebook, explanation: &Explanation<'_>) -> std::fmt::Result {
    let verdict = match explanation.verdict {
        Verdict::Eligible => "possible",
        Verdict::ToBeChecked => "à vérifier",
        Verdict::NotEligible => "non",
    };
    let scheme = explanation.scheme;
    writeln!(text, "{} : {verdict}{} — {}", scheme.id, worth(explanation.worth), scheme.label)?;
    explanation.findings.iter().try_for_each(|finding| tell_finding(text, rulebook, finding))?;
    for check in explanation.checks() {
        writeln!(text, "  à vérifier avec {} : {}", check.with, check.what)?;
    }
    Ok(())
}

fn worth(worth: Option<Worth>) -> String {
    let euros = |cents: i64| cents as f64 / 100.0;
    match worth {
        None => String::new(),
        Some(Worth { low, high }) if low == high => format!(" ({} €)", euros(low)),
        Some(Worth { low, high }) => format!(" ({} à {} €)", euros(low), euros(high)),
    }
}

fn tell_finding(text: &mut String, rulebook: &Rulebook, finding: &Finding<'_>) -> std::fmt::Result {
    let truth = match finding.truth {
        Kleene::Yes => "oui",
        Kleene::No => "non",
        Kleene::Unknown => "?",
    };
    write!(text, "{:indent$}{truth} : {}", "", rulebook.show(finding.formula), indent = 2 + 2 * finding.depth)?;
    if let Some(value) = finding.value {
        write!(text, " [{value}]")?;
    }
    if finding.depth == 0 {
        for citation in &finding.rule.citations {
            write!(text, " — {}", citation.title)?;
            if let Some(checked) = citation.checked {
                write!(text, ", vérifié le {}", checked.format("%d/%m/%Y"))?;
            }
        }
    }
    writeln!(text)
}
