//! The form of an operation, filled in as a person does it.

use super::Stage;
use super::plan::Act;
use serde_json::{Value, json};

/// Goes to an address, fills the form in and presses Send.
const FILL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/e2e/every_operation/fill.js"
);

/// What the page has shown.
pub(super) struct Filled {
    /// The request as a command of curl, before it was sent.
    pub(super) code: String,
    /// Whether the page has asked before it was sent.
    pub(super) asked: bool,
}

/// Fills the form in, and sends the request, if it can be sent.
pub(super) async fn fill(
    stage: &Stage,
    hash: &str,
    acts: &[Act],
    is_sent: bool,
) -> Result<Filled, String> {
    let acts: Vec<_> = acts.iter().map(Act::json).collect();
    let arguments = vec![json!(hash), json!(acts), json!(is_sent)];
    let script = std::fs::read_to_string(FILL).unwrap();
    let told = stage.client.execute_async(&script, arguments).await;
    let told = told.map_err(|error| error.to_string())?;
    match &told["fault"] {
        Value::String(fault) => Err(fault.clone()),
        _ => Ok(Filled {
            code: told["code"].as_str().unwrap_or_default().to_owned(),
            asked: told["asked"] == true,
        }),
    }
}
