//! The words that files beside the catalogue have for kinds of things.

use crate::fault::Faults;
use crate::yaml::Text;
use playground_core::known::Kind;

/// Each kind by its word.
pub(crate) const KINDS: [(&str, Kind); 45] = [
    ("team", Kind::Team),
    ("department", Kind::Department),
    ("group", Kind::Group),
    ("workspace", Kind::Workspace),
    ("folder", Kind::Folder),
    ("base", Kind::Base),
    ("trashed-base", Kind::TrashedBase),
    ("app", Kind::App),
    ("app-role", Kind::AppRole),
    ("dataset", Kind::Dataset),
    ("sync", Kind::Sync),
    ("table", Kind::Table),
    ("view", Kind::View),
    ("column", Kind::Column),
    ("choice", Kind::Choice),
    ("link", Kind::Link),
    ("row", Kind::Row),
    ("comment", Kind::Comment),
    ("notification", Kind::Notification),
    ("operation", Kind::Operation),
    ("snapshot", Kind::Snapshot),
    ("asset", Kind::Asset),
    ("custom-file", Kind::CustomFile),
    ("form", Kind::Form),
    ("collection-table", Kind::CollectionTable),
    ("automation-rule", Kind::AutomationRule),
    ("notification-rule", Kind::NotificationRule),
    ("webhook", Kind::Webhook),
    ("email-account", Kind::EmailAccount),
    ("external-link", Kind::ExternalLink),
    ("view-external-link", Kind::ViewExternalLink),
    ("invite-link", Kind::InviteLink),
    ("base-share", Kind::BaseShare),
    ("group-view-share", Kind::GroupViewShare),
    ("user-view-share", Kind::UserViewShare),
    ("user", Kind::User),
    ("system-notification", Kind::SystemNotification),
    ("plugin", Kind::Plugin),
    ("abuse-report", Kind::AbuseReport),
    ("virus-file", Kind::VirusFile),
    ("task", Kind::Task),
    ("account-token", Kind::AccountToken),
    ("api-token", Kind::ApiToken),
    ("base-token", Kind::BaseToken),
    ("upload-link", Kind::UploadLink),
];

/// Returns the kind that a word is for.
pub(crate) fn of(word: &Text, faults: &mut Faults) -> Option<Kind> {
    let found = KINDS.iter().find(|(other, _)| *other == word.text);
    if found.is_none() {
        let words: Vec<_> = KINDS.iter().map(|(word, _)| *word).collect();
        faults.push(word.at, format!("\"{}\"", word.text), words.join(", "));
    }
    found.map(|(_, kind)| *kind)
}
