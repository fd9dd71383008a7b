//! What does a JavaScript value say? The same tree that the command line reads from text; and an object of ours to be told.
//!
//! By way of `JSON.stringify`: whatever a page hands over (getters that throw, values that contain themselves) ends as an error
//! there and not in our code, at the speed of a walk from field to field. Its text is well formed and holds no white space, so that
//! a few lines read it.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Json;

/// No deck is nested deeper.
const DEEPEST: u32 = 32;

/// The tree of a value; what has no place in JSON (`undefined`, a function, a value that contains itself) is `null`.
pub fn read(value: &JsValue) -> Json {
    parse(JSON::stringify(value))
}

/// What an object has by these names, in it and in all below it, and the array by a further name, to be read item by item: in the
/// object it is empty. What is no array there is left in the object.
pub fn read_without(value: &JsValue, names: &[&str], field: &str) -> (Json, Array) {
    let names: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
    let mut rest = parse(JSON::stringify_with_replacer(value, &names));
    let found = Reflect::get(value, &field.into()).unwrap_or_default();
    let (left, taken) = if Array::is_array(&found) {
        (Json::List(Vec::new()), found.unchecked_into())
    } else {
        (read(&found), Array::new())
    };
    if let Json::Object(fields) = &mut rest {
        fields.push((field.to_owned(), left));
    }
    (rest, taken)
}

/// An object with these fields.
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn parse(text: Result<js_sys::JsString, JsValue>) -> Json {
    let text = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
    Text { text: &text, at: 0 }.value(DEEPEST).unwrap_or(Json::Null)
}

/// What `JSON.stringify` wrote, and how far it is read.
struct Text<'a> {
    text: &'a str,
    at: usize,
}

impl Text<'_> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether this comes next; if so, it is read.
    fn takes(&mut self, byte: u8) -> bool {
        let takes = self.next() == Some(byte);
        self.at += usize::from(takes);
        takes
    }

    /// `None` where the text ends too early or is nested too deep.
    fn value(&mut self, depth: u32) -> Option<Json> {
        let below = depth.checked_sub(1)?;
        let start = self.at;
        self.at += 1;
        Some(match self.text.as_bytes().get(start)? {
            b'"' => Json::Text(self.string()?),
            b'[' => {
                let mut items = Vec::new();
                while !self.takes(b']') {
                    items.push(self.value(below)?);
                    self.takes(b',');
                }
                Json::List(items)
            }
            b'{' => {
                let mut fields = Vec::new();
                while !self.takes(b'}') {
                    self.at += 1;
                    let name = self.string()?;
                    self.at += 1;
                    fields.push((name, self.value(below)?));
                    self.takes(b',');
                }
                Json::Object(fields)
            }
            first => {
                while self.next().is_some_and(|byte| !matches!(byte, b',' | b']' | b'}')) {
                    self.at += 1;
                }
                match first {
                    b't' => Json::Bool(true),
                    b'f' => Json::Bool(false),
                    b'n' => Json::Null,
                    _ => Json::Number(js_sys::parse_float(self.text.get(start..self.at)?)),
                }
            }
        })
    }

    /// The rest of a string, after its first quote.
    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.next()?, b'"' | b'\\') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            self.at += 1;
            if self.text.as_bytes()[self.at - 1] == b'"' {
                return Some(string);
            }
            let escaped = self.next()?;
            self.at += 1;
            string.push(match escaped {
                b'b' => '\u{8}',
                b'f' => '\u{C}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => {
                    let digits = self.text.get(self.at..self.at + 4)?;
                    self.at += 4;
                    // A half of a character alone is none.
                    char::from_u32(u32::from_str_radix(digits, 16).ok()?).unwrap_or(char::REPLACEMENT_CHARACTER)
                }
                other => char::from(other),
            });
        }
    }
}
