//! A progress bar on standard error for long work, silent where no person watches.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

use super::Stdio;

/// What the bar looks like: `articles 312/1000 ━━━━━╸      0:00:12 left`.
const TEMPLATE: &str = "{msg} {human_pos}/{human_len} {bar:30} {eta} left";

/// A bar over `total` steps of work on `things`, which takes itself away in the end. Results that are written meanwhile go through
/// its `suspend`, so that both may share a terminal.
pub(crate) fn progress(total: usize, things: &'static str, stdio: &Stdio<'_>) -> ProgressBar {
    let target = if stdio.terminal.messages { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(total as u64), target)
        .with_style(style.progress_chars("━╸ "))
        .with_message(things)
        .with_finish(ProgressFinish::AndClear)
}
