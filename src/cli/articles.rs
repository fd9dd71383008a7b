//! The articles that a command is given: files, folders of them, standard input.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Stdio;
use super::folder::{PAGES, TEXTS, files_in, has_end};
use super::output;
use crate::article::{Article, Options};

/// An article that a command is to read.
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    /// What it is called in results.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(file) => file.display().to_string(),
        }
    }

    /// All of it.
    pub(crate) fn read(&self, stdin: &mut dyn Read) -> Result<Vec<u8>, String> {
        let read = match self {
            Self::File(file) => fs::read(file),
            Self::Stdin => {
                let mut bytes = Vec::new();
                stdin.read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        read.map_err(|error| output::reason(&error))
    }

    /// Its text. A file whose name ends in `.txt` is plain text, and so is standard input without a tag.
    pub(crate) fn parse(&self, bytes: &[u8], options: &Options<'_>) -> Result<Article, String> {
        let is_plain = match self {
            Self::File(file) => has_end(file, &TEXTS),
            Self::Stdin => !has_tag(bytes),
        };
        if is_plain {
            return Ok(Article::of_plain_text(bytes));
        }
        Article::read(bytes, options).map_err(|error| error.to_string())
    }
}

/// The articles named, in order: of a folder all articles in it and in the folders in it, by name. What cannot be listed is told as a
/// message; `false` where there was any of that.
pub(crate) fn inputs(names: &[OsString], stdio: &mut Stdio<'_>) -> (Vec<Input>, bool) {
    let (mut inputs, mut is_complete) = (Vec::new(), true);
    for name in names {
        if name == OsStr::new("-") {
            inputs.push(Input::Stdin);
            continue;
        }
        let path = Path::new(name);
        if !path.is_dir() {
            inputs.push(Input::File(path.to_owned()));
            continue;
        }
        let fault = match files_in(path, &[&PAGES[..], &TEXTS].concat()) {
            Ok(files) if files.is_empty() => {
                Some(format!("{}: there is no article (.html, .txt) in it", path.display()))
            }
            Ok(files) => {
                inputs.extend(files.into_iter().map(Input::File));
                None
            }
            Err((folder, error)) => Some(format!("{}: {}", folder.display(), output::reason(&error))),
        };
        if let Some(fault) = fault {
            let _ = writeln!(stdio.messages, "context-cards: {fault}");
            is_complete = false;
        }
    }
    (inputs, is_complete)
}

/// Whether there is anything that HTML could begin.
fn has_tag(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || matches!(pair[1], b'/' | b'!')))
}
