//! The tokens that can be longer than a chunk, as automata that take one byte after the other.

/// How far a number has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Minus,
    Zero,
    Integer,
    Point,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,
}

/// What a byte does to a number.
pub(super) enum Step {
    /// It belongs to the number.
    Goes(Number),
    /// It stands after the number, which is complete.
    Ends,
    /// It cannot stand there.
    Breaks,
}

impl Number {
    /// Begins a number, if the byte can.
    pub(super) fn begin(byte: u8) -> Option<Self> {
        match byte {
            b'-' => Some(Self::Minus),
            b'0' => Some(Self::Zero),
            b'1'..=b'9' => Some(Self::Integer),
            _ => None,
        }
    }

    /// Takes the next byte.
    pub(super) fn step(self, byte: u8) -> Step {
        match (self, byte) {
            (Self::Minus, b'0') => Step::Goes(Self::Zero),
            (Self::Minus | Self::Integer, b'0'..=b'9') => Step::Goes(Self::Integer),
            (Self::Zero, b'0'..=b'9') => Step::Breaks,
            (Self::Zero | Self::Integer, b'.') => Step::Goes(Self::Point),
            (Self::Point | Self::Fraction, b'0'..=b'9') => Step::Goes(Self::Fraction),
            (Self::Zero | Self::Integer | Self::Fraction, b'e' | b'E') => {
                Step::Goes(Self::Exponent)
            }
            (Self::Exponent, b'+' | b'-') => Step::Goes(Self::ExponentSign),
            (Self::Exponent | Self::ExponentSign | Self::ExponentDigits, b'0'..=b'9') => {
                Step::Goes(Self::ExponentDigits)
            }
            _ if self.is_complete() => Step::Ends,
            _ => Step::Breaks,
        }
    }

    /// Whether the number may end here.
    pub(super) fn is_complete(self) -> bool {
        matches!(
            self,
            Self::Zero | Self::Integer | Self::Fraction | Self::ExponentDigits
        )
    }
}

/// How far a string has come.
#[derive(Clone, Copy)]
pub(super) enum Quoted {
    /// Between characters.
    Plain,
    /// Behind a backslash.
    Escape,
    /// Inside `\uXXXX`, with so many digits to come.
    Digits(u8),
}

impl Quoted {
    /// Takes a byte of an escape; `None` if JSON has no such escape.
    pub(super) fn escape(self, byte: u8) -> Option<Self> {
        match (self, byte) {
            (Self::Digits(1), _) if byte.is_ascii_hexdigit() => Some(Self::Plain),
            (Self::Digits(left), _) if byte.is_ascii_hexdigit() => Some(Self::Digits(left - 1)),
            (Self::Digits(_), _) => None,
            (_, b'u') => Some(Self::Digits(4)),
            (_, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Some(Self::Plain),
            _ => None,
        }
    }
}

/// Returns what is left of the word that begins with the byte.
pub(super) fn word(byte: u8) -> Option<&'static [u8]> {
    match byte {
        b't' => Some(b"rue"),
        b'f' => Some(b"alse"),
        b'n' => Some(b"ull"),
        _ => None,
    }
}
