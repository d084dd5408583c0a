//! How long it takes from a link to an operation until its form is laid out, once the area of the reference is there.

use super::browser::site::Site;
use super::browser::{self, devtools};
use super::figure::{self, Figure, Unit};
use super::report::Column;
use super::slowed;
use fantoccini::Locator;
use serde_json::json;

/// What is opened, one after the other: forms of one field and of many, with rows, columns and nested values.
const OPERATIONS: [&str; 10] = [
    "getMetadata",
    "appendRows",
    "createTable",
    "updateRow",
    "listViews",
    "appendColumns",
    "querySQL",
    "createRowLink",
    "deleteRow",
    "listRows",
];

/// Opens them, and returns how long each took, in milliseconds. Asking for a height has all of it laid out.
const OPEN: &str = "const [operations, done] = arguments;\
    const form = () => document.querySelector('.operation form');\
    const next = () => new Promise(then => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); });\
    const open = async operation => {\
        const before = form(), began = performance.now();\
        location.hash = `#/reference/base/${operation}`;\
        do await next(); while (!form() || form() === before);\
        const took = document.body.scrollHeight && performance.now() - began;\
        await new Promise(then => setTimeout(then, 300));\
        return took; };\
    (async () => { const took = []; for (const operation of operations) took.push(await open(operation)); done(took); })();";

/// Measures it.
pub(crate) async fn columns(site: &Site) -> Vec<Column> {
    slowed::columns("opening", async |slowdown| once(site, slowdown).await).await
}

async fn once(site: &Site, slowdown: u32) -> Vec<Figure> {
    let client = browser::open(&[]).await;
    let address = format!("{}/#/reference/base/listColumns", site.origin);
    client.goto(&address).await.unwrap();
    // The area is there once one of its operations is.
    let form = client.wait().for_element(Locator::Css(".operation form"));
    form.await.unwrap();
    let rate = json!({ "rate": slowdown });
    devtools::tell(&client, "Emulation.setCPUThrottlingRate", rate).await;
    let took = client.execute_async(OPEN, vec![json!(OPERATIONS)]).await;
    let took: Vec<f64> = serde_json::from_value(took.unwrap()).unwrap();
    client.close().await.unwrap();
    let worst = took.iter().copied().fold(0.0, f64::max);
    vec![
        Figure::new("**link → form**", Unit::Time, figure::median(took)),
        Figure::new("the longest of 10", Unit::Time, worst),
    ]
}
