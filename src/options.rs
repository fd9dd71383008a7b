//! What can a site choose, and what happens to nonsense? Every option has a default; a wrong value keeps it and says so.

use crate::date::Date;
use crate::intent::Delays;
use crate::json::Json;
use crate::mention::Density;
use crate::number;
use crate::problem::Problem;

/// How the card is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the page is: dark where the article's text is light.
    #[default]
    Auto,
    /// Dark ink on a light card.
    Light,
    /// Light ink on a dark card.
    Dark,
}

/// The choices of one embedding, after the defaults of the public contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Which mentions are marked.
    pub mark: Density,
    /// CSS selector of parts never marked, beside the built-in ones. Empty: none.
    pub skip: String,
    /// Light, dark or as the page.
    pub theme: Theme,
    /// BCP 47 tag of the widget's own words. Empty: the browser's.
    pub lang: String,
    /// The day the article was published, where known.
    pub published: Option<Date>,
    /// Open and close delays in milliseconds.
    pub delays: Delays,
    /// CSS selector of an element in which the list of all cards is rendered. Empty: none.
    pub list: String,
    /// Whether that list is printed after the article.
    pub glossary: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            mark: Density::First,
            skip: String::new(),
            theme: Theme::Auto,
            lang: String::new(),
            published: None,
            delays: Delays { open: 300.0, close: 250.0 },
            list: String::new(),
            glossary: false,
        }
    }
}

/// A delay longer than this is a slip (seconds taken for milliseconds, a digit too many), not a wish.
const LONGEST_DELAY: u16 = 10_000;

impl Options {
    /// Reads options as a page gives them: an object whose values are strings (attributes) or numbers. What is missing
    /// or null keeps its default; what is wrong keeps it too and is named in the problems by its attribute.
    #[must_use]
    pub fn read(json: &Json) -> (Self, Vec<Problem>) {
        let mut options = Self::default();
        let mut problems = Vec::new();
        let Json::Object(given) = json else { return (options, problems) };
        for (name, value) in given {
            let text = match value {
                Json::Null => continue,
                Json::Number(number) => number::plain(*number),
                Json::Text(text) => text.trim().to_owned(),
                _ => String::new(),
            };
            let wanted = match name.as_str() {
                "mark" => match text.as_str() {
                    "first" => set(&mut options.mark, Density::First),
                    "section" => set(&mut options.mark, Density::Section),
                    "all" => set(&mut options.mark, Density::All),
                    _ => Some("first, section or all"),
                },
                "theme" => match text.as_str() {
                    "auto" => set(&mut options.theme, Theme::Auto),
                    "light" => set(&mut options.theme, Theme::Light),
                    "dark" => set(&mut options.theme, Theme::Dark),
                    _ => Some("auto, light or dark"),
                },
                "load" if !matches!(text.as_str(), "idle" | "intent" | "eager") => Some("idle, intent or eager"),
                "print" if text == "glossary" => set(&mut options.glossary, true),
                "print" => Some("glossary"),
                "list" => set(&mut options.list, text.clone()),
                "skip" => set(&mut options.skip, text.clone()),
                "lang" => set(&mut options.lang, text.clone()),
                "published" => match Date::parse_iso(&text) {
                    Some(date) => set(&mut options.published, Some(date)),
                    None => Some("an ISO date such as 2025-12-23"),
                },
                "openDelay" => delay(&mut options.delays.open, &text),
                "closeDelay" => delay(&mut options.delays.close, &text),
                _ => None,
            };
            if let Some(wanted) = wanted {
                let message = ["\"", text.as_str(), "\" is not understood and the default is used (use ", wanted, ")"];
                problems.push(Problem { path: attribute(name).to_owned(), message: message.concat() });
            }
        }
        (options, problems)
    }
}

/// The attribute an option comes from, which is the name its site knows.
fn attribute(name: &str) -> &str {
    match name {
        "openDelay" => "open-delay",
        "closeDelay" => "close-delay",
        _ => name,
    }
}

fn set<T>(slot: &mut T, value: T) -> Option<&'static str> {
    *slot = value;
    None
}

fn delay(slot: &mut f64, text: &str) -> Option<&'static str> {
    match text.parse::<u16>() {
        Ok(millis) if millis <= LONGEST_DELAY => set(slot, millis.into()),
        _ => Some("whole milliseconds from 0 to 10000"),
    }
}
