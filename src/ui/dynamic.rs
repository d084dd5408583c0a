//! Parts of the page that change by themselves.
//!
//! Leptos makes a copy of its machinery for every type of closure, and each closure is a type of its own. Boxed they are
//! all of one type, which takes a third off the program (docs/ARCHITECTURE.md has the figures).

pub(super) use super::memo::{Memo, memo};

use crate::browser::secret_field::FieldText;
use leptos::prelude::*;

type Draw = Box<dyn Fn() -> AnyView + Send + Sync>;

/// A part that is drawn anew whenever something that it read has changed.
pub(super) fn dynamic<V: IntoView + 'static>(
    draw: impl Fn() -> V + Send + Sync + 'static,
) -> AnyView {
    boxed(Box::new(move || draw().into_any()))
}

fn boxed(draw: Draw) -> AnyView {
    (move || draw()).into_any()
}

/// A text that changes.
pub(super) fn words<T: Into<String>>(text: impl Fn() -> T + Send + Sync + 'static) -> AnyView {
    boxed_words(Box::new(move || text().into()))
}

fn boxed_words(text: Box<dyn Fn() -> String + Send + Sync>) -> AnyView {
    (move || text()).into_any()
}

/// A part that is there while something holds. It is drawn anew only when that changes.
pub(super) fn shown_when<V: IntoView + 'static>(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> V + Send + Sync + 'static,
) -> AnyView {
    let holds = memo(holds);
    dynamic(move || holds.get().then(|| draw().into_any()))
}

/// Whether a class or a property is set.
pub(super) fn flag(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(holds)
}

/// The changing value of an attribute.
pub(super) fn value<T: Into<String>>(
    text: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<String> {
    Signal::derive(move || text().into())
}

/// The changing text of a field with a secret.
pub(super) fn secret(
    text: impl Fn() -> FieldText + Send + Sync + 'static,
) -> impl Fn() -> FieldText + Send + 'static {
    boxed_secret(Box::new(text))
}

fn boxed_secret(
    text: Box<dyn Fn() -> FieldText + Send + Sync>,
) -> impl Fn() -> FieldText + Send + 'static {
    move || text()
}

/// The changing value of an attribute that takes `true` and `false`.
pub(super) fn truth(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || if holds() { "true" } else { "false" }.to_owned())
}

/// Does something now, and again whenever something that it read has changed.
pub(super) fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

/// The same for what has to know what it returned the last time; none at first.
pub(super) fn effect_after<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
    let mut before = None;
    effect(move || before = Some(run(before.take())));
}
