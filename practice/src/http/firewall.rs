//! The login page that a firewall gives in the place of every response, in the charsets in which such pages come.

use crate::Response;

/// How the page is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// English.
    Utf8,
    /// German.
    Latin1,
    /// Russian.
    Windows1251,
    /// Japanese.
    ShiftJis,
}

impl Charset {
    /// Reads the name by which HTTP knows it.
    pub fn parse(name: &str) -> Option<Self> {
        let all = [Self::Utf8, Self::Latin1, Self::Windows1251, Self::ShiftJis];
        all.into_iter().find(|charset| charset.name() == name)
    }

    /// Returns the name by which HTTP knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Latin1 => "iso-8859-1",
            Self::Windows1251 => "windows-1251",
            Self::ShiftJis => "shift_jis",
        }
    }

    /// The heading, encoded. In UTF-8 it reads: “Log in – network”, “Anmeldung nötig”, “Вход”, “ログイン”.
    fn heading(self) -> &'static [u8] {
        match self {
            Self::Utf8 => "Log in – network".as_bytes(),
            Self::Latin1 => b"Anmeldung n\xf6tig",
            Self::Windows1251 => b"\xc2\xf5\xee\xe4",
            Self::ShiftJis => b"\x83\x8d\x83\x4f\x83\x43\x83\x93",
        }
    }

    pub(super) fn login_page(self) -> Response {
        let body = [
            b"<!doctype html><title>" as &[u8],
            self.heading(),
            b"</title><h1>",
            self.heading(),
            b"</h1><form method=post><input name=user><input name=password type=password></form>\n",
        ];
        let content_type = format!("text/html; charset={}", self.name());
        Response::new(200, &content_type, body.concat())
    }
}
