//! Which operations a person is asked about before they are sent, and of which a name has to be typed.

use crate::{catalogue, name, operations};
use playground_core::catalogue::{Harm, Method, Operation};
use playground_core::harm::{Back, Risk, When, Whole};
use std::path::Path;
use std::sync::OnceLock;

/// Returns the risk of each operation, in the order of the catalogue.
fn risks() -> &'static [Risk] {
    static READ: OnceLock<Vec<Risk>> = OnceLock::new();
    let folder = || Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let read = || arazzo::Reference::read(&folder(), catalogue()).unwrap();
    READ.get_or_init(|| {
        read()
            .areas
            .iter()
            .flat_map(|area| area.forms.risks)
            .cloned()
            .collect()
    })
}

fn all() -> impl Iterator<Item = (&'static Operation, &'static Risk)> {
    operations().iter().zip(risks())
}

fn names(is_it: impl Fn(&Operation, &Risk) -> bool) -> Vec<String> {
    let found = all().filter(|(operation, risk)| is_it(operation, risk));
    found.map(|(operation, _)| name(operation)).collect()
}

/// Says when a person is asked.
fn asks(operation: &Operation, risk: &Risk) -> &'static str {
    let when = |when: &When| match when {
        When::Never => "",
        When::Always => "always",
        When::If(_) => "by what is sent",
    };
    match (when(&risk.enforces), when(&risk.many)) {
        _ if operation.harm >= Harm::Removes => "always",
        ("always", _) | (_, "always") => "always",
        ("", "") if risk.statement.is_some() => "by what is sent",
        ("", "") => "never",
        _ => "by what is sent",
    }
}

#[test]
fn every_delete_asks_and_no_get_does() {
    assert_eq!(risks().len(), operations().len());
    let silent = names(|one, risk| one.method == Method::Delete && asks(one, risk) != "always");
    assert_eq!(silent, Vec::<String>::new());
    let asking = names(|one, risk| one.method == Method::Get && asks(one, risk) != "never");
    assert_eq!(asking, Vec::<String>::new());
}

#[test]
fn beside_removals_these_ask() {
    let asking = |when| names(move |one, risk| one.harm < Harm::Removes && asks(one, risk) == when);
    assert_eq!(asking("always"), ALWAYS);
    assert_eq!(asking("by what is sent"), BY_WHAT_IS_SENT);
}

/// They change many things at once, or decide for other people.
const ALWAYS: [&str; 27] = [
    "base updateRowLink",
    "base autoLinks",
    "base moveRowsToBigData",
    "base restoreBigDataOperations",
    "base markBaseNotificationsAsSeen",
    "user basePassword",
    "user updateFromFile",
    "user appendToTableFromFile",
    "user syncCommonDataset",
    "user repairBase",
    "user changeAppStatus",
    "team-admin resetUserPassword",
    "team-admin enforceTwofactor",
    "team-admin updateTeamSettings",
    "team-admin updateSamlConfig",
    "system-admin updateAdminRole",
    "system-admin resetUserPassword",
    "system-admin enforceTwoFactor",
    "system-admin importUsers",
    "system-admin transferGroup",
    "system-admin updateTeam",
    "system-admin updatePlugin",
    "system-admin repairBase",
    "system-admin updateGeneralSettings",
    "system-admin updateLogo",
    "system-admin updateFavicon",
    "system-admin updateLoginBackgroundImage",
];

/// What stands in their fields decides.
const BY_WHAT_IS_SENT: [&str; 12] = [
    "base querySQL",
    "base updateRow",
    "base lockRows",
    "base unlockRows",
    "base updateColumn",
    "base updateSelectOption",
    "base moveRowsToNormalBackend",
    "user updateGroup",
    "team-admin updateUser",
    "team-admin updateGroup",
    "system-admin updateUser",
    "system-admin updateTeamUser",
];

#[test]
fn what_destroys_a_whole_wants_its_name() {
    assert_eq!(names(|_, risk| risk.destroys.is_some()), TYPED);
}

/// Those that take away a base, a group, a user, a team or a department, or empty a trash.
const TYPED: [&str; 15] = [
    "user deleteBase",
    "user clearTrash",
    "user deleteGroup",
    "team-admin deleteUser",
    "team-admin deleteBase",
    "team-admin clearTeamTrashBin",
    "team-admin deleteGroup",
    "team-admin deleteTeam",
    "system-admin deleteUser",
    "system-admin deleteBase",
    "system-admin deleteGroup",
    "system-admin deleteTeam",
    "system-admin deleteTeamUser",
    "system-admin deleteTeamGroup",
    "system-admin deleteDepartment",
];

#[test]
fn who_is_asked_is_told_what_is_hit() {
    let untold = names(|one, risk| {
        let is_named =
            !risk.hits.is_empty() || matches!(risk.destroys, Some(Whole::OwnTeam | Whole::Trash));
        asks(one, risk) != "never" && !is_named
    });
    assert_eq!(untold, UNTOLD);
    let unseen = names(|one, risk| asks(one, risk) != "never" && risk.shown_by.is_none());
    assert_eq!(unseen, UNSEEN);
}

/// They name nothing: their titles say what they act on.
const UNTOLD: [&str; 10] = [
    "user markNotificationAsSeen",
    "team-admin updateTeamSettings",
    "system-admin importUsers",
    "system-admin deleteInvalidSyncs",
    "system-admin deleteInvalidAutomations",
    "system-admin deleteInvalidNotifications",
    "system-admin updateGeneralSettings",
    "system-admin updateLogo",
    "system-admin updateFavicon",
    "system-admin updateLoginBackgroundImage",
];

/// No operation shows what they act on, or the person has it at hand.
const UNSEEN: [&str; 11] = [
    "base autoLinks",
    "base moveRowsToNormalBackend",
    "user deleteFolder",
    "user basePassword",
    "user repairBase",
    "user markNotificationAsSeen",
    "system-admin importUsers",
    "system-admin updateGeneralSettings",
    "system-admin updateLogo",
    "system-admin updateFavicon",
    "system-admin updateLoginBackgroundImage",
];

#[test]
fn what_is_linked_fits() {
    for (operation, risk) in all() {
        let of = name(operation);
        let reads = risk.shown_by.map(|place| operations()[place].harm);
        assert!(
            reads.is_none_or(|harm| harm == Harm::Reads),
            "{of}: {reads:?}"
        );
        let harm = match risk.back {
            Back::Never => continue,
            Back::Trash(place) | Back::Anew(place) => operations()[place].harm,
        };
        assert!(matches!(harm, Harm::Adds | Harm::Changes), "{of}: {harm:?}");
    }
}
