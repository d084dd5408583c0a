//! Values that are worked out anew when what they read has changed.
//!
//! Leptos has its machinery of memos once for every type of value. Here it is there once: what a memo keeps is a value of any type.

use leptos::prelude::{self, Get, GetUntracked, Track};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that can be compared with another one, of whatever type both are.
trait Value: Any + Send + Sync {
    fn is_same(&self, other: &dyn Value) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_same(&self, other: &dyn Value) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref() == Some(self)
    }
}

#[derive(Clone)]
struct Kept(Arc<dyn Value>);

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (*self.0).is_same(&*other.0)
    }
}

/// A value that is worked out anew when what it reads changes, and passed on only if it differs.
pub(in crate::ui) struct Memo<T> {
    kept: prelude::Memo<Kept>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// Makes a memo.
pub(in crate::ui) fn memo<T>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo {
        kept: boxed(Box::new(move || Kept(Arc::new(work_out())))),
        of: PhantomData,
    }
}

fn boxed(work_out: Box<dyn Fn() -> Kept + Send + Sync>) -> prelude::Memo<Kept> {
    prelude::Memo::new(move |_| work_out())
}

impl<T: 'static> Memo<T> {
    /// Reads the value. Woken when it is another one.
    pub(in crate::ui) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(value(&self.kept.get()))
    }

    /// Reads the value without being woken.
    pub(in crate::ui) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(value(&self.kept.get_untracked()))
    }

    /// Has the reader woken when the value is another one.
    pub(in crate::ui) fn track(self) {
        self.kept.track();
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// Returns the value. Woken when it is another one.
    pub(in crate::ui) fn get(self) -> T {
        self.with(T::clone)
    }

    /// Returns the value without being woken.
    pub(in crate::ui) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

fn value<T: 'static>(kept: &Kept) -> &T {
    let value: &dyn Any = &*kept.0;
    match value.downcast_ref() {
        Some(value) => value,
        // Only `memo` makes one, of a value of this type.
        None => unreachable!("a memo keeps what it works out"),
    }
}
