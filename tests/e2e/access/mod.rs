//! What a page owes to those who work by keyboard, by screen reader, or with colours of their own, and no list of rules checks.

mod colours;
mod finding;
mod focus;
mod keyboard;
mod said;
mod told;
mod walkthroughs;

use super::browser::devtools;
use super::stage::Stage;
use serde_json::{Value, json};

impl Stage {
    /// Waits until a script returns true.
    pub(crate) async fn comes_true(&self, script: &str) {
        let mut seen = Value::Null;
        for _ in 0..200 {
            seen = self.run(script, vec![]).await;
            if seen == true {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let focus = "return document.activeElement.outerHTML.slice(0, 200)";
        let focus = self.run(focus, vec![]).await;
        panic!("{script} is {seen}; the focus is on {focus}");
    }

    /// Waits until what fits a selector has the focus.
    pub(crate) async fn has_focus_on(&self, css: &str) {
        let script = format!("return document.activeElement.matches(\"{css}\")");
        self.comes_true(&script).await;
    }

    /// Has the browser tell what it hands to screen readers of an element: its name, and what describes it.
    async fn read_out(&self, css: &str) -> (String, String) {
        self.find(css).await;
        let expression = format!("document.querySelector(\"{css}\")");
        let found = devtools::tell(
            &self.client,
            "Runtime.evaluate",
            json!({ "expression": expression }),
        )
        .await;
        let id = json!({ "objectId": found["result"]["objectId"], "fetchRelatives": false });
        let tree = devtools::tell(&self.client, "Accessibility.getPartialAXTree", id).await;
        let text = |field: &str| {
            let value = &tree["nodes"][0][field]["value"];
            value.as_str().unwrap_or_default().to_owned()
        };
        (text("name"), text("description"))
    }

    /// Sets the size of the window.
    async fn wide(&self, width: u64) {
        let size =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 0, "mobile": false });
        devtools::tell(&self.client, "Emulation.setDeviceMetricsOverride", size).await;
    }
}
