//! Whole numbers as each language groups them.

use kit_base::Locale;

/// `12345` → `12 345` with narrow no-break spaces in French, `12,345` in English.
pub(crate) fn grouped(locale: Locale, value: i64) -> String {
    let separator = match locale {
        Locale::En => ',',
        Locale::Fr | Locale::Mirror => '\u{202f}',
    };
    let digits = value.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    if value < 0 {
        text.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}
