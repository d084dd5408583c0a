//! What the check asks.

use crate::connection::Probe;

/// Says what is asked.
pub fn question(probe: Probe) -> &'static str {
    match probe {
        Probe::Reach => "Does a request reach the server?",
        Probe::Elsewhere => "Does one reach another address of the server?",
        Probe::Plain => "May this page read the response?",
        Probe::Info => "Which SeaTable is it?",
        Probe::Gateway => "May it read responses from inside a base?",
        Probe::Token => "May it send a token?",
        Probe::Code => "May it send the code of a two-factor login?",
        Probe::Error => "May it read an error?",
        Probe::Files => "May it read a response of the file server?",
    }
}
