//! The tokens of a Rust source, without comments and tests.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A token and the line it begins on.
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// Returns the tokens of a source, groups opened up. Comments, doc comments and what is compiled
/// for tests only are left out.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let stream: TokenStream = source.parse().expect("the source is Rust");
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    tokens
}

fn flatten(stream: TokenStream, out: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        if is_punct(&tree, '#') {
            // The inner form has an exclamation mark: #![doc = "…"].
            trees.next_if(|tree| is_punct(tree, '!'));
            let Some(attribute) = trees.next() else { break };
            let text = attribute.to_string();
            if text.replace(char::is_whitespace, "") == "[cfg(test)]" {
                // The item ends with its block or its semicolon.
                let is_end = |tree: &TokenTree| is_punct(tree, ';') || is_block(tree);
                while trees.next_if(|tree| !is_end(tree)).is_some() {}
                trees.next();
            } else if !text.trim_start_matches('[').trim_start().starts_with("doc") {
                push(attribute, out);
            }
        } else {
            push(tree, out);
        }
    }
}

fn push(tree: TokenTree, out: &mut Vec<Token>) {
    let line = tree.span().start().line;
    let TokenTree::Group(group) = tree else {
        return out.push(Token {
            text: tree.to_string(),
            line,
        });
    };
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    };
    out.push(Token {
        text: open.to_owned(),
        line,
    });
    flatten(group.stream(), out);
    out.push(Token {
        text: close.to_owned(),
        line: group.span_close().start().line,
    });
}

fn is_punct(tree: &TokenTree, char: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == char)
}

fn is_block(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

#[test]
fn comments_and_tests_have_no_tokens() {
    let source = r#"
        //! leptos
        /// leptos
        #[inline] fn a() { /* leptos */ b("leptos") }
        #[cfg(test)]
        mod tests { fn c() { leptos } }
        #[cfg(test)] use leptos::d;
        const E: char = 'e';
    "#;
    let texts: Vec<String> = tokens(source).into_iter().map(|token| token.text).collect();
    let expected = "[ inline ] fn a ( ) { b ( \"leptos\" ) } const E : char = 'e' ;";
    assert_eq!(texts.join(" "), expected);
}
