//! Checks the addresses of a deck: http and https for links, https for pictures, without a name or password in them.
//!
//! An address is judged twice: as it is written, so that nobody relies on what a parser makes of a slip, and as the platform's URL
//! parser reads it, so that it is the address that a browser would ask for.

#[cfg(target_arch = "wasm32")]
use super::browser_parser::resolve;
#[cfg(not(target_arch = "wasm32"))]
use super::native_parser::resolve;
use crate::deck::limits::MOST_ADDRESS;

/// Where a relative address stands, to see whether it stays there. The domain is reserved (RFC 2606): no page has it.
const PAGE: &str = "https://page.invalid/";

/// Why an address cannot be used, as the end of a sentence that begins with it; `None` for a good http or https one.
#[must_use]
pub fn fault(url: &str) -> Option<&'static str> {
    fault_as_written(url).or_else(|| {
        let Some(rest) = without_scheme(url, "https://").or_else(|| without_scheme(url, "http://")) else {
            return Some("is not a web address (it must start with https:// or http://)");
        };
        // A browser passes over further slashes, and takes what follows them for the site.
        if rest.is_empty() || rest.starts_with(['/', '?', '#', '\\']) {
            return Some("names no site after https://");
        }
        fault_as_parsed(url)
    })
}

/// The same for the address of a picture: https, or relative to the page.
#[must_use]
pub fn image_fault(src: &str) -> Option<&'static str> {
    if let Some(why) = fault_as_written(src) {
        return Some(why);
    }
    if without_scheme(src, "http://").is_some() {
        return Some("is http, and a picture must come over https");
    }
    let is_relative = resolve(src, PAGE).is_some_and(|url| url.starts_with(PAGE));
    // One that names the page's stand-in outright is not relative.
    if is_relative && without_scheme(src, "https:").is_none() { None } else { fault(src) }
}

/// The same for the address of a script: http, https, or relative to the page.
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
#[must_use]
pub fn script_fault(src: &str) -> Option<&'static str> {
    if src.is_empty() {
        return Some("is empty");
    }
    fault_as_written(src).or_else(|| match resolve(src, PAGE) {
        Some(url) if without_scheme(&url, "https://").or_else(|| without_scheme(&url, "http://")).is_none() => {
            Some("is not the address of a script (it must start with https:// or http://, or be a path such as /context-cards.js)")
        }
        _ => fault_as_parsed(src),
    })
}

fn fault_as_written(url: &str) -> Option<&'static str> {
    if url.len() > MOST_ADDRESS {
        return Some("is longer than 2,048 bytes, which not every browser and server takes");
    }
    if url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some("has a space or line break in it (write a space as %20)");
    }
    None
}

/// As the parser reads it, an address is `scheme://name:password@site:port/path`.
fn fault_as_parsed(url: &str) -> Option<&'static str> {
    let Some(parsed) = resolve(url, PAGE) else { return Some("is not an address that a browser can read") };
    // Not by a search for text, whose code the WebAssembly would hold for this alone.
    let site = parsed.split('/').nth(2);
    let has_credentials = site.is_none_or(|site| site.contains('@'));
    has_credentials.then_some("has a name or password in it; take out all between // and @")
}

