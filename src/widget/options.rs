//! What the loader hands over: the site's options, checked by the loader already, its callbacks, and the words of a language.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

use crate::deck::date::Date;
use crate::intent::Delays;
use crate::locale::Locale;
use crate::locale::intl::BrowserFormats;
use crate::locale::messages::{Phrase, Word, Words};
use crate::overlay::history::Pushed;

#[wasm_bindgen]
extern "C" {
    /// The options as JavaScript holds them.
    pub type RawOptions;
    #[wasm_bindgen(method, getter, structural)]
    fn theme(this: &RawOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &RawOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn published(this: &RawOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn today(this: &RawOptions) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = isOff)]
    fn is_off(this: &RawOptions) -> bool;
    #[wasm_bindgen(method, getter, structural, js_name = tapOnly)]
    fn tap_only(this: &RawOptions) -> bool;
    #[wasm_bindgen(method, getter, structural, js_name = openDelay)]
    fn open_delay(this: &RawOptions) -> Option<f64>;
    #[wasm_bindgen(method, getter, structural, js_name = closeDelay)]
    fn close_delay(this: &RawOptions) -> Option<f64>;
    #[wasm_bindgen(method, getter, structural)]
    fn list(this: &RawOptions) -> Option<Element>;
    #[wasm_bindgen(method, getter, structural)]
    fn glossary(this: &RawOptions) -> Option<bool>;

    /// What the widget asks of the loader.
    #[derive(Clone)]
    pub type Callbacks;
    /// Dates and numbers as a language writes them.
    #[wasm_bindgen(method, structural)]
    pub fn formats(this: &Callbacks, lang: &str) -> BrowserFormats;
    /// Milliseconds of the page's clock.
    #[wasm_bindgen(method, structural)]
    pub fn now(this: &Callbacks) -> f64;
    /// These cards are malformed: their marks are to be taken away. `faults`: for each deck what is wrong with its cards.
    #[wasm_bindgen(method, structural)]
    pub fn refuse(this: &Callbacks, ids: Array, faults: JsValue);
    /// What the reader did before the widget was there is heard, and the widget listens by itself.
    #[wasm_bindgen(method, structural)]
    pub fn heard(this: &Callbacks);
    /// Calls back with each event of the page that may mean something, and what it happened on: what the browser says, or the virtual
    /// element of a mention that is painted there.
    #[wasm_bindgen(method, structural)]
    pub fn listen(this: &Callbacks, hear: &Closure<dyn Fn(Event, JsValue)>);
    /// Ends that.
    #[wasm_bindgen(method, structural)]
    pub fn unlisten(this: &Callbacks);
    /// Whether a mark in the page is one of this element's.
    #[wasm_bindgen(method, structural)]
    pub fn owns(this: &Callbacks, term: &Element) -> bool;
    /// The lead of the mention that an element of the article is a piece of.
    #[wasm_bindgen(method, structural, js_name = leadOf)]
    pub fn lead_of(this: &Callbacks, term: &Element) -> Option<Element>;
    /// The leads of all mentions in the article that are this element's, in reading order; virtual elements where they are painted.
    #[wasm_bindgen(method, structural)]
    pub fn leads(this: &Callbacks) -> Array;
    /// What of a mention takes the focus.
    #[wasm_bindgen(method, structural, js_name = tabStop)]
    pub fn tab_stop(this: &Callbacks, lead: &Element) -> HtmlElement;
    /// Whether a mention is an element of the page, and not a painted one.
    #[wasm_bindgen(method, structural, js_name = isElement)]
    pub fn is_element(this: &Callbacks, lead: &Element) -> bool;
    /// The words of a mention, as the article has them.
    #[wasm_bindgen(method, structural, js_name = wordsOf)]
    pub fn words_of(this: &Callbacks, lead: &Element) -> String;
    /// Shows whether the card of a mention is open.
    #[wasm_bindgen(method, structural, js_name = setOpen)]
    pub fn set_open(this: &Callbacks, lead: &Element, is_open: bool);
    /// The id of the card that the page's address asks for.
    #[wasm_bindgen(method, structural)]
    pub fn linked(this: &Callbacks) -> Option<String>;
    /// Whether the document has the focus.
    #[wasm_bindgen(method, structural, js_name = hasFocus)]
    pub fn has_focus(this: &Callbacks) -> bool;
    /// Draws what the open card has a place for: a file of its own, fetched with the first drawing. `card`: as the deck has it;
    /// `lang` and the phrases: the widget's.
    #[wasm_bindgen(method, structural)]
    pub fn draw(
        this: &Callbacks,
        element: &Element,
        card: &JsValue,
        lang: &str,
        show_table: &str,
        show_chart: &str,
        map: &str,
    );
    /// Whether the finder has found a fault in the card of this id.
    #[wasm_bindgen(method, structural, js_name = isLeftOut)]
    pub fn is_left_out(this: &Callbacks, id: &str) -> bool;
    /// Whether the article is dark, around a mention where there is one.
    #[wasm_bindgen(method, structural, js_name = isDark)]
    pub fn is_dark(this: &Callbacks, lead: Option<&Element>) -> bool;
    /// Gives the card the font of the article, around a mention where there is one.
    #[wasm_bindgen(method, structural, js_name = adoptFont)]
    pub fn adopt_font(this: &Callbacks, card: &Element, lead: Option<&Element>);
    /// Opens the card at its natural size, to be measured: width, height, and 1 where even so some of it is cut off. `with_accent`: in the
    /// colour of the article's links.
    #[wasm_bindgen(method, structural, js_name = showNatural)]
    pub fn show_natural(this: &Callbacks, card: &Element, lead: Option<&Element>, with_accent: bool) -> Box<[f64]>;
    /// Remembers the reader's preferences on this device.
    #[wasm_bindgen(method, structural, js_name = savePreferences)]
    pub fn save_preferences(this: &Callbacks, is_off: bool, tap_only: bool);
    /// The shadow root of the element, with a style sheet that is there until `unadopt`.
    #[wasm_bindgen(method, structural, catch)]
    pub fn adopt(this: &Callbacks, css: &str) -> Result<ShadowRoot, JsValue>;
    /// Takes the style sheet away.
    #[wasm_bindgen(method, structural)]
    pub fn unadopt(this: &Callbacks);
    /// An element with a shadow root in the page's own markup, for a list: in `list`, or without one after the article, on paper.
    #[wasm_bindgen(method, structural, catch, js_name = listHost)]
    pub fn list_host(this: &Callbacks, list: Option<&Element>, css: &str) -> Result<Element, JsValue>;
    /// Pushes an entry of history for a sheet. Nothing where the site's own state cannot carry a name.
    #[wasm_bindgen(method, structural, catch, js_name = pushEntry)]
    pub fn push_entry(this: &Callbacks) -> Result<Option<Pushed>, JsValue>;
    /// Listens for pulls at the handle of the card: up (`true`), or away.
    #[wasm_bindgen(method, structural)]
    pub fn drag(this: &Callbacks, card: &Element, pulled: &Closure<dyn FnMut(bool)>);
    /// Copies the address that opens the card of this id, and calls back once that is done, if the closure is still there.
    #[wasm_bindgen(method, structural, js_name = copyLink)]
    pub fn copy_link(this: &Callbacks, card: &str, copied: &Closure<dyn FnMut()>);
    /// The reader turned context off, or on again.
    #[wasm_bindgen(method, structural, js_name = setOff)]
    pub fn set_off(this: &Callbacks, off: bool);
}

