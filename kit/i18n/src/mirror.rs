//! The mirrored pseudo-language: French made 40 % longer, in letters that show it was translated.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};

/// Per cent by which a text grows; the longest of the languages to come (Arabic and German are near 30 %).
const GROWTH_PER_CENT: usize = 40;

/// Rewrites every text of a French resource; arguments, quotations and selectors are left alone.
pub(crate) fn mirror(mut resource: Resource<String>) -> Resource<String> {
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(pattern) = &mut message.value {
                    mirror_pattern(pattern);
                    bracket(pattern);
                }
            }
            Entry::Term(term) => mirror_pattern(&mut term.value),
            _ => {}
        }
    }
    resource
}

fn mirror_pattern(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = lengthen(value),
            PatternElement::Placeable { expression } => mirror_expression(expression),
        }
    }
}

fn mirror_expression(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                mirror_pattern(&mut variant.value);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => mirror_expression(expression),
        Expression::Inline(_) => {}
    }
}

/// A text that is cut off on the page shows it by the bracket that is missing.
fn bracket(pattern: &mut Pattern<String>) {
    pattern.elements.insert(0, PatternElement::TextElement { value: "‹".to_owned() });
    pattern.elements.push(PatternElement::TextElement { value: "›".to_owned() });
}

/// Doubles vowels until the text has grown enough; what vowels could not give is added at the end.
fn lengthen(text: &str) -> String {
    let mut longer = String::with_capacity(text.len() * 2);
    let mut owed_per_cent = 0;
    for letter in text.chars() {
        let (shown, is_vowel) = disguise(letter);
        longer.push(shown);
        if letter.is_alphanumeric() {
            owed_per_cent += GROWTH_PER_CENT;
        }
        while is_vowel && owed_per_cent >= 60 {
            longer.push(shown);
            owed_per_cent = owed_per_cent.saturating_sub(100);
        }
    }
    let kept = longer.trim_end().len();
    longer.insert_str(kept, &"~".repeat((owed_per_cent + 50) / 100));
    longer
}

fn disguise(letter: char) -> (char, bool) {
    match letter {
        'a' | 'à' | 'â' => ('å', true),
        'e' | 'é' | 'è' | 'ê' | 'ë' => ('ē', true),
        'i' | 'î' | 'ï' => ('ī', true),
        'o' | 'ô' => ('ø', true),
        'u' | 'ù' | 'û' => ('ū', true),
        'A' | 'À' | 'Â' => ('Å', true),
        'E' | 'É' | 'È' | 'Ê' => ('Ē', true),
        'I' | 'Î' => ('Ī', true),
        'O' | 'Ô' => ('Ø', true),
        'U' => ('Ū', true),
        other => (other, false),
    }
}

#[cfg(test)]
mod tests {
    use super::lengthen;

    #[test]
    fn grows_by_forty_per_cent_and_keeps_the_spaces_around_an_argument() {
        let french = " engagements pris au séminaire régional ";
        let longer = lengthen(french);
        let growth = longer.chars().count() as f64 / french.chars().count() as f64;
        assert!((1.3..1.6).contains(&growth), "{growth} {longer}");
        assert!(longer.starts_with(' ') && longer.ends_with(' '));
        assert_eq!(lengthen(" : "), " : ");
    }
}
