//! The page held against the rules of axe-core: WCAG 2 up to level AA and best practice, in both themes, in forced colours, and on a phone.

mod around;
mod pictures;
mod reference;
mod walkthroughs;

use super::browser::devtools;
use super::stage::Stage;
use serde_json::json;
use std::collections::BTreeMap;

/// Where the set-up puts it.
const SOURCE: &str = "target/tools/axe/node_modules/axe-core/axe.min.js";

/// Runs the rules (that of contrast not where the system forces its colours, which the rule does not see) and hands back one line for each place that breaks one: the rule, the place, and what is wrong.
const RUN: &str = "const done = arguments[arguments.length - 1];\
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];\
    const options = { runOnly: tags, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], preload: false };\
    if (matchMedia('(forced-colors: active)').matches) options.rules['color-contrast'] = { enabled: false };\
    const line = rule => node => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary.replace(/\\s+/g, ' ')}`;\
    axe.run(document, options).then(found => done(found.violations.flatMap(rule => rule.nodes.map(line(rule)))), error => done([String(error)]));";

/// How a page can look: a name, the colours that the system asks for, and whether it forces its own.
const LOOKS: [(&str, &str, &str); 3] = [
    ("light", "light", "none"),
    ("dark", "dark", "none"),
    ("forced", "dark", "active"),
];

/// A screen, and a phone.
const WIDTHS: [u64; 2] = [1280, 360];

/// The rules, and what has broken them so far: each fault with the states in which it was seen.
struct Axe {
    source: String,
    found: BTreeMap<String, Vec<String>>,
}

impl Axe {
    /// `None` if this machine has not got it. That is a failure where `CI` is set.
    fn find() -> Option<Self> {
        match std::fs::read_to_string(SOURCE) {
            Ok(source) => Some(Self {
                source,
                found: BTreeMap::new(),
            }),
            Err(_) => {
                left_out::expected("axe-core is not set up (cargo xtask test does that)");
                None
            }
        }
    }

    /// Looks at what is open, however it can look.
    async fn look(&mut self, stage: &Stage, state: &str) {
        for width in WIDTHS {
            self.look_at(stage, state, width).await;
        }
    }

    /// Looks at what is open in a window of this width.
    async fn look_at(&mut self, stage: &Stage, state: &str, width: u64) {
        // The policy of the page binds no script of a driver.
        if stage.run("return !window.axe", vec![]).await == true {
            stage.run(&self.source, vec![]).await;
        }
        let size =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 0, "mobile": false });
        devtools::tell(&stage.client, "Emulation.setDeviceMetricsOverride", size).await;
        // What is scrolled halfway below the top bar is smaller than it is for who scrolls on.
        stage.run("scrollTo(0, 0)", vec![]).await;
        for (look, scheme, forced) in LOOKS {
            let features = json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "forced-colors", "value": forced },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] });
            devtools::tell(&stage.client, "Emulation.setEmulatedMedia", features).await;
            pictures::take(stage, &format!("{state}-{width}-{look}")).await;
            let found = stage.client.execute_async(RUN, vec![]).await.unwrap();
            for fault in found.as_array().into_iter().flatten() {
                let fault = fault.as_str().unwrap_or_default().to_owned();
                let seen = self.found.entry(fault).or_default();
                seen.push(format!("{state}, {look}, {width} px"));
            }
        }
        for command in [
            "Emulation.setEmulatedMedia",
            "Emulation.clearDeviceMetricsOverride",
        ] {
            devtools::tell(&stage.client, command, json!({ "features": [] })).await;
        }
    }

    /// Ends the test.
    fn holds(self) {
        let told = |(fault, seen): (String, Vec<String>)| {
            format!("{fault}\n    seen in: {}", seen.join("; "))
        };
        let found: Vec<_> = self.found.into_iter().map(told).collect();
        assert!(
            found.is_empty(),
            "the page breaks rules of accessibility:\n{}",
            found.join("\n")
        );
    }
}

impl Stage {
    /// Goes to an address of the page without loading it again.
    pub(crate) async fn go_to(&self, hash: &str) {
        self.run("location.hash = arguments[0]", vec![json!(hash)])
            .await;
    }
}
