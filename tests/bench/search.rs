//! How long a keystroke in the search takes until the list of results is laid out.

use super::browser::site::Site;
use super::browser::{self, devtools};
use super::figure::{self, Figure, Unit};
use super::report::Column;
use super::slowed;
use fantoccini::Locator;
use serde_json::json;

/// What is typed, letter by letter.
const QUERIES: [&str; 4] = [
    "list rows",
    "turn on two factor for a user",
    "/api/v2.1/workspace/1/dtable/",
    "api token permision",
];

/// Types them, and returns how long each letter took, in milliseconds. What follows from a letter is done before the next task, and
/// asking for a height has all of it laid out.
const TYPE: &str = "const [queries, done] = arguments, box = document.querySelector('#search'), rail = document.querySelector('.rail');\
    const next = () => new Promise(then => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); });\
    const letter = async text => {\
        const began = performance.now();\
        box.value = text;\
        box.dispatchEvent(new Event('input', { bubbles: true }));\
        await next();\
        return rail.scrollHeight && performance.now() - began; };\
    (async () => { const took = [];\
        for (const query of queries) for (let end = 1; end <= query.length; end++) took.push(await letter(query.slice(0, end)));\
        done(took); })();";

/// Measures it.
pub(crate) async fn columns(site: &Site) -> Vec<Column> {
    slowed::columns("search", async |slowdown| once(site, slowdown).await).await
}

async fn once(site: &Site, slowdown: u32) -> Vec<Figure> {
    let client = browser::open(&[]).await;
    client.goto(&format!("{}/#/", site.origin)).await.unwrap();
    let find = |css| client.wait().for_element(Locator::Css(css));
    // The first search fetches its part of the page, and the index.
    let search = find("#search").await.unwrap();
    search.send_keys("row").await.unwrap();
    find(".hit").await.unwrap();
    let rate = json!({ "rate": slowdown });
    devtools::tell(&client, "Emulation.setCPUThrottlingRate", rate).await;
    let took = client.execute_async(TYPE, vec![json!(QUERIES)]).await;
    let took: Vec<f64> = serde_json::from_value(took.unwrap()).unwrap();
    client.close().await.unwrap();
    let worst = took.iter().copied().fold(0.0, f64::max);
    vec![
        Figure::new("**keystroke → list**", Unit::Frame, figure::median(took)),
        Figure::new("the longest of 86 keystrokes", Unit::Frame, worst),
    ]
}
