//! Turns the path of a request into that of a file within a folder, and nowhere else.

use std::path::{Path, PathBuf};

/// The file below `folder` that a request's path names; `None` where it leads out of it, by `..` or by a link, or to something hidden,
/// or where there is no such file.
pub(super) fn file_in(folder: &Path, path: &str) -> Option<PathBuf> {
    let file = folder.join(relative(path)?).canonicalize().ok()?;
    (file.starts_with(folder.canonicalize().ok()?) && file.is_file()).then_some(file)
}

/// The path without its query, decoded, if each part of it is an ordinary name.
fn relative(path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = decode(path.trim_start_matches('/'))?;
    let is_name = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    path.split('/').all(is_name).then(|| path.split('/').collect())
}

/// Decodes `%C3%B1`; `None` for what is no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::relative;
    use std::path::PathBuf;

    #[test]
    fn a_path_stays_within_its_folder() {
        let cases = [
            ("/picture.jpg", Some("picture.jpg")),
            ("/a/b%20c.css?v=1", Some("a/b c.css")),
            ("/ni%C3%B1o.png#x", Some("niño.png")),
            ("/", None),
            ("/../secret", None),
            ("/a/../../secret", None),
            ("/%2e%2e/secret", None),
            ("/..%2fsecret", None),
            ("/a%5c..%5csecret", None),
            ("//etc/passwd", Some("etc/passwd")),
            ("/a//b", None),
            ("/C:/secret", None),
            ("/.git/config", None),
            ("/a/.env", None),
            ("/%00", None),
            ("/%zz", None),
            ("/%ff", None),
        ];
        for (path, expected) in cases {
            assert_eq!(relative(path), expected.map(PathBuf::from), "{path}");
        }
    }
}
