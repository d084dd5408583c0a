//! Right requests that the documents refuse.

/// A fault that is the documents', not the request's.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// Its name in the list of what is too strict in the documents.
    pub id: &'static str,
    /// The operations it holds for.
    pub operations: &'static [&'static str],
    /// Words of the fault that is excused.
    pub(crate) words: &'static str,
    /// Why the request is right all the same.
    pub reason: &'static str,
}

/// All exceptions.
pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        id: "upload-without-token",
        operations: &["uploadFile"],
        words: "no Authorization",
        reason: "the link is the credential: SeaTable's own clients send no token with it",
    },
    Exception {
        id: "geolocation-column",
        operations: &["createTable", "appendColumns"],
        words: r#""column_type":"geolocation""#,
        reason: "SeaTable makes such columns, insertColumn describes them",
    },
];

/// Whether a fault of a request for that operation is excused.
pub(crate) fn excuses(operation_id: &str, fault: &str) -> bool {
    EXCEPTIONS.iter().any(|exception| {
        exception.operations.contains(&operation_id) && fault.contains(exception.words)
    })
}
