//! Can words of a deck, or of a mark, run code, load anything or leave the card? Every attack string in every field.

#[path = "../attacks/corpus.rs"]
mod corpus;
pub mod fields;

use crate::harness::{Answer, Origin, Page, User, sample, stories};
use crate::note::Note;
use corpus::attacks;
use serde_json::{Value, json};

stories![
    every_string_in_a_mark_placed_by_hand,
    strings_in_the_address_of_the_page,
    what_only_a_script_can_say,
    a_name_and_password_are_never_sent,
    large_and_deep_decks_leave_the_article_alone,
];

/// What opens cards and looks into them.
const OPEN_ALL: &str = include_str!("content.js");
/// Notes what must not happen: an attack that runs, and a request to another site than the page's own, of which a policy that only reports
/// tells before it is sent.
const WATCH: &str = "window.attacks = 0; window.attacked = () => { attacks += 1; }; window.left = [];
    document.addEventListener('securitypolicyviolation', (event) => left.push(`${event.effectiveDirective} ${event.blockedURI}`));";
const POLICY: &str = "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; base-uri 'self'; form-action 'self'";

/// A page that is watched, and the host and port of another site.
fn watched(page: Page) -> Page {
    page.script(WATCH).header("Content-Security-Policy-Report-Only", POLICY)
}

fn site_of(origin: &Origin) -> String {
    origin.url("").replace("http://", "")
}

/// No attack ran, nothing went to another site but pictures over https, and the article is as it was sent once the element is gone.
fn nothing_happened(user: &User, elsewhere: &Origin) {
    assert_eq!(user.ask("return window.attacks;"), 0, "an attack ran");
    let left = user.ask("return window.left;");
    let is_allowed = |left: &Value| left.as_str().is_some_and(|left| left.starts_with("img-src https"));
    let left: Vec<&Value> = left.as_array().into_iter().flatten().filter(|left| !is_allowed(left)).collect();
    assert!(left.is_empty(), "asked of another site: {left:?}");
    assert!(elsewhere.requests().is_empty(), "asked of another site: {:?}", elsewhere.requests());
    assert!(user.faults().is_empty(), "nothing crashed: {:?}", user.faults());
    user.ask("host().remove();");
    user.until("the article is as it was sent", || user.article_is_as_sent().then_some(()));
}

/// The attributes that a mark has, and some that it has not. (What a `style` or a handler of a page does is the page's own.)
const ATTRIBUTES: &[&str] = &[
    "card",
    "role",
    "tabindex",
    "aria-haspopup",
    "aria-label",
    "aria-hidden",
    "class",
    "title",
    "lang",
    "dir",
    "href",
    "src",
    "hidden",
];
/// Those by which the widget tells of itself: a writer's values are not put back.
const STATES: &[&str] = &["auto", "aria-expanded", "aria-busy", "data-open"];

fn every_string_in_a_mark_placed_by_hand(user: &User) {
    let elsewhere = Origin::empty();
    let attacks = attacks(&site_of(&elsewhere));
    let texts: Vec<&str> = attacks.iter().map(|attack| attack.text.as_str()).collect();
    user.open(&watched(Page::sample().without_loader()));
    // Made by a script, as a page does that takes them from somewhere; the words inside are the string too. Each in a paragraph of its
    // own: with one of half a million characters, browsers lay that out anew at each focus, whether there is a widget or not.
    let place = "const [strings, attributes, states] = arguments;
        const marks = (names) => names.flatMap((name) => strings.map((text) => {
            const term = document.createElement('context-term');
            term.setAttribute('card', 'cecot');
            term.setAttribute(name, text);
            term.textContent = text;
            const paragraph = document.createElement('p');
            paragraph.append(term);
            return paragraph;
        }));
        const article = document.querySelector('article');
        article.append(...marks(attributes));
        log.articles = [article.innerHTML];
        const section = document.createElement('div');
        section.id = 'states';
        section.append(...marks(states));
        article.prepend(section);";
    user.ask_with(place, &[json!(texts), json!(ATTRIBUTES), json!(STATES)]);
    user.load_widget();
    // A pointer upon every seventeenth, and the focus.
    let visit = "for (const [nth, term] of document.querySelectorAll('article context-term').entries()) {
            if (nth % 17) continue;
            term.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse', screenX: nth }));
            term.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
            term.focus({ preventScroll: true });
        }
        return frames(2);";
    user.ask(visit);
    user.until_holds("a card is there", "card() !== null");
    user.ask("document.querySelector('#states').remove();");
    nothing_happened(user, &elsewhere);
    let engine = user.browser.engine.name();
    Note::of("attacks-marks", "attack strings × attributes of marks placed by hand", Some(engine))
        .count(attacks.len() * (ATTRIBUTES.len() + STATES.len()));
}

/// An address that names a card comes from whoever made the link. Every fourth string: a browser follows only so many addresses in a row.
fn strings_in_the_address_of_the_page(user: &User) {
    let elsewhere = Origin::empty();
    let attacks = attacks(&site_of(&elsewhere));
    user.open(&watched(Page::sample()));
    assert_eq!(user.ready(), (3, 3));
    let texts: Vec<&str> = attacks.iter().step_by(4).map(|attack| attack.text.as_str()).collect();
    let go = "for (const text of arguments[0]) {
            location.hash = `#context=${encodeURIComponent(text)}`;
            await new Promise((done) => setTimeout(done));
        }
        location.hash = '#context=cecot';";
    user.ask_with(&format!("return (async () => {{ {go} }})();"), &[json!(texts)]);
    user.sees_card("CECOT");
    nothing_happened(user, &elsewhere);
}

