//! An answer that is a picture.

use crate::browser::files;
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::words::size;

/// Shows the picture. The browser draws it as an image, in which no script runs.
pub(super) fn picture(exchange: &Exchange) -> AnyView {
    let Some(answer) = exchange.shown() else {
        return ().into_any();
    };
    let media_type = answer.picture().unwrap_or_default();
    let bytes = answer.body.bytes();
    let size = size::bytes(bytes.len() as u64);
    let Some(address) = files::address(bytes, media_type) else {
        return view! { <p class="quiet-wire">"The browser can't show this picture."</p> }
            .into_any();
    };
    let kept = address.clone();
    on_cleanup(move || files::release(&kept));
    view! {
        <figure class="picture">
            <img src=address alt="The response, which is a picture" />
            <figcaption>{media_type} ", " {size}</figcaption>
        </figure>
    }
    .into_any()
}
