//! The commands of this workspace, and the file server that its end-to-end tests share with them.

pub mod catalogue;
pub mod static_files;
