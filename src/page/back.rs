//! How does the back gesture close a sheet, and not leave the article? One entry of history, as long as the sheet is open.

use web_sys::Window;

/// Puts an entry under the sheet, so that going back comes to it first. The state is the page's own: its router sees no change.
pub fn hold(window: &Window) -> bool {
    let Ok(history) = window.history() else { return false };
    history.state().is_ok_and(|state| history.push_state(&state, "").is_ok())
}

/// Takes the entry away again, where the sheet was closed by other means.
pub fn let_go(window: &Window) {
    if let Ok(history) = window.history() {
        let _ = history.back();
    }
}
