//! What is asked about a server before anything is sent to it: the likely slips, and what goes unencrypted.

use super::Server;

/// The host of SeaTable Cloud.
const CLOUD: &str = "cloud.seatable.io";

/// The hosts under SeaTable's names that take no requests of the API, and what they have.
const SITES: [(&str, &str); 9] = [
    ("api.seatable.com", "has the documentation of the API"),
    ("api.seatable.io", "has the documentation of the API"),
    ("developer.seatable.com", "has the manual for developers"),
    ("admin.seatable.com", "has the manual for admins"),
    ("forum.seatable.com", "is a forum"),
    ("seatable.com", "is a web site about SeaTable"),
    ("www.seatable.com", "is a web site about SeaTable"),
    ("seatable.io", "is a web site about SeaTable"),
    ("www.seatable.io", "is a web site about SeaTable"),
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
    /// It is a host under SeaTable's names that takes no requests: it has this instead.
    Site(&'static str),
    /// It is nearly the name of SeaTable Cloud.
    Misspelt,
}

impl Question {
    /// Says what is doubtful about the server of this host; `page` is the origin that the page came from.
    pub fn text(&self, host: &str, page: &str) -> String {
        match self.doubt {
            Doubt::Unencrypted if page.starts_with("https://") => format!(
                "{host} is in a local network, as far as its name tells. Plain http sends your token unencrypted, and this page came by \
                 https: from such a page most browsers refuse plain http. There are two ways out: run this page on your own machine \
                 (seatable-playground --server http://{host}), or have the server use https."
            ),
            Doubt::Unencrypted => format!(
                "{host} is in a local network, as far as its name tells. Plain http sends your token unencrypted: whoever is in the same \
                 network can read it."
            ),
            Doubt::Insecure => {
                "Plain http would send your token unencrypted across the network, so the page takes it for this machine and local \
                 networks only. Does the server have https?"
                    .to_owned()
            }
            Doubt::Everywhere => {
                "A program that listens on 0.0.0.0 listens on every address of its machine. Is it this machine?".to_owned()
            }
            Doubt::Site(what) => format!(
                "{host} {what}: requests of the API don't go there. SeaTable Cloud is {CLOUD}; a server of your own has the name in \
                 your address bar when you use SeaTable."
            ),
            Doubt::Misspelt => {
                format!("Do you mean SeaTable Cloud, {CLOUD}? A token that is sent to a misspelt name may reach a stranger.")
            }
        }
    }
}

/// Returns what is asked about a host because of its name alone.
pub(super) fn of_host(host: &str) -> Option<Doubt> {
    let site = SITES.iter().find(|(name, _)| *name == host);
    if let Some((_, what)) = site {
        return Some(Doubt::Site(what));
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