/// Values that no file can hold, set through the property.
fn what_only_a_script_can_say(user: &User) {
    let elsewhere = Origin::empty();
    user.open(&watched(Page::sample().element("<context-cards for=\"article\"></context-cards>").without_loader()));
    let set = "const deck = JSON.parse(document.querySelector('#deck').textContent);
        const [cecot, order, bitcoin] = deck.cards;
        // Halves of characters.
        cecot.title = 'CECOT \\ud800'; cecot.subtitle = '\\udc00x'; cecot.facts[0].value = 'a\\ud800b'.repeat(100);
        // A prototype that is no object's, and one that is polluted.
        deck.cards[1] = Object.assign(Object.create(null), order);
        deck.cards[2] = Object.assign(Object.create({ id: 'x', image: { src: 'javascript:attacked()' } }), bitcoin);
        deck.cards.push(JSON.parse('{\"__proto__\": {\"polluted\": 1}, \"id\": \"__proto__\", \"kind\": \"law\", \"title\": \"T\", \"terms\": [\"prison\"], \"summary\": \"S\", \"updated\": \"2026\"}'));
        document.querySelector('context-cards').decks = [deck];";
    user.ask(set);
    user.load_widget();
    let opened = user.ask(&format!("{OPEN_ALL}\nreturn openAll(['cecot', 'court-order', '__proto__'], true);"));
    assert_eq!(opened[0]["title"], "CECOT \u{FFFD}", "{opened}");
    assert!(opened.as_array().is_some_and(|opened| opened.iter().all(|card| card["faults"] == json!([]))), "{opened}");
    assert!(user.holds("({}).polluted === undefined"), "no prototype was changed");
    nothing_happened(user, &elsewhere);
}

fn a_name_and_password_are_never_sent(user: &User) {
    let elsewhere = Origin::empty();
    let site = site_of(&elsewhere);
    let mut deck = sample::deck();
    deck["cards"][0]["image"] =
        json!({"src": format!("http://name:secret@{site}/a.png"), "alt": "A", "credit": "C", "license": "L"});
    deck["cards"][1]["summary"] = json!(format!("A [link](https://name:secret@{site}/)."));
    user.open(&watched(Page::sample().deck(&deck)));
    user.ready();
    let opened = user.ask(&format!("{OPEN_ALL}\nreturn openAll(['cecot', 'court-order', 'bitcoin-policy'], true);"));
    let opened: Vec<&Value> = opened.as_array().into_iter().flatten().map(|card| &card["id"]).collect();
    assert_eq!(opened, ["bitcoin-policy"], "the others are left out");
    // One after the other as they are asked for, or both at once where the widget came to them by itself.
    let problems = user.heard("error").into_iter().filter_map(|error| error.detail["problems"].as_array().cloned());
    let told: Vec<Value> = problems.flatten().map(|problem| problem["message"].clone()).collect();
    let is_told = |told: &Value| {
        told.as_str().is_some_and(|told| told.contains("has a name or password in it") || told.contains("over https"))
    };
    assert!(told.len() == 2 && told.iter().all(is_told), "{told:?}");
    nothing_happened(user, &elsewhere);
}

fn large_and_deep_decks_leave_the_article_alone(user: &User) {
    let elsewhere = Origin::empty();
    let with = |key: &str, value: Value| {
        let mut deck = sample::deck();
        deck["cards"][0][key] = value;
        deck.to_string()
    };
    let many = |item: Value| Value::from(vec![item; 100_000]);
    let nested = with("unknown", json!("{}")).replace("\"{}\"", &["[".repeat(50_000), "]".repeat(50_000)].concat());
    // Cards left, marks left.
    let cases = [
        ("a summary of 10 MB", with("summary", "a".repeat(10_000_000).into()), 2),
        ("a title of 10 MB", with("title", "a".repeat(10_000_000).into()), 2),
        ("a summary of 200,000 brackets", with("summary", "[".repeat(200_000).into()), 2),
        ("a term of 10 MB", with("terms", json!(["CECOT", "a".repeat(10_000_000)])), 2),
        ("very many terms", with("terms", many(json!("CECOT"))), 2),
        ("very many facts", with("facts", many(json!({"label": "L", "value": "V"}))), 2),
        ("an id of 10 MB", with("id", "a".repeat(10_000_000).into()), 2),
        ("deep lists in an unknown field", nested, 3),
    ];
    for (name, text, left) in cases {
        user.site.put("/deck.json", Answer::json(text));
        let element = "<context-cards deck=\"/deck.json\" for=\"article\"></context-cards>";
        user.open(&watched(Page::sample().element(element)));
        user.ready();
        let ids = "['cecot', 'court-order', 'bitcoin-policy']";
        let opened = user.ask(&format!("{OPEN_ALL}\nreturn openAll({ids}, false);"));
        assert_eq!(opened.as_array().map(Vec::len), Some(left), "{name}: {}", user.log());
        nothing_happened(user, &elsewhere);
    }
}
