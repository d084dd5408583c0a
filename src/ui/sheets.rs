//! The style sheets of later parts. A text is in the part that the code is in which asks for it, so nothing of a first view may.

use crate::browser::sheet::adopt;

/// For the first page.
pub(super) fn home() {
    adopt(include_str!("../../style/home.css"));
}

/// For what the documents say of an operation.
pub(super) fn documents() {
    adopt(include_str!("../../style/documents.css"));
}

/// For lists of operations.
pub(super) fn operations() {
    adopt(include_str!("../../style/operations.css"));
}

/// For what became of a request, and its response.
pub(super) fn response() {
    adopt(include_str!("../../style/response.css"));
}

/// For the forms of a row and of columns.
pub(super) fn forms() {
    adopt(include_str!("../../style/forms.css"));
}

/// For the choice of a file.
pub(super) fn files() {
    adopt(include_str!("../../style/files.css"));
}

/// For pages of the reference.
pub(super) fn reference() {
    adopt(include_str!("../../style/reference.css"));
}

/// For the dialogs, and for the question whether to take a server that a link proposes.
pub(super) fn dialogs() {
    adopt(include_str!("../../style/dialogs.css"));
}

/// For the lists of requests, of tokens, and of what was made.
pub(super) fn lists() {
    adopt(include_str!("../../style/lists.css"));
}
