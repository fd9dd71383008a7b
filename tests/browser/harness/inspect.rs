//! What does a page tell those who do not look at it? Chromium's accessibility tree, and axe's verdict.

use super::user::{QUESTIONS, User};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

/// Why a story that asks for Chromium's own protocol is told nowhere else.
pub const NO_TREE: &str = "its driver does not show the accessibility tree";
/// Why a story with an input method is not told there.
pub const NO_COMPOSITION: &str = "its driver cannot compose text";

/// What the tree tells of an element beyond its role and name, in this order.
const STATES: &[&str] = &["expanded", "hasPopup", "pressed", "selected", "modal", "level", "disabled"];

impl User {
    /// A command of Chromium's own protocol.
    pub fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.command("/goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// What assistive technology is told of an element: an indented line a node, `role "name" [states]`. Chromium only.
    pub fn tree(&self, js: &str) -> String {
        let expression = format!("(() => {{ {QUESTIONS}\n return {js}; }})()");
        let object = self.cdp("Runtime.evaluate", &json!({ "expression": expression }));
        let object = &object["result"]["objectId"];
        assert!(object.is_string(), "{js} is no element");
        let node = self.cdp("DOM.describeNode", &json!({ "objectId": object }))["node"]["backendNodeId"].clone();
        let nodes = self.cdp("Accessibility.getFullAXTree", &json!({}))["nodes"].take();
        let nodes = nodes.as_array().map_or(&[][..], Vec::as_slice);
        let root = nodes.iter().find(|other| other["backendDOMNodeId"] == node);
        let mut told = String::new();
        tell(nodes, root.unwrap_or_else(|| panic!("{js} is not in the tree")), 0, &mut told);
        told
    }

    /// Compares with `tests/browser/trees/{name}.txt`, which `UPDATE_TREES=1` writes anew.
    pub fn is_told_as(&self, name: &str, js: &str) {
        let told = self.tree(js);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/trees").join(name).with_extension("txt");
        if std::env::var_os("UPDATE_TREES").is_some() {
            std::fs::write(&file, &told).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(told, expected, "{name} is told otherwise; if that is right, run with UPDATE_TREES=1");
    }

    /// What axe finds wrong with the page as it stands: a rule and a place each.
    pub fn violations(&self) -> Vec<String> {
        let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&axe)
            .unwrap_or_else(|fault| panic!("{}: {fault}; `npm ci` brings it", axe.display()));
        if !self.holds("window.axe") {
            self.ask(&axe);
        }
        let said = self.ask(
            "return (async () => {
               const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
               return violations.flatMap(({ id, nodes }) =>
                 nodes.map((node) => `${id} at ${node.target.flat().join(' ')}: ${squeeze(node.failureSummary)}`));
             })();",
        );
        said.as_array().into_iter().flatten().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }
}

/// Writes a node and what is below it. Nodes without a meaning of their own are passed through, and so are line boxes.
fn tell(nodes: &[Value], node: &Value, depth: usize, told: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    if role == "InlineTextBox" {
        return;
    }
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let mut below = depth;
    if node["ignored"] != true && !["none", "generic", "ListMarker"].contains(&role) {
        below += 1;
        let role = if role == "StaticText" { "text" } else { role };
        let indent = "  ".repeat(depth);
        let _ = write!(told, "{indent}{role} {}{}", json!(name), states(node));
        told.truncate(told.trim_end().len());
        told.push('\n');
    }
    let children = node["childIds"].as_array().into_iter().flatten();
    let children: Vec<&Value> = children.filter_map(|id| nodes.iter().find(|other| other["nodeId"] == *id)).collect();
    // A name that is all there is to a node need not be told twice.
    if let [only] = children[..]
        && only["role"]["value"] == "StaticText"
        && only["name"]["value"] == name
        && below > depth
    {
        return;
    }
    for child in children {
        tell(nodes, child, below, told);
    }
}

fn states(node: &Value) -> String {
    let property = |name: &str| {
        let all = node["properties"].as_array().into_iter().flatten();
        let value =
            all.filter(|property| property["name"] == name).map(|property| &property["value"]["value"]).next()?;
        let meant = match value {
            Value::Bool(true) => name.to_owned(),
            Value::Bool(false) if name == "expanded" => "collapsed".to_owned(),
            Value::Bool(false) => return None,
            Value::String(text) if text == "false" && name != "pressed" => return None,
            Value::String(text) => format!("{name}={text}"),
            other => format!("{name}={other}"),
        };
        Some(meant)
    };
    let mut states: Vec<String> = STATES.iter().copied().filter_map(property).collect();
    if let Some(text) = node["description"]["value"].as_str().filter(|text| !text.is_empty()) {
        states.push(format!("description={}", json!(text)));
    }
    if states.is_empty() { String::new() } else { format!(" [{}]", states.join(", ")) }
}
