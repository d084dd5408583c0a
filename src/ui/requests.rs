//! The ledger: every request the page has sent.

use super::exchange;
use super::session::session;
use super::text;
use crate::browser::page;
use crate::ui::dynamic::{dynamic, shown_when};
use crate::ui::later::later;
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::http::{Exchange, Line, LineResult};
use playground_core::words;
use playground_core::words::size;
use std::sync::Arc;

/// The list of requests.
#[component]
pub(super) fn Requests() -> impl IntoView {
    view! {
        <h1 id="heading" tabindex="-1">"Requests sent"</h1>
        <p class="lede">
            "Everything this page has sent since it was loaded, besides fetching its own files. Open a request to see what was sent and what came. Tokens, passwords and the credential in an upload link are kept in responses alone."
        </p>
        {list()}
    }
}

later! {
    /// The table, as soon as something was sent, and what forgets all. Much can be forgotten before that: what was typed and what is pinned.
    fn list() in pages {
        sheets::lists();
        let session = session();
        let some = move || session.ledger.with(|ledger| !ledger.lines().is_empty());
        view! {
            {dynamic(move || if some() { table() } else { view! { <p>"No request is listed: none was sent since the page was loaded, or since everything was forgotten."</p> }.into_any() })}
            {shown_when(move || session.made.with(|made| !made.is_empty()), || view! {
                <p class="hint">"“Forget everything” empties the list of what you made too. On the server nothing is removed."</p>
            })}
            <p><button type="button" on:click=move |_| session.forget()>"Forget everything"</button></p>
        }
    }
}

/// A request of the list: its number, and what is known of it.
type Opened = RwSignal<Option<(usize, Arc<Exchange>)>>;

fn table() -> AnyView {
    let opened: Opened = RwSignal::new(None);
    dynamic(move || match opened.get() {
        Some((number, exchange)) => alone(opened, number, exchange),
        None => all(opened),
    })
}

/// One request: what was sent, what came, and the way back.
fn alone(opened: Opened, number: usize, exchange: Arc<Exchange>) -> AnyView {
    let back = move |_| {
        opened.set(None);
        page::focus_soon(id(number).as_str());
    };
    page::focus_soon(REQUEST);
    view! {
        <p><button type="button" on:click=back>"← All requests"</button></p>
        <h2 id=REQUEST class="where" tabindex="-1">{words::exchange::numbered(number, &exchange)} {text::path(&exchange.request.path())}</h2>
        {exchange::by_itself(exchange)}
    }
    .into_any()
}

/// The id of the heading of a request.
const REQUEST: &str = "request";

/// The id of what opens a request.
fn id(number: usize) -> String {
    format!("request-{number}")
}

fn all(opened: Opened) -> AnyView {
    let session = session();
    let rows = move || {
        session.ledger.with(|ledger| {
            ledger
                .lines()
                .iter()
                .enumerate()
                .map(|(i, line)| row(opened, i + 1, line))
                .collect_view()
        })
    };
    view! {
        <div class="scroller" tabindex="0" role="region" aria-labelledby="heading">
            <table class="ledger">
                <thead>
                    <tr>
                        <th scope="col">"No."</th> <th scope="col">"Method"</th> <th scope="col">"Host"</th>
                        <th scope="col">"Path"</th> <th scope="col">"Result"</th> <th scope="col">"Out"</th>
                        <th scope="col">"In"</th> <th scope="col">"Time"</th>
                    </tr>
                </thead>
                <tbody>{dynamic(rows)}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(opened: Opened, number: usize, line: &Line) -> impl IntoView + use<> {
    let result = match &line.result {
        None => "under way".to_owned(),
        Some(LineResult::Status(status)) => status.to_string(),
        Some(LineResult::Failure(failure)) => words::failure::name(failure).to_owned(),
        Some(LineResult::Unread) => "came, unread".to_owned(),
    };
    let path = match session().ledger.with(|ledger| ledger.exchange_of(line)) {
        Some(exchange) => view! {
            <button type="button" class="link" id=id(number) on:click=move |_| opened.set(Some((number, exchange.clone())))>
                {text::path(&line.path)}
            </button>
        }
        .into_any(),
        None => text::path(&line.path),
    };
    let purpose = line.is_check.then_some(" (connection check)");
    view! {
        <tr>
            <td>{number}</td>
            <td>{line.method}</td>
            <td>{line.host.clone()}</td>
            <td class="where">{path}{purpose}</td>
            <td>{result}</td>
            <td data-label="out">{size::bytes(if line.never_left() { 0 } else { line.bytes_out })}</td>
            <td data-label="in">{size::bytes(line.bytes_in)}</td>
            <td>{format!("{} ms", line.elapsed_ms)}</td>
        </tr>
    }
}
