//! What stories are told with: browsers, origins, pages, and a user who acts on them and sees them.

mod acts;
mod baked;
mod engine;
mod font;
mod inspect;
mod origin;
mod page;
mod react;
mod running;
pub mod sample;
mod seen;
mod session;
mod system;
mod user;

pub use acts::{
    ARROW_LEFT, ARROW_RIGHT, CONTROL, END, ENTER, ESCAPE, HOME, SHIFT, SPACE, Spot, TAB, at, control, element, part,
    term, the_card,
};
pub use baked::baked;
pub use engine::{Engine, Fleet};
pub use inspect::{NO_COMPOSITION, NO_TREE};
pub use origin::{Answer, Origin, release};
pub use page::Page;
pub use react::REACT;
pub use system::{NO_MEDIA, NO_NARROW};
pub use user::User;

/// One thing that must hold for a user, in every engine but those that cannot show it.
pub struct Story {
    /// Its path in this crate: `browser::open_close::a_rest_opens_the_card`.
    pub name: &'static str,
    pub tell: fn(&User),
    /// The engines it is not told in, each with the reason.
    pub except: &'static [(Engine, &'static str)],
}

/// A number that the environment gives: `SEED=7`.
pub fn given(name: &str) -> Option<u64> {
    std::env::var(name).ok().filter(|said| !said.is_empty()).map(|said| said.parse().expect(name))
}

/// Why a story with a finger is not told in `WebKit`.
pub const NO_TOUCH: &str = "WebKitWebDriver sends a touch pointer's actions as a mouse's";
/// Why a story in which a finger scrolls is not told in Firefox.
pub const NO_PULL: &str = "a touch that geckodriver moves does not scroll the page";
/// Why a story with a pen is not told in Firefox.
pub const NO_PEN: &str = "geckodriver does not know pen pointers";

/// The stories of a file: names of its functions, each with `except [WebKit: "why"]` where an engine cannot show it.
macro_rules! stories {
    ($($name:ident $(except [$($engine:ident: $why:expr),+])?),* $(,)?) => {
        pub const STORIES: &[crate::harness::Story] = &[$(crate::harness::Story {
            name: concat!(module_path!(), "::", stringify!($name)),
            tell: $name,
            except: &[$($((crate::harness::Engine::$engine, $why)),+)?],
        }),*];
    };
}
pub(crate) use stories;
