//! A local page on which an editor sees the cards on an article while writing, with the faults of the decks beside it.

mod page;
mod request_path;
mod selectors;
mod server;
mod site;
mod state;
mod watch;

pub use self::server::Server;
pub use self::site::Site;
