//! `index.html`, and what it asks of whoever builds the page.

use std::fmt::Write;
use std::ops::Range;

use anyhow::{Context, Result, bail};

/// What a `data-trunk` link asks for. Paths are those of the work tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// A style sheet.
    Style(String),
    /// The page's program: the binary, and the features that it has when it is published.
    Program {
        binary: String,
        features: Option<String>,
    },
    /// A file as it is.
    Copy(String),
}

/// The document, with the places of the links, and of the comments, which only people need.
#[derive(Debug)]
pub(super) struct Document<'a> {
    text: &'a str,
    places: Vec<(Range<usize>, Option<Wish>)>,
}

impl<'a> Document<'a> {
    /// Reads the document.
    ///
    /// # Errors
    ///
    /// Fails at the first link that asks for something that Trunk can do and this cannot; the text names its line.
    pub(super) fn read(text: &'a str) -> Result<Self> {
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(found) = text[at..].find('<') {
            let start = at + found;
            let (range, is_tag) = element(text, start)?;
            at = range.end;
            if !is_tag {
                places.push((range, None));
                continue;
            }
            let attributes = attributes(&text[range.clone()]);
            if attributes.iter().any(|(name, _)| *name == "data-trunk") {
                let line = text[..start].matches('\n').count() + 1;
                let wish = wish(&text[range.clone()], &attributes);
                let wish = wish.with_context(|| format!("index.html:{line}"))?;
                places.push((range, Some(wish)));
            }
        }
        Ok(Self { text, places })
    }

    /// Returns what the links ask for, in their order.
    pub(super) fn wishes(&self) -> impl Iterator<Item = &Wish> {
        self.places.iter().filter_map(|(_, wish)| wish.as_ref())
    }

    /// Returns the document without comments, with markup in the place of each link, in their order, and some more at the end
    /// of its head.
    ///
    /// # Errors
    ///
    /// Fails when the document has no head.
    pub(super) fn with(&self, markup: &[String], head: &str) -> Result<String> {
        let mut result = String::new();
        let mut markup = markup.iter();
        let mut from = 0;
        for (range, wish) in &self.places {
            result.push_str(&self.text[from..range.start]);
            if wish.is_some() {
                result.extend(markup.next().map(String::as_str));
            }
            from = range.end;
        }
        result.push_str(&self.text[from..]);
        let end = result.find("</head>").context("index.html has no head")?;
        result.insert_str(end, head);
        Ok(result)
    }
}

/// Finds the end of the tag or comment that begins at `start`, and whether it is a tag.
fn element(text: &str, start: usize) -> Result<(Range<usize>, bool)> {
    let is_comment = text[start..].starts_with("<!--");
    let length = if is_comment {
        text[start..].find("-->").map(|at| at + 3)
    } else {
        let mut quote = None;
        let end = text[start..].char_indices().find(|(_, c)| {
            match quote {
                Some(open) if open == *c => quote = None,
                None if matches!(c, '"' | '\'') => quote = Some(*c),
                _ => {}
            }
            *c == '>' && quote.is_none()
        });
        end.map(|(at, _)| at + 1)
    };
    let Some(length) = length else {
        let line = text[..start].matches('\n').count() + 1;
        bail!("index.html:{line}: what begins here has no end");
    };
    Ok((start..start + length, !is_comment))
}

/// Reads the attributes of a tag; one without a value has an empty one.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut rest = tag.trim_start_matches(|c: char| !c.is_whitespace());
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '>');
        let end = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c));
        let Some(end) = end.filter(|end| *end > 0) else {
            return found;
        };
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(text) => value(text),
            None => ("", after),
        };
        found.push((name, value));
        rest = after;
    }
}

/// Splits an attribute's value off what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some((value, rest)) = text.strip_prefix(quote).and_then(|it| it.split_once(quote)) {
            return (value, rest);
        }
    }
    text.split_at(
        text.find(|c: char| c.is_whitespace() || c == '>')
            .unwrap_or(text.len()),
    )
}

