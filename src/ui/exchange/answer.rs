//! The answer: its views, and the one that is chosen.

use super::Response;
use super::tabs::{Tabs, panel};
use super::{headers, more, raw, tree};
use crate::browser::finding::find_key;
use crate::browser::page;
use crate::ui::dynamic::{dynamic, effect, effect_after};
use crate::ui::session::{View, session};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use playground_core::http::Answer;
use playground_core::table;

/// The id of what the chosen view shows.
const PANEL: &str = "view";

/// The answer of an exchange, or what came of it. Nothing where there was none.
#[component]
pub(super) fn AnswerView(
    /// The response.
    response: Response,
) -> impl IntoView {
    let session = session();
    let desk = response.desk;
    let views = views(&response)?;
    let look = session.look(desk, &response.exchange.request);
    let kept = look
        .view
        .and_then(|view| views.iter().position(|other| *other == view));
    let chosen = RwSignal::new(kept.unwrap_or_default());
    let offered = views.clone();
    effect_after(move |before: Option<usize>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            session.keep_look(desk, |look| look.view = offered.get(now).copied());
        }
        now
    });
    let goal = RwSignal::new(None::<String>);
    let json = views.iter().position(|view| *view == View::Json);
    effect(move || {
        if let (Some(pointer), Some(json)) = (goal.get(), json) {
            session.keep_look(desk, |look| look.active = pointer);
            chosen.set(json);
        }
    });
    // What of the response is not drawn, the browser does not find: that is done in the tree.
    let is_cut = raw::is_cut(&response.exchange);
    let shown = views.clone();
    let sought = move |event: KeyboardEvent| {
        let is_drawn_in_part = match shown.get(chosen.get_untracked()) {
            Some(View::Table | View::Path | View::Changes) => true,
            Some(View::Raw) => is_cut,
            _ => false,
        };
        let is_asked = event.key() != "/" && find_key(&event).is_some();
        if let Some(json) = json.filter(|_| is_drawn_in_part && is_asked) {
            event.prevent_default();
            chosen.set(json);
            page::focus_first(format!("#{}-find", desk.element("tree")));
        }
    };
    let names = views.iter().copied().map(name).collect();
    let agreement = response
        .agreement
        .map(|agreement| (agreement.told)(agreement, response.exchange.clone(), goal));
    Some(view! {
        {agreement}
        <div class="tabs">
            <Tabs of=PANEL label="View of the response" names chosen />
        </div>
        {panel(PANEL, chosen, view! { <div on:keydown=sought>{dynamic(move || {
            let response = response.clone();
            match views.get(chosen.get()).copied() {
                Some(View::Json) => tree::tree(response),
                Some(View::Table) => more::table_view(response, goal),
                Some(View::Path) => more::path_view(desk, response.exchange, goal),
                Some(View::Changes) => more::changes_view(response, goal),
                Some(View::Picture) => more::picture_view(response.exchange),
                Some(View::Hex) => more::hex_view(response.exchange),
                Some(View::Raw) => raw::raw(response.exchange),
                Some(View::Headers) | None => headers::headers(&response.exchange),
            }
        })}</div> }.into_any())}
    })
}

/// The views that an answer has, the best first.
fn views(response: &Response) -> Option<Vec<View>> {
    let answer = response.exchange.shown()?;
    let mut views = Vec::new();
    if answer.picture().is_some() {
        views.push(View::Picture);
    }
    if answer.body.root().is_some() {
        views.push(View::Json);
        if !table::sources(&answer.body).is_empty() {
            views.push(View::Table);
        }
        views.push(View::Path);
        if response.before.is_some() {
            views.push(View::Changes);
        }
    }
    views.push(if is_text(answer) {
        View::Raw
    } else {
        View::Hex
    });
    views.push(View::Headers);
    Some(views)
}

fn is_text(answer: &Answer) -> bool {
    answer.body.root().is_some() || answer.decoded.is_some() || answer.is_text()
}

fn name(view: View) -> &'static str {
    match view {
        View::Json => "JSON",
        View::Table => "Table",
        View::Path => "Path",
        View::Changes => "Changes",
        View::Picture => "Picture",
        View::Raw => "Raw",
        View::Hex => "Hex",
        View::Headers => "Headers",
    }
}
