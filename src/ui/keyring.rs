//! The keyring: the tokens that the page holds, the life left in them, and the way to forget them.

use super::session::session;
use crate::browser::{page, task};
use crate::ui::dynamic::{dynamic, effect, memo, shown_when, words};
use crate::ui::later::later;
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::catalogue::ValueKind;
use playground_core::known::Thing;
use playground_core::words;
use playground_core::words::size;

const ID: &str = "keyring-dialog";

/// A token that the page holds.
#[derive(Clone, PartialEq)]
struct Held {
    kind: TokenKind,
    /// The token itself, to be forgotten; none where what was entered can be none.
    secret: Option<Secret>,
    /// The walkthroughs and operations that hold it.
    holders: Vec<&'static str>,
    /// Whether it may write; none where the token does not say.
    rights: Option<String>,
    /// When it expires, in seconds since 1970; none where it does not say.
    expires: Option<u64>,
    /// The base that it opens: its name, where the step that gave the token gave that too, else its id.
    base: Option<String>,
}

fn held() -> Vec<Held> {
    let session = session();
    let mut tokens: Vec<Held> = Vec::new();
    // Each token once, however many hold it: one press forgets it everywhere.
    let mut add = |token: Held| {
        let is_it = |other: &&mut Held| token.secret.is_some() && other.secret == token.secret;
        match tokens.iter_mut().find(is_it) {
            Some(other) => {
                other.base = other.base.take().or(token.base);
                other.holders.extend(token.holders);
            }
            None => tokens.push(token),
        }
    };
    for (_, run) in session.runs() {
        let walkthrough = run.walkthrough();
        run.with_values(|run| {
            for value in (0..walkthrough.steps.len()).flat_map(|step| run.values(step)) {
                let Some(token) = value.token else { continue };
                let claims = token.claims.as_ref();
                let named = run.values(value.reference.step).into_iter();
                let name = named
                    .filter(|value| value.kind == ValueKind::BaseName)
                    .map(|value| value.plain.to_owned())
                    .next();
                let uuid = claims.and_then(|claims| claims.dtable_uuid.clone());
                add(Held {
                    base: uuid.map(|uuid| name.unwrap_or(uuid)),
                    kind: token.kind,
                    secret: token.secret.as_ref().ok().cloned(),
                    holders: vec![walkthrough.title],
                    rights: claims.and_then(|claims| claims.permission.clone()),
                    expires: claims.and_then(|claims| claims.exp_seconds),
                });
            }
        });
    }
    session.each_operation_token(|operation, token| add(held_by(token, operation.title.as_ref())));
    session.with_values(|values| {
        let given = values.known.things().filter_map(Thing::given_token);
        given.for_each(|token| add(held_by(&token, "from a response")));
    });
    tokens
}

/// A token with what it says itself.
fn held_by(token: &Token, holder: &'static str) -> Held {
    let claims = token.claims.as_ref();
    Held {
        base: claims.and_then(|claims| claims.dtable_uuid.clone()),
        kind: token.kind,
        secret: token.secret.as_ref().ok().cloned(),
        holders: vec![holder],
        rights: claims.and_then(|claims| claims.permission.clone()),
        expires: claims.and_then(|claims| claims.exp_seconds),
    }
}

fn life(token: &Held, now: u64) -> String {
    match token.expires {
        None => String::new(),
        Some(expires) if expires <= now => "expired".to_owned(),
        Some(expires) => format!("{} left", size::time_left(expires - now)),
    }
}

/// Whether the page holds a token.
fn holds_some() -> bool {
    let session = session();
    let mut has_some = false;
    session.each_operation_token(|_, _| has_some = true);
    has_some
        || session.with_values(|values| values.gave_token)
        || session.runs().into_iter().any(|(_, run)| {
            let steps = run.walkthrough().steps.len();
            run.with_values(|run| {
                let mut values = (0..steps).flat_map(|step| run.values(step));
                values.any(|value| value.token.is_some())
            })
        })
}

