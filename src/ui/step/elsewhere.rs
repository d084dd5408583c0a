//! Another host, to which a response leads: why the page does not go there, and what a person can do.

use crate::browser::relay;
use crate::http::{Elsewhere, Server, WITHOUT};
use crate::ui::dynamic::words;
use crate::ui::server_form::with_reload;
use crate::ui::session::session;
use crate::ui::text;
use leptos::prelude::*;

/// The ways to go on with an upload link to another host: to let the page follow it, and without the page.
pub(super) fn ways(elsewhere: &Elsewhere) -> AnyView {
    let session = session();
    let is_bound = relay::server().is_some() || session.server.with_untracked(Server::is_in_page);
    let there = elsewhere.server.clone().filter(|_| !is_bound);
    let allow = there.map(|there| {
        let name = text::origin_name(there.origin()).to_owned();
        let own = session.server.with_untracked(text::server_name);
        let words = with_reload(&format!("Allow uploads to {name}"), session.locked.get_untracked());
        let told = format!(
            "Some servers keep files on a host of their own. If {name} belongs to yours, allow it: the page then locks itself to both. \
             Your tokens go to {own} alone; an upload has none, but whoever has its link can upload. A reload forgets tokens, passwords, \
             chosen files and responses; what else you typed is kept."
        );
        view! {
            <p>{told}</p>
            <p><button type="button" on:click=move |_| session.allow_links(&there)>{words}</button></p>
        }
    });
    let refused = (elsewhere.server.is_none() && !is_bound)
        .then_some("The page can't be allowed to send there: that takes https, and a name or an address with four numbers.");
    view! {
        {allow}
        {refused.map(|refused| view! { <p>{refused}</p> })}
        <p>{WITHOUT}</p>
    }
    .into_any()
}

/// Says that the requests inside a base belong on another host than the page sends them to.
pub(super) fn base(elsewhere: &Elsewhere) -> AnyView {
    let session = session();
    let own = session.server.with_untracked(text::server_name);
    let told = format!(
        "SeaTable names {} for the requests inside the base (dtable_server). This page sends them to {own} all the same: your tokens go \
         to no other host. If they fail there, choose the other server.",
        elsewhere.host
    );
    let choose = elsewhere.server.clone().map(|there| {
        let name = format!("Use {}", there.origin());
        view! {
            <p><button type="button" on:click=move |_| session.take(there.clone(), None)>
                {words(move || with_reload(&name, session.locked.get()))}
            </button></p>
        }
    });
    view! { <p>{told}</p> {choose} }.into_any()
}
