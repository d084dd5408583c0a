//! The moment from which on a person can use the page.

use super::devtools;
use fantoccini::Client;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// What is run in the page to notice it.
const WATCH: &str = include_str!("ready.js");

/// How long the page may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long the browser takes at most to tell of a long task.
const REST: Duration = Duration::from_millis(500);

/// A page as a link opens it, and what makes it ready.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// The link, from the `#` on.
    pub(crate) hash: &'static str,
    /// Selectors. Something visible that has a text must fit each.
    wanted: &'static [&'static str],
}

/// The first page: its heading, and the two ways to begin.
pub(crate) const HOME: Place = Place {
    hash: "#/",
    wanted: &[
        "#heading",
        ".begin .controls .primary:enabled",
        ".begin .controls button:not(.primary):enabled",
    ],
};

/// The whole form of a request, the request as code, and Send. By a link nothing is filled in, so a press of Send leads to what is
/// missing.
const REQUEST: &[&str] = &[
    ".step.open form.fields:not(:has(.later))",
    ".step.open .code code",
    ".step.open .send button[type=submit]:enabled",
];

/// A step.
pub(crate) const STEP: Place = Place {
    hash: "#/walkthrough/write-and-read/2",
    wanted: REQUEST,
};

/// A step that has a field for each column of a row.
pub(crate) const STEP_WITH_A_ROW: Place = Place {
    hash: "#/walkthrough/write-and-read/4",
    wanted: REQUEST,
};

/// The page of an operation of the reference.
pub(crate) const OPERATION: Place = Place {
    hash: "#/reference/base/listRows",
    wanted: REQUEST,
};

/// When a page was ready.
pub(crate) struct Ready {
    /// How long after the navigation had begun, in milliseconds.
    pub(crate) after: f64,
    /// In milliseconds since 1970.
    pub(crate) moment: f64,
    /// The longest task before that, in milliseconds; 0 where none was long.
    pub(crate) task: f64,
}

impl Place {
    /// Has each page that the browser opens from now on watched.
    pub(crate) async fn watch(self, client: &Client) {
        let source = format!("({WATCH})({});", json!(self.wanted));
        let source = json!({ "source": source });
        devtools::tell(client, "Page.addScriptToEvaluateOnNewDocument", source).await;
    }

    /// Opens the page afresh, and waits until it is ready.
    ///
    /// # Panics
    ///
    /// Panics where it does not become so.
    pub(crate) async fn open(self, client: &Client, origin: &str) -> Ready {
        // To the page that is open already, another hash would lead without loading it.
        client.goto("about:blank").await.unwrap();
        let address = format!("{origin}/{}", self.hash);
        client.goto(&address).await.unwrap();
        let began = Instant::now();
        while run(client, "return Boolean(window.ready?.found);").await != true {
            if began.elapsed() > PATIENCE {
                let missing = run(client, "return window.ready?.missing();").await;
                panic!("{address} is not ready: {missing} is missing");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tokio::time::sleep(REST).await;
        let script = "const { at, wall, task } = window.ready.found; return [at, wall, task()];";
        let told = run(client, script).await;
        let number = |i: usize| told[i].as_f64().expect("a number");
        Ready {
            after: number(0),
            moment: number(1),
            task: number(2),
        }
    }
}

async fn run(client: &Client, script: &str) -> Value {
    client.execute(script, Vec::new()).await.unwrap()
}
