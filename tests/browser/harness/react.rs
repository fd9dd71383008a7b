//! React as an application would bring it: bundled of its packages, as `window.React` and `window.ReactDOM`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

const ENTRY: &[u8] = b"import * as React from 'react';
    import { createRoot, hydrateRoot } from 'react-dom/client';
    import { flushSync } from 'react-dom';
    Object.assign(window, { React, ReactDOM: { createRoot, hydrateRoot, flushSync } });";

/// The script of a production build.
pub static REACT: LazyLock<String> = LazyLock::new(|| bundle().unwrap_or_else(|fault| panic!("React: {fault}")));

fn bundle() -> std::io::Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut esbuild = Command::new(root.join("node_modules/.bin/esbuild"))
        .args(["--bundle", "--minify", "--format=iife", "--define:process.env.NODE_ENV=\"production\""])
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    // Taken, so that its end is told to esbuild.
    esbuild.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(ENTRY))?;
    let output = esbuild.wait_with_output()?;
    let script = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(script)
    } else {
        Err(std::io::Error::other("esbuild failed; `npm ci` brings React"))
    }
}
