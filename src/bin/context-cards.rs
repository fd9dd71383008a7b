//! The command line program: arguments in, library call, exit code out.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let mut stdio = context_cards::cli::Stdio {
        input: &mut std::io::stdin(),
        output: &mut std::io::stdout(),
        messages: &mut std::io::stderr(),
    };
    context_cards::cli::run(std::env::args_os().skip(1), context_cards::cli::today(), &mut stdio).into()
}

/// In the browser there is no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
