//! What does the browser know of Unicode that would cost kilobytes to carry? Decompositions and marks.

use js_sys::{JsString, RegExp};
use wasm_bindgen::JsValue;

use crate::unicode::Unicode;

/// The browser's own tables.
pub struct BrowserUnicode {
    mark: RegExp,
    letter: RegExp,
    number: RegExp,
}

impl BrowserUnicode {
    /// Compiles the expressions.
    pub fn new() -> Self {
        let class = |name: &str| RegExp::new(&[r"^\p{", name, "}"].concat(), "u");
        Self { mark: class("M"), letter: class("Alphabetic"), number: class("N") }
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

    fn lower_case(&self, c: char) -> char {
        let text = JsString::from(JsValue::from_str(c.encode_utf8(&mut [0; 4])));
        String::from(text.to_lower_case()).chars().next().unwrap_or(c)
    }
}
