//! Writes a file whole or not at all: beside its place first, and renamed when all of it is there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::interrupt::Unfinished;
use super::output::reason;

/// A file that is being written. Dropped before [`finish`](Self::finish) it leaves nothing, and what stood in its place stays.
pub(crate) struct NewFile {
    /// As it was named, for messages.
    name: PathBuf,
    to: Destination,
}

enum Destination {
    /// Where it is to lie, and what is written until then.
    Beside { path: PathBuf, file: BufWriter<NamedTempFile>, unfinished: Unfinished },
    /// A pipe or a device, which cannot be replaced.
    Stream(BufWriter<File>),
}

impl NewFile {
    /// Begins to write `name`, or says in a sentence why that cannot be.
    pub(crate) fn create(name: &Path) -> Result<Self, String> {
        let to = Self::open(name).map_err(|error| match error.kind() {
            ErrorKind::NotFound => format!("{}: there is no such folder to write it to", name.display()),
            ErrorKind::IsADirectory => format!("{}: this is a folder; name a file in it", name.display()),
            ErrorKind::PermissionDenied => {
                format!("{}: its folder may not be written to (permission denied)", name.display())
            }
            _ => format!("{}: {}", name.display(), reason(&error)),
        })?;
        Ok(Self { name: name.to_owned(), to })
    }

    fn open(name: &Path) -> io::Result<Destination> {
        let (path, before) = match fs::metadata(name) {
            Ok(found) if found.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(found) if !found.is_file() => {
                return Ok(Destination::Stream(BufWriter::new(OpenOptions::new().write(true).open(name)?)));
            }
            // Behind a symbolic link the file is replaced, and the link stays.
            Ok(found) => (name.canonicalize()?, Some(found.permissions())),
            Err(error) if error.kind() == ErrorKind::NotFound => (name.to_owned(), None),
            Err(error) => return Err(error),
        };
        if before.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::Error::new(ErrorKind::ReadOnlyFilesystem, "it may not be overwritten (read-only)"));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = Builder::new();
        builder.prefix(".context-cards-").suffix(".tmp");
        if let Some(permissions) = before.or_else(usual_permissions) {
            builder.permissions(permissions);
        }
        let (file, unfinished) = Unfinished::create(|| builder.tempfile_in(folder))?;
        Ok(Destination::Beside { path, file: BufWriter::new(file), unfinished })
    }

    /// Puts the file in its place.
    pub(crate) fn finish(self) -> Result<(), String> {
        let written = match self.to {
            Destination::Stream(mut stream) => stream.flush(),
            Destination::Beside { path, file, unfinished } => {
                let renamed = file
                    .into_inner()
                    .map_err(io::IntoInnerError::into_error)
                    .and_then(|file| file.persist(path).map_err(|error| error.error));
                drop(unfinished);
                renamed.map(|_| ())
            }
        };
        written.map_err(|error| format!("{}: {}", self.name.display(), reason(&error)))
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            Destination::Beside { file, .. } => file.write(bytes),
            Destination::Stream(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            Destination::Beside { file, .. } => file.flush(),
            Destination::Stream(stream) => stream.flush(),
        }
    }
}

/// Those of any new file; a temporary one would be its owner's alone. The process's mask is taken off.
#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "other systems have none")]
fn usual_permissions() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<fs::Permissions> {
    None
}
