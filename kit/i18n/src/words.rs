//! All the words of the house, read and checked once at start.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::parser::ParserError;
use kit_base::Locale;
use unic_langid::LanguageIdentifier;

use crate::mirror::mirror;
use crate::numbers::grouped;
use crate::syntax::Mentions;
use crate::{Translator, WORDS};

/// The words of one crate, as Fluent texts. A source is never built from what people send.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The crate, named in errors.
    pub owner: &'static str,
    /// French.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

/// Why the words are refused: a mistake of ours, found at start and by tests.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// Not Fluent.
    #[error("{owner}, {language}, line {line}: {reason}")]
    Unreadable {
        /// Crate.
        owner: &'static str,
        /// Tag of the language.
        language: &'static str,
        /// Line, from 1.
        line: usize,
        /// What the parser says.
        reason: String,
    },
    /// A key stands twice, in one crate or in two.
    #[error("{key} is defined twice in {language}: by {first} and by {second}")]
    Twice {
        /// The key.
        key: String,
        /// Tag of the language.
        language: &'static str,
        /// Crate that came first.
        first: &'static str,
        /// Crate that came after.
        second: &'static str,
    },
    /// A key has no text of its own (attributes alone are not used here).
    #[error("{owner}: {key} has no text in {language}")]
    NoText {
        /// Crate.
        owner: &'static str,
        /// The key.
        key: String,
        /// Tag of the language.
        language: &'static str,
    },
    /// A key stands in one language only.
    #[error("{owner}: {key} is missing in {language}")]
    Missing {
        /// Crate.
        owner: &'static str,
        /// The key.
        key: String,
        /// Tag of the language it is missing in.
        language: &'static str,
    },
    /// The two languages do not take the same arguments.
    #[error("{owner}: {key} takes {fr:?} in French and {en:?} in English")]
    Variables {
        /// Crate.
        owner: &'static str,
        /// The key.
        key: String,
        /// Arguments in French.
        fr: BTreeSet<String>,
        /// Arguments in English.
        en: BTreeSet<String>,
    },
    /// A message quotes a message or a term that does not exist, or, in the end, itself.
    #[error("{owner}: {key} quotes {reference}, which cannot be resolved in {language}")]
    Reference {
        /// Crate.
        owner: &'static str,
        /// The key.
        key: String,
        /// What it quotes.
        reference: String,
        /// Tag of the language.
        language: &'static str,
    },
}

/// All the words in all languages. Kept in an `Arc`; [`Words::translator`] gives one language.
pub struct Words {
    french: Language,
    english: Language,
    mirror: Language,
}

impl Words {
    /// Reads and checks the words of every crate, those of this one included.
    ///
    /// # Errors
    /// The first mistake found; see [`WordsError`].
    pub fn new(sources: &[Source]) -> Result<Self, WordsError> {
        let mut all = vec![WORDS];
        all.extend_from_slice(sources);
        let french = Texts::read(&all, Locale::Fr)?;
        let english = Texts::read(&all, Locale::En)?;
        french.compare(&english)?;
        let mirrored = Texts { resources: french.resources.iter().cloned().map(mirror).collect(), ..french.clone() };
        Ok(Self { french: french.build(), english: english.build(), mirror: mirrored.build() })
    }

    /// The words in one language.
    pub fn translator(self: &Arc<Self>, locale: Locale) -> Translator {
        Translator::new(Arc::clone(self), locale)
    }

    /// Every key, those of this crate included, in no order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let plain = self.french.plain.keys().map(String::as_str);
        plain.chain(self.french.with_variables.iter().map(String::as_str))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.french.plain.contains_key(key) || self.french.bundle.has_message(key)
    }

    /// A message without variables.
    pub(crate) fn plain(&self, locale: Locale, key: &str) -> Option<&str> {
        self.language(locale).plain.get(key).map(String::as_str)
    }

    /// A message with variables.
    pub(crate) fn write(
        &self,
        locale: Locale,
        key: &str,
        arguments: Option<&FluentArgs<'_>>,
        out: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let bundle = &self.language(locale).bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, locale = locale.tag(), "message missing");
            return write!(out, "⟦{key}⟧");
        };
        let mut errors = Vec::new();
        bundle.write_pattern(out, pattern, arguments, &mut errors)?;
        if !errors.is_empty() {
            tracing::error!(key, locale = locale.tag(), ?errors, "message badly formed");
        }
        Ok(())
    }

    fn language(&self, locale: Locale) -> &Language {
        match locale {
            Locale::Fr => &self.french,
            Locale::En => &self.english,
            Locale::Mirror => &self.mirror,
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("keys", &self.keys().count()).finish()
    }
}

/// One language, ready to be written.
struct Language {
    /// Messages without variables, resolved at start: most of a page.
    plain: HashMap<String, String>,
    with_variables: BTreeSet<String>,
    bundle: FluentBundle<FluentResource>,
}

/// One language, as read.
#[derive(Clone)]
struct Texts {
    locale: Locale,
    resources: Vec<Resource<String>>,
    entries: BTreeMap<String, TextEntry>,
}

#[derive(Clone)]
struct TextEntry {
    owner: &'static str,
    /// Its own mentions at first, then with those of what it quotes.
    mentions: Mentions,
}