fn without_scheme<'a>(url: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = url.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{fault, image_fault, script_fault};

    /// Address, and the beginnings of what is wrong with it in a link and in a picture; empty where it is good.
    type Row = (&'static str, &'static str, &'static str);

    const NO_ADDRESS: &str = "is not a web address";
    const NO_SITE: &str = "names no site";
    const UNREADABLE: &str = "is not an address";
    const SPACE: &str = "has a space";
    const CREDENTIALS: &str = "has a name or password";
    const HTTP: &str = "is http";

    const CASES: &[Row] = &[
        ("https://a.example/x?y=1#z", "", ""),
        ("HTTPS://A.example", "", ""),
        ("https://a.example:8443/", "", ""),
        ("https://bücher.example/ñ", "", ""),
        ("https://[2001:db8::1]/", "", ""),
        ("https://a.example/@someone", "", ""),
        ("https://a.example/?to=b@c.example", "", ""),
        ("https://a.example?b@c", "", ""),
        // A browser reads the backslash as a slash: the site is before it.
        ("https://a.example\\@b.example/", "", ""),
        ("http://a.example/", "", HTTP),
        ("https://user@a.example/", CREDENTIALS, CREDENTIALS),
        ("https://user:pass@a.example/", CREDENTIALS, CREDENTIALS),
        ("https://:pass@a.example/", CREDENTIALS, CREDENTIALS),
        ("https://a.example%40b.example@c.example/", CREDENTIALS, CREDENTIALS),
        ("https://a.example@b.example", CREDENTIALS, CREDENTIALS),
        ("http://user:pass@a.example/", CREDENTIALS, HTTP),
        ("javascript:alert(1)", NO_ADDRESS, NO_ADDRESS),
        ("JaVaScRiPt:alert(1)", NO_ADDRESS, NO_ADDRESS),
        ("java\tscript:alert(1)", SPACE, SPACE),
        ("\u{1}javascript:alert(1)", SPACE, SPACE),
        ("data:image/png;base64,AAAA", NO_ADDRESS, NO_ADDRESS),
        ("blob:https://a.example/1", NO_ADDRESS, NO_ADDRESS),
        ("view-source:https://a.example/", NO_ADDRESS, NO_ADDRESS),
        ("https:a.example", NO_ADDRESS, NO_ADDRESS),
        ("https:/a.example", NO_ADDRESS, NO_ADDRESS),
        ("https:\\\\a.example", NO_ADDRESS, NO_ADDRESS),
        ("https:///a.example", NO_SITE, NO_SITE),
        ("https://\\a.example", NO_SITE, NO_SITE),
        ("https://?a", NO_SITE, NO_SITE),
        ("https://", NO_SITE, NO_SITE),
        ("https://%/", UNREADABLE, UNREADABLE),
        ("https://a.example:99999/", UNREADABLE, UNREADABLE),
        ("https://[::1", UNREADABLE, UNREADABLE),
        ("https://@/", UNREADABLE, UNREADABLE),
        ("/pictures/gate.jpg", NO_ADDRESS, ""),
        ("gate.jpg?w=2", NO_ADDRESS, ""),
        ("a/b:c.jpg", NO_ADDRESS, ""),
        ("", NO_ADDRESS, ""),
        // These leave the page's own site.
        ("//b.example/gate.jpg", NO_ADDRESS, NO_ADDRESS),
        ("/\\b.example/gate.jpg", NO_ADDRESS, NO_ADDRESS),
        ("\\\\b.example/gate.jpg", NO_ADDRESS, NO_ADDRESS),
        ("https:gate.jpg", NO_ADDRESS, NO_ADDRESS),
        ("//page.invalid@b.example/", NO_ADDRESS, NO_ADDRESS),
    ];

    #[test]
    fn addresses_are_judged_as_written_and_as_parsed() {
        let tells = |said: Option<&str>, expected: &str| match said {
            None => expected.is_empty(),
            Some(said) => !expected.is_empty() && said.starts_with(expected),
        };
        for (address, in_link, in_picture) in CASES {
            assert!(tells(fault(address), in_link), "a link: {address}: {:?}", fault(address));
            assert!(tells(image_fault(address), in_picture), "a picture: {address}: {:?}", image_fault(address));
        }
        let long = |length: usize| ["https://a.example/", &"a".repeat(length - 18)].concat();
        assert_eq!(fault(&long(2_048)), None);
        assert!(fault(&long(2_049)).is_some() && image_fault(&long(2_049)).is_some(), "too long");
    }

    #[test]
    fn a_script_comes_by_http_or_from_a_path() {
        const NO_SCRIPT: &str = "is not the address of a script";
        let cases = [
            ("https://cdn.example/context-cards.js?a&b", None),
            ("http://localhost:8080/context-cards.js", None),
            ("//cdn.example/context-cards.js", None),
            ("/context-cards.js", None),
            ("../context-cards.js", None),
            ("context-cards.js", None),
            ("", Some("is empty")),
            ("the cards", Some(SPACE)),
            ("java\tscript:alert(1)", Some(SPACE)),
            ("JavaScript:alert(1)", Some(NO_SCRIPT)),
            ("data:text/javascript,alert(1)", Some(NO_SCRIPT)),
            ("blob:https://a.example/1", Some(NO_SCRIPT)),
            ("file:///context-cards.js", Some(NO_SCRIPT)),
            ("C:\\cards\\context-cards.js", Some(NO_SCRIPT)),
            ("https://user:pass@a.example/", Some(CREDENTIALS)),
            ("https://[::1", Some(UNREADABLE)),
        ];
        for (address, expected) in cases {
            let said = script_fault(address);
            let is_so = said.zip(expected).map_or(said == expected, |(said, expected)| said.starts_with(expected));
            assert!(is_so, "{address}: {said:?}");
        }
    }
}
