//! A question before a request is sent that could do harm: it stands below Send, and nothing but a press of its own button sends.

use super::{FormOf, Press, shell};
use crate::browser::page;
use crate::ui::dynamic::{dynamic, effect, flag, memo};
use crate::ui::session::session;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use playground_core::harm::{Back, Named, Question, Risk};
use playground_core::http::PreparedRequest;
use playground_core::known::Kind;
use playground_core::words;

/// What a question is about, and what is known where it stands.
#[derive(Clone, Copy)]
pub(in crate::ui) struct About {
    /// The form.
    pub(in crate::ui) of: FormOf,
    /// What its operation can do.
    pub(in crate::ui) risk: &'static Risk,
    /// Finds the name of a thing by what a request names it by.
    pub(in crate::ui) name_of: fn(Kind, &str) -> Option<String>,
    /// Draws a link to another operation.
    pub(in crate::ui) linked: fn(usize) -> AnyView,
}

/// A question, and the request that it is about.
#[derive(Clone, PartialEq)]
struct Asked {
    request: PreparedRequest,
    question: Question,
}

/// The question that stands at a form, if one does.
#[derive(Clone)]
pub(in crate::ui) struct Asking {
    about: About,
    asked: ArcRwSignal<Option<Asked>>,
}

impl Asking {
    /// No question, as long as nobody wants to send.
    pub(in crate::ui) fn new(about: About) -> Self {
        let asked = ArcRwSignal::new(None::<Asked>);
        let sketch = about.of.drafted.sketch;
        let open = asked.clone();
        // Another request needs a question of its own.
        effect(move || {
            let is_same = sketch.with(|sketch| {
                let request = sketch.as_ref().and_then(|sketch| sketch.sendable());
                open.with_untracked(|asked| asked.as_ref().map(|asked| &asked.request) == request)
            });
            if !is_same && open.with_untracked(Option::is_some) {
                open.set(None);
            }
        });
        Self { about, asked }
    }

    /// Returns what Send does: it asks about a request that could do harm, and sends any other.
    pub(in crate::ui) fn press(&self) -> Press {
        let Self { about, asked } = self.clone();
        let desk = about.of.desk;
        Box::new(move |request| {
            let session = session();
            let question = Question::about(about.of.operation, about.risk, &request);
            let Some(question) = question else {
                session.send(desk, request);
                return;
            };
            let wanted = Some(Asked { request, question });
            // What was typed in a question that stands is kept.
            if asked.with_untracked(|asked| *asked != wanted) {
                asked.set(wanted);
                session.say("Not sent yet.");
            }
            page::focus_first(format!("#{}", desk.element("asked")));
        })
    }

    /// Shows the question.
    pub(in crate::ui) fn view(&self) -> AnyView {
        let asking = self.clone();
        dynamic(move || {
            let asked = asking.asked.get()?;
            Some(asking.question(asked))
        })
    }

    fn question(&self, asked: Asked) -> AnyView {
        let Asked { request, question } = asked;
        let About {
            of,
            name_of,
            linked,
            ..
        } = self.about;
        let wanted = words::harm::wanted(&question, name_of);
        let typed = RwSignal::new(String::new());
        let close = {
            let asked = self.asked.clone();
            move || {
                asked.set(None);
                page::focus_first(format!("#{} .send button", shell::id(of.desk)));
            }
        };
        let keys = {
            let close = close.clone();
            move |event: KeyboardEvent| keyed(&event, &close)
        };
        let asked = self.asked.clone();
        let needs_words = !wanted.is_empty();
        let expected = wanted.clone();
        let ready = memo(move || typed.with(|typed| *typed == expected));
        let go = move |event: MouseEvent| {
            // The second press of a double click was meant for what stood here before.
            if ready.get_untracked() && event.detail() < 2 {
                asked.set(None);
                session().send(of.desk, request.clone());
            }
        };
        let (id, field) = (of.desk.element("asked"), of.desk.element("asked-name"));
        let told = words::harm::told(&question).into_iter();
        let hits = question.hits.iter().map(|named| hit(named, name_of));
        view! {
            <div class="warning doubts asked" id=id role="group" aria-label="Not sent yet" tabindex="-1" on:keydown=keys>
                <p>"Not sent yet: " <b>{of.operation.title.as_ref()}</b></p>
                <ul>
                    {hits.collect_view()}
                    {told.map(|told| view! { <li>{told}</li> }).collect_view()}
                    {question.removes.then(|| back(question.back, linked))}
                </ul>
                {question.shown_by.map(|place| view! { <p>"Look at it first: " {linked(place)}</p> })}
                <div class="confirm">
                    {needs_words.then(|| view! {
                        <label for=field.clone()>{words::harm::to_go_on(&wanted)}</label>
                        <input id=field type="text" autocomplete="off" bind:value=typed />
                    })}
                    <button class="danger" type="button" disabled=flag(move || !ready.get()) on:click=go>{of.operation.title.as_ref()}</button>
                    <button type="button" on:click=move |_| close()>"Don't send"</button>
                </div>
            </div>
        }
        .into_any()
    }
}

/// Keeps keys that mean Send somewhere else from meaning it here, and closes the question on Escape.
fn keyed(event: &KeyboardEvent, close: &dyn Fn()) {
    match event.key().as_str() {
        "Escape" => close(),
        // A key that is held, or that sends a form elsewhere.
        "Enter" if event.repeat() || page::is_send_key(event) || is_in_field(event) => {
            event.prevent_default();
        }
        _ => return,
    }
    event.stop_propagation();
}

fn is_in_field(event: &KeyboardEvent) -> bool {
    page::id_around(event, "input").is_some()
}

fn hit(named: &Named, name_of: fn(Kind, &str) -> Option<String>) -> AnyView {
    let kind = named.kind;
    let names = words::harm::names(named, |value| name_of(kind, value));
    view! { <li>{words::harm::hit(named)} " " <b>{names}</b></li> }.into_any()
}

/// Says how what is taken away can be had back.
fn back(back: Back, linked: fn(usize) -> AnyView) -> AnyView {
    let (told, place) = match back {
        Back::Never => (words::harm::GONE, None),
        Back::Trash(place) => (words::harm::TRASH, Some(place)),
        Back::Anew(place) => (words::harm::AGAIN, Some(place)),
    };
    view! { <li>{told} {place.map(|place| view! { " " {linked(place)} })}</li> }.into_any()
}
