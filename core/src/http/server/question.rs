//! What is asked about a server before anything is sent to it: the likely slips, and what goes unencrypted.

use super::Server;

/// The host of SeaTable Cloud.
pub const CLOUD: &str = "cloud.seatable.io";

/// What a host under SeaTable's names has that takes no requests of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// The documentation of the API.
    ApiReference,
    /// The manual for developers.
    DeveloperManual,
    /// The manual for admins.
    AdminManual,
    /// A forum.
    Forum,
    /// A web site about SeaTable.
    About,
}

/// The hosts under SeaTable's names that take no requests of the API, and what they have.
const SITES: [(&str, Site); 9] = [
    ("api.seatable.com", Site::ApiReference),
    ("api.seatable.io", Site::ApiReference),
    ("developer.seatable.com", Site::DeveloperManual),
    ("admin.seatable.com", Site::AdminManual),
    ("forum.seatable.com", Site::Forum),
    ("seatable.com", Site::About),
    ("www.seatable.com", Site::About),
    ("seatable.io", Site::About),
    ("www.seatable.io", Site::About),
];

/// A question that a person answers before a server is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is doubtful.
    pub doubt: Doubt,
    /// The servers to choose from, the likelier one first.
    pub choices: Vec<Server>,
}

/// What is doubtful about a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is in the local network, where plain http is usual and readable by others.
    Unencrypted,
    /// Plain http was asked for, to a server that anybody may be on the way to.
    Insecure,
    /// It is the address by which a program listens everywhere, and no address to send to.
    Everywhere,
    /// It is a host under SeaTable's names that takes no requests, but has this.
    Site(Site),
    /// It is nearly the name of SeaTable Cloud.
    Misspelt,
}

/// Returns what is asked about a host because of its name alone.
pub(super) fn of_host(host: &str) -> Option<Doubt> {
    let site = SITES.iter().find(|(name, _)| *name == host);
    if let Some((_, site)) = site {
        return Some(Doubt::Site(*site));
    }
    let is_slip = host == "cloud.seatable.com" || is_one_edit(host.as_bytes(), CLOUD.as_bytes());
    is_slip.then_some(Doubt::Misspelt)
}

/// Whether two texts differ by one character that was added, left out, mistaken, or put in another place.
fn is_one_edit(one: &[u8], other: &[u8]) -> bool {
    let same = |pair: &(&u8, &u8)| pair.0 == pair.1;
    let head = one.iter().zip(other).take_while(same).count();
    let one = one.get(head..).unwrap_or_default();
    let other = other.get(head..).unwrap_or_default();
    let pairs = one.iter().rev().zip(other.iter().rev());
    let tail = pairs.take_while(same).count();
    let one = one.get(..one.len() - tail).unwrap_or_default();
    let other = other.get(..other.len() - tail).unwrap_or_default();
    match (one, other) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([first, rest @ ..], [others @ .., last]) if (first, rest) == (last, others) => true,
        ([others @ .., last], [first, rest @ ..]) => (first, rest) == (last, others),
        _ => false,
    }
}
