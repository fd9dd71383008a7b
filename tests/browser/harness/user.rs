//! A user at one browser: opens pages, waits for what must come, and watches that nothing else does.

use super::acts::AWAY;
use super::engine::Browser;
use super::font;
use super::origin::{Answer, Origin, release};
use super::page::Page;
use serde_json::{Value, json};
use std::thread;
use std::time::{Duration, Instant};

/// What a story waits for comes much sooner; a machine under load gets this long before the story has failed.
const PATIENCE: Duration = Duration::from_secs(10);
/// Between two looks at the page.
const BLINK: Duration = Duration::from_millis(20);
/// The viewport of a laptop, in CSS pixels.
pub(super) const VIEW: (f64, f64) = (1280.0, 800.0);

/// Functions that the harness's scripts use in the page.
pub const QUESTIONS: &str = include_str!("user.js");
/// What writes down in the page what happens there.
const LOG: &str = include_str!("log.js");

/// A user of one page at a time, at an origin of its own that also serves the release build.
pub struct User {
    pub browser: Browser,
    /// The site: the page is at `/page`; a story puts decks and faults beside it.
    pub site: Origin,
}

impl User {
    pub fn at(browser: Browser) -> Self {
        let user = Self { browser, site: Origin::with_the_release() };
        user.command("/timeouts", &json!({ "script": PATIENCE.as_millis() }));
        user.resize(VIEW.0, VIEW.1);
        user
    }

    /// Puts the browser back as the next story may have it.
    pub fn leave(self) -> Result<Browser, String> {
        let session = &self.browser.session;
        session.delete("/actions")?;
        // What a link has opened goes, so that the one page lies in front again: a page behind another is never drawn.
        let own = session.get("/window")?;
        for window in session.get("/window/handles")?.as_array().into_iter().flatten().filter(|window| **window != own)
        {
            session.post("/window", &json!({ "handle": window }))?;
            session.delete("/window")?;
        }
        session.post("/window", &json!({ "handle": own }))?;
        session.go("about:blank")?;
        Ok(self.browser)
    }

    /// Opens the page and waits until it has loaded; of the widget, nothing need have happened yet.
    pub fn open(&self, page: &Page) {
        assert!(release().join("context-cards.js").is_file(), "no release build at {}", release().display());
        self.open_at("/page", page);
    }

    /// Opens a page at a path of the site, whether or not there is a release build.
    pub fn open_at(&self, path: &str, page: &Page) {
        self.site.put("/log.js", Answer::of("text/javascript", LOG));
        self.site.put("/font.js", Answer::of("text/javascript", font::SCRIPT.as_str()));
        self.site.put(path, page.answer());
        // The pointer waits where no page has anything, so that nothing is hovered before the story begins.
        self.point(AWAY);
        self.go(&self.site.url(path));
    }

    /// Goes to an address, and waits until its page is parsed.
    pub fn go(&self, url: &str) {
        self.browser.session.go(url).unwrap_or_else(|fault| panic!("{fault}"));
        // Chromium's driver, asked for the address that it is at, has come back to a page without a body.
        self.until_holds("the page is parsed", "document.readyState !== 'loading'");
    }

    /// Waits until the widget has done its work, or has given up: how many cards, and how many terms are marked.
    pub fn ready(&self) -> (u64, u64) {
        let counts = self.ask("return customElements.whenDefined('context-cards').then(() => host().ready);");
        (counts["cards"].as_u64().unwrap_or(u64::MAX), counts["terms"].as_u64().unwrap_or(u64::MAX))
    }

    /// Adds the loader to a page that came without it, and waits until the widget is ready.
    pub fn load_widget(&self) -> (u64, u64) {
        self.ask(
            "const script = document.createElement('script'); script.type = 'module'; script.src = '/context-cards.js';
             document.head.append(script);",
        );
        self.ready()
    }

    /// Runs the body of a function in the page, with the functions of `user.js` at hand. What is to be kept for later goes
    /// on `window` by name: in Firefox, a script's global variables are not the page's.
    pub fn ask(&self, script: &str) -> Value {
        self.ask_with(script, &[])
    }

    /// The same with arguments, in `arguments`.
    pub fn ask_with(&self, script: &str, arguments: &[Value]) -> Value {
        self.answer(script, arguments).unwrap_or_else(|fault| panic!("{fault}\nasked: {script}"))
    }

    /// The same where a page may be on its way out, or break what the question needs.
    pub fn answer(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.browser.session.run(&format!("{QUESTIONS}\n{script}"), arguments)
    }

    /// Is this JavaScript expression true in the page?
    pub fn holds(&self, expression: &str) -> bool {
        self.ask(&format!("return Boolean({expression});")) == true
    }

    /// Waits until `look` finds something, and gives it.
    pub fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let given_up = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(Instant::now() < given_up, "waited in vain in {}: {what}", self.browser.engine.name());
            thread::sleep(BLINK);
        }
    }

    /// Waits until a JavaScript expression is true in the page, which may load itself anew meanwhile.
    pub fn until_holds(&self, what: &str, expression: &str) {
        let script = format!("return Boolean({expression});");
        self.until(what, || match self.answer(&script, &[]) {
            Ok(holds) => (holds == true).then_some(()),
            Err(fault) if fault.contains("unload") => None,
            Err(fault) => panic!("{fault}\nasked: {expression}"),
        });
    }

    /// For stories in which time is the subject: this stays so while the page's own clock runs on by so many milliseconds.
    pub fn stays_for(&self, milliseconds: f64, what: &str, so: impl Fn() -> bool) {
        let clock = || self.ask("return performance.now();").as_f64().unwrap_or(f64::NAN);
        let start = clock();
        while clock() < start + milliseconds {
            assert!(so(), "did not stay so for {milliseconds} ms: {what}");
            thread::sleep(BLINK);
        }
    }

    /// Gives the page's content this size in CSS pixels, and waits until it is drawn so.
    pub fn resize(&self, width: f64, height: f64) {
        self.until(&format!("the page is {width} × {height} pixels"), || {
            let inner = self.ask("return frames(2).then(() => ({ width: innerWidth, height: innerHeight }));");
            let missing = |side: &str, wanted: f64| wanted - inner[side].as_f64().unwrap_or_default();
            let (wider, higher) = (missing("width", width), missing("height", height));
            if wider.abs() < 1.0 && higher.abs() < 1.0 {
                return Some(());
            }
            // The window has borders and bars of its own.
            let outer = self.browser.session.get("/window/rect").ok()?;
            let side = |name: &str, more: f64| outer[name].as_f64().unwrap_or_default() + more;
            self.command("/window/rect", &json!({"width": side("width", wider), "height": side("height", higher)}));
            None
        });
    }

    /// What the page's log says, to be read when a story has failed.
    pub fn log(&self) -> String {
        let script = "return JSON.stringify({seen: seen(), ...window.log, moves: window.log?.moves.length, articles: undefined});";
        let said = self.browser.session.run(&format!("{QUESTIONS}\n{script}"), &[]);
        said.map_or_else(|fault| fault, |log| log.as_str().unwrap_or_default().to_owned())
    }

    pub fn command(&self, path: &str, body: &Value) -> Value {
        self.browser.session.post(path, body).unwrap_or_else(|fault| panic!("{fault}"))
    }
}
