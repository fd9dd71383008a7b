//! How does the browser write dates, numbers and plurals in a language? `Intl`, asked once per formatter.

use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::date::Date;
use crate::locale::Formats;

#[wasm_bindgen]
extern "C" {
    /// Throws where the tag is none.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical(tag: &str) -> Result<Array, JsValue>;
}

/// `Intl` for one language.
pub struct BrowserFormats {
    lang: Array,
    number: Intl::NumberFormat,
    plural: Intl::PluralRules,
}

impl BrowserFormats {
    /// `lang`: a BCP 47 tag. One the browser cannot read, or an empty one, means the browser's own language.
    pub fn new(lang: &str) -> Self {
        let lang = canonical(lang).unwrap_or_default();
        let none = Object::new();
        Self { number: Intl::NumberFormat::new(&lang, &none), plural: Intl::PluralRules::new(&lang, &none), lang }
    }
}

impl Formats for BrowserFormats {
    fn date(&self, date: Date, short: bool) -> String {
        let month = if short { "short" } else { "long" };
        let options = Object::new();
        let set = |name: &str, value: &str| Reflect::set(&options, &name.into(), &value.into());
        let _ = set("timeZone", "UTC");
        let _ = set("year", "numeric");
        if date.month.is_some() {
            let _ = set("month", month);
        }
        if date.day.is_some() {
            let _ = set("day", "numeric");
        }
        let (year, month, day) = date.first_day();
        let time = JsDate::new(&JsValue::from_f64(JsDate::utc(f64::from(year), f64::from(month) - 1.0)));
        time.set_utc_date(u32::from(day));
        let format = Intl::DateTimeFormat::new(&self.lang, &options);
        call(&format.format(), &time)
    }

    fn number(&self, number: f64) -> String {
        call(&self.number.format(), &JsValue::from_f64(number))
    }

    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    fn plural(&self, number: usize) -> String {
        self.plural.select(number as f64).into()
    }
}

fn call(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Whether a language is written from right to left, as the browser knows it: `Intl.Locale`'s text info, or where an engine
/// lacks it the scripts of the right-to-left languages there are words for.
pub fn is_rtl(lang: &str) -> bool {
    let language = lang.split('-').next().unwrap_or_default();
    matches!(language, "ar" | "he" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" | "ckb") || {
        let locale = Reflect::get(&js_sys::global(), &"Intl".into())
            .and_then(|intl| Reflect::get(&intl, &"Locale".into()))
            .ok()
            .and_then(|class| class.dyn_into::<Function>().ok())
            .and_then(|class| Reflect::construct(&class, &Array::of1(&lang.into())).ok());
        let info = locale.and_then(|locale| Reflect::get(&locale, &"textInfo".into()).ok());
        let direction = info.and_then(|info| Reflect::get(&info, &"direction".into()).ok());
        direction.is_some_and(|direction| direction == "rtl")
    }
}
