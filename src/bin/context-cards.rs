//! The command line program: arguments in, library call, exit code out.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    // A system that takes no handler of signals ends the process all the same.
    let _ = context_cards::cli::remove_unfinished_on_interrupt();
    let mut stdio = context_cards::cli::Stdio {
        input: &mut std::io::stdin(),
        output: &mut std::io::stdout(),
        messages: &mut std::io::stderr(),
        terminal: context_cards::cli::Terminal::of_process(),
    };
    context_cards::cli::run(std::env::args_os().skip(1), context_cards::cli::today(), &mut stdio).into()
}

/// In the browser there is no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
