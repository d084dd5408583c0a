//! Parts of the page that are fetched when they are first shown.
//!
//! What loads first has what a person needs to send a request. `later!` cuts off what is shown afterwards: that, and all that only it
//! uses, lies in a module of its own. docs/ARCHITECTURE.md, "Later parts", says how the page is cut.

use super::dynamic::dynamic;
use super::newer;
use crate::browser::{clock, task};
use leptos::prelude::*;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Makes a function that shows a view whose code is fetched when it is first called.
///
/// ```ignore
/// later! {
///     /// The list of everything.
///     pub(super) fn list(everything: Arc<Everything>) in answers {
///         view! { <List everything /> }
///     }
/// }
///
/// // In a view, as if it had been there all the time:
/// view! { <section>{list(everything)}</section> }
/// ```
///
/// A second form, `async fn judge() -> fn(Answer) -> bool, judged in answers;`, makes a function that fetches one which draws nothing.
///
/// The name after `in` is the module that the code goes to. The view belongs to the place where it is shown, so it finds that place's
/// contexts. The arguments are cloned for it.
macro_rules! later {
    (
        $(#[$attribute:meta])*
        $visibility:vis fn $name:ident($($argument:ident: $kind:ty),* $(,)?) in $module:ident $body:block
    ) => {
        $(#[$attribute])*
        $visibility fn $name($($argument: $kind),*) -> leptos::prelude::AnyView {
            type Draw = fn($($kind),*) -> leptos::prelude::AnyView;

            fn draw($($argument: $kind),*) -> leptos::prelude::AnyView {
                leptos::prelude::IntoAny::into_any($body)
            }

            #[cfg(feature = "split")]
            #[leptos::wasm_split::wasm_split($module, wasm_split_path = leptos::wasm_split, fallible)]
            fn $name() -> Result<Draw, $crate::ui::later::NotLoaded> {
                Ok(draw)
            }

            #[cfg(not(feature = "split"))]
            async fn $name() -> Result<Draw, $crate::ui::later::NotLoaded> {
                Ok(draw)
            }

            $crate::ui::later::part(Box::new(move || {
                $(let $argument = Clone::clone(&$argument);)*
                Box::pin(async move {
                    let draw = $name().await?;
                    Ok(Box::new(move || draw($($argument),*)) as $crate::ui::later::Drawing)
                })
            }))
        }
    };
    ($(#[$attribute:meta])* $visibility:vis async fn $name:ident() -> $kind:ty, $function:ident in $module:ident;) => {
        $(#[$attribute])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($module, wasm_split_path = leptos::wasm_split, fallible)]
        $visibility fn $name() -> Result<$kind, $crate::ui::later::NotLoaded> {
            Ok($function)
        }

        $(#[$attribute])*
        #[cfg(not(feature = "split"))]
        $visibility async fn $name() -> Result<$kind, $crate::ui::later::NotLoaded> {
            Ok($function)
        }
    };
}
pub(super) use later;

/// A part that could not be fetched.
pub(super) struct NotLoaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// How long something is waited for that a person has asked for, in milliseconds.
pub(super) const SOON: u32 = 3_000;

/// Fetches a part; none where it doesn't come, or not soon. Then it is still on its way, and asking again finds it.
pub(super) async fn soon<T: Copy + 'static>(
    fetch: impl Future<Output = Result<T, NotLoaded>> + 'static,
) -> Option<T> {
    let came = Rc::new(Cell::new(None));
    let mut work: task::Work<()> = Box::pin({
        let came = came.clone();
        async move { came.set(fetch.await.ok()) }
    });
    let mut limit: task::Work<()> = Box::pin(clock::wait(SOON));
    if task::first(&mut work, &mut limit).await.is_none() {
        // Fetching is not ended by halves.
        task::spawn(work);
    }
    came.take()
}

/// What draws a part whose code is there.
pub(super) type Drawing = Box<dyn FnOnce() -> AnyView>;

/// The work of fetching the code of a part. It is boxed, so that what follows is there once for all parts.
pub(super) type Fetching = Pin<Box<dyn Future<Output = Result<Drawing, NotLoaded>>>>;

/// How far a part is.
enum Loading {
    /// It is there, and this is its view.
    There(AnyView),
    /// It is being fetched.
    Fetching(Fetching),
    /// It could not be fetched.
    Missing,
}

fn take(mut fetching: Fetching) -> Loading {
    // What is there already is drawn at once: a second view must not flicker.
    match fetching
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(Ok(draw)) => Loading::There(draw()),
        Poll::Ready(Err(NotLoaded)) => Loading::Missing,
        Poll::Pending => Loading::Fetching(fetching),
    }
}

/// Shows what is drawn by the code that `fetch` brings. For `later!`.
pub(super) fn part(fetch: Box<dyn Fn() -> Fetching + Send + Sync>) -> AnyView {
    // Setting it draws anew, whatever it was: a part that has come is found there at the next look.
    let missing = RwSignal::new(false);
    dynamic(move || {
        if missing.get() {
            return failed(missing);
        }
        // The view reads for itself.
        match untrack(|| take(fetch())) {
            Loading::There(view) => view,
            Loading::Missing => failed(missing),
            Loading::Fetching(fetching) => {
                task::spawn(async move {
                    let well = fetching.await.is_ok();
                    // Nothing is to be told where the place is gone by now.
                    let _ = missing.try_set(!well);
                });
                view! { <p class="later">"Loading …"</p> }.into_any()
            }
        }
    })
}

/// Says what is wrong, and offers the way on.
pub(super) fn failed(missing: RwSignal<bool>) -> AnyView {
    newer::look();
    view! {
        {newer::notice()}
        <p class="later" role="alert">
            "This part of the page could not be loaded. "
            <button type="button" on:click=move |_| missing.set(false)>"Try again"</button>
        </p>
    }
    .into_any()
}
