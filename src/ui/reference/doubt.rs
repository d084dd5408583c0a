//! What SeaTable would drop or change of the rows in a request without an error: asked about before the request is sent, and before
//! anybody is asked what harm it could do.

use crate::browser::task;
use crate::ui::dynamic::dynamic;
use crate::ui::form::{FormOf, Press, columns, doubted};
use crate::ui::later::{later, soon};
use crate::ui::session::{Sketch, session};
use leptos::prelude::*;
use playground_core::http::{Body, PreparedRequest};
use playground_core::json::Document;
use playground_core::row::{self, Doubt};

/// The question that stands: what is doubtful, and the request that it is about. Another request needs a question of its own.
type Asked = RwSignal<Option<(Vec<Doubt>, PreparedRequest)>>;

/// Lists what is doubtful in the rows of a request, which stand at some steps of its body.
type Doubter = fn(FormOf, &str, &PreparedRequest) -> Vec<Doubt>;

later! {
    /// Fetches what finds it, which knows the types of columns.
    async fn doubter() -> Doubter, doubts in editors;
}

fn doubts(of: FormOf, place: &str, request: &PreparedRequest) -> Vec<Doubt> {
    let Body::Json(text) = &request.body else {
        return Vec::new();
    };
    let (list, rest) = place.split_once("/*").unwrap_or((place, ""));
    let body = Document::parse(text.shown().into_owned().into_bytes());
    let found = body.pointer(list).zip(untrack(|| columns(of)));
    found.map_or_else(Vec::new, |(rows, columns)| {
        row::doubts(&body.text(rows), rest, &columns)
    })
}

/// Returns the place of the question, and what Send does: it asks about doubtful rows, and goes on to `press` with any others.
pub(super) fn first(of: FormOf, press: Press) -> (Option<AnyView>, Press) {
    let body = of.operation.body.as_ref();
    let Some(place) = body.and_then(|body| body.schema.row()) else {
        return (None, press);
    };
    let session = session();
    let asked = Asked::new(None);
    let press = StoredValue::new(press);
    let go_on = move |request| press.try_with_value(|press| press(request)).is_some();
    let owner = Owner::current();
    let ask = move |request: PreparedRequest| {
        let (place, owner) = (place.clone(), owner.clone());
        task::spawn(async move {
            let doubts = soon(doubter()).await;
            // What has waited has no contexts, and both ways on look for the session.
            let go = move || {
                let doubts = doubts.map_or_else(Vec::new, |doubts| doubts(of, &place, &request));
                if doubts.is_empty() {
                    go_on(request);
                } else {
                    session.say("Not sent yet.");
                    let _ = asked.try_set(Some((doubts, request)));
                }
            };
            // Nothing goes on where the form is gone by now.
            if let Some(owner) = owner.filter(|_| !asked.is_disposed()) {
                owner.with(go);
            }
        });
    };
    let question = dynamic(move || {
        let (doubts, about) = asked.get()?;
        let is_same = |sketch: &Option<Sketch>| {
            let sendable = sketch.as_ref().and_then(Sketch::sendable);
            sendable == Some(&about)
        };
        let is_same = of.drafted.sketch.with(is_same);
        let send = Callback::new(move |()| {
            asked.set(None);
            go_on(about.clone());
        });
        is_same.then(|| question(doubts, send))
    });
    (Some(question), Box::new(ask))
}

later! {
    fn question(doubts: Vec<Doubt>, send: Callback<()>) in editors {
        doubted(&doubts, move || send.run(()))
    }
}
