//! A line of the JSON tree.

use super::{HEIGHT, TreeState, counted};
use crate::ui::dynamic::{flag, truth};
use crate::ui::text;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use playground_core::json::{
    DEEPEST, Document, INDENT, Kind, LONGEST, LinePart, Needle, NodeId, Placed, text_columns,
};
use playground_core::words::size;

/// The members that name an object, in the order to try them.
const NAMES: [&str; 9] = [
    "name",
    "Name",
    "title",
    "display_value",
    "email",
    "row_id",
    "_id",
    "id",
    "key",
];

/// How much of a long text is searched at a time for what has to be seen, in bytes.
const PIECE: usize = 1 << 16;

/// How much is shown before a hit in a long text, in bytes.
const BEFORE: usize = 1_000;

/// How many members of an object are looked at for its name: each line that is drawn looks.
const MEMBERS: usize = 60;

/// The longest name that a folded line shows, in characters.
const LONGEST_NAME: usize = 40;

/// The line.
pub(super) fn row(
    state: TreeState,
    document: &Document,
    placed: &Placed<'_>,
    needle: Option<&Needle>,
) -> AnyView {
    let (line, number) = (&placed.line, placed.number);
    let node = line.node;
    let is_value = line.part != LinePart::Close;
    let marked = state.taken.with_value(|taken| {
        let (_, words) = taken.iter().find(|(place, _)| is_value && *place == node)?;
        Some(words.clone())
    });
    let changed = is_value
        && state
            .changed
            .with(|changed| changed.binary_search(&node).is_ok());
    let differs = is_value.then(|| state.differs(node)).flatten();
    let expanded = match line.part {
        LinePart::Open => Some("true"),
        LinePart::Folded { .. } => Some("false"),
        _ => None,
    };
    let active = move || state.active.get() == number;
    let (glow, stray) = (marked.is_some(), differs.is_some());
    // Leptos has no name for this attribute.
    let level = custom_attribute("aria-level", line.depth + 1);
    let height = (placed.rows > 1).then(|| format!("{}px", placed.rows * HEIGHT));
    view! {
        <div
            class="row" class:glow=glow class:changed=changed class:differs=stray class:active=flag(active) role="treeitem" style:height=height
            id=format!("{}-{number}", state.id.get_value()) aria-expanded=expanded
            aria-selected=truth(active) on:click=move |_| state.go(number) {..level}
        >
            <span class="line-number aside" aria-hidden="true">{number + 1}</span>
            {" ".repeat(line.depth.min(DEEPEST) * INDENT)}
            {fold_button(state, node, expanded)}
            {wrapped(state, placed, view! {
                {line.key.map(|key| view! { <span class="n">{found(&key.source(), needle)}</span>": " })}
                {value(document, placed, needle)}
                {line.comma.then_some(",")}
            }.into_any())}
            {marked.map(|words| view! { <em class="aside">{words}</em> })}
            {differs.map(|words| view! { <em class="aside differs">{words}</em> })}
            {changed.then(|| view! { <span class="unseen aside">" changed"</span> })}
        </div>
    }
    .into_any()
}

/// The text of a line. One that is wrapped stands in a box of its own.
fn wrapped(state: TreeState, placed: &Placed<'_>, text: AnyView) -> AnyView {
    if placed.rows < 2 {
        return text;
    }
    let columns = super::ruler::columns(state).unwrap_or_default();
    let width = format!("{}ch", text_columns(columns as usize, placed.line.depth));
    view! { <span class="long" style:width=width>{text}</span> }.into_any()
}

fn fold_button(state: TreeState, node: NodeId, expanded: Option<&'static str>) -> AnyView {
    let Some(expanded) = expanded else {
        // As wide as the button.
        return "  ".into_any();
    };
    let (mark, words) = if expanded == "true" {
        ("▾", "Fold")
    } else {
        ("▸", "Unfold")
    };
    // The tree itself has the keyboard: the button is for the mouse.
    view! {
        <button type="button" class="fold-mark aside" tabindex="-1" aria-label=words on:click=move |_| state.toggle(node)>{mark}</button>
    }
    .into_any()
}

