//! Another host than the chosen server's.

use crate::http::Server;

/// Says of an upload link to another host that the page does not follow it.
pub fn link(host: &str, server: &Server) -> String {
    format!(
        "The upload link leads to {host}, but requests of this page go to {} alone, so the page doesn't upload by it.",
        server.host()
    )
}

/// What a person can do about an upload link that the page does not follow.
pub const WITHOUT: &str = "Upload by command line, with the link in its variable: \
     curl -F file=@FILE -F parent_dir=PARENT_PATH -F relative_path=FOLDER \"$SEATABLE_UPLOAD_LINK?ret-json=1\". \
     Then put its name and size into the step after the upload. Or ask the admin of the server to have the file \
     server under the same address (FILE_SERVER_ROOT).";
