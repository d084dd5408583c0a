//! Another host than the chosen server's.

use crate::http::Server;

/// Says of an upload link to another host that the page does not follow it.
pub fn link(host: &str, server: &Server) -> String {
    format!(
        "The upload link leads to {host}, but requests of this page go to {} only, so the page doesn't upload with it.",
        server.host()
    )
}

/// What a person can do about an upload link that the page does not follow.
pub const WITHOUT: &str = "Upload from a terminal, with the link in its variable: \
     curl -F file=@FILE -F parent_dir=PARENT_PATH -F relative_path=FOLDER \"$SEATABLE_UPLOAD_LINK?ret-json=1\". \
     Then put its name and size into the step after the upload. Or ask the admin of the server to put the file \
     server at the same address (FILE_SERVER_ROOT).";

/// Says what it means to allow uploads to a server.
pub fn allow(name: &str, own: &str) -> String {
    format!(
        "Some servers keep files on a host of their own. If {name} belongs to yours, allow it: the page then locks itself to both. \
         Your tokens go to {own} only; an upload sends none, but whoever has its link can upload. A reload forgets tokens, passwords, \
         chosen files and responses; what else you typed is kept."
    )
}

/// Says that the requests inside a base belong to another address than the page sends them to.
pub fn base(address: &str, own: &str) -> String {
    format!(
        "SeaTable names {address} for requests inside the base (dtable_server). This page still sends them to {own}: your \
         tokens go to no other host. If they fail there, choose the other server."
    )
}
