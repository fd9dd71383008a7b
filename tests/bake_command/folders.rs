//! Whole folders, and links in them.

use crate::{ARTICLE, LEFT_OUT, command, folder};
use std::fs;

#[test]
fn a_folder() {
    let at = folder(&[
        ("in/a.html", ARTICLE),
        ("in/b/c.HTM", b"<p>Bukele"),
        ("in/d.html", b"%PDF-1.4"),
        ("in/e.txt", b"CECOT"),
    ]);
    let (code, output, messages) = command(at.path(), "bake AT/in --deck DECK --out AT/out --jobs 3", b"");
    assert_eq!((code, output.len()), (1, 0));
    let told =
        "context-cards: AT/in/d.html: this is a PDF and no HTML\n2 articles baked, 2 mentions marked; 1 could not be\n";
    assert_eq!(messages, [LEFT_OUT, told].concat());
    let names: Vec<_> = fs::read_dir(at.path().join("out")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(fs::read(at.path().join("out/b/c.HTM")).unwrap().starts_with(b"<p><context-term card=\"bukele\""));
}

/// A folder's links may lead out of it, and what they lead to is not its own.
#[cfg(unix)]
#[test]
fn links_of_a_folder_are_left_alone() {
    use std::os::unix::fs::symlink;
    let told = |what: &str, baked: &str| {
        let how = "what a link leads to is baked where it is named itself, as in: bake FILE --out FILE";
        [LEFT_OUT, &format!("context-cards: {what}; {how}\n{baked} mentions marked\n")].concat()
    };
    let at = folder(&[("site/a.html", ARTICLE), ("shared/b.html", ARTICLE), ("shared/all/c.html", ARTICLE)]);
    let (site, shared) = (at.path().join("site"), at.path().join("shared"));
    symlink("../shared/b.html", site.join("b.html")).unwrap();
    symlink("../shared/all", site.join("all")).unwrap();
    symlink("a.html", site.join("z.html")).unwrap();
    let (code, _, messages) = command(at.path(), "bake AT/site --deck DECK --out AT/site", b"");
    let links = "these links are left alone: AT/site/b.html (to ../shared/b.html), AT/site/z.html (to a.html)";
    assert_eq!((code, messages), (0, told(links, "1 articles baked, 1")));
    assert!(fs::read(site.join("a.html")).unwrap().starts_with(b"<p><context-term"));
    for file in ["b.html", "all/c.html"] {
        assert_eq!(fs::read(shared.join(file)).unwrap(), ARTICLE, "{file}");
    }
    assert!(site.join("b.html").is_symlink() && site.join("z.html").is_symlink());
    // Into another folder a link is read like a file; a link there is left alone, a folder's too.
    let more =
        folder(&[("in/all/c.html", ARTICLE), ("in/d.html", ARTICLE), ("out/e.html", b""), ("shared/c.html", ARTICLE)]);
    symlink("d.html", more.path().join("in/e.html")).unwrap();
    symlink("../shared", more.path().join("out/all")).unwrap();
    let (code, _, messages) = command(more.path(), "bake AT/in --deck DECK --out AT/out", b"");
    assert_eq!(
        (code, messages),
        (0, told("this link is left alone: AT/out/all (to ../shared)", "2 articles baked, 2"))
    );
    assert!(fs::read(more.path().join("out/e.html")).unwrap().starts_with(b"<p><context-term"));
    assert_eq!(fs::read(more.path().join("shared/c.html")).unwrap(), ARTICLE);
    // Named itself, the file is baked behind its link, which stays.
    let (code, ..) = command(at.path(), "bake AT/site/b.html --deck DECK --out AT/site/b.html", b"");
    assert!(code == 0 && site.join("b.html").is_symlink());
    assert!(fs::read(shared.join("b.html")).unwrap().starts_with(b"<p><context-term"));
}
