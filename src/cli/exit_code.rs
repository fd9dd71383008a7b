//! The exit codes that every command shares.

/// Done, and nothing is wrong.
pub const FINE: u8 = 0;
/// Done, and there are faults.
pub const FAULTS: u8 = 1;
/// Not done: wrong arguments, or a file that cannot be read or written. Also what clap returns.
pub const COULD_NOT_RUN: u8 = 2;
