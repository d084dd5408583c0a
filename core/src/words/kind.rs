//! The names of kinds of things.

use crate::known::Kind;

/// Names one thing of a kind.
pub fn one(kind: Kind) -> &'static str {
    match kind {
        Kind::Team => "team",
        Kind::Department => "department",
        Kind::Group => "group",
        Kind::Workspace => "workspace",
        Kind::Folder => "folder",
        Kind::Base => "base",
        Kind::TrashedBase => "base in the trash",
        Kind::App => "app",
        Kind::AppRole => "role",
        Kind::Dataset => "common dataset",
        Kind::Sync => "sync",
        Kind::Table => "table",
        Kind::View => "view",
        Kind::Column => "column",
        Kind::Choice => "option",
        Kind::Link => "link column",
        Kind::Row => "row",
        Kind::Comment => "comment",
        Kind::Notification | Kind::SystemNotification => "notification",
        Kind::Operation => "log entry",
        Kind::Snapshot => "snapshot",
        Kind::Asset | Kind::CustomFile | Kind::VirusFile => "file",
        Kind::Form => "form",
        Kind::CollectionTable => "data collection table",
        Kind::AutomationRule => "automation rule",
        Kind::NotificationRule => "notification rule",
        Kind::Webhook => "webhook",
        Kind::EmailAccount => "email account",
        Kind::ExternalLink | Kind::ViewExternalLink => "external link",
        Kind::InviteLink => "invite link",
        Kind::BaseShare | Kind::GroupViewShare | Kind::UserViewShare => "share",
        Kind::User => "user",
        Kind::Plugin => "plugin",
        Kind::AbuseReport => "abuse report",
        Kind::Task => "task",
        Kind::AccountToken => "Account-Token",
        Kind::ApiToken => "API-Token",
        Kind::BaseToken => "Base-Token",
        Kind::UploadLink => "upload link",
    }
}

/// Returns a name as it begins a line.
pub fn heading(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Names so many things of a kind.
pub fn some(kind: Kind, count: usize) -> String {
    match (kind, count) {
        (_, 1) => one(kind).to_owned(),
        (Kind::TrashedBase, _) => format!("{count} bases in the trash"),
        (Kind::Sync, _) => format!("{count} syncs"),
        (Kind::Operation, _) => format!("{count} log entries"),
        _ => format!("{count} {}s", one(kind)),
    }
}
