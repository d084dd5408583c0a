//! How long the page takes from a link to a step until a request can be sent.

use super::browser::log::DEVTOOLS;
use super::browser::network::{self, Fetched};
use super::browser::ready::STEP;
use super::browser::site::Site;
use super::browser::{self, devtools};
use super::figure::{self, Figure, Unit};
use super::report::Column;
use fantoccini::Client;
use serde_json::json;
use std::time::Duration;

/// How often each is measured, each time in a fresh browser.
const RUNS: usize = 5;

/// How long a page is left alone before it is opened again: it fetches what it can, and the browser puts away what it compiled.
const REST: Duration = Duration::from_secs(6);

/// A machine, and its way to the host.
struct Conditions {
    /// How many times slower the processor is.
    slowdown: u32,
    /// What the network carries, in bits a second, and how long an answer takes, in milliseconds.
    network: Option<(u32, u32)>,
    /// The heads of the columns: one for each visit.
    visits: &'static [&'static str],
}

const CONDITIONS: [Conditions; 3] = [
    Conditions {
        slowdown: 1,
        network: None,
        visits: &["as it is"],
    },
    Conditions {
        slowdown: 4,
        network: None,
        visits: &["4 × CPU"],
    },
    Conditions {
        slowdown: 4,
        network: Some((10_000_000, 40)),
        visits: &[
            "4 × CPU, 10 Mbit/s, 40 ms",
            "the same, second visit",
            "third visit",
        ],
    },
];

/// Measures the start under all conditions, and says how it goes on.
pub(crate) async fn columns(site: &Site) -> Vec<Column> {
    let mut columns = Vec::new();
    for conditions in &CONDITIONS {
        let mut runs = Vec::new();
        for run in 1..=RUNS {
            let visits = conditions.once(site).await;
            for (head, figures) in conditions.visits.iter().zip(&visits) {
                println!("start, {head}, run {run} of {RUNS}:");
                figure::print(figures);
            }
            runs.push(visits);
        }
        columns.extend(conditions.visits.iter().enumerate().map(|(visit, &head)| {
            let runs: Vec<_> = runs.iter().map(|visits| visits[visit].clone()).collect();
            let figures = figure::medians(&runs);
            Column { head, figures }
        }));
    }
    columns
}

impl Conditions {
    /// Opens the page in a fresh browser as often as there are visits.
    async fn once(&self, site: &Site) -> Vec<Vec<Figure>> {
        let client = browser::open(&[DEVTOOLS]).await;
        STEP.watch(&client).await;
        self.impose(&client).await;
        let mut visits = Vec::new();
        for visit in 0..self.visits.len() {
            if visit > 0 {
                tokio::time::sleep(REST).await;
                // What the page fetched in the meantime belongs to no visit.
                network::fetched(&client, &site.origin).await;
            }
            let ready = STEP.open(&client, &site.origin).await;
            let mut fetched = network::fetched(&client, &site.origin).await;
            fetched.retain(|it| it.asked <= ready.moment);
            visits.push(vec![
                Figure::new("**link → ready to send**", Unit::Time, ready.after),
                Figure::new("longest task until then", Unit::Task, ready.task),
                Figure::new("requests until then", Unit::Count, requests(&fetched)),
                Figure::new("fetched until then", Unit::Size, bytes(&fetched)),
            ]);
        }
        client.close().await.unwrap();
        visits
    }

    async fn impose(&self, client: &Client) {
        let rate = json!({ "rate": self.slowdown });
        devtools::tell(client, "Emulation.setCPUThrottlingRate", rate).await;
        let Some((bits, latency)) = self.network else {
            return;
        };
        let bytes = bits / 8;
        let network = json!({
            "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes,
        });
        devtools::tell(client, "Network.emulateNetworkConditions", network).await;
    }
}

/// How many requests went out.
fn requests(fetched: &[Fetched]) -> f64 {
    let count = fetched.iter().filter(|it| !it.is_cached).count();
    u32::try_from(count).expect("a few").into()
}

fn bytes(fetched: &[Fetched]) -> f64 {
    fetched.iter().map(|it| it.bytes).sum()
}
