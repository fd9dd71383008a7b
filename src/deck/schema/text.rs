//! The texts of a deck's file, each by the pattern it has to follow.
//!
//! Where a field may be missing, blank text counts as missing, as content systems write it out.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::deck::limits::{MOST_ADDRESS, MOST_ID, MOST_TEXT};

/// Each name, what it is to an editor, how many characters it has at most, and its pattern (ECMA 262 with the flag `u`).
macro_rules! texts {
    ($($name:ident, $description:literal, $most:expr, $pattern:expr;)*) => {$(
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "description": $description, "maxLength": $most, "pattern": $pattern })
            }
        }
    )*};
}

/// Takes what follows, or blank text.
macro_rules! or_blank {
    ($pattern:expr) => {
        concat!(r"^(\s*|", $pattern, ")$")
    };
}

macro_rules! date {
    () => {
        "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
    };
}

/// Without a name or password; `scheme`: what `http` may be followed by.
macro_rules! address {
    ($scheme:literal) => {
        concat!("[Hh][Tt][Tt][Pp]", $scheme, r"://(:?@)?[^\s/?#\\@]+([/?#\\]\S*)?")
    };
}

macro_rules! language {
    () => {
        "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
    };
}

texts! {
    Text, "Plain text", MOST_TEXT, r"\S";
    InlineText, "Text with *emphasis*, **strong emphasis**, [links](https://…) and citations [^source-id]", MOST_TEXT, r"\S";
    TermText, "Words with at least one letter or digit", MOST_TEXT, r"[\p{L}\p{M}\p{N}\p{Pc}]";
    Id, "A name without white space or square brackets", MOST_ID, r"^[^\s\[\]\u0000-\u001f\u007f-\u009f]+$";
    Date, "2025, 2025-03 or 2025-03-15", MOST_TEXT, concat!("^", date!(), "$");
    OptionalDate, "2025, 2025-03 or 2025-03-15", MOST_TEXT, or_blank!(date!());
    Address, "http or https address, without a name or password", MOST_ADDRESS, concat!("^", address!("[Ss]?"), "$");
    OptionalAddress, "http or https address, without a name or password", MOST_ADDRESS, or_blank!(address!("[Ss]?"));
    Picture, "https address without a name or password, or one relative to the page", MOST_ADDRESS,
        concat!("^(", address!("[Ss]"), r"|(?![A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})\S+)$");
    Language, "Language tag (BCP 47), such as en, es or es-SV", MOST_TEXT, concat!("^", language!(), "$");
    OptionalLanguage, "Language tag (BCP 47), such as en, es or es-SV", MOST_TEXT, or_blank!(language!());
}

/// What needs no source says so.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "described, never held")]
pub(super) enum Sourced {
    /// It needs no source.
    #[schemars(rename = "common knowledge")]
    CommonKnowledge,
}

/// A point on the axis of a figure: text or a number.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
#[allow(dead_code, reason = "described, never held")]
pub(super) enum AxisValue {
    Text(Text),
    Number(f64),
}
