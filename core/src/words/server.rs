//! Servers: what one is called, what is wrong with one that was entered, and what is asked about one.

use crate::http::{CLOUD, Doubt, Entered, PreparedRequest, Server, ServerFault, Site, host_of};

/// Returns how the page calls a server.
pub fn name(server: &Server) -> String {
    if server.is_in_page() {
        "practice".to_owned()
    } else {
        of_origin(server.origin()).to_owned()
    }
}

/// Returns how the page calls the server of an origin.
pub fn of_origin(origin: &str) -> &str {
    if origin.starts_with("http:") {
        // Unencrypted is what has to be seen.
        origin
    } else {
        host_of(origin)
    }
}

/// Names all that the lock lets the page send to.
pub fn lock(server: &Server) -> String {
    match server.links() {
        Some(_) => server.origins().replace(' ', " and "),
        None => name(server),
    }
}

/// Names the server that a request goes to.
pub fn target(server: &Server, request: &PreparedRequest) -> String {
    if server.is_in_page() {
        name(server)
    } else {
        of_origin(server.target(&request.url.shown())).to_owned()
    }
}

/// Says what is wrong, and what to write instead.
pub fn fault(fault: ServerFault) -> &'static str {
    match fault {
        ServerFault::Empty => {
            "Enter the address of your SeaTable server, such as cloud.seatable.io."
        }
        ServerFault::Scheme => "The address has to begin with https:// or http://.",
        ServerFault::Ipv6 => {
            "A browser can't hold this page to an IPv6 address, since no policy can name one. Enter the server's name, or \
             its address with four numbers."
        }
        ServerFault::Credentials => "Leave out the user name and password before the @.",
        ServerFault::Host => {
            "This isn't a host name. Enter one such as table.example.com, or the address of an open base."
        }
        ServerFault::Port => "The port has to be a number from 1 to 65535.",
    }
}

/// Says what is doubtful about the server of this host; `page` is the origin that the page came from.
pub fn doubt(doubt: Doubt, host: &str, page: &str) -> String {
    match doubt {
        Doubt::Unencrypted if page.starts_with("https://") => format!(
            "{host} is in a local network, as far as its name tells. Plain http sends your token unencrypted, and most browsers refuse it, since \
             this page came by https. Either run this page on your own machine (seatable-playground --server http://{host}), or have \
             the server use https."
        ),
        Doubt::Unencrypted => format!(
            "{host} is in a local network, as far as its name tells. Plain http sends your token unencrypted: anyone in the same \
             network can read it."
        ),
        Doubt::Insecure => {
            "Plain http would send your token unencrypted across the network, so the page allows it for this machine and local \
             networks only. Use https, if the server has it."
                .to_owned()
        }
        Doubt::Everywhere => {
            "A program that listens on 0.0.0.0 listens on every address of its machine. Check that it is this machine.".to_owned()
        }
        Doubt::Site(site) => format!(
            "{host} {}: requests of the API don't go there. SeaTable Cloud is {CLOUD}; a server of your own has the name in \
             your address bar when you use SeaTable.",
            self::site(site)
        ),
        Doubt::Misspelt => {
            format!("Do you mean SeaTable Cloud, {CLOUD}? A token that is sent to a misspelt name may reach a stranger.")
        }
    }
}

fn site(site: Site) -> &'static str {
    match site {
        Site::ApiReference => "has the documentation of the API",
        Site::DeveloperManual => "has the manual for developers",
        Site::AdminManual => "has the manual for admins",
        Site::Forum => "is a forum",
        Site::About => "is a web site about SeaTable",
    }
}

/// Says where the requests of a form go.
pub fn goes(name: &str, by_relay: bool) -> String {
    let way = if by_relay {
        "through this machine’s relay"
    } else {
        "straight"
    };
    format!(
        "Goes {way} to {name}. From the first request on, your browser refuses this page any other."
    )
}

/// Says where requests would go, and what else an address contains. `is_mixed` says whether the page came by https and they would go
/// by plain http.
pub fn way(entered: &Entered, is_mixed: bool) -> String {
    let mut told = ["Requests would go to ", entered.server.origin()].concat();
    if let Some(written) = &entered.written {
        told.push_str(", as browsers write ");
        told.push_str(written);
    }
    told.push('.');
    if is_mixed {
        told.push_str(
            " This page came by https: Safari refuses plain http from it, to this machine too.",
        );
    }
    if let Some(base) = &entered.base {
        let name = base.name.as_ref();
        let name = name.map_or_else(String::new, |name| format!(" and the base “{name}”"));
        let number = &base.workspace_id;
        told.push_str(&format!(
            " Workspace {number}{name} will be offered where a step asks for it."
        ));
    }
    told
}

/// Says what the practice SeaTable on a host of one's own is.
pub fn own_practice(host: &str) -> String {
    format!(
        "This is a simulated SeaTable on your own machine, at {host}. What you write is gone when it stops."
    )
}
