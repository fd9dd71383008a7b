//! A reader at the page: does in a browser what an act says, and counts what is left behind.

use crate::acts::{Act, Key, Site, Spot};
use crate::harness::{ARROW_RIGHT, Answer, ENTER, ESCAPE, Engine, Page, SHIFT, SPACE, TAB, User, at, element, sample};
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

/// What counts and inspects the page.
const PAGE: &str = include_str!("page.js");
/// Bytes of the widget's WebAssembly memory, which the module gives once it runs.
const MEMORY: &str = "return import('/widget.js').then(({ initSync }) => initSync()).then((exports) =>
    Object.values(exports).find((value) => value instanceof WebAssembly.Memory).buffer.byteLength).catch(() => 0);";

/// A reader at the page.
pub struct Reading<'user> {
    user: &'user User,
    /// Whether this browser keeps a page without the widget while the reader is on another one.
    keeps_pages: bool,
}

/// The next story in this browser finds it as this one has.
impl Drop for Reading<'_> {
    fn drop(&mut self) {
        let session = &self.user.browser.session;
        let _ = session.run("localStorage.clear();", &[]);
        if self.user.browser.engine == Engine::Chromium {
            let whole = json!({"cmd": "Emulation.clearDeviceMetricsOverride", "params": {}});
            let _ = session.post("/goog/cdp/execute", &whole);
        }
    }
}

impl<'user> Reading<'user> {
    pub fn open(user: &'user User) -> Self {
        user.site.put("/elsewhere", Answer::html("<!doctype html><title>Elsewhere</title><p>Another page.</p>"));
        let mut reading = Self { user, keeps_pages: false };
        user.open(&page().element(""));
        reading.leave_and_return();
        reading.keeps_pages = user.ask("return soak.returned();") == true;
        user.open(&page());
        user.ready();
        user.ask("soak.write();");
        reading
    }

    /// Does what the act says, and says what is wrong then.
    pub fn step(&mut self, act: Act) -> String {
        let user = self.user;
        user.ask("soak.begin();");
        match act {
            Act::Hover(spot) => user.point(self.place(spot)),
            Act::Travel(from, to) => {
                let (from, to) = (self.place(from), self.place(to));
                user.travel(&at(from.x, from.y), &at(to.x, to.y), 96);
            }
            Act::Click(spot) => {
                let there = self.place(spot);
                user.click(&at(there.x, there.y));
            }
            Act::Drag(from, to) => {
                let (from, to) = (self.place(from), self.place(to));
                user.drag(&[at(from.x, from.y), at(to.x, to.y)], 64);
            }
            Act::Tap(spot) => {
                let there = self.place(spot);
                user.tap(&at(there.x, there.y));
            }
            Act::Key(Key::BackTab) => user.with_key(SHIFT, || user.key(TAB)),
            Act::Key(key) => user.key(match key {
                Key::Tab | Key::BackTab => TAB,
                Key::Enter => ENTER,
                Key::Space => SPACE,
                Key::Escape => ESCAPE,
                Key::ArrowRight => ARROW_RIGHT,
            }),
            Act::Scroll(down) => drop(user.ask_with("scrollBy(0, arguments[0]);", &[down.into()])),
            Act::Resize(width, height) => self.resize(width, height),
            Act::SwitchOff(off) => drop(user.ask_with("return soak.switch(!arguments[0]);", &[off.into()])),
            Act::Pin(_) => drop(user.ask("return soak.pin();")),
            Act::LeaveAndReturn => {
                self.leave_and_return();
                if self.keeps_pages && user.ask("return soak.returned();") != true {
                    let why =
                        user.ask("return performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null;");
                    return format!("the browser has not kept the page while the reader was elsewhere: {why}");
                }
            }
            Act::Site(site) => drop(user.ask_with("soak.site(arguments[0], arguments[1]);", &site_act(site))),
            Act::Wait(milliseconds) => thread::sleep(Duration::from_millis(milliseconds.into())),
        }
        // A press moves the focus where it lands, and Tab out of the page; what is taken away takes its focus along.
        let may_lose =
            !matches!(act, Act::Hover(_) | Act::Travel(..) | Act::Scroll(_) | Act::Wait(_) | Act::Resize(..))
                && !matches!(
                    act,
                    Act::Key(Key::Escape | Key::ArrowRight) | Act::Site(Site::Close | Site::Refresh | Site::Theme(_))
                );
        let wrong = user.ask_with("return soak.check(arguments[0]);", &[may_lose.into()]);
        wrong.as_str().unwrap_or("no answer").to_owned()
    }

