//! Says why a line is no record of an article, in words for whoever wrote it.

use serde_json::Error;

use crate::check::json::{Json, type_name};
use crate::check::syntax_error::explain;

/// What is wrong with a line that could not be read as `{"id": …, "html": "…"}`.
pub(super) fn record_fault(line: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(line) else { return "it is not UTF-8".to_owned() };
    let fields = match serde_json::from_str(text) {
        Ok(Json::Object(fields)) => fields,
        Ok(other) => return ["it must be an object in braces { }, not ", type_name(&other)].concat(),
        Err(error) => return syntax_fault(text, &error),
    };
    let of_name = |name: &str| fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value).collect::<Vec<_>>();
    match of_name("html").as_slice() {
        [] => "\"html\" is missing".to_owned(),
        // The id may be anything.
        [Json::String(_)] => "\"id\" stands there more than once".to_owned(),
        [other] => ["\"html\" must be text in quotes, not ", type_name(other)].concat(),
        _ => "\"html\" stands there more than once".to_owned(),
    }
}

/// Why it is no JSON, and at which character, from 1.
fn syntax_fault(text: &str, error: &Error) -> String {
    if error.is_eof() {
        return "it ends too early; an article stands on one line, and its line breaks are written as \\n".to_owned();
    }
    let (start, sentence) = explain(text, error);
    let character = text[..start].chars().count() + 1;
    if error.to_string().starts_with("trailing characters") {
        return format!("it has ended before character {character}; each article stands on a line of its own");
    }
    format!("{sentence} (at character {character})")
}

#[cfg(test)]
mod tests {
    use super::record_fault;

    #[test]
    fn what_is_wrong_with_a_line() {
        let cases: [(&[u8], &str); 10] = [
            (b"{\"id\":4}", "\"html\" is missing"),
            (b"{\"id\":4,\"html\":7}", "\"html\" must be text in quotes, not a number"),
            (b"{\"html\":null}", "\"html\" must be text in quotes, not null"),
            (b"{\"html\":\"a\",\"html\":\"b\"}", "\"html\" stands there more than once"),
            (b"{\"id\":1,\"id\":2,\"html\":\"b\"}", "\"id\" stands there more than once"),
            (b"[1]", "it must be an object in braces { }, not a list"),
            (b"{\"html\":\"\xFF\"}", "it is not UTF-8"),
            (
                b"{\"html\":\"<p>",
                "it ends too early; an article stands on one line, and its line breaks are written as \\n",
            ),
            (
                b"{\"html\":\"a\"} {\"html\":\"b\"}",
                "it has ended before character 14; each article stands on a line of its own",
            ),
            (
                "{\"id\":\"ñ\",html:\"a\"}".as_bytes(),
                "this is not JSON: a field's name must stand here, in double quotes (at character 11)",
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(record_fault(line), expected, "{}", String::from_utf8_lossy(line));
        }
    }
}
