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

impl ServerFault {
    /// Says what is wrong, and what to write instead.
    pub fn text(self) -> &'static str {
        match self {
            Self::Empty => "Enter the address of your SeaTable server, such as cloud.seatable.io.",
            Self::Scheme => "The address has to begin with https:// or http://.",
            Self::Ipv6 => {
                "A browser can't hold this page to an IPv6 address, since no policy can name one. Enter the server's name, or \
                 its address with four numbers."
            }
            Self::Credentials => "Leave out the user name and password before the @.",
            Self::Host => {
                "This isn't a host name. Enter one such as table.example.com, or the address of an open base."
            }
            Self::Port => "The port has to be a number from 1 to 65535.",
        }
    }
}
