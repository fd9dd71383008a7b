//! What does the shell start? A doorway: arguments in, library call, exit code out.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let mut world = context_cards::command::World {
        input: &mut std::io::stdin(),
        output: &mut std::io::stdout(),
        messages: &mut std::io::stderr(),
    };
    context_cards::command::run(std::env::args_os().skip(1), &mut world).into()
}

/// In the browser there is no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
