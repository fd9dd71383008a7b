//! Whether the program has crashed: after a panic its memory is not to be trusted, and nothing enters it again.

use std::cell::Cell;

thread_local! {
    static POISONED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the program has crashed.
pub fn is_poisoned() -> bool {
    POISONED.get()
}

/// Called by the loader when an exception went through the program's code: no listener, timer or observer enters it again.
pub fn poison() {
    POISONED.set(true);
}
