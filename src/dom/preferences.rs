//! The reader's preferences on this device, in `localStorage`; where that is blocked, the defaults.

use web_sys::{Storage, Window};

/// What a reader has chosen on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// No marks and no cards.
    pub off: bool,
    /// Cards on a tap or click, not on hover.
    pub tap_only: bool,
}

const OFF: &str = "context-cards:off";
const TAP_ONLY: &str = "context-cards:tap-only";

impl Preferences {
    /// Reads them.
    pub fn load(window: &Window) -> Self {
        let storage = storage(window);
        let has = |key| storage.as_ref().is_some_and(|storage| storage.get_item(key).ok().flatten().is_some());
        Self { off: has(OFF), tap_only: has(TAP_ONLY) }
    }

    /// Writes them.
    pub fn save(self, window: &Window) {
        let Some(storage) = storage(window) else { return };
        for (key, wanted) in [(OFF, self.off), (TAP_ONLY, self.tap_only)] {
            let _ = if wanted { storage.set_item(key, "1") } else { storage.remove_item(key) };
        }
    }
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}
