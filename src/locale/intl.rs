//! Dates, numbers, plurals and writing direction of a language by the browser's `Intl`, which `www/widget/formats.js` asks: its
//! constructors and their options are JavaScript's own, and in WebAssembly each is glue.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::deck::date::Date;
use crate::locale::Formats;

#[wasm_bindgen]
extern "C" {
    /// `Intl` for one language. Throws where the engine lacks what is asked.
    pub type BrowserFormats;

    #[wasm_bindgen(catch, method, structural)]
    fn date(this: &BrowserFormats, year: u16, month: u8, day: u8) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method, structural)]
    fn number(this: &BrowserFormats, number: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method, structural)]
    fn plural(this: &BrowserFormats, number: u32) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method, structural)]
    fn language(this: &BrowserFormats, tag: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method, structural, js_name = isRtl)]
    fn is_rtl(this: &BrowserFormats, tag: &str) -> Result<bool, JsValue>;
}

impl Formats for BrowserFormats {
    fn date(&self, date: Date) -> String {
        self.date(date.year, date.month.unwrap_or_default(), date.day.unwrap_or_default()).unwrap_or_default()
    }

    fn number(&self, number: f64) -> String {
        self.number(number).unwrap_or_default()
    }

    fn language(&self, tag: &str) -> String {
        self.language(tag).unwrap_or_default()
    }

    fn plural(&self, number: usize) -> String {
        self.plural(u32::try_from(number).unwrap_or(u32::MAX)).unwrap_or_default()
    }

    fn is_rtl(&self, tag: &str) -> bool {
        self.is_rtl(tag).unwrap_or_default()
    }
}
