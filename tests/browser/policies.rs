//! Does it work under strict policies, and say so where it cannot?

use crate::harness::{Answer, Engine, Origin, Page, Spot, User, element, sample, stories, term};
use crate::note::Note;
use serde_json::json;

stories![
    the_strictest_policy_that_is_enough,
    pictures_need_their_own_permission,
    without_wasm_unsafe_eval_a_baked_page_keeps_its_links,
    integrity_of_the_loader_and_of_what_it_imports,
    a_cross_origin_isolated_page,
    a_sandboxed_frame,
];

/// All that a site must allow, as the README says.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// What the browser has forbidden, but for the font that the harness brings and the icon that a browser asks for by itself.
const VIOLATIONS: &str = "window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        if (!/font\\.js/.test(sourceFile) && !/^font-src/.test(violatedDirective) && !/favicon/.test(blockedURI)) violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
    });";

/// A page without a style or a script of its own in it.
fn bare(article: &str, deck: &serde_json::Value, loader: &str) -> String {
    let deck = deck.to_string().replace('<', "\\u003c");
    format!(
        "<!doctype html><html lang=\"en\"><head><script src=\"/violations.js\"></script>{loader}<title>A page</title></head><body><h1>A title</h1>\
         <article>{article}</article><script type=\"application/json\" id=\"deck\">{deck}</script>\
         <context-cards deck=\"#deck\" for=\"article\"></context-cards></body></html>"
    )
}

const LOADER: &str = "<script type=\"module\" src=\"/context-cards.js\"></script>";

fn open_under(user: &User, policy: &str, deck: &serde_json::Value) {
    user.site.put("/violations.js", Answer::of("text/javascript", VIOLATIONS));
    user.open(&Page::verbatim(&bare(sample::ARTICLE, deck, LOADER)).header("Content-Security-Policy", policy));
}

/// Nothing that the widget did was forbidden, and nothing was said.
fn nothing_is_forbidden(user: &User) {
    assert_eq!(user.ask("return violations;"), json!([]));
    user.hears_no_complaint("policy");
}

fn the_strictest_policy_that_is_enough(user: &User) {
    let mut note = Note::of(
        "policy-strict",
        "pages under the strictest policy, with cards, list, chart and map",
        Some(user.browser.engine.name()),
    );
    let mut deck = sample::full_deck();
    deck["cards"][0]["map"] = json!({"outline": [[-89.0, 13.0, -88.0, 13.0, -88.5, 14.0]],
        "points": [{"lon": -88.5, "lat": 13.5, "label": "Here"}], "sources": ["report"]});
    open_under(user, STRICT, &deck);
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.expand();
    user.until_holds("chart or map is drawn", "card().querySelector('svg')");
    user.click(&Spot::Element("card().querySelector('.more')".into()));
    user.ask("host().openPanel();");
    user.until_holds("the list is open", "host().shadowRoot.querySelector('[part~=list]').matches(':popover-open')");
    user.ask("host().close(); host().open('court-order');");
    user.sees_card("The court order");
    assert_eq!(user.style("card()", "position"), "fixed", "its styles hold");
    nothing_is_forbidden(user);
    user.ask("host().remove();");
    assert!(user.article_is_as_sent());
    note.count(1);
}

fn pictures_need_their_own_permission(user: &User) {
    let mut note = Note::of("policy-pictures", "pages that allow pictures, and not", Some(user.browser.engine.name()));
    let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\"><rect width=\"60\" height=\"40\"/></svg>";
    user.site.put("/picture.svg", Answer::of("image/svg+xml", svg));
    let mut deck = sample::deck();
    deck["cards"][0]["image"] =
        json!({"src": "/picture.svg", "alt": "A gate", "credit": "A photographer", "license": "CC0"});
    open_under(user, &[STRICT, "; img-src 'self'"].concat(), &deck);
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.until_holds("the picture is seen", "card().querySelector('img')?.naturalWidth");
    nothing_is_forbidden(user);
    open_under(user, STRICT, &deck);
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.until_holds("a card without its picture", "!card().querySelector('img')");
    assert!(user.faults().is_empty() && user.heard("error").is_empty());
    note.count(1);
}

