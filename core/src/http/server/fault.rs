//! Why a text names no server.

/// Why a text names no server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerFault {
    /// There is no text.
    Empty,
    /// The scheme is neither `https` nor `http`.
    Scheme,
    /// An address of IPv6.
    Ipv6,
    /// A user name or password stands before the host.
    Credentials,
    /// The host has characters that no host name has.
    Host,
    /// The port is no number from 1 to 65535.
    Port,
}
