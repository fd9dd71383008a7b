//! What programs do to a page: both the allocator and events; the widget also listeners, styles, shadow roots, sliced work, the
//! flag of a crash and the reader's preferences.

mod allocator;
pub mod dispatch;
#[cfg(feature = "widget")]
pub mod listener;
#[cfg(feature = "widget")]
pub mod poison;
#[cfg(feature = "widget")]
pub mod preferences;
#[cfg(feature = "widget")]
pub mod shadow_host;
#[cfg(feature = "widget")]
pub mod stylesheet;
#[cfg(feature = "widget")]
pub mod time_slice;
