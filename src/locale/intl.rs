//! Dates, numbers, plurals and writing direction of a language by the browser's `Intl`; each formatter is made once.

use std::cell::OnceCell;

use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::deck::date::Date;
use crate::locale::Formats;

#[wasm_bindgen]
extern "C" {
    /// Throws where the tag is none.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical(tag: &str) -> Result<Array, JsValue>;

    /// Names of languages, in a language.
    #[wasm_bindgen(js_namespace = Intl, js_name = DisplayNames)]
    type Names;

    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "DisplayNames")]
    fn of_languages(languages: &Array, options: &Object) -> Names;

    /// Throws where the tag is none.
    #[wasm_bindgen(catch, method)]
    fn of(this: &Names, tag: &str) -> Result<String, JsValue>;

    /// A language, its script and its region.
    #[wasm_bindgen(js_namespace = Intl, js_name = Locale)]
    type Tag;

    /// Throws where the tag is none.
    #[wasm_bindgen(catch, constructor, js_namespace = Intl, js_class = "Locale")]
    fn new(tag: &str) -> Result<Tag, JsValue>;

    /// With the likeliest script and region, where they are not said.
    #[wasm_bindgen(method)]
    fn maximize(this: &Tag) -> Tag;

    #[wasm_bindgen(method, getter)]
    fn script(this: &Tag) -> Option<String>;
}

/// `Intl` for one language. Each formatter is made when it is first asked: they load tables, and no card is open yet.
pub struct BrowserFormats {
    lang: Array,
    number: OnceCell<Intl::NumberFormat>,
    plural: OnceCell<Intl::PluralRules>,
    calendar: OnceCell<Option<&'static str>>,
    /// For years, months and days.
    dates: [OnceCell<Intl::DateTimeFormat>; 3],
}

impl BrowserFormats {
    /// `lang`: a BCP 47 tag. One the browser cannot read, or an empty one, means the browser's own language.
    pub fn new(lang: &str) -> Self {
        let lang = canonical(lang).unwrap_or_default();
        let (number, plural, calendar) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { lang, number, plural, calendar, dates: Default::default() }
    }

    fn dates(&self, date: Date) -> &Intl::DateTimeFormat {
        let exact = usize::from(date.month.is_some()) + usize::from(date.day.is_some());
        self.dates[exact].get_or_init(|| {
            let options = Object::new();
            let set = |name: &str, value: &str| Reflect::set(&options, &name.into(), &value.into());
            let _ = set("timeZone", "UTC");
            let _ = set("year", "numeric");
            if date.month.is_some() {
                let _ = set("month", "long");
            }
            if date.day.is_some() {
                let _ = set("day", "numeric");
            }
            if let Some(calendar) = self.calendar() {
                let _ = set("calendar", calendar);
            }
            Intl::DateTimeFormat::new(&self.lang, &options)
        })
    }

    fn calendar(&self) -> Option<&'static str> {
        *self.calendar.get_or_init(|| self.find_calendar())
    }

    fn find_calendar(&self) -> Option<&'static str> {
        let format = Intl::DateTimeFormat::new(&self.lang, &Object::new());
        let usual = Reflect::get(&format.resolved_options(), &"calendar".into());
        let usual = usual.ok().and_then(|calendar| calendar.as_string()).unwrap_or_default();
        // A deck's "2025" or "March 2025" is a year or month of the Gregorian calendar. Where the language's own calendar
        // has other months (Persian, Islamic), it would become another span of time, beside day-exact dates that do not.
        let same_months = matches!(usual.as_str(), "gregory" | "buddhist" | "japanese" | "roc");
        (!same_months).then_some("gregory")
    }
}

impl Formats for BrowserFormats {
    fn date(&self, date: Date) -> String {
        let (year, month, day) = date.first_day();
        // Not `Date.UTC`, to which the year 50 is 1950.
        let time = JsDate::new(&JsValue::from_f64(0.0));
        time.set_utc_full_year_with_month_date(u32::from(year), i32::from(month) - 1, i32::from(day));
        call(&self.dates(date).format(), &time)
    }

    fn number(&self, number: f64) -> String {
        let format = self.number.get_or_init(|| Intl::NumberFormat::new(&self.lang, &Object::new()));
        call(&format.format(), &JsValue::from_f64(number))
    }

    fn language(&self, tag: &str) -> String {
        let options = Object::new();
        let _ = Reflect::set(&options, &"type".into(), &"language".into());
        Names::of_languages(&self.lang, &options).of(tag).unwrap_or_else(|_| tag.to_owned())
    }

    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    fn plural(&self, number: usize) -> String {
        let rules = self.plural.get_or_init(|| Intl::PluralRules::new(&self.lang, &Object::new()));
        rules.select(number as f64).into()
    }
}

fn call(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Whether a language is written from right to left: whether its script is, which every engine knows from the tag (Arabic
/// for `ckb`, Latin for `ar-Latn`), while the direction itself (`textInfo`) is known to some engines only. Scripts are
/// few and do not change sides: these are all that run from right to left and are written today.
pub fn is_rtl(lang: &str) -> bool {
    let script = Tag::new(lang).ok().and_then(|tag| tag.maximize().script());
    script.is_some_and(|script| {
        "Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(' ').any(|rtl| rtl == script)
    })
}
