//! Writes JSON as an editor would lay it out: what fits on a line stands on one.

use serde_json::Value;

/// The longest line, in characters, that an object or a list is written on.
const WIDTH: usize = 120;

/// The text of a JSON file, with a line break at its end.
#[must_use]
pub fn json_text(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, &mut text);
    text.push('\n');
    text
}

fn write(value: &Value, indent: usize, text: &mut String) {
    let line = line(value);
    let items: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| (format!("{}: ", quoted(key)), value)).collect(),
        Value::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        _ => Vec::new(),
    };
    if items.is_empty() || indent + line.chars().count() <= WIDTH {
        return text.push_str(&line);
    }
    let (open, close) = if value.is_array() { ('[', ']') } else { ('{', '}') };
    text.push(open);
    for (index, (key, item)) in items.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.extend(std::iter::repeat_n(' ', indent + 2));
        text.push_str(key);
        write(item, indent + 2, text);
    }
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', indent));
    text.push(close);
}

fn line(value: &Value) -> String {
    let join = |items: Vec<String>| items.join(", ");
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let fields = fields.iter().map(|(key, value)| format!("{}: {}", quoted(key), line(value)));
            ["{ ", &join(fields.collect()), " }"].concat()
        }
        Value::Array(items) => ["[", &join(items.iter().map(line).collect()), "]"].concat(),
        _ => value.to_string(),
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::json_text;
    use serde_json::json;

    #[test]
    fn what_fits_on_a_line_stands_on_one() {
        let long = "word ".repeat(30);
        let cases = [
            (json!({}), "{}\n".to_owned()),
            (json!({ "a": [1, "b\"", null] }), "{ \"a\": [1, \"b\\\"\", null] }\n".to_owned()),
            (
                json!({ "a": [{ "b": long, "c": [] }], "d": 1.5 }),
                format!(
                    "{{\n  \"a\": [\n    {{\n      \"b\": \"{long}\",\n      \"c\": []\n    }}\n  ],\n  \"d\": 1.5\n}}\n"
                ),
            ),
        ];
        for (value, expected) in cases {
            assert_eq!(json_text(&value), expected);
            assert_eq!(serde_json::from_str::<serde_json::Value>(&expected).expect("JSON"), value);
        }
    }
}
