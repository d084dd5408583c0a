//! The lock: a policy, enforced by the browser, that this page may talk to one server only.
//!
//! A policy that is added while the page runs can only narrow the ones before it, holds at once, and stays in force when its
//! element is removed again (tried in Chromium). Nothing in the page can undo it before a reload. It covers what the page
//! fetches; no policy covers a link that is followed, or WebRTC.

use super::relay;
use playground_core::http::{Server, is_refusal};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{
    HtmlMetaElement, SecurityPolicyViolationEvent as Violation,
    SecurityPolicyViolationEventDisposition as Disposition,
};

thread_local! {
    static WATCHED: RefCell<Vec<Weak<Watched>>> = const { RefCell::new(Vec::new()) };
}

/// What the page needs of its own origin beside requests. The default closes the rest, and with it prefetching: a policy lets a
/// page prefetch whatever any of its directives allows, so the page's first policy, without this one, allows any server.
const OWN: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; connect-src 'self'";

/// Narrows the page to its own origin and this server, with the other origin that upload links may lead to. Returns whether the policy is in place.
///
/// Locking twice to different servers leaves neither reachable: the caller remembers which it was.
pub fn engage(server: &Server) -> bool {
    let Some(document) = super::page::document() else {
        return false;
    };
    let Some(head) = document.head() else {
        return false;
    };
    let Ok(Ok(meta)) = document
        .create_element("meta")
        .map(JsCast::dyn_into::<HtmlMetaElement>)
    else {
        return false;
    };
    let sources = if server.is_in_page() || relay::leads_to(server) {
        ""
    } else {
        server.origins()
    };
    meta.set_http_equiv("Content-Security-Policy");
    meta.set_content(&format!("{OWN} {sources}"));
    head.append_child(&meta).is_ok()
}

/// A request under way, which learns whether a policy refuses it.
pub(super) struct Watched {
    address: String,
    refused: Cell<bool>,
}

impl Watched {
    /// Begins to watch for the request to this address, as the browser writes it.
    pub(super) fn new(address: String) -> Rc<Self> {
        let refused = Cell::new(false);
        let watched = Rc::new(Self { address, refused });
        WATCHED.with_borrow_mut(|all| {
            all.retain(|other| other.strong_count() > 0);
            all.push(Rc::downgrade(&watched));
        });
        watched
    }

    /// Whether a policy has refused it.
    pub(super) fn is_refused(&self) -> bool {
        self.refused.get()
    }
}

/// Begins to listen to what the policies refuse. Called once, at the start of the page.
pub fn watch() {
    let Some(document) = super::page::document() else {
        return;
    };
    let note = Closure::<dyn FnMut(Violation)>::new(|violation: Violation| {
        // A policy that only reports has refused nothing.
        if violation.disposition() == Disposition::Report {
            return;
        }
        let (directive, blocked) = (violation.effective_directive(), violation.blocked_uri());
        WATCHED.with_borrow(|all| {
            all.iter()
                .filter_map(Weak::upgrade)
                .filter(|watched| is_refusal(&directive, &blocked, &watched.address))
                .for_each(|watched| watched.refused.set(true));
        });
    });
    let added = document
        .add_event_listener_with_callback("securitypolicyviolation", note.as_ref().unchecked_ref());
    if added.is_ok() {
        // The page watches for as long as it lives.
        note.forget();
    }
}
