//! Made by you: what the requests of this page have made, and the way to remove it again.

use super::session::{MadeState, MadeThing, session};
use super::text;
use crate::browser::{clock, page, task};
use crate::ui::dynamic::{dynamic, flag, memo, shown_when, words};
use crate::ui::later::later;
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::known::Kind;
use playground_core::words;

/// The page.
#[component]
pub(super) fn Made() -> impl IntoView {
    let session = session();
    let count = memo(move || session.made.with(Vec::len));
    view! {
        <h1 id="heading" tabindex="-1">"Made by you"</h1>
        <p class="lede">
            "What you made with this page. A reload or “Forget everything” empties the list; on the server nothing is removed by that."
        </p>
        {dynamic(move || match count.get() {
            0 => view! { <p>"Nothing is listed."</p> }.into_any(),
            count => list(count),
        })}
    }
}

later! {
    /// The list: there is nothing on it before something was made.
    fn list(count: usize) in pages {
        sheets::lists();
        view! {
            <ul class="made">{(0..count).map(|place| view! { <Item place /> }).collect_view()}</ul>
            <All />
        }
    }
}

/// Whether removing it takes more with it than was made here.
fn is_grave(what: Kind) -> bool {
    use Kind::{Base, Department, Group, Table, Team, User};
    matches!(what, Table | Base | Group | Department | User | Team)
}

/// One thing that was made.
#[component]
fn Item(
    /// Its place in the list.
    place: usize,
) -> impl IntoView {
    let session = session();
    let thing = memo(move || session.made.with(|made| made.get(place).cloned()));
    let first = thing.get_untracked()?;
    let asking = RwSignal::new(false);
    let can_go = memo(move || thing.get().is_some_and(|thing| thing.can_go()));
    let told = move || match thing.get().map(|thing| thing.state) {
        Some(MadeState::Going) => "under way …".to_owned(),
        Some(MadeState::Gone) => "removed".to_owned(),
        Some(MadeState::GoneWith(name)) => words::made::gone_with(&name),
        Some(MadeState::Stuck(stuck)) => words::made::listed_not_removed(&stuck.told(session)),
        Some(MadeState::Here) if !can_go.get() => words::made::UNSURE.to_owned(),
        _ => String::new(),
    };
    let call = first
        .call()
        .map(|(method, path)| view! { {method} " " {text::path(&path)} });
    let wanted = if is_grave(first.what) {
        first.name.clone()
    } else {
        String::new()
    };
    let noun = words::made::noun(first.what);
    let name = words::made::name(first.what, &first.name, first.inside.as_deref());
    Some(view! {
        <li>
            <p>
                <b>{noun}</b> " " {name} " " <small>{first.by}</small> " " <span class="told">{words(told)}</span>
                {shown_when(move || can_go.get() && !asking.get(), move || view! {
                    <button type="button" on:click=move |_| asking.set(true)>"Remove"</button>
                })}
            </p>
            <code class="removal">{call}</code>
            {shown_when(move || can_go.get() && asking.get(), move || view! {
                <Confirm id=format!("confirm-{place}") wanted=wanted.clone() asking go=Callback::new(move |()| session.remove(vec![place])) />
            })}
        </li>
    })
}

/// Removes all that is left.
#[component]
fn All() -> impl IntoView {
    let session = session();
    let asking = RwSignal::new(false);
    let left = memo(move || {
        session.made.with(|made| {
            let left = made.iter().enumerate().filter(|(_, thing)| thing.can_go());
            left.map(|(place, _)| place).collect::<Vec<_>>()
        })
    });
    let grave = move || {
        session.made.with_untracked(|made| {
            made.iter()
                .filter(|thing| thing.can_go())
                .any(|thing: &MadeThing| is_grave(thing.what))
        })
    };
    // One thing has its own button.
    let some = memo(move || left.with(|left| left.len() > 1));
    shown_when(
        move || some.get(),
        move || {
            let count = move || left.with(Vec::len);
            view! {
                {shown_when(move || !asking.get(), move || view! {
                    <button type="button" on:click=move |_| asking.set(true)>{words(move || words::made::remove_all(count()))}</button>
                })}
                {shown_when(move || asking.get(), move || {
                    let wanted = if grave() { words::made::all(left.with_untracked(Vec::len)) } else { String::new() };
                    view! { <Confirm id="confirm-all".to_owned() wanted asking go=Callback::new(move |()| session.remove(left.get_untracked())) /> }
                })}
            }
        },
    )
}

/// Asks once more, for some words where the harm could be great.
#[component]
fn Confirm(
    /// The id of its field: several questions can stand at once.
    id: String,
    /// The words that have to be typed; none where a press is enough.
    wanted: String,
    /// Whether the question stands.
    asking: RwSignal<bool>,
    /// What happens then.
    go: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let label = if wanted.is_empty() {
        "This can't be undone.".to_owned()
    } else {
        words::made::to_go_on(&wanted)
    };
    let needs_words = !wanted.is_empty();
    if needs_words {
        // It may stand below the window.
        let field = id.clone();
        task::spawn(async move {
            clock::painted().await;
            page::focus(&field);
        });
    }
    let ready = memo(move || typed.with(|typed| typed.trim() == wanted));
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if ready.get_untracked() {
            asking.set(false);
            go.run(());
        }
    };
    view! {
        <form class="confirm" on:submit=confirm>
            <label for=id.clone()>{label}</label>
            {needs_words.then(|| view! {
                <input id=id type="text" autocomplete="off" bind:value=typed />
            })}
            <button class="danger" type="submit" disabled=flag(move || !ready.get())>"Yes, remove"</button>
            <button type="button" on:click=move |_| asking.set(false)>"Keep"</button>
        </form>
    }
}
