//! Uploaded files, and the links by which files come and go.

/// An uploaded file.
#[derive(Clone, Debug)]
pub(crate) struct Asset {
    /// Its path below the base's asset folder, such as `/files/2026-11/a.pdf`.
    pub(crate) path: String,
    /// By what the cell of a file in a custom folder knows it.
    pub(crate) uuid: String,
    pub(crate) uploaded_ms: u64,
    pub(crate) bytes: Vec<u8>,
}

/// A link that takes files for some minutes. Whoever has it needs no token.
#[derive(Clone, Debug)]
pub(crate) struct UploadLink {
    pub(crate) id: String,
    pub(crate) base_uuid: String,
    /// The folder that it opens, below the base's asset folder: none, or `/custom`.
    pub(crate) folder: &'static str,
    pub(crate) expires_ms: u64,
}

/// A link that gives a file for some hours. Whoever has it needs no token.
#[derive(Clone, Debug)]
pub(crate) struct DownloadLink {
    pub(crate) id: String,
    pub(crate) base_uuid: String,
    pub(crate) path: String,
    pub(crate) expires_ms: u64,
}
