//! What runs beside a story, and how does it end? Child processes, a screen, a folder: each gone when it is dropped.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

/// A child process that is ended, and waited for, when it is dropped.
pub struct Running(Child);

impl Running {
    pub fn start(command: &mut Command) -> Result<Self, String> {
        command.spawn().map(Self).map_err(|fault| format!("{}: {fault}", command.get_program().display()))
    }

    /// A screen that nobody looks at, and its name.
    pub fn display() -> Result<(Self, String), String> {
        let mut server = Command::new(program("XVFB", &["Xvfb"], "Debian's xvfb")?);
        server.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let mut running = Self::start(server.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let mut number = String::new();
        let said = running.0.stdout.as_mut().map(|out| BufReader::new(out).read_line(&mut number));
        let number = number.trim();
        if said.is_none() || number.is_empty() {
            Err("Xvfb did not start".into())
        } else {
            Ok((running, format!(":{number}")))
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ended_already = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn free_port() -> std::io::Result<u16> {
    TcpListener::bind("127.0.0.1:0")?.local_addr().map(|address| address.port())
}

/// The program that the variable names, or the first of these names on the path.
pub fn program(variable: &str, names: &[&str], install: &str) -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os(variable) {
        return Ok(named.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut places = names.iter().flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)));
    places.find(|place| place.is_file()).ok_or(format!("no {}: install {install}, or name it in {variable}", names[0]))
}

/// A folder for what a browser leaves lying about: profiles, sockets, caches.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        // A short name: sockets lie in it, whose whole path has a limit of about a hundred characters.
        let name = format!("cards-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let place = std::env::temp_dir().join(name);
        std::fs::create_dir(&place).map_err(|fault| format!("{}: {fault}", place.display()))?;
        Ok(Self(place))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser's last processes may still be writing to it.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}
