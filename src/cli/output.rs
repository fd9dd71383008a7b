//! Writes the results of a command to standard output, or to the file that `--out` names.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Stdio;

/// The option that every command with results has.
#[derive(clap::Args)]
pub(crate) struct OutputArgs {
    /// Write the results to FILE instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Writes results. A reader of standard output that has seen enough, such as `head`, is no error.
pub(crate) fn write(out: Option<&Path>, results: &str, stdio: &mut Stdio<'_>) -> Result<(), String> {
    if let Some(out) = out {
        return fs::write(out, results).map_err(|error| match error.kind() {
            ErrorKind::NotFound => format!("{}: there is no such folder to write it to", out.display()),
            _ => format!("{}: {}", out.display(), reason(&error)),
        });
    }
    match stdio.output.write_all(results.as_bytes()).and_then(|()| stdio.output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("standard output: {}", reason(&error))),
        _ => Ok(()),
    }
}

/// Why a file cannot be read or written, in a sentence for the person who named it.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "this is a folder; name the files in it".to_owned(),
        ErrorKind::PermissionDenied => "it may not be opened (permission denied)".to_owned(),
        _ => error.to_string(),
    }
}
