//! What it means that no response could be read.

use crate::http::{Failure, RelayFault};

/// Says what is certain of a failure that the connection check looks into.
pub fn certain(failure: &Failure, host: &str) -> String {
    match failure {
        Failure::Unreadable | Failure::Denied(false) => "The browser gives no reason.".to_owned(),
        other => told(other, host),
    }
}

/// Says what a failure means, and what to do next.
pub fn told(failure: &Failure, host: &str) -> String {
    match failure {
        Failure::Cancelled => "You stopped the request.".to_owned(),
        Failure::Left => "You left while the request was under way, so the page stopped waiting for the response.".to_owned(),
        Failure::TimedOut(seconds) => {
            format!(
                "{host} did not complete its response within {seconds} seconds. Send again, or request less at a time."
            )
        }
        Failure::Offline => {
            "Your browser says that it is offline. Connect, and send again.".to_owned()
        }
        Failure::WentOffline => {
            "Your browser lost its network while the request was under way. Connect again first.".to_owned()
        }
        Failure::Locked => {
            format!(
                "The lock of this page refused the address, since it isn't on {host}."
            )
        }
        Failure::Policy => {
            format!(
                "The host of this page does not let it reach {host}: the Content-Security-Policy that the host sends refuses the address. \
                 Ask whoever runs the host to add the server to connect-src in that header."
            )
        }
        Failure::Denied(true) => {
            format!(
                "Your browser does not let this page reach your local network, where {host} is: it refuses such requests before they \
                 leave. Allow access to the local network or to this device in the settings that the browser has for this page, and send again."
            )
        }
        Failure::Denied(false) => {
            format!(
                "The browser gives no reason, but it does not let this page reach your local network. If {host} is in it, allow that in \
                 the settings that the browser has for this page, and send again. If not, the server can't be reached, or does not let \
                 pages of this origin read its responses (CORS)."
            )
        }
        Failure::Unsendable => {
            "The browser refused to make this request. Check the fields for unusual characters.".to_owned()
        }
        Failure::FileGone(name) => {
            format!(
                "The browser can't read “{name}” any more. It was changed, renamed, moved or deleted after you chose it, or it is a folder. \
                 Choose the file again."
            )
        }
        Failure::FileChanged(name) => {
            format!(
                "The browser couldn't read “{name}” to its end. It was changed, renamed, moved or deleted while it was sent. \
                 Choose the file again."
            )
        }
        Failure::NoLock => {
            "The lock could not be put in place. Reload the page. If this happens again, try another browser."
                .to_owned()
        }
        Failure::Redirected => {
            format!(
                "{host} responded with a redirect, which this page doesn't follow, so that no token goes elsewhere. Check the address of the server."
            )
        }
        Failure::Unreadable => format!(
            "The browser gives no reason. Either {host} cannot be reached (name, network, certificate, or a blocker in the browser), \
             or it doesn't let pages of this origin read its responses (CORS). The browser's console says which. The code for curl and \
             Python isn't subject to CORS."
        ),
        Failure::CutOff(bytes) => {
            format!("The response broke off after {bytes} bytes. Send again.")
        }
        Failure::TooLong(bytes) => {
            format!(
                "The response is longer than this page can hold, so it was stopped after {bytes} bytes. The code for curl gets all of it."
            )
        }
        Failure::Relay(mark) => of_relay(RelayFault::of(mark), host),
        Failure::PracticeUnavailable => {
            "The practice SeaTable could not be loaded. Reload the page and switch it on again."
                .to_owned()
        }
    }
}

/// Says what kept the relay on this machine from handing the request on.
fn of_relay(fault: RelayFault, host: &str) -> String {
    match fault {
        RelayFault::Name => format!(
            "The relay on this machine can't find {host}: this name isn't known here. Check the name and the network."
        ),
        RelayFault::Refused => format!(
            "{host} refused a connection from the relay on this machine. Check the port, and whether the server runs."
        ),
        RelayFault::Certificate => format!(
            "The relay on this machine does not trust the certificate of {host}. If the server has a certificate \
             of your own, start the relay with --ca and the file of the authority that issued it."
        ),
        RelayFault::TimedOut => format!(
            "The relay on this machine got no connection to {host} in time. A firewall may be in between, or a VPN may be needed."
        ),
        RelayFault::Proxy => format!(
            "The proxy in the settings of this machine did not lead the relay to {host}. Check HTTPS_PROXY and NO_PROXY where the relay was started."
        ),
        RelayFault::NotAllowed => "The relay on this machine refuses this request.".to_owned(),
        RelayFault::Broken => {
            format!("The connection between the relay on this machine and {host} broke before a response came.")
        }
        RelayFault::Gone => "The relay on this machine, from which this page comes, does not respond. If it has stopped, start it again at \
             the same port, and send again."
            .to_owned(),
    }
}

/// Says why a request that goes by plain http may have been refused, since the page came by https.
pub fn mixed(host: &str) -> String {
    format!(
        "The browser gives no reason. This page came by https, and {host} is plain http: Safari refuses that always, other browsers \
         refuse it unless the server is on this machine. Open the page by http, from this machine with `cargo xtask serve`, or \
         use https for the server. If your browser allows it, {host} can't be reached, or does not let pages of this origin read its responses (CORS)."
    )
}

/// Names a failure in a word or two.
pub fn name(failure: &Failure) -> &'static str {
    match failure {
        Failure::Cancelled | Failure::Left => "stopped",
        Failure::TimedOut(_) => "timed out",
        Failure::Offline => "offline",
        Failure::WentOffline => "network lost",
        Failure::Locked => "refused by the lock",
        Failure::Policy => "refused by the host’s policy",
        Failure::Denied(_) => "local network denied",
        Failure::Unsendable => "refused by the browser",
        Failure::FileGone(_) | Failure::FileChanged(_) => "file not readable",
        Failure::NoLock => "no lock",
        Failure::Redirected => "redirected",
        Failure::Unreadable => "no readable response",
        Failure::CutOff(_) => "broke off",
        Failure::TooLong(_) => "too long",
        Failure::Relay(_) => "stopped at the relay",
        Failure::PracticeUnavailable => "practice not loaded",
    }
}

/// Says that there is no response, and why in a word or two.
pub fn no_answer(failure: &Failure) -> String {
    format!("No response: {}.", name(failure))
}