impl Texts {
    fn read(sources: &[Source], locale: Locale) -> Result<Self, WordsError> {
        let mut texts = Self { locale, resources: Vec::new(), entries: BTreeMap::new() };
        for source in sources {
            let ftl = if locale == Locale::En { source.en } else { source.fr };
            let resource = fluent_syntax::parser::parse(ftl.to_owned())
                .map_err(|(_, errors)| unreadable(source.owner, locale, ftl, &errors))?;
            for entry in &resource.body {
                texts.enter(source.owner, entry)?;
            }
            texts.resources.push(resource);
        }
        texts.resolve_references()?;
        Ok(texts)
    }

    fn enter(&mut self, owner: &'static str, entry: &Entry<String>) -> Result<(), WordsError> {
        let language = self.locale.tag();
        let (key, pattern) = match entry {
            Entry::Message(message) => (message.id.name.clone(), message.value.as_ref()),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
            _ => return Ok(()),
        };
        let Some(pattern) = pattern else {
            return Err(WordsError::NoText { owner, key, language });
        };
        let added = TextEntry { owner, mentions: Mentions::of(pattern) };
        match self.entries.insert(key.clone(), added) {
            Some(earlier) => Err(WordsError::Twice { key, language, first: earlier.owner, second: owner }),
            None => Ok(()),
        }
    }

    /// Gives each message the variables of what it quotes, so that they can be compared and asked for.
    fn resolve_references(&mut self) -> Result<(), WordsError> {
        let keys: Vec<String> = self.entries.keys().cloned().collect();
        for key in keys {
            let variables = self.variables_of(&key, &mut Vec::new())?;
            if let Some(entry) = self.entries.get_mut(&key) {
                entry.mentions.variables = variables;
            }
        }
        Ok(())
    }

    fn variables_of<'a>(&'a self, key: &'a str, path: &mut Vec<&'a str>) -> Result<BTreeSet<String>, WordsError> {
        let Some(entry) = self.entries.get(key) else { return Ok(BTreeSet::new()) };
        let mut variables = entry.mentions.variables.clone();
        path.push(key);
        for reference in &entry.mentions.references {
            if path.contains(&reference.as_str()) || !self.entries.contains_key(reference) {
                return Err(WordsError::Reference {
                    owner: entry.owner,
                    key: key.to_owned(),
                    reference: reference.clone(),
                    language: self.locale.tag(),
                });
            }
            variables.extend(self.variables_of(reference, path)?);
        }
        path.pop();
        Ok(variables)
    }

    fn compare(&self, english: &Self) -> Result<(), WordsError> {
        self.contained_in(english)?;
        english.contained_in(self)?;
        for (key, fr) in &self.entries {
            let Some(en) = english.entries.get(key) else { continue };
            if fr.mentions.variables != en.mentions.variables {
                return Err(WordsError::Variables {
                    owner: fr.owner,
                    key: key.clone(),
                    fr: fr.mentions.variables.clone(),
                    en: en.mentions.variables.clone(),
                });
            }
        }
        Ok(())
    }

    fn contained_in(&self, other: &Self) -> Result<(), WordsError> {
        let missing = self.entries.iter().find(|(key, _)| !other.entries.contains_key(*key));
        missing.map_or(Ok(()), |(key, entry)| {
            Err(WordsError::Missing { owner: entry.owner, key: key.clone(), language: other.locale.tag() })
        })
    }

    fn build(self) -> Language {
        let language_of_plurals = if self.locale == Locale::En { "en" } else { "fr" };
        let language_of_plurals: LanguageIdentifier = language_of_plurals.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language_of_plurals]);
        // A mark around each argument would end up in attributes, in mail subjects and in tests.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(if self.locale == Locale::En { english_number } else { french_number }));
        for resource in &self.resources {
            // What was parsed is written and parsed again: it cannot fail, and a rest would be kept all the same.
            let ftl = fluent_syntax::serializer::serialize(resource);
            let resource = FluentResource::try_new(ftl).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let messages = self.entries.into_iter().filter(|(key, _)| !key.starts_with('-'));
        let (plain, with_variables): (Vec<_>, Vec<_>) =
            messages.partition(|(_, entry)| entry.mentions.variables.is_empty());
        Language {
            plain: plain.into_iter().map(|(key, _)| (key.clone(), resolved(&bundle, &key))).collect(),
            with_variables: with_variables.into_iter().map(|(key, _)| key).collect(),
            bundle,
        }
    }
}

fn resolved(bundle: &FluentBundle<FluentResource>, key: &str) -> String {
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned()).unwrap_or_default()
}

fn unreadable(owner: &'static str, locale: Locale, ftl: &str, errors: &[ParserError]) -> WordsError {
    let error = errors.first();
    let position = error.map(|error| error.pos.start).unwrap_or_default();
    WordsError::Unreadable {
        owner,
        language: locale.tag(),
        line: ftl.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1,
        reason: error.map(ToString::to_string).unwrap_or_default(),
    }
}

fn french_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(Locale::Fr, value)
}

fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(Locale::En, value)
}

fn number(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => Some(grouped(locale, number.value as i64)),
        _ => None,
    }
}
