//! Texts in other encodings than UTF-8, which only the browser can decode.

use js_sys::Uint8Array;
use playground_core::http::{Answer, Exchange, Outcome};
use web_sys::TextDecoder;

/// The longest body that is decoded, in bytes.
const LONGEST: usize = 2_000_000;

/// Decodes the text of the response of an exchange, where it is in another encoding. The bytes stay as they came.
pub fn decode(exchange: &mut Exchange) {
    if let Outcome::Answer(answer) = &mut exchange.outcome {
        answer.decoded = decoded(answer);
    }
    if let Some(answer) = &mut exchange.came {
        answer.decoded = decoded(answer);
    }
}

fn decoded(answer: &Answer) -> Option<String> {
    let bytes = Some(answer.body.bytes()).filter(|bytes| bytes.len() <= LONGEST)?;
    // A name that no browser knows is refused.
    let decoder = TextDecoder::new_with_label(&answer.charset()?).ok()?;
    decoder
        .decode_with_js_u8_array(&Uint8Array::from(bytes))
        .ok()
}
