//! Checks the addresses of a deck: http and https only, and for pictures also addresses relative to the page.

/// Why an address cannot be used, as the end of a sentence that begins with it; `None` for a good http or https one.
#[must_use]
pub fn fault(url: &str) -> Option<&'static str> {
    if has_gap(url) {
        return Some("has a space or line break in it (write a space as %20)");
    }
    let Some(rest) = without_scheme(url, "https://").or_else(|| without_scheme(url, "http://")) else {
        return Some("is not a web address (it must start with https:// or http://)");
    };
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    // After a name and password, before a port.
    let host = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    if host.is_empty() { Some("names no site after https://") } else { None }
}

/// The same for the address of a picture, which may also be relative to the page.
#[must_use]
pub fn image_fault(src: &str) -> Option<&'static str> {
    // A colon before any slash would be a scheme: `data:`, `javascript:`, `file:`.
    let relative = !src.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
    if relative && !has_gap(src) { None } else { fault(src) }
}

fn has_gap(url: &str) -> bool {
    url.chars().any(|c| c.is_whitespace() || c.is_control())
}

fn without_scheme<'a>(url: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = url.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}
