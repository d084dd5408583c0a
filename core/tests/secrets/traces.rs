//! The traces that a secret can leave in a text.

use playground_core::http::encode;

/// A secret, as it can stand in texts.
pub(crate) struct Traces {
    forms: Vec<String>,
}

impl Traces {
    /// All forms of a secret. It begins with letters and digits that no encoding but base64 and the like changes.
    pub(crate) fn of(secret: &str) -> Self {
        let core: String = secret
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        assert!(core.len() > 5, "it would be found by chance");
        let mut forms = vec![secret.to_owned(), core.clone()];
        // Behind so many bytes of something else; what the neighbours take part in is left out.
        for offset in 0..3 {
            let coded = base64(&[&b"   "[..offset], core.as_bytes()].concat());
            let whole = coded.len() - 4;
            forms.push(coded[if offset > 0 { 4 } else { 0 }..whole].to_owned());
        }
        forms.push(core.bytes().map(|byte| format!("%{byte:02X}")).collect());
        forms.push(core.bytes().map(|byte| format!("{byte:02x}")).collect());
        forms.push(core.bytes().map(|byte| format!("\\u{byte:04x}")).collect());
        forms.push(core.chars().rev().collect());
        Self { forms }
    }

    /// Checks that no form is in any of these texts, which are of this.
    pub(crate) fn are_nowhere(&self, of: &str, texts: &[String]) {
        for text in texts {
            assert_eq!(self.found_in(text), None, "{of}: {text}");
        }
    }

    /// Returns the form that is in a text, or in what is percent-encoded in it.
    pub(crate) fn found_in(&self, text: &str) -> Option<&str> {
        let decoded = encode::decoded(&text.replace('+', " "));
        let mut forms = self.forms.iter();
        forms
            .find(|form| text.contains(form.as_str()) || decoded.contains(form.as_str()))
            .map(String::as_str)
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk
            .iter()
            .fold(0u32, |bits, &byte| bits << 8 | u32::from(byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for i in 0..=chunk.len() {
            out.push(char::from(DIGITS[(bits >> (18 - 6 * i) & 63) as usize]));
        }
        out.push_str(&"=".repeat(3 - chunk.len()));
    }
    out
}

#[test]
fn each_form_of_a_secret_is_found() {
    let traces = Traces::of("Fake0123secret\"ü");
    for text in [
        "x Fake0123secret\"ü y".to_owned(),
        "a%22Fake0123secret%22%C3%BC".to_owned(),
        "46616b6530313233736563726574".to_owned(),
        format!("Basic {}", base64(b"user:Fake0123secret\"ue")),
        format!("Basic {}", base64(b"me:Fake0123secret")),
        format!("Basic {}", base64(b"a:Fake0123secret")),
        "\\u0046\\u0061\\u006b\\u0065\\u0030\\u0031\\u0032\\u0033\\u0073\\u0065\\u0063\\u0072\\u0065\\u0074".to_owned(),
    ] {
        assert!(traces.found_in(&text).is_some(), "{text}");
    }
    assert_eq!(traces.found_in("Fake0 123"), None);
}
