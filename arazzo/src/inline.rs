//! A sentence with code in it, turned into the HTML that the page inserts. Nothing in it is markup but backticks.

use crate::fault::Faults;
use crate::yaml::Text;
use playground_core::catalogue::Operation;
use pulldown_cmark_escape::escape_html;

/// What a word in backticks is.
pub(crate) enum Code<'a> {
    /// Code.
    Plain,
    /// The name of an operation.
    Operation(&'a Operation),
    /// It looks like the name of an operation, and is none.
    Unknown,
}

/// Writes a text as HTML: what stands in backticks is code, and a link where it names an operation.
pub(crate) fn html<'a>(
    text: &Text,
    what_is: impl Fn(&str) -> Code<'a>,
    faults: &mut Faults,
) -> String {
    let mut html = String::new();
    let mut at = 0;
    for (place, piece) in text.text.trim_end().split('`').enumerate() {
        if place % 2 == 0 {
            escape(&mut html, piece);
        } else {
            let code = what_is(piece);
            if let Code::Unknown = code {
                let found = format!("`{piece}`");
                let expected = "an operationId of the area, AREA/ID of another, or a field";
                faults.push(text.position(at), found, expected);
            }
            write(&mut html, piece, &code);
        }
        at += piece.len() + 1;
    }
    if !text.text.matches('`').count().is_multiple_of(2) {
        faults.push(text.at, "a backtick without another", "code between two");
    }
    html
}

fn write(html: &mut String, code: &str, kind: &Code<'_>) {
    if let Code::Operation(operation) = kind {
        let (area, id) = (operation.area.name(), &operation.id);
        html.push_str(&format!(
            "<a href=\"#/reference/{area}/{id}\"><code>{id}</code></a>"
        ));
    } else {
        html.push_str("<code>");
        escape(html, code);
        html.push_str("</code>");
    }
}

fn escape(html: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = escape_html(html, text);
}
