//! What goes wrong: articles and decks that cannot be read, options that do not fit, outputs that break.

use crate::{ARTICLE, command, command_to, folder};
use std::io::{self, ErrorKind, Write};

#[test]
fn what_goes_wrong_is_told() {
    let at = folder(&[
        ("a.html", ARTICLE),
        ("picture.png", b"\x89PNG\0\0"),
        ("utf16.html", b"\xFF\xFE<\0p\0"),
        ("bad.json", b"{"),
        ("comma.json", "{\n  \"title\": \"ñ\"\n   \"cards\": []\n}".as_bytes()),
        ("atom.xml", b"<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>CECOT</entry></feed>"),
        ("empty/readme.md", b"CECOT"),
    ]);
    let cases = [
        ("bake AT/none.html --deck DECK", 2, "context-cards: AT/none.html: there is no such file\n"),
        ("bake AT/a.html --deck AT/none.json", 2, "context-cards: AT/none.json: there is no such file\n"),
        (
            "bake AT/a.html --deck AT/bad.json",
            2,
            "context-cards: AT/bad.json: this is not JSON: the file ends too early: a closing } or ] is missing (line 1, column 1)\n",
        ),
        (
            "bake AT/a.html --deck AT/comma.json",
            2,
            "AT/comma.json: this is not JSON: a comma or a closing } is missing before this (line 3, column 4)\n",
        ),
        (
            "scan AT/a.html --deck AT/comma.json",
            2,
            "AT/comma.json: this is not JSON: a comma or a closing } is missing before this (line 3, column 4)",
        ),
        (
            "bake AT/a.html --deck AT/utf16.html",
            2,
            "context-cards: AT/utf16.html: this file is UTF-16; save it as UTF-8\n",
        ),
        ("bake AT/picture.png --deck DECK", 1, "AT/picture.png: this is no HTML: it has null bytes"),
        (
            "bake AT/utf16.html --deck DECK",
            1,
            "AT/utf16.html: the encoding UTF-16LE cannot be read; save the article as UTF-8",
        ),
        ("bake AT/a.html --deck DECK --for main", 1, "AT/a.html: nothing fits \"main\""),
        (
            "bake AT/a.html --deck DECK --embed javascript:alert(1)",
            2,
            "context-cards: --embed: \"javascript:alert(1)\" is not the address of a script (it must start with https:// or http://, or be a path",
        ),
        ("bake AT/a.html --deck DECK --embed data:,x", 2, "context-cards: --embed: \"data:,x\" is not the address"),
        ("bake AT/a.html --deck DECK --for a+b", 2, "context-cards: --for: \"a+b\" cannot be used"),
        (
            "bake AT/a.html --deck AT/bad.json --out AT/bad.json",
            2,
            "--out would overwrite AT/bad.json; name another file",
        ),
        ("scan AT/a.html --deck DECK --out AT/a.html", 2, "--out would overwrite AT/a.html; name another file"),
        ("suggest AT/a.html --out AT/a.html", 2, "--out would overwrite AT/a.html; name another file"),
        (
            "check AT/bad.json --articles AT/a.html --out AT/a.html",
            2,
            "--out would overwrite AT/a.html; name another file",
        ),
        ("bake AT/atom.xml --deck DECK", 1, "AT/atom.xml: this is an Atom feed; of feeds only RSS is baked"),
        ("bake AT/empty --deck DECK --out AT/x", 2, "there are no pages in these folders"),
        ("bake AT --deck DECK", 2, "several articles need a folder for their results; name one with --out"),
        ("bake AT/a.html AT/a.html --deck DECK --out AT/x", 2, "AT/a.html and AT/a.html would both become a.html"),
        ("bake AT/a.html --deck DECK --out AT/no/a.html", 2, "AT/no/a.html: there is no such folder to write it to"),
        ("unbake AT/none.html", 2, "context-cards: AT/none.html: there is no such file\n"),
    ];
    for (line, expected, part) in cases {
        let (code, output, messages) = command(at.path(), line, b"");
        assert_eq!((code, output.as_slice()), (expected, b"".as_slice()), "{line}: {messages}");
        assert!(messages.contains(part), "{line}: {messages}");
    }
}

/// A standard output that cannot be written to.
struct Broken(ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn outputs_that_break() {
    let at = folder(&[("a.html", ARTICLE), ("a.ndjson", b"{\"id\":1,\"html\":\"<p>CECOT\"}\n")]);
    for line in ["bake AT/a.html --deck DECK", "bake --ndjson AT/a.ndjson --deck DECK", "unbake AT/a.html"] {
        assert_eq!(command_to(at.path(), line, b"", &mut Broken(ErrorKind::BrokenPipe)).0, 0, "{line}");
        let (code, messages) = command_to(at.path(), line, b"", &mut Broken(ErrorKind::StorageFull));
        assert_eq!(code, 2, "{line}");
        assert!(messages.contains("the disk is full"), "{line}: {messages}");
    }
    #[cfg(target_os = "linux")]
    {
        let (code, _, messages) = command(at.path(), "bake AT/a.html --deck DECK --out /dev/full", b"");
        assert_eq!(code, 2, "{messages}");
        assert!(messages.contains("the disk is full"), "{messages}");
        // In /sys nobody makes a file, whoever runs the tests.
        for line in [
            "bake AT/a.html --deck DECK --out /sys/a.html",
            "bake AT --deck DECK --out /sys/out",
            "bake --ndjson AT/a.ndjson --deck DECK --out /sys/a",
        ] {
            let (code, _, messages) = command(at.path(), line, b"");
            assert_eq!(code, 2, "{line}: {messages}");
            assert!(messages.contains("/sys/") && messages.contains("permission denied"), "{line}: {messages}");
        }
    }
}
