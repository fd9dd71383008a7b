//! Which browsers are there, and how is each one started and stopped?

use super::running::{Folder, Running, free_port, program};
use super::session::{Session, Wire};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// A driver that has not answered by then will not.
const START: Duration = Duration::from_secs(20);

/// The engines in which every story is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engines that `BROWSERS` names (`BROWSERS=chromium,webkit`), or all of them.
    pub fn chosen() -> Result<Vec<Self>, String> {
        let Ok(names) = std::env::var("BROWSERS") else { return Ok(Self::ALL.to_vec()) };
        let words = names.split([',', ' ']).filter(|word| !word.is_empty());
        let engine = |word: &str| Self::ALL.into_iter().find(|engine| engine.name() == word);
        words
            .map(|word| engine(word).ok_or(format!("BROWSERS names `{word}`: use chromium, firefox, webkit")))
            .collect()
    }

    fn driver(self, port: u16) -> Result<Command, String> {
        let mut driver = Command::new(match self {
            Self::Chromium => program("CHROMEDRIVER", &["chromedriver"], "Debian's chromium-driver")?,
            Self::Firefox => program("GECKODRIVER", &["geckodriver"], "`cargo install geckodriver`")?,
            Self::WebKit => program("WEBKITWEBDRIVER", &["WebKitWebDriver"], "Debian's webkit2gtk-driver")?,
        });
        if self == Self::Firefox {
            // For what is asked of the browser itself: a narrow window, a user's wishes.
            driver.arg("--allow-system-access");
        }
        driver.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(driver)
    }

    fn capabilities(self) -> Result<Value, String> {
        Ok(match self {
            // Without `--no-sandbox` Chromium does not start as root; the other flags keep it from calling home. Its
            // driver gives each session a fresh profile.
            Self::Chromium => json!({"browserName": "chrome", "goog:chromeOptions": {
                "binary": program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"], "Debian's chromium")?,
                "args": ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
                    "--disable-background-networking", "--disable-component-update"],
            }}),
            Self::Firefox => json!({"browserName": "firefox", "moz:firefoxOptions": {
                "binary": program("FIREFOX", &["firefox-esr", "firefox"], "Debian's firefox-esr")?,
                "args": ["-headless"],
            }}),
            Self::WebKit => json!({"webkitgtk:browserOptions": {
                "binary": mini_browser().ok_or("no MiniBrowser: install Debian's webkit2gtk-driver, or name it in MINIBROWSER")?,
                "args": ["--automation"],
            }}),
        })
    }
}

/// A running browser with its driver; both end with it.
pub struct Browser {
    pub engine: Engine,
    pub session: Session,
    process: Option<u64>,
    // Dropped in this order: the driver before the display it draws on and the folder it writes to.
    _driver: Running,
    _display: Option<Running>,
    _folder: Folder,
}

impl Browser {
    pub fn start(engine: Engine) -> Result<Self, String> {
        let port = free_port().map_err(|fault| fault.to_string())?;
        let mut driver = engine.driver(port)?;
        let display = if engine == Engine::WebKit { Some(Running::display()?) } else { None };
        if let Some((_, name)) = &display {
            // The sandbox needs user namespaces, which containers do not give; the pages are our own.
            driver.env("DISPLAY", name).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        let folder = Folder::new()?;
        let driver = Running::start(driver.env("TMPDIR", &folder.0))?;
        let wire = Wire::to(&format!("http://127.0.0.1:{port}"));
        let given_up = Instant::now() + START;
        while !wire.is_ready() {
            if Instant::now() > given_up {
                return Err(format!("the driver of {} does not answer", engine.name()));
            }
            thread::sleep(Duration::from_millis(30));
        }
        let (session, granted) = Session::start(&wire, &engine.capabilities()?)?;
        if engine == Engine::Firefox {
            // Its window refuses to be as narrow as a phone.
            let lift = "for (const side of ['minWidth', 'minHeight']) document.documentElement.style[side] = '0';";
            session.run_in_chrome(lift, &[])?;
        }
        let process = ["goog:processID", "moz:processID"].iter().find_map(|key| granted[key].as_u64());
        let display = display.map(|(display, _)| display);
        Ok(Self { engine, session, process, _driver: driver, _display: display, _folder: folder })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A driver that no longer answers cannot end its browser: then that process is ended by its id.
        if let (Err(_), Some(process)) = (self.session.delete(""), self.process) {
            let _gone_already = Command::new("kill").arg(process.to_string()).stderr(Stdio::null()).status();
        }
    }
}

/// The browsers that wait for their next story: a page has an origin of its own, so nothing is left over but the process.
#[derive(Default)]
pub struct Fleet(Mutex<Vec<Browser>>);

impl Fleet {
    pub fn lend(&self, engine: Engine) -> Result<Browser, String> {
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = idle.iter().position(|browser| browser.engine == engine);
        let browser = waiting.map(|at| idle.swap_remove(at));
        drop(idle);
        browser.map_or_else(|| Browser::start(engine), Ok)
    }

    pub fn take_back(&self, browser: Browser) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
    }
}

/// `MiniBrowser` lies beside the engine's other parts, not on the path: below /usr/lib/<triplet> or /usr/libexec.
fn mini_browser() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("MINIBROWSER") {
        return Some(named.into());
    }
    let triplets = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders = triplets.chain([PathBuf::from("/usr/libexec")]);
    folders.find_map(|folder| {
        let place = |api: &str| Path::new(&folder).join(format!("webkit2gtk-{api}/MiniBrowser"));
        ["4.1", "4.0"].map(place).into_iter().find(|place| place.is_file())
    })
}
