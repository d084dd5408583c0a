//! What stands below a field that wants something: what its value is, what there is to choose from, or which operations give it.

use super::{errand, learned, list};
use crate::browser::page;
use crate::ui::dynamic::{dynamic, effect, memo, shown_when, truth, words};
use crate::ui::form::FormOf;
use crate::ui::session::{DeskId, session};
use leptos::prelude::*;
use playground_core::catalogue::FieldPath;
use playground_core::form::{Entry, Origin, RequestForm};
use playground_core::known::{self, Known, Offer, Value, Want};
use playground_core::words;

/// The field at a place. Nothing where it wants nothing that answers tell of.
pub(super) fn field(of: FormOf, path: &FieldPath) -> AnyView {
    let want = learned::of(of.operation).and_then(|ruled| ruled.want(path));
    let Some(want) = want else {
        return ().into_any();
    };
    let path = StoredValue::new(path.clone());
    fill_certain(of, path, want);
    let has_some =
        memo(move || learned::with(|known| known.newest(want.kind, want.facet, None).is_some()));
    let is_empty = memo(move || text(of, path).is_empty());
    view! {
        <div class="values">
            {dynamic(move || told(of, path, want))}
            {shown_when(move || has_some.get(), move || chooser(of, path, want))}
            {shown_when(
                move || !has_some.get() && is_empty.get(),
                move || errand::givers(of, want.kind, want.facet, Some(path.get_value())),
            )}
        </div>
    }
    .into_any()
}

fn text(of: FormOf, path: StoredValue<FieldPath>) -> String {
    let form = session().form(of.desk);
    path.with_value(|path| form.text(path))
}

/// Fills in what can be nothing else: the base that the Base-Token is for, and what the form that somebody comes from is about.
fn fill_certain(of: FormOf, path: StoredValue<FieldPath>, want: &'static Want) {
    let is_needed = path
        .with_value(|path| of.operation.field_at(path))
        .is_some_and(|field| field.required);
    if !is_needed {
        return;
    }
    let form = session().form(of.desk);
    effect(move || {
        let is_empty = path.with_value(|path| form.origin(path)) == Origin::Empty;
        let text = is_empty.then(|| certain(of, want)).flatten();
        if let Some(text) = text {
            let mut text = Some(text);
            path.with_value(|path| {
                form.edit(&mut |form| form.fill_known(path, text.take().unwrap_or_default()));
            });
        }
    });
}

fn certain(of: FormOf, want: &Want) -> Option<String> {
    let errand = errand::on_the_way_to(of);
    let here = (of.desk, of.operation);
    let forms = errand
        .into_iter()
        .map(|errand| (errand.desk, errand.operation))
        .chain([here]);
    let mut told = forms.filter_map(|(desk, operation)| {
        let ruled = learned::of(operation)?;
        let form = session().form(desk);
        learned::with(|known| form.with(|form| known.certain(ruled, form, want)))?
    });
    told.next()
}

/// Says what the value of a field is, and which answer told of it.
fn told(of: FormOf, path: StoredValue<FieldPath>, want: &'static Want) -> Option<AnyView> {
    let text = text(of, path);
    if text.is_empty() {
        return None;
    }
    let (name, origin) = learned::with(|known| {
        let thing = known.newest(want.kind, want.facet, Some(&text))?;
        Some((thing.name.clone(), thing.origin))
    })?;
    let name = Some(name).filter(|name| !name.is_empty() && *name != text);
    Some(view! { <span class="known">{name.map(|name| view! { <b>{name}</b> " " })} <small>{from(origin)}</small></span> }.into_any())
}

/// Says which answer told of something, and when.
pub(super) fn from(origin: Option<known::Origin>) -> AnyView {
    let now = session().now;
    let Some(origin) = origin else {
        return ().into_any();
    };
    words(move || words::known::from(origin.id, now.get().saturating_sub(origin.at)))
}

/// The button that opens the list, and the list.
fn chooser(of: FormOf, path: StoredValue<FieldPath>, want: &'static Want) -> AnyView {
    let open = RwSignal::new(false);
    let button = path.with_value(|path| id(of, path));
    let (focus, label) = (button.clone(), words::known::choose(want.kind));
    let close = Callback::new(move |()| {
        open.set(false);
        page::focus(&focus);
    });
    let choose = Callback::new(move |offer: Offer| {
        path.with_value(|path| fill(of.desk, path, &offer));
        session().say(words::known::chosen(&words::known::name(&offer)));
        close.run(());
    });
    let offers = move || {
        let form = session().form(of.desk);
        let ruled = learned::of(of.operation)?;
        let offers = |known: &Known, form: &RequestForm| {
            path.with_value(|path| known.offers(ruled, form, path))
        };
        learned::with(|known| form.with_untracked(|form| offers(known, form)))
    };
    view! {
        <button class="quiet" type="button" id=button aria-expanded=truth(move || open.get())
            on:click=move |_| open.update(|open| *open = !*open)>{label.clone()}</button>
        {shown_when(move || open.get(), move || {
            let cut = learned::with(|known| known.cut(want.kind)).map(|cut| words::known::cut(known::MOST, cut.of));
            view! {
                {list::list(path.with_value(|path| id(of, path)), label.clone(), offers().unwrap_or_default(), choose, close)}
                {cut.map(|cut| view! { <p class="hint">{cut}</p> })}
            }
        })}
    }
    .into_any()
}

/// The id of the button that opens the list of a field.
fn id(of: FormOf, path: &FieldPath) -> String {
    let steps: String = path
        .steps
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    of.desk.element(&["choose-", &steps].concat())
}

/// Puts what was chosen into its field, and into others what they want of it.
pub(super) fn fill(desk: DeskId, path: &FieldPath, offer: &Offer) {
    let form = session().form(desk);
    let mut entries = vec![(path.clone(), entry(&offer.value))];
    let along = offer.along.iter().cloned();
    entries.extend(along.map(|(path, text)| (path, Entry::Text(text))));
    form.edit(&mut |form| {
        for (path, entry) in std::mem::take(&mut entries) {
            form.choose(&path, entry);
        }
    });
}

fn entry(value: &Value) -> Entry {
    match value {
        Value::Plain(text) => Entry::Text(text.clone()),
        Value::Secret(secret) => Entry::Secret(secret.clone()),
    }
}
