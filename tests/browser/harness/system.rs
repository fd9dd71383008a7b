//! What does a user's system ask of a page? A very small screen, dark colours, forced ones, more contrast, no movement.

use super::engine::Engine;
use super::user::{User, VIEW};
use serde_json::{Value, json};

/// Why a story in media that the user chose is not told there.
pub const NO_MEDIA: &str = "its driver cannot choose media features";
/// Why a story in a very narrow window is not told there.
pub const NO_NARROW: &str = "its window cannot be made 320 pixels wide";

impl User {
    /// Does something while the user's system asks for this: `&[("prefers-contrast", "more")]`.
    pub fn with_media(&self, features: &[(&str, &str)], act: impl FnOnce()) {
        self.ask_for(features);
        act();
        self.ask_for(&[]);
    }

    fn ask_for(&self, features: &[(&str, &str)]) {
        if self.browser.engine == Engine::Firefox {
            let asked = |name: &str| features.iter().find(|(feature, _)| *feature == name).map(|(_, value)| *value);
            // Preferences, which outlive the way to another page. A system theme of black on white is what Firefox takes
            // for the wish for more contrast.
            let script = "const [scheme, motion, colours, contrast] = arguments;
                const prefer = (name, value) => Services.prefs.setIntPref(name, value);
                prefer('layout.css.prefers-color-scheme.content-override', { dark: 0, light: 1 }[scheme] ?? 2);
                prefer('ui.prefersReducedMotion', motion === 'reduce' ? 1 : 0);
                prefer('browser.display.document_color_use', colours ? 2 : 1);
                prefer('ui.useAccessibilityTheme', contrast ? 1 : 0);";
            let names = ["prefers-color-scheme", "prefers-reduced-motion", "forced-colors", "prefers-contrast"];
            let values: Vec<Value> = names.into_iter().map(|name| json!(asked(name))).collect();
            self.browser.session.run_in_chrome(script, &values).unwrap_or_else(|fault| panic!("{fault}"));
        } else {
            let features: Vec<Value> =
                features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
            self.cdp("Emulation.setEmulatedMedia", &json!({ "features": features }));
        }
        for (name, value) in features {
            self.until_holds("the page is told so", &format!("matchMedia('({name}: {value})').matches"));
        }
    }

    /// Does something while the page is so large, however small that is.
    pub fn with_view(&self, width: u32, height: u32, act: impl FnOnce()) {
        if self.browser.engine != Engine::Chromium {
            self.resize(width.into(), height.into());
            act();
            self.resize(VIEW.0, VIEW.1);
            return;
        }
        let view = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", &view);
        self.until_holds("the page has this size", &format!("innerWidth === {width} && innerHeight === {height}"));
        act();
        self.cdp("Emulation.clearDeviceMetricsOverride", &json!({}));
    }
}
