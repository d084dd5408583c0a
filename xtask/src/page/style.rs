//! Style sheets without what only people need.

/// Characters around which white space means nothing, wherever they stand outside a string.
const EDGES: [char; 5] = ['{', '}', ';', ',', '>'];

/// Takes comments and needless white space out. Everything else stays as it is written.
pub(super) fn minified(sheet: &str) -> String {
    let mut result = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space(&mut result);
        } else if matches!(c, '"' | '\'') {
            let length = string(rest);
            result.push_str(&rest[..length]);
            rest = &rest[length..];
        } else {
            match c {
                c if c.is_whitespace() => space(&mut result),
                c => push(&mut result, c),
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    result.truncate(result.trim_end().len());
    result
}

/// Writes one space, unless what came before makes it needless. After a colon it is, before one it separates selectors.
fn space(result: &mut String) {
    let needless = |last: char| last == ' ' || last == ':' || EDGES.contains(&last);
    if !result.chars().next_back().is_none_or(needless) {
        result.push(' ');
    }
}

fn push(result: &mut String, c: char) {
    if EDGES.contains(&c) && result.ends_with(' ') {
        result.pop();
    }
    if c == '}' && result.ends_with(';') {
        result.pop();
    }
    result.push(c);
}

/// Returns the length of the string that `text` begins with.
fn string(text: &str) -> usize {
    let quote = text.chars().next();
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if Some(c) == quote {
            return at + c.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_needless_space_go() {
        let sheet = "/* one */\n.a > .b,\n.c {\n  color: red;  /* two */\n  margin: 0 auto;\n}\n\n@media (width > 40em) { .d { top: 0; } }\n";
        let small = ".a>.b,.c{color:red;margin:0 auto}@media (width>40em){.d{top:0}}";
        assert_eq!(minified(sheet), small);
    }

    #[test]
    fn space_that_means_something_stays() {
        for sheet in [
            ".a .b{c:d}",
            ".a :is(.b){c:calc(1px + 2px)}",
            ".a:hover .b{inset:auto 20px 20px}",
            "a::after{content:\"a  {  /* b */ \\\" ; \"}",
            "a::after{content:'  >  '}",
        ] {
            assert_eq!(minified(sheet), sheet);
        }
    }

    #[test]
    fn a_comment_separates_as_space_does() {
        assert_eq!(minified("a/* x */b{c:d}"), "a b{c:d}");
        assert_eq!(minified("a{b:c}/* never closed"), "a{b:c}");
    }
}
