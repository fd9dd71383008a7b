//! `schema`: the JSON Schema of a deck.

use super::output::{self, OutputArgs};
use super::{FINE, Stdio};
use crate::deck::schema::schema;

/// Print the JSON Schema of a deck, by which editing programs complete and check it
///
/// An editing program such as VS Code looks for it where the deck's "$schema" field says. The release has it as
/// deck.schema.json. What a schema cannot say, such as whether a source that is cited exists, check finds.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards schema --out decks/deck.schema.json   and in each deck beside it: \"$schema\": \"deck.schema.json\"")]
pub(crate) struct SchemaArgs {
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(arguments: &SchemaArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let schema = schema().map_err(|error| format!("the schema is no JSON: {error}"))?;
    output::write(arguments.output.out.as_deref(), &schema, stdio)?;
    Ok(FINE)
}
