//! Which of the process's streams a person watches, and whether colours may be used on them.

use std::env;
use std::io::{self, IsTerminal};

/// Where the streams of the process lead. The default is that nobody watches, as in a pipe.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal {
    /// Results go to a terminal.
    pub output: bool,
    /// Messages go to a terminal.
    pub messages: bool,
    /// Colours may be used on a terminal.
    pub colour: bool,
}

impl Terminal {
    /// What the process was given. `NO_COLOR` (<https://no-color.org>) turns colours off, and so does a terminal that calls itself
    /// dumb.
    #[must_use]
    pub fn of_process() -> Self {
        let is_unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_dumb = env::var_os("TERM").is_some_and(|name| name == "dumb");
        Self {
            output: io::stdout().is_terminal(),
            messages: io::stderr().is_terminal(),
            colour: !is_unwanted && !is_dumb,
        }
    }

    /// Whether results can be coloured, as long as they go to standard output.
    pub(crate) fn has_coloured_output(self) -> bool {
        self.output && self.colour
    }

    /// Whether messages can be coloured.
    pub(crate) fn has_coloured_messages(self) -> bool {
        self.messages && self.colour
    }
}
