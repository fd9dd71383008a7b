//! Words, dates and numbers of one language, as one value that cards ask: `Intl` behind it in the page, plain in tests.

use std::rc::Rc;

use crate::deck::date::Date;
use crate::locale::messages::{Word, Words};

/// Dates, numbers and plurals as a language writes them: `Intl` in the page, something plain in native tests.
pub trait Formats {
    /// A date as exact as it is known: `12 February 2026`, `February 2026`, `2026`.
    fn date(&self, date: Date) -> String;
    /// A number with the language's separators.
    fn number(&self, number: f64) -> String;
    /// The name of a language.
    fn language(&self, tag: &str) -> String;
    /// The CLDR plural category of a whole number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, number: usize) -> String;
    /// Whether a language is written from right to left.
    fn is_rtl(&self, tag: &str) -> bool;
}

/// The language a card speaks when it speaks for itself.
#[derive(Clone)]
pub struct Locale {
    /// The BCP 47 tag of its phrases: `en` where English stands in.
    pub lang: String,
    /// Its phrases.
    pub words: Rc<Words>,
    /// Its dates and numbers.
    pub formats: Rc<dyn Formats>,
}

impl Locale {
    /// The direction in which a language is written, as HTML's `dir` has it. `tag`: of BCP 47.
    #[must_use]
    pub fn dir(&self, tag: &str) -> &'static str {
        if self.formats.is_rtl(tag) { "rtl" } else { "ltr" }
    }

    /// "Updated 12 February 2026" and its like: a phrase filled with a date.
    #[must_use]
    pub fn dated(&self, word: Word, date: Date) -> String {
        self.words.fill(word, &self.formats.date(date))
    }

    /// "4 sources" and its like.
    #[must_use]
    pub fn counted(&self, word: Word, number: usize) -> String {
        #[allow(clippy::cast_precision_loss, reason = "a card has fewer sources than 2^52")]
        let written = self.formats.number(number as f64);
        self.words.count(word, number, &written, &self.formats.plural(number))
    }
}

impl PartialEq for Locale {
    /// Two locales are one if they are the same value: comparing phrases would cost more than a render saves.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.words, &other.words) && Rc::ptr_eq(&self.formats, &other.formats)
    }
}

#[cfg(test)]
impl Locale {
    /// English, with dates and numbers as plain as they come: for tests without a browser.
    pub(crate) fn plain() -> Self {
        struct Plain;

        impl Formats for Plain {
            fn date(&self, date: Date) -> String {
                date.to_string()
            }
            fn number(&self, number: f64) -> String {
                number.to_string()
            }
            fn language(&self, tag: &str) -> String {
                tag.to_owned()
            }
            fn plural(&self, number: usize) -> String {
                (if number == 1 { "one" } else { "other" }).to_owned()
            }
            fn is_rtl(&self, tag: &str) -> bool {
                tag == "ar"
            }
        }

        Self { lang: "en".into(), words: Rc::new(Words::default()), formats: Rc::new(Plain) }
    }
}
