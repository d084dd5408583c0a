//! Words that people use for the same thing.

use super::word::stem;

/// Words for what is done. Each line has words that stand for one another.
const DOING: [&str; 10] = [
    "activate enable enforce force mandatory on require",
    "add append create insert make new",
    "change edit modify rename set update",
    "clone copy duplicate",
    "deactivate disable off",
    "del delete destroy drop erase remove unset",
    "fetch find get list query read retrieve search see show",
    "freeze lock protect",
    "link share",
    "recover restore undelete undo",
];

/// Words for what it is done to.
const THINGS: [&str; 32] = [
    "2fa mfa otp totp factor twofactor authenticator",
    "account collaborator member people person user",
    "access permission right role",
    "activity audit history log",
    "addon extension plugin",
    "alert message notification toast",
    "app application",
    "archive archived bigdata",
    "asset attachment document file image photo picture",
    "automation rule workflow",
    "backup snapshot version",
    "base database dtable",
    "batch bulk multiple several",
    "bin recycle trash",
    "bookmark favorite star",
    "branding favicon logo",
    "choice dropdown option tag",
    "column field",
    "comment discussion note",
    "company org organisation organization team tenant",
    "config configuration preference setting",
    "count number statistics stats",
    "credential key token",
    "csv excel spreadsheet xlsx",
    "detail info information",
    "directory folder",
    "email mail smtp",
    "entry record row",
    "form questionnaire survey",
    "hook webhook",
    "idp saml sso",
    "me mine my own your",
];

/// Returns the groups that a word belongs to, a bit for each: those of what is done come first ([`ARE_DOING`]).
pub(super) fn groups(word: &str) -> u64 {
    let stem_of_word = stem(word);
    let belongs = |group: &str| {
        group
            .split(' ')
            .any(|member| member == word || stem(member) == stem_of_word)
    };
    let groups = DOING.iter().chain(&THINGS).enumerate();
    groups.fold(0, |all, (place, group)| {
        all | u64::from(belongs(group)) << place
    })
}

/// The groups of words for what is done.
pub(super) const ARE_DOING: u64 = (1 << DOING.len()) - 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synonyms_share_a_group() {
        for (one, other) in [
            ("2fa", "factor"),
            ("records", "row"),
            ("removing", "delete"),
            ("organisations", "team"),
            ("stats", "statistics"),
        ] {
            assert_ne!(groups(one) & groups(other), 0, "{one} {other}");
        }
        assert_eq!(groups("row") & groups("column"), 0);
        assert_eq!(groups("xyz"), 0);
        // A bit for each has to be there.
        assert!(DOING.len() + THINGS.len() <= 64);
    }
}
