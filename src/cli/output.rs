//! Writes the results of a command to standard output, or to the file that `--out` names.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use super::Stdio;
use super::new_file::NewFile;

/// The option that every command with results has.
#[derive(clap::Args)]
pub(crate) struct OutputArgs {
    /// Write the results to FILE instead of standard output; it is written whole or not at all
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// The option of commands whose results people and programs read.
#[derive(clap::Args)]
pub(crate) struct FormatArgs {
    /// For whom the results are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    pub format: Format,
}

/// For whom results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Human,
    /// For programs: one JSON object a line
    Json,
}

/// Results on their way, to standard output or to a file that gets its name in the end.
pub(crate) struct Results {
    file: Option<(PathBuf, NewFile)>,
    /// Whoever read standard output has seen enough.
    is_closed: bool,
}

impl Results {
    /// Opens the file of `--out` where it is given, so that one that cannot be written is told before the work is done.
    pub(crate) fn open(out: Option<&Path>) -> Result<Self, String> {
        let file = out.map(|out| NewFile::create(out).map(|file| (out.to_owned(), file))).transpose()?;
        Ok(Self { file, is_closed: false })
    }

    /// Adds results. A reader of standard output that has seen enough, such as `head`, is no error.
    pub(crate) fn write(&mut self, results: &[u8], stdio: &mut Stdio<'_>) -> Result<(), String> {
        if let Some((name, file)) = &mut self.file {
            return file.write_all(results).map_err(|error| failed(name.display(), &error));
        }
        let written = if self.is_closed { Ok(()) } else { stdio.output.write_all(results) };
        self.heed(written)
    }

    /// Whether nobody reads the results any more, so that the rest of the work may be left.
    pub(crate) fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Puts the file in its place.
    pub(crate) fn finish(mut self, stdio: &mut Stdio<'_>) -> Result<(), String> {
        match self.file.take() {
            Some((_, file)) => file.finish(),
            None if self.is_closed => Ok(()),
            None => {
                let flushed = stdio.output.flush();
                self.heed(flushed)
            }
        }
    }

    fn heed(&mut self, written: io::Result<()>) -> Result<(), String> {
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            written => written.map_err(|error| failed("standard output", &error)),
        }
    }
}

/// Refuses an `--out` that is one of the files a command reads: a deck or an article would be lost.
pub(crate) fn refuse_to_overwrite(
    out: Option<&Path>,
    read: impl IntoIterator<Item = impl AsRef<Path>>,
) -> Result<(), String> {
    let Some(out) = out.and_then(|out| out.canonicalize().ok()) else { return Ok(()) };
    let is_out = |file: &Path| file.canonicalize().is_ok_and(|file| file == out);
    match read.into_iter().find(|file| is_out(file.as_ref())) {
        Some(file) => Err(format!("--out would overwrite {}; name another file", file.as_ref().display())),
        None => Ok(()),
    }
}

/// Writes results that are all there.
pub(crate) fn write(out: Option<&Path>, results: &str, stdio: &mut Stdio<'_>) -> Result<(), String> {
    let mut file = Results::open(out)?;
    file.write(results.as_bytes(), stdio)?;
    file.finish(stdio)
}

/// A result for programs, on a line of its own.
pub(crate) fn json_line(result: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(result).map(|json| json + "\n").map_err(|error| format!("a result is no JSON: {error}"))
}

fn failed(name: impl Display, error: &io::Error) -> String {
    format!("{name}: {}", reason(error))
}

/// Why a file cannot be read or written, in a sentence for the person who named it.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "this is a folder; name the files in it".to_owned(),
        ErrorKind::PermissionDenied => "it may not be opened (permission denied)".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}
