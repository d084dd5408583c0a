//! Prose: CommonMark turned into the HTML that the page inserts.
//!
//! This is the one place where text becomes markup, so what could load or run something is refused: raw HTML, images, and
//! links to anything but `https://` addresses and places of the page itself (`#/…`).

use crate::fault::Faults;
use crate::yaml::Text;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

/// A description, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Prose {
    /// The text of the heading that it begins with.
    pub(crate) title: String,
    /// What follows, as HTML.
    pub(crate) html: String,
    /// The asides: heading and HTML.
    pub(crate) notes: Vec<(String, String)>,
}

/// Reads a description: a `###` heading, the text, and asides under `####` headings at the end.
pub(crate) fn read(description: &Text, faults: &mut Faults) -> Prose {
    let mut prose = Prose::default();
    let mut section = Vec::new();
    let mut heading = None;
    for (event, range) in Parser::new(&description.text).into_offset_iter() {
        let at = description.position(range.start);
        if let Some((found, expected)) = refusal(&event) {
            faults.push(at, found, expected);
            continue;
        }
        match (event, &mut heading) {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                check_heading(level, at, &prose, section.is_empty(), faults);
                close(&mut prose, &mut section);
                heading = Some(String::new());
            }
            (Event::End(TagEnd::Heading(_)), _) => {
                let text = heading.take().unwrap_or_default();
                if prose.title.is_empty() {
                    prose.title = text;
                } else {
                    prose.notes.push((text, String::new()));
                }
            }
            (Event::Text(text) | Event::Code(text), Some(heading)) => heading.push_str(&text),
            (_, Some(_)) => {}
            (event, None) => section.push(outside_link(event)),
        }
    }
    close(&mut prose, &mut section);
    if prose.title.is_empty() {
        faults.push(
            description.position(0),
            "prose without a heading",
            "### and a heading first",
        );
    }
    prose
}

fn check_heading(
    level: HeadingLevel,
    at: crate::yaml::Position,
    prose: &Prose,
    is_first: bool,
    faults: &mut Faults,
) {
    let (right, expected) = if prose.title.is_empty() {
        (
            level == HeadingLevel::H3 && is_first,
            "### and a heading first",
        )
    } else {
        (
            level == HeadingLevel::H4,
            "#### for the heading of an aside",
        )
    };
    if !right {
        faults.push(
            at,
            format!("a heading of level {}", level as usize),
            expected,
        );
    }
}

/// Writes what was gathered as the text of the section that ends here.
fn close<'a>(prose: &mut Prose, section: &mut Vec<Event<'a>>) {
    let out = match prose.notes.last_mut() {
        Some((_, html)) => html,
        None => &mut prose.html,
    };
    html::push_html(out, section.drain(..));
    out.truncate(out.trim_end().len());
}

fn refusal(event: &Event<'_>) -> Option<(String, &'static str)> {
    match event {
        Event::Html(_) | Event::InlineHtml(_) => {
            Some(("raw HTML".to_owned(), "CommonMark without HTML"))
        }
        Event::Start(Tag::Image { .. }) => Some(("an image".to_owned(), "text")),
        Event::Start(Tag::Link { dest_url, .. }) if !allowed(dest_url) => Some((
            format!("a link to \"{dest_url}\""),
            "a link to https://… or to a place of this page, #/…",
        )),
        _ => None,
    }
}

fn allowed(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("#/")
}

/// Makes links to other sites open beside the page, without a way back into it.
fn outside_link(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("https://") => {
            let mut tag = String::from("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"");
            // Writing to a String cannot fail.
            let _ = pulldown_cmark_escape::escape_href(&mut tag, &dest_url);
            tag.push_str("\">");
            Event::InlineHtml(CowStr::from(tag))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Position, Style};

    fn prose(text: &str) -> (Prose, Vec<String>) {
        let mut faults = Faults::of("p");
        let at = Position {
            line: 10,
            column: 5,
        };
        let text = Text {
            text: text.to_owned(),
            at,
            style: Style::Literal {
                start: Position {
                    line: 11,
                    column: 3,
                },
            },
        };
        let prose = read(&text, &mut faults);
        (
            prose,
            faults
                .into_sorted()
                .iter()
                .map(ToString::to_string)
                .collect(),
        )
    }

    #[test]
    fn heading_text_and_asides_are_told_apart() {
        let (prose, faults) = prose(
            "### Get `rows`\n\nRead *them*.\n\n#### What changed\n\n- one\n\n#### More\n\nEnd & out.\n",
        );
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(prose.title, "Get rows");
        assert_eq!(prose.html, "<p>Read <em>them</em>.</p>");
        let note = |title: &str, html: &str| (title.to_owned(), html.to_owned());
        assert_eq!(
            prose.notes,
            [
                note("What changed", "<ul>\n<li>one</li>\n</ul>"),
                note("More", "<p>End &amp; out.</p>")
            ]
        );
    }

    #[test]
    fn outside_links_get_no_way_back_into_the_page() {
        let (prose, _) = prose("### A\n\n[x](https://a.example/?b&c) [y](#/walkthrough/z)\n");
        assert_eq!(
            prose.html,
            "<p><a target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://a.example/?b&amp;c\">x</a> \
             <a href=\"#/walkthrough/z\">y</a></p>"
        );
    }

    #[test]
    fn what_could_load_or_run_something_is_refused_at_its_line() {
        for (text, found) in [
            ("<b>x</b>", "raw HTML"),
            ("<script>x</script>\n", "raw HTML"),
            ("![x](https://a.example/x.png)", "an image"),
            (
                "[x](javascript:alert(1))",
                "a link to \"javascript:alert(1)\"",
            ),
            ("[x](http://a.example)", "a link to \"http://a.example\""),
            ("[x](//a.example)", "a link to \"//a.example\""),
            (
                "[x](&#106;avascript:alert(1))",
                "a link to \"javascript:alert(1)\"",
            ),
        ] {
            let (_, faults) = prose(&format!("### A\n\nword {text}"));
            assert!(
                faults[0].starts_with(&format!("p:13:8: {found};")),
                "{text}: {faults:?}"
            );
        }
    }

    #[test]
    fn a_heading_has_to_come_first_and_the_others_are_asides() {
        assert!(prose("Text").1[0].starts_with("p:11:3: prose without a heading;"));
        assert!(prose("## A").1[0].starts_with("p:11:3: a heading of level 2;"));
        assert!(prose("### A\n\nb\n\n### C\n").1[0].starts_with("p:15:3: a heading of level 3;"));
    }
}