fn value(document: &Document, placed: &Placed<'_>, needle: Option<&Needle>) -> AnyView {
    let node = placed.line.node;
    let is_object = document.kind(node) == Kind::Object;
    let (open, close) = if is_object { ("{", "}") } else { ("[", "]") };
    match placed.line.part {
        LinePart::Open => open.into_any(),
        LinePart::Close => close.into_any(),
        LinePart::Empty => [open, close].concat().into_any(),
        LinePart::Folded { len } => {
            let size = if is_object {
                counted(len, "member", "members")
            } else {
                counted(len, "item", "items")
            };
            let name =
                name(document, node).map(|name| view! { <span class="named aside">{name}</span> });
            view! { {open}{name}<span class="fold aside">{size}</span>{close} }.into_any()
        }
        LinePart::Leaf => {
            let class = match document.kind(node) {
                Kind::String => "s",
                Kind::Number => "m",
                _ => "v",
            };
            let source = document.source(node);
            let from = seen_from(source, needle);
            let rest = source.get(from..).unwrap_or_default();
            let shown = text::clipped(rest, LONGEST);
            let more = rest.len() - shown.len();
            let aside = |text: String| view! { <span class="aside">{text}</span> };
            let before =
                (from > 0).then(|| aside(format!("({} before) …", size::bytes(from as u64))));
            let more = (more > 0).then(|| aside(format!("… ({} more)", size::bytes(more as u64))));
            view! { {before}<span class=class>{found(&String::from_utf8_lossy(shown), needle)}</span>{more} }
                .into_any()
        }
    }
}

/// Where a text begins that is too long to be shown: a little before the first hit, which has to be seen.
pub(super) fn seen_from(source: &[u8], needle: Option<&Needle>) -> usize {
    let Some(needle) = needle.filter(|_| source.len() > LONGEST) else {
        return 0;
    };
    let mut from = 0;
    while from < source.len() {
        let piece = text::clipped(source.get(from..).unwrap_or_default(), PIECE);
        if let Some(hit) = needle.ranges_in(&String::from_utf8_lossy(piece)).first() {
            let before = text::clipped(piece, hit.start.saturating_sub(BEFORE)).len();
            return if from + hit.end < LONGEST {
                0
            } else {
                from + before
            };
        }
        // A hit may lie across the edge.
        from += piece.len().saturating_sub(BEFORE).max(1);
    }
    0
}

/// What a folded object is called.
fn name(document: &Document, node: NodeId) -> Option<String> {
    if document.kind(node) != Kind::Object {
        return None;
    }
    let rank = |member: NodeId| {
        let key = document.key(member)?.text().into_owned();
        let rank = NAMES.iter().position(|name| *name == key)?;
        let text = document.string(member).filter(|text| !text.is_empty())?;
        Some((rank, text))
    };
    let named = document.children(node).take(MEMBERS).filter_map(rank);
    let (_, text) = named.min_by_key(|(rank, _)| *rank)?;
    let mut short: String = text.chars().take(LONGEST_NAME).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Some(short)
}

/// A text with what was found in it marked, and its control characters made visible.
fn found(text: &str, needle: Option<&Needle>) -> AnyView {
    let ranges = needle
        .map(|needle| needle.ranges_in(text))
        .unwrap_or_default();
    if ranges.is_empty() {
        return visible(text).into_any();
    }
    let mut parts = Vec::new();
    let mut end = 0;
    for range in ranges {
        let before = text.get(end..range.start).unwrap_or_default();
        let hit = text.get(range.clone()).unwrap_or_default();
        parts.push(view! { {visible(before)}<mark>{visible(hit)}</mark> });
        end = range.end;
    }
    view! { {parts} {visible(text.get(end..).unwrap_or_default())} }.into_any()
}

/// Writes control characters as the signs that Unicode has for them.
fn visible(text: &str) -> String {
    let sign = |char: char| match char {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(char)).unwrap_or(char),
        '\u{7f}' => '␡',
        _ => char,
    };
    text.chars().map(sign).collect()
}