/// What a reader has chosen on this device.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// No marks and no cards.
    pub off: bool,
    /// Cards on a tap or click, not on hover.
    pub tap_only: bool,
}

/// How the card is coloured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the page is: dark where the article's text is light.
    Auto,
    /// Dark text on a light card.
    Light,
    /// Light text on a dark card.
    Dark,
}

/// The site's choices.
pub struct Options {
    /// Light, dark or as the page.
    pub theme: Theme,
    /// BCP 47 tag of the page's language.
    pub lang: String,
    /// The day the article was published, where known.
    pub published: Option<Date>,
    /// The reader's day.
    pub today: Date,
    /// What the reader has chosen, as the element begins.
    pub preferences: Preferences,
    /// Open and close delays in milliseconds.
    pub delays: Delays,
    /// Where the list of all cards is rendered.
    pub list: Option<Element>,
    /// Whether that list is printed after the article.
    pub glossary: bool,
}

impl Options {
    /// Takes them from the loader; what is missing has its default.
    pub fn read(raw: &RawOptions) -> Self {
        let delays = Delays::default();
        Self {
            theme: match raw.theme().as_deref() {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::Auto,
            },
            lang: raw.lang().unwrap_or_default(),
            published: raw.published().and_then(|text| Date::parse_iso(&text)),
            today: Date::parse_iso(&raw.today()).unwrap_or(Date { year: u16::MAX, month: None, day: None }),
            preferences: Preferences { off: raw.is_off(), tap_only: raw.tap_only() },
            delays: Delays {
                open: raw.open_delay().unwrap_or(delays.open),
                close: raw.close_delay().unwrap_or(delays.close),
            },
            list: raw.list(),
            glossary: raw.glossary().unwrap_or_default(),
        }
    }
}

/// The language the widget speaks: that of `words`, or else English, with English dates and numbers. Phrases of one language
/// around dates of another would be read out with the wrong voice.
pub fn locale(lang: &str, words: &JsValue, callbacks: &Callbacks) -> Locale {
    let words = read_words(words);
    let is_english = lang.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("en"));
    let lang = if words.is_empty() && !is_english { "en" } else { lang };
    Locale { lang: lang.to_owned(), words: Rc::new(words), formats: Rc::new(callbacks.formats(lang)) }
}

/// The phrases of a language file: of each key text, or forms by plural category.
fn read_words(words: &JsValue) -> Words {
    if !words.is_object() {
        return Words::default();
    }
    let phrase = |word: &Word| {
        let said = Reflect::get(words, &word.key().into()).ok()?;
        let phrase = match said.as_string() {
            Some(text) => Phrase::Text(text),
            None => Phrase::Plural(forms(said.dyn_ref()?)),
        };
        Some((word.key().to_owned(), phrase))
    };
    Words::new(Word::ALL.iter().filter_map(phrase).collect())
}

fn forms(said: &Object) -> Vec<(String, String)> {
    let form = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    Object::entries(said).iter().filter_map(form).collect()
}
