//! The JSON Schema of a deck's file, from which editing programs complete and check what an editor writes.
//!
//! [`Deck`](crate::deck::Deck) is a deck that has been read; the types here are its file, field by field. They are described and
//! never held: `check` reads a file as a tree, to find every fault of it.

mod file;
mod illustration;
mod part;
mod text;

use schemars::generate::SchemaSettings;

/// The schema, in draft 2020-12, as JSON with a line break at its end. It refuses nothing that `check` takes; what it cannot say,
/// such as whether a source that is cited exists, `check` finds.
///
/// # Errors
///
/// Where the schema cannot be written as JSON, which serde has to say.
pub fn schema() -> Result<String, serde_json::Error> {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<file::Deck>();
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}
