//! How is a browser told what to do? One session of the W3C's `WebDriver` protocol: JSON over HTTP, one command at a time.
//!
//! A client of our own, because the stories need a dozen commands, all three engines answer the same ones, and code that
//! waits for each answer reads like the story it tells.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;

/// No command takes this long in a browser that still answers.
const PATIENCE: Duration = Duration::from_secs(40);

/// A driver that listens at an address.
#[derive(Clone)]
pub struct Wire {
    agent: Agent,
    base: String,
}

impl Wire {
    pub fn to(base: &str) -> Self {
        let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build();
        Self { agent: config.into(), base: base.to_owned() }
    }

    /// Is somebody there who would start a session?
    pub fn is_ready(&self) -> bool {
        self.agent.get(format!("{}/status", self.base)).call().is_ok_and(|answer| answer.status().is_success())
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let url = format!("{}{path}", self.base);
        let answer = match method {
            "GET" => self.agent.get(&url).call(),
            "DELETE" => self.agent.delete(&url).call(),
            _ => self.agent.post(&url).send_json(body),
        };
        let mut answer = answer.map_err(|fault| format!("{method} {path}: the driver does not answer: {fault}"))?;
        let mut said: Value = answer.body_mut().with_config().limit(64 << 20).read_json().map_err(|e| e.to_string())?;
        let value = said["value"].take();
        if answer.status().is_success() {
            return Ok(value);
        }
        Err(format!("{method} {path}: {}: {}", text(&value["error"]), text(&value["message"])))
    }
}

/// One browser under control.
pub struct Session {
    wire: Wire,
    path: String,
}

impl Session {
    pub fn start(wire: &Wire, capabilities: &Value) -> Result<(Self, Value), String> {
        let mut value = wire.send("POST", "/session", &json!({"capabilities": {"alwaysMatch": capabilities}}))?;
        let path = format!("/session/{}", text(&value["sessionId"]));
        Ok((Self { wire: wire.clone(), path }, value["capabilities"].take()))
    }

    /// Any command of the protocol; `path` is what follows the session's own: `/window/rect`.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.wire.send("POST", &format!("{}{path}", self.path), body)
    }

    pub fn get(&self, path: &str) -> Result<Value, String> {
        self.wire.send("GET", &format!("{}{path}", self.path), &Value::Null)
    }

    pub fn delete(&self, path: &str) -> Result<Value, String> {
        self.wire.send("DELETE", &format!("{}{path}", self.path), &Value::Null)
    }

    /// Goes to an address and waits until the page has loaded.
    pub fn go(&self, url: &str) -> Result<(), String> {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs a function body in the page; `arguments` are the arguments, what it returns is the answer, promises are awaited.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post("/execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// Runs a function body in Firefox's own window, around the page.
    pub fn run_in_chrome(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post("/moz/context", &json!({"context": "chrome"}))?;
        let said = self.run(script, arguments);
        self.post("/moz/context", &json!({"context": "content"}))?;
        said
    }

    /// Plays one input device: `kind` is `pointer`, `key` or `wheel`.
    pub fn play(&self, kind: &str, pointer: Option<&str>, actions: &[Value]) -> Result<(), String> {
        let mut device = json!({"type": kind, "id": pointer.unwrap_or(kind), "actions": actions});
        if let Some(pointer) = pointer {
            device["parameters"] = json!({ "pointerType": pointer });
        }
        self.post("/actions", &json!({ "actions": [device] })).map(drop)
    }

    /// A picture of the viewport, as a PNG file's bytes.
    pub fn picture(&self) -> Result<Vec<u8>, String> {
        BASE64_STANDARD.decode(text(&self.get("/screenshot")?)).map_err(|fault| fault.to_string())
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
