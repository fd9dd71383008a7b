//! Does the harness itself work in this engine? Stories on pages without the widget: input arrives as a reader's own, origins
//! serve and disappear as told, and waiting waits.

use crate::harness::{Answer, NO_PEN, NO_PULL, NO_TOUCH, Origin, Page, TAB, User, at, element, stories};

stories![
    input_is_the_readers_own,
    a_finger_is_a_finger except [WebKit: NO_TOUCH],
    a_finger_pulls_the_page except [Firefox: NO_PULL, WebKit: NO_TOUCH],
    a_pen_is_a_pen except [Firefox: NO_PEN],
    origins_serve_faults_and_disappear,
    pages_bring_their_font,
];

const PLAYGROUND: &str = "<!doctype html><html><head><title>Playground</title></head><body style='margin: 0; height: 3000px'>\
    <script>inputs = []; for (const name of ['pointermove', 'pointerdown', 'pointerup', 'click', 'keydown', 'wheel', 'pointercancel'])\
    addEventListener(name, (e) => inputs.push([name, e.pointerType ?? '', e.isTrusted].join(' ')), true);</script>\
    <a href='#here' style='position: absolute; top: 200px; left: 100px'>a link</a>\
    <p style='position: fixed; top: 300px; left: 100px; margin: 0; font: 20px/1 serif'>Words to be selected with the mouse, by a drag.</p></body></html>";

fn input_is_the_readers_own(user: &User) {
    user.open_at("/playground", &Page::verbatim(PLAYGROUND));
    let view = user.ask("return [innerWidth, innerHeight];");
    assert_eq!(view, serde_json::json!([1280, 800]), "the viewport has the size of every story");
    assert!(user.holds("document.visibilityState === 'visible' && document.hasFocus()"), "the page is in front");
    user.hover(&element("a"));
    user.until_holds("the mouse arrives", "inputs.includes('pointermove mouse true')");
    assert!(user.holds("document.querySelector('a').matches(':hover')"), "the link is hovered");
    user.click(&element("a"));
    user.until_holds("the click follows the link", "location.hash === '#here' && inputs.includes('click mouse true')");
    user.key(TAB);
    user.until_holds("the key arrives", "inputs.some((line) => line.startsWith('keydown') && line.endsWith('true'))");
    user.wheel(&at(600.0, 400.0), 240.0);
    user.until_holds("the wheel scrolls the page", "scrollY > 0");
    user.travel(&at(200.0, 600.0), &at(600.0, 600.0), 320);
    let moves = user.ask("return inputs.filter((line) => line.startsWith('pointermove')).length;");
    assert!(
        moves.as_u64().is_some_and(|moves| moves > 10),
        "a movement is seen in its frames, not at its end only: {moves}"
    );
    user.drag(&[at(110.0, 310.0), at(400.0, 310.0)], 160);
    user.until_holds("a drag selects", "getSelection().toString().length > 5");
    let picture = user.browser.session.picture();
    assert!(picture.is_ok_and(|picture| picture.starts_with(b"\x89PNG")), "a picture is a PNG file");
}

fn a_pen_is_a_pen(user: &User) {
    user.open_at("/playground", &Page::verbatim(PLAYGROUND));
    user.tap_with("pen", &at(600.0, 400.0));
    user.until_holds("a pen clicks", "inputs.includes('click pen true')");
}

fn a_finger_is_a_finger(user: &User) {
    user.open_at("/playground", &Page::verbatim(PLAYGROUND));
    user.tap(&at(600.0, 400.0));
    user.until_holds("a tap clicks", "inputs.includes('click touch true')");
}

fn a_finger_pulls_the_page(user: &User) {
    user.open_at("/playground", &Page::verbatim(PLAYGROUND));
    user.swipe(&at(600.0, 600.0), -300.0);
    user.until_holds(
        "a finger pulls the page",
        "scrollY > 100 && inputs.some((line) => line.startsWith('pointercancel touch'))",
    );
}

fn origins_serve_faults_and_disappear(user: &User) {
    let mut other = Origin::empty();
    other.always("Access-Control-Allow-Origin", "*");
    other.put("/whole", Answer::json("{\"is\": \"whole\"}"));
    other.put("/cut", Answer::json("{\"is\": \"cut in the middle\"}").cut());
    user.open_at("/playground", &Page::verbatim(PLAYGROUND));
    let fetch = |path: &str| {
        let script = "return fetch(arguments[0]).then((r) => r.json().then((j) => `${r.status} ${j.is}`)).catch(() => 'no answer');";
        user.ask_with(script, &[other.url(path).into()])
    };
    assert_eq!(fetch("/whole"), "200 whole");
    assert_eq!(fetch("/cut"), "no answer");
    assert_eq!(fetch("/nowhere"), "no answer", "what a 404 says is not JSON");
    assert_eq!(
        other.requests().iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        ["/whole", "/cut", "/nowhere"]
    );
    other.close();
    let url = other.url("/whole");
    let script = "return fetch(arguments[0], {cache: 'no-store'}).then((r) => r.status, () => 'no answer');";
    assert_eq!(user.ask_with(script, &[url.into()]), "no answer", "a closed origin is gone");
}

/// What the font's own advances add up to, at 20 pixels; engines that round each of them come within a hundredth.
const WIDTH: f64 = 165.6;

fn pages_bring_their_font(user: &User) {
    let page = "<!doctype html><html><head><title>Letters</title></head><body><span style='font: 20px serif'>Wherever it is told</span>\
        <iframe srcdoc=\"<span style='font: 20px system-ui'>Wherever it is told</span>\"></iframe></body></html>";
    user.open_at("/letters", &Page::verbatim(page));
    for (place, view) in [("the page", "window"), ("a frame in it", "window.frames[0]")] {
        let width = user.ask(&format!("return {view}.document.querySelector('span').getBoundingClientRect().width;"));
        let width = width.as_f64().unwrap_or_default();
        assert!((width - WIDTH).abs() < WIDTH / 100.0, "{place} is set in the font of stories: {width} px wide");
    }
}