/// The button of the keyring. Nothing while the page holds no token.
#[component]
pub(super) fn KeyringButton() -> impl IntoView {
    let some = memo(holds_some);
    let drawn = RwSignal::new(None::<fn() -> AnyView>);
    effect(move || {
        if some.get() && drawn.get_untracked().is_none() {
            task::spawn(async move {
                // Without it the page works all the same: the next token asks for it again.
                if let Ok(draw) = drawer().await {
                    let _ = drawn.try_set(Some(draw));
                }
            });
        }
    });
    dynamic(move || drawn.get().filter(|_| some.get()).map(|draw| draw()))
}

later! {
    /// Fetches what draws the button.
    async fn drawer() -> fn() -> AnyView, button in pages;
}

/// Names the token that lives shortest, and opens the dialog.
fn button() -> AnyView {
    let tokens = memo(held);
    let now = session().now;
    dynamic(move || {
        let tokens = tokens.get();
        let token = tokens
            .iter()
            .min_by_key(|token| token.expires.unwrap_or(u64::MAX))?
            .clone();
        let expired = token.expires.is_some_and(|expires| expires <= now.get());
        Some(view! {
            <button class="bar-button key" type="button" aria-haspopup="dialog" on:click=move |_| {
                // What was entered since the last response counts too.
                session().wake_values();
                page::show_dialog(ID);
            }>
                <span class="dot" class:ok=!expired aria-hidden="true"></span>
                <span>{token.kind.name()}</span>
                <span class="life">{words(move || life(&token, now.get()))}</span>
            </button>
        })
    })
    .into_any()
}

/// The dialog. It cannot be opened before there is a token, and is empty until then.
#[component]
pub(super) fn KeyringDialog() -> impl IntoView {
    view! {
        <dialog id=ID aria-labelledby="keyring-title">
            <h2 id="keyring-title">"Tokens this page holds"</h2>
            {shown_when(holds_some, content)}
        </dialog>
    }
}

later! {
    /// What the dialog shows.
    fn content() in pages {
        sheets::lists();
        sheets::dialogs();
        keys()
    }
}

fn keys() -> impl IntoView {
    let session = session();
    let tokens = memo(held);
    let now = session.now;
    let rows = move || {
        let row = |token: Held| {
            let rights = words::token::rights(token.rights.as_deref());
            let life = life(&token, now.get());
            let holders = token.holders.join(", ");
            let forget = token.secret.map(|secret| {
                let label = words::token::forget(token.kind, &holders);
                let forget = move |_| {
                    session.forget_token(&secret);
                    if !untrack(holds_some) {
                        page::close_dialog(ID);
                    }
                };
                view! { <button type="button" aria-label=label on:click=forget>"Forget"</button> }
            });
            view! {
                <li>
                    <b>{token.kind.name()}</b> <span>{token.base.clone()}</span> <span>{rights}</span> <span>{life}</span>
                    <small>{holders}</small>
                    {forget}
                </li>
            }
        };
        tokens.get().into_iter().map(row).collect_view()
    };
    view! {
        <p>"They are only in this page's memory, and gone after a reload."</p>
        <p class="hint">
            "“Forget” empties the fields that have this token, and takes the responses that contain it from the page. What was made with \
             it can't be removed from here any more. The token stays valid on the server."
        </p>
        <p class="hint">
            "“Forget everything” empties all fields and responses, and the lists of requests and of what you made. \
             Nothing is removed on the server."
        </p>
        <ul class="keys">{dynamic(rows)}</ul>
        <p class="foot">
            <button type="button" on:click=move |_| {
                session.forget();
                page::close_dialog(ID);
            }>"Forget everything"</button>
            // The focus goes here when the dialog opens, and not to what forgets: Enter that is pressed twice must not forget a token.
            <button type="button" autofocus on:click=|_| page::close_dialog(ID)>"Close"</button>
        </p>
    }
}