    fn place(&self, spot: Spot) -> context_cards::placement::geometry::Point {
        let arguments: [Value; 4] = match spot {
            Spot::Term(nth) => ["term".into(), nth.into(), 0.5.into(), 0.5.into()],
            Spot::Card(x, y) => ["card".into(), 0.into(), x.into(), y.into()],
            Spot::Page(x, y) => ["page".into(), 0.into(), x.into(), y.into()],
            Spot::Away => ["page".into(), 0.into(), 0.001.into(), 0.001.into()],
        };
        let place = self.user.ask_with("return soak.spot(...arguments);", &arguments);
        let side = |at: usize| place[at].as_f64().unwrap_or(4.0);
        context_cards::placement::geometry::Point { x: side(0), y: side(1) }
    }

    fn resize(&self, width: u32, height: u32) {
        if self.user.browser.engine == Engine::Chromium {
            let view = json!({"width": width, "height": height, "deviceScaleFactor": 0, "mobile": false});
            self.user.cdp("Emulation.setDeviceMetricsOverride", &view);
        }
    }

    fn leave_and_return(&self) {
        let session = &self.user.browser.session;
        self.user.go(&self.user.site.url("/elsewhere"));
        // Chromium's driver has waited in vain for a page that came: whether it has come is asked next.
        let _told = session.post("/back", &json!({}));
        self.user.until_holds("the page is back", "document.readyState === 'complete' && window.soak");
    }

    /// What the page holds once the widget is gone, and comes again.
    pub fn left_behind(&mut self) -> Value {
        let mut counts = self.user.ask("return soak.rest();");
        // A browser keeps what was last pressed, and all around it, also once that has left the page.
        self.user.click(&element("#first"));
        self.user.ask("document.activeElement?.blur();");
        if self.user.browser.engine == Engine::Chromium {
            self.user.cdp("HeapProfiler.collectGarbage", &json!({}));
            let counters = self.user.cdp("Memory.getDOMCounters", &json!({}));
            for name in ["nodes", "jsEventListeners"] {
                counts[name] = counters[name].clone();
            }
            counts["memory"] = self.user.ask(MEMORY);
        }
        self.user.ask("soak.site('add');");
        counts
    }
}

fn site_act(site: Site) -> [Value; 2] {
    let (name, number) = match site {
        Site::Open(card) => ("open", card),
        Site::Close => ("close", 0),
        Site::OpenList => ("list", 0),
        Site::Refresh => ("refresh", 0),
        Site::ReplaceArticle => ("replace", 0),
        Site::Rewrite(paragraph) => ("rewrite", paragraph),
        Site::Remove => ("remove", 0),
        Site::Add => ("add", 0),
        Site::ChangeDeck => ("deck", 0),
        Site::Theme(dark) => ("theme", usize::from(dark)),
    };
    [name.into(), number.into()]
}

/// An article longer than the view, between two things that take the focus, with two decks to choose from.
fn page() -> Page {
    let filler =
        "<p>More of the same, which names nothing and is only there to be scrolled past on the way.</p>".repeat(30);
    let article = [sample::ARTICLE, &filler].concat();
    let other = sample::deck_of(&[
        sample::card("valley", "The valley", "valley"),
        sample::card("court-order", "The court order", "federal court order"),
    ]);
    let other = format!(
        "<script type=\"application/json\" id=\"other\">{}</script>",
        other.to_string().replace('<', "\\u003c")
    );
    Page::of(&article)
        .script(PAGE)
        .before("<button id=\"first\">Before</button>")
        .after(&format!("{other}<input id=\"last\">"))
}
