//! Asks the browser what it knows of Unicode and would cost kilobytes to carry: decompositions, marks, and the words of
//! languages that set no spaces.

use std::cell::OnceCell;
use std::ops::Range;

use js_sys::{JsString, Object, Reflect, RegExp};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::matcher::unicode::{Unicode, WordAt};

#[wasm_bindgen]
extern "C" {
    /// Tells words apart.
    #[wasm_bindgen(js_namespace = Intl, js_name = Segmenter)]
    type Segmenter;

    /// Throws where the engine has none.
    #[wasm_bindgen(catch, constructor, js_namespace = Intl, js_class = "Segmenter")]
    fn new(locales: &JsValue, options: &Object) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> Segments;

    /// The words of one text.
    type Segments;

    /// The word that a UTF-16 unit belongs to; `undefined` behind the end.
    #[wasm_bindgen(method)]
    fn containing(this: &Segments, at: usize) -> Option<Segment>;

    /// A word and where it begins.
    type Segment;

    #[wasm_bindgen(method, getter)]
    fn index(this: &Segment) -> usize;

    #[wasm_bindgen(method, getter)]
    fn segment(this: &Segment) -> JsString;
}

/// The browser's own tables.
pub struct BrowserUnicode {
    mark: RegExp,
    letter: RegExp,
    number: RegExp,
    /// Made for the first match in a script that sets no spaces: it loads dictionaries.
    segmenter: OnceCell<Option<Segmenter>>,
}

impl BrowserUnicode {
    /// The one of this page: what it knows is the same for all widgets.
    pub fn shared() -> &'static Self {
        thread_local! {
            static SHARED: &'static BrowserUnicode = Box::leak(Box::new(BrowserUnicode::new()));
        }
        SHARED.with(|shared| *shared)
    }

    /// Compiles the expressions. The segmenter needs no language: its dictionaries go by the script.
    fn new() -> Self {
        let class = |name: &str| RegExp::new(&[r"^\p{", name, "}"].concat(), "u");
        Self { mark: class("M"), letter: class("Alphabetic"), number: class("N"), segmenter: OnceCell::new() }
    }

    fn segmenter(&self) -> Option<&Segmenter> {
        let make = || {
            let by_word = Object::new();
            let _ = Reflect::set(&by_word, &"granularity".into(), &"word".into());
            Segmenter::new(&JsValue::UNDEFINED, &by_word).ok()
        };
        self.segmenter.get_or_init(make).as_ref()
    }
}

impl Unicode for BrowserUnicode {
    fn decompose(&self, c: char, out: &mut Vec<char>) {
        let text = JsString::from(JsValue::from_str(c.encode_utf8(&mut [0; 4])));
        out.extend(String::from(text.normalize("NFD")).chars());
    }

    fn is_mark(&self, c: char) -> bool {
        self.mark.test(c.encode_utf8(&mut [0; 4]))
    }

    fn is_alphabetic(&self, c: char) -> bool {
        self.letter.test(c.encode_utf8(&mut [0; 4]))
    }

    fn is_numeric(&self, c: char) -> bool {
        self.number.test(c.encode_utf8(&mut [0; 4]))
    }

    fn words(&self, text: &str) -> Option<WordAt> {
        let segments = self.segmenter()?.segment(text);
        Some(Box::new(move |at| -> Range<usize> {
            let Some(word) = segments.containing(at) else { return at..at };
            let start = word.index();
            start..start + word.segment().length() as usize
        }))
    }

    fn lower_case(&self, c: char) -> char {
        let text = JsString::from(JsValue::from_str(c.encode_utf8(&mut [0; 4])));
        String::from(text.to_lower_case()).chars().next().unwrap_or(c)
    }
}