fn wish(tag: &str, attributes: &[(&str, &str)]) -> Result<Wish> {
    let get = |name: &str| {
        let found = attributes.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let href = || get("href").context("this link lacks `href`");
    if !tag.starts_with("<link") {
        bail!("`cargo xtask` knows `data-trunk` on links only");
    }
    let rel = get("rel").unwrap_or_default();
    let (wish, known): (_, &[&str]) = match rel.as_str() {
        "css" => (Wish::Style(href()?), &["href"]),
        "copy-file" => (Wish::Copy(href()?), &["href"]),
        "rust" => {
            let wish = Wish::Program {
                binary: get("data-bin").context("this link lacks `data-bin`")?,
                features: get("data-cargo-features"),
            };
            // What these two ask for is what is done: xtask/src/parts calls wasm-opt.
            for (name, value) in [("data-wasm-opt", "0"), ("data-integrity", "none")] {
                if get(name).as_deref() != Some(value) {
                    bail!("`cargo xtask` knows `{name}=\"{value}\"` only");
                }
            }
            let known = &[
                "data-bin",
                "data-cargo-features",
                "data-wasm-opt",
                "data-integrity",
            ];
            (wish, known)
        }
        other => bail!("Trunk may know `rel=\"{other}\"`, `cargo xtask` does not"),
    };
    let mut unknown = String::new();
    for (name, _) in attributes {
        if !known.contains(name) && !["data-trunk", "rel"].contains(name) {
            write!(unknown, " `{name}`")?;
        }
    }
    if !unknown.is_empty() {
        bail!("`cargo xtask` does not know of this link's{unknown}");
    }
    Ok(wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html>
  <head>
    <!-- <link data-trunk rel="css" href="no.css"> -->
    <link rel="icon" href="data:x>y" />
    <link data-trunk rel="css" href="style/page.css" />
    <link data-trunk rel="rust" data-bin="page" data-cargo-features="split" data-wasm-opt="0" data-integrity="none" />
    <link data-trunk rel='copy-file' href=boot.js>
  </head>
  <body>1 &lt; 2</body>
</html>"#;

    #[test]
    fn each_link_is_a_wish_and_comments_are_none() {
        let document = Document::read(PAGE).unwrap();
        let wishes: Vec<_> = document.wishes().cloned().collect();
        let program = Wish::Program {
            binary: "page".to_owned(),
            features: Some("split".to_owned()),
        };
        assert_eq!(
            wishes,
            [
                Wish::Style("style/page.css".to_owned()),
                program,
                Wish::Copy("boot.js".to_owned())
            ]
        );
    }

    #[test]
    fn what_was_made_stands_in_the_place_of_the_links() {
        let document = Document::read(PAGE).unwrap();
        let markup = ["<link 1>", "<script 2>", ""].map(str::to_owned);
        let text = document.with(&markup, "<link 3>").unwrap();
        assert!(text.contains("    <link 1>\n    <script 2>\n"), "{text}");
        assert!(text.contains("<link 3></head>"), "{text}");
        assert!(
            text.contains(r#"<link rel="icon" href="data:x>y" />"#),
            "{text}"
        );
        assert!(
            !text.contains("data-trunk") && !text.contains("<!--"),
            "{text}"
        );
    }

    #[test]
    fn what_only_trunk_can_do_is_an_error_with_its_line() {
        for (link, words) in [
            (
                r#"<link data-trunk rel="sass" href="a.scss">"#,
                "rel=\"sass\"",
            ),
            (r#"<link data-trunk rel="css">"#, "lacks `href`"),
            (
                r#"<link data-trunk rel="css" href="a.css" data-inline>"#,
                "`data-inline`",
            ),
            (r#"<script data-trunk src="a.js"></script>"#, "links only"),
            (
                r#"<link data-trunk rel="rust" data-bin="a" data-wasm-opt="z">"#,
                "data-wasm-opt",
            ),
            ("<link data-trunk", "has no end"),
        ] {
            let text = format!("<head>\n\n{link}");
            let error = format!("{:#}", Document::read(&text).unwrap_err());
            assert!(
                error.starts_with("index.html:3: ") && error.contains(words),
                "{link}: {error}"
            );
        }
    }
}
