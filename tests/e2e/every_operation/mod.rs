//! Every operation of the reference: its page opens by its address, its form is filled in through its controls, and what arrives is
//! what the page has shown and what SeaTable's documents describe.
//!
//! The operations go in batches, which run side by side.

mod fill;
mod plan;
mod preview;
#[path = "../../operations/samples.rs"]
mod samples;

use super::stage::{PATIENCE, Stage};
use arazzo::Catalogue;
use contract::Documents;
use fill::Filled;
use playground_core::catalogue::Operation;
use playground_core::route::Route;
use practice::http::{Options, Received, StandIn};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

/// Returns all operations, as the build reads them.
fn operations() -> &'static [Operation] {
    static READ: OnceLock<Catalogue> = OnceLock::new();
    let read = || {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
        Catalogue::read(&folder).unwrap()
    };
    READ.get_or_init(read).operations()
}

/// A server that takes note of every request and answers all of them alike.
fn recorder() -> Options {
    let stand_in = StandIn::new("/", "application/json", "{}");
    Options {
        stand_ins: Arc::new(Mutex::new(vec![stand_in])),
        ..Options::default()
    }
}

/// Checks one of so many batches.
async fn check(batch: usize, of: usize) {
    let stage = Stage::set_with(recorder()).await;
    stage
        .open(&format!("#/reference?server={}", stage.server))
        .await;
    stage.press("Use this server").await;
    let documents = Documents::find_for_part();
    let mut faults = Vec::new();
    let mut count = 0;
    for operation in operations().iter().skip(batch).step_by(of) {
        count += 1;
        let name = format!("{} {}", operation.area.name(), operation.id);
        if let Err(fault) = one(&stage, operation, documents).await {
            faults.push(format!("{name}: {fault}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {count} operations:\n{}",
        faults.len(),
        faults.join("\n")
    );
    stage.close().await;
}

async fn one(
    stage: &Stage,
    operation: &'static Operation,
    documents: Option<&Documents>,
) -> Result<(), String> {
    let hash = Route::operation(operation.area.name(), &operation.id).to_string();
    let before = stage.sent().len();
    let is_sent = !operation.flags.body_on_get;
    let acts = plan::of(operation);
    let Filled { code, asked } = fill::fill(stage, &hash, &acts, is_sent).await?;
    let shown = preview::read(&code, &plan::secrets(operation))?;
    if !is_sent {
        // No browser sends a body with GET: the page gives the code alone.
        let is_whole = shown.method == "GET" && shown.body.is_some();
        return is_whole.then_some(()).ok_or(format!("the code is {code}"));
    }
    let received = arrived(stage, before).await;
    let received = received.ok_or_else(|| format!("nothing arrived; asked: {asked}"))?;
    shown.compare(&received.request, &stage.server)?;
    let request = &received.request;
    let faults = documents.map(|documents| {
        documents.faults(&contract::Request {
            method: &request.method,
            path: &request.path,
            query: &request.query,
            headers: &request.headers,
            body: &request.body,
        })
    });
    match faults.unwrap_or_default() {
        faults if faults.is_empty() => Ok(()),
        faults => Err(faults.join("; ")),
    }
}

/// Waits for the request that follows those that were there before.
async fn arrived(stage: &Stage, before: usize) -> Option<Received> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if let Some(received) = stage.sent().into_iter().nth(before) {
            return Some(received);
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    None
}

macro_rules! batches {
    ($($name:ident: $batch:literal;)*) => {
        const BATCHES: usize = [$($batch),*].len();

        $(
            #[tokio::test]
            async fn $name() {
                check($batch, BATCHES).await;
            }
        )*
    };
}

batches! {
    each_first_of_four_is_sent_as_it_is_shown: 0;
    each_second_of_four_is_sent_as_it_is_shown: 1;
    each_third_of_four_is_sent_as_it_is_shown: 2;
    each_fourth_of_four_is_sent_as_it_is_shown: 3;
}
