//! All that is wrong with a form, at its head.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::Component;
use crate::field::field_id;

/// All that is wrong with a form, at its head: each error leads to its field. `escale.js` moves the focus to it.
#[derive(Debug, Clone, Template)]
#[template(path = "error_summary.html")]
pub struct ErrorSummary {
    t: Translator,
    /// Name of the field in the form, and what is wrong, translated.
    pub errors: Vec<(String, String)>,
}

impl ErrorSummary {
    /// The summary of these errors (name of the field, what is wrong); `None` when nothing is wrong.
    pub fn new(t: &Translator, errors: Vec<(String, String)>) -> Option<Self> {
        (!errors.is_empty()).then(|| Self { t: t.clone(), errors })
    }

    fn links(&self) -> impl Iterator<Item = (String, &str)> {
        self.errors.iter().map(|(name, error)| (field_id(name), error.as_str()))
    }
}

impl HtmlSafe for ErrorSummary {}

impl Component for ErrorSummary {
    const NAME: &'static str = "ErrorSummary";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let errors = vec![
            ("title_wrong".to_owned(), t.text("ui-sample-error-title").into()),
            ("email_wrong".to_owned(), t.text("ui-sample-error-email").into()),
        ];
        Self::new(t, errors).map(|summary| ("two errors", summary)).into_iter().collect()
    }
}
