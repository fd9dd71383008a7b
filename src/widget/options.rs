//! What the loader hands over: the site's options, checked by the loader already, its callbacks, and the words of a language.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

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
    /// These cards are malformed: their marks are to be taken away. `faults`: for each deck what is wrong with its cards.
    #[wasm_bindgen(method, structural, catch)]
    pub fn refuse(this: &Callbacks, ids: Array, faults: JsValue) -> Result<(), JsValue>;
    /// What the reader did before the widget was there is heard, and the widget listens by itself.
    #[wasm_bindgen(method, structural, catch)]
    pub fn heard(this: &Callbacks) -> Result<(), JsValue>;
    /// Whether a mark in the page is one of this element's.
    #[wasm_bindgen(method, structural, catch)]
    pub fn owns(this: &Callbacks, term: &Element) -> Result<bool, JsValue>;
    /// What an event happened on: what the browser says, or the virtual element of a mention that is painted there.
    #[wasm_bindgen(method, structural, catch)]
    pub fn hit(this: &Callbacks, event: &Event) -> Result<JsValue, JsValue>;
    /// The mentions in reading order where they are painted, each as a virtual element; nothing where they are elements.
    #[wasm_bindgen(method, structural, catch)]
    pub fn painted(this: &Callbacks) -> Result<Option<Array>, JsValue>;
    /// Draws what an element of the open card is for: a file of its own, fetched with the first drawing. `card`: as the deck has
    /// it; `lang` and `words`: of the widget.
    #[wasm_bindgen(method, structural, catch)]
    pub fn draw(this: &Callbacks, holder: &Element, card: &JsValue, lang: &str, words: &JsValue)
    -> Result<(), JsValue>;
    /// Whether the finder has found a fault in the card of this id.
    #[wasm_bindgen(method, structural, catch, js_name = isLeftOut)]
    pub fn is_left_out(this: &Callbacks, id: &str) -> Result<bool, JsValue>;
    /// Whether the article around an element is dark.
    #[wasm_bindgen(method, structural, catch, js_name = isDark)]
    pub fn is_dark(this: &Callbacks, element: &Element) -> Result<bool, JsValue>;
    /// Gives the card the font of an element of the article, and, `with_accent`, the colour of the links in `root`.
    #[wasm_bindgen(method, structural, catch, js_name = adoptStyle)]
    pub fn adopt_style(
        this: &Callbacks,
        card: &Element,
        element: &Element,
        root: &Element,
        with_accent: bool,
    ) -> Result<(), JsValue>;
    /// Pushes an entry of history for a sheet. Nothing where the site's own state cannot carry a name.
    #[wasm_bindgen(method, structural, catch, js_name = pushEntry)]
    pub fn push_entry(this: &Callbacks) -> Result<Option<Pushed>, JsValue>;
    /// Listens for pulls at the handle of the card: up (`true`), or away.
    #[wasm_bindgen(method, structural, catch)]
    pub fn drag(this: &Callbacks, card: &Element, pulled: &Closure<dyn FnMut(bool)>) -> Result<(), JsValue>;
    /// Copies the address that opens the card of this id, and calls back once that is done, if the closure is still there.
    #[wasm_bindgen(method, structural, catch, js_name = copyLink)]
    pub fn copy_link(this: &Callbacks, card: &str, copied: &Closure<dyn FnMut()>) -> Result<(), JsValue>;
    /// The reader turned context off, or on again.
    #[wasm_bindgen(method, structural, catch, js_name = setOff)]
    pub fn set_off(this: &Callbacks, off: bool) -> Result<(), JsValue>;
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