fn without_wasm_unsafe_eval_a_baked_page_keeps_its_links(user: &User) {
    let mut note = Note::of("policy-no-wasm", "baked pages that forbid WebAssembly", Some(user.browser.engine.name()));
    let article = "<p>The <context-term card=\"cecot\" auto=\"\"><a href=\"#context-cecot\">CECOT</a></context-term> stands.</p>\
        <details class=\"context-cards-glossary\"><summary>Context</summary><p id=\"context-cecot\">A prison.</p></details>";
    user.open(&Page::of(article).header("Content-Security-Policy", "script-src 'self'"));
    user.ready();
    let link = element("article context-term a");
    // The first press comes before anybody knows that the card cannot.
    user.click(&link);
    let error = user.hears("error");
    assert_eq!(error.detail["code"], "wasm-blocked", "{}", error.detail);
    user.until_holds("the link has led to the glossary", "location.hash === '#context-cecot'");
    user.ask("history.replaceState(null, '', location.pathname);");
    user.click(&link);
    user.until_holds("and leads there again", "location.hash === '#context-cecot'");
    assert_eq!(user.heard("error").len(), 1, "it is told once");
    assert!(user.faults().is_empty() && user.console().len() == 1, "{}", user.log());
    note.count(1);
}

/// The integrity of files of the release, as a browser works it out.
fn integrity(user: &User, files: &[&str]) -> Vec<String> {
    user.open(&Page::sample().element(""));
    let said = user.ask_with(
        "return Promise.all(arguments[0].map(async (file) => {
           const bytes = await (await fetch(`/${file}`)).arrayBuffer();
           const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
           return `sha384-${btoa(String.fromCharCode(...hash))}`;
         }));",
        &[files.into()],
    );
    said.as_array().into_iter().flatten().filter_map(|hash| hash.as_str().map(str::to_owned)).collect()
}

fn integrity_of_the_loader_and_of_what_it_imports(user: &User) {
    let mut note =
        Note::of("policy-integrity", "pages that hold the files by integrity", Some(user.browser.engine.name()));
    let files = ["context-cards.js", "start.js", "finder.js", "widget.js"];
    let hashes = integrity(user, &files);
    let page = |hashes: &[String]| {
        let map: serde_json::Map<_, _> =
            files.iter().zip(hashes).skip(1).map(|(file, hash)| (format!("/{file}"), json!(hash))).collect();
        let loader = format!(
            "<script type=\"importmap\">{}</script><script type=\"module\" src=\"/context-cards.js\" integrity=\"{}\"></script>",
            json!({"integrity": map}),
            hashes[0]
        );
        user.site.put("/violations.js", Answer::of("text/javascript", VIOLATIONS));
        Page::verbatim(&bare(sample::ARTICLE, &sample::deck(), &loader))
    };
    user.open(&page(&hashes));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    nothing_is_forbidden(user);
    // Another file in the place of one that was promised: the loader itself, and one that it imports.
    let with_wrong = |at: usize| {
        let mut wrong = hashes.clone();
        wrong[at].clone_from(&hashes[(at + 1) % hashes.len()]);
        page(&wrong)
    };
    user.open(&with_wrong(0));
    user.stays_for(500.0, "the loader does not run", || user.holds("!customElements.get('context-cards')"));
    assert!(user.article_is_as_sent());
    if user.holds("HTMLScriptElement.supports('importmap')") && user.browser.engine != Engine::WebKit {
        user.open(&with_wrong(2));
        assert_eq!(user.ready(), (0, 0));
        assert_eq!(user.hears("error").detail["code"], "wasm-unreachable");
        assert!(user.article_is_as_sent());
    }
    note.count(1);
}

fn a_cross_origin_isolated_page(user: &User) {
    let mut note = Note::of("policy-isolated", "cross-origin isolated pages", Some(user.browser.engine.name()));
    let cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    user.open(
        &Page::sample()
            .loader(&cdn.url("/context-cards.js"))
            .header("Cross-Origin-Opener-Policy", "same-origin")
            .header("Cross-Origin-Embedder-Policy", "require-corp"),
    );
    assert!(user.holds("crossOriginIsolated"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.hears_no_complaint("isolated");
    note.count(1);
}

fn a_sandboxed_frame(user: &User) {
    let mut note = Note::of("policy-sandboxed", "sandboxed frames", Some(user.browser.engine.name()));
    // A frame without an origin: nothing is kept for it, and all that it fetches is another origin's.
    user.site.always("Access-Control-Allow-Origin", "*");
    user.site.put("/framed", Page::sample().answer());
    let frame =
        "<iframe sandbox=\"allow-scripts\" src=\"/framed\" style=\"border: 0; width: 900px; height: 600px\"></iframe>";
    user.open(&Page::verbatim(&format!("<!doctype html><html><head></head><body>{frame}</body></html>")));
    user.command("/frame", &json!({"id": 0}));
    assert_eq!(user.ready(), (3, 3));
    assert!(user.holds("origin === 'null'"));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.hears_no_complaint("sandboxed");
    user.command("/frame", &json!({"id": null}));
    note.count(1);
}
