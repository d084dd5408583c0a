//! Another host, to which a response leads: what a person can do about it. Few servers have one.

use crate::browser::relay;
use crate::ui::dynamic::words;
use crate::ui::later::later;
use crate::ui::server_form::with_reload;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::http::Server;
use playground_core::http::elsewhere::server_at;
use playground_core::words;

later! {
    /// The ways to go on with an upload link to another host: to let the page follow it, and without the page.
    pub(in crate::ui) fn ways(link: String) in pages {
        let session = session();
        let is_bound = relay::server().is_some() || session.server.with_untracked(Server::is_in_page);
        let there = server_at(&link);
        let refused = there.is_none().then_some(
            "The page can't be allowed to send there: that needs https, and a name or an address with four numbers.",
        );
        view! {
            {(!is_bound).then(|| view! { {there.map(allow)} {refused.map(|refused| view! { <p>{refused}</p> })} })}
            <p>{words::elsewhere::WITHOUT}</p>
        }
    }
}

/// Offers to let upload links lead to a server.
fn allow(there: Server) -> AnyView {
    let session = session();
    let name = words::server::of_origin(there.origin()).to_owned();
    let own = session.server.with_untracked(words::server::name);
    let words = with_reload(
        &format!("Allow uploads to {name}"),
        session.locked.get_untracked(),
    );
    let told = words::elsewhere::allow(&name, &own);
    view! {
        <p>{told}</p>
        <p><button type="button" on:click=move |_| session.allow_links(&there)>{words}</button></p>
    }
    .into_any()
}

later! {
    /// Says that the requests inside a base belong to another address than the page sends them to.
    pub(in crate::ui) fn base(address: String) in pages {
        let session = session();
        let own = session.server.with_untracked(words::server::name);
        let told = words::elsewhere::base(&address, &own);
        let there = server_at(&address).filter(|_| relay::server().is_none());
        let choose = there.map(|there| {
            let name = format!("Use {}", there.origin());
            view! {
                <p><button type="button" on:click=move |_| session.take(there.clone(), None)>
                    {words(move || with_reload(&name, session.locked.get()))}
                </button></p>
            }
        });
        view! { <p>{told}</p> {choose} }
    }
}
