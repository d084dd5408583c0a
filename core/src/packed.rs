//! How the build packs walkthroughs and their operations, and how the page unpacks them.
//!
//! As Rust constants they weighed 10 kB more: each text is an address and a length there, which hardly compress. Here a text
//! is the number of one of the distinct texts, and everything else is a number too, each as one byte where it is small
//! (LEB128).

use std::borrow::Cow;

pub use packed_derive::Packed;

/// What stands between two texts.
const SEPARATOR: char = '\0';

/// Something that can be packed.
pub trait Packed: Sized {
    /// Appends this.
    fn pack(&self, to: &mut Packer);
    /// Takes this out again.
    fn unpack(from: &mut Unpacker) -> Self;
}

/// Collects what is packed.
#[derive(Debug, Default)]
pub struct Packer {
    /// The numbers.
    pub bytes: Vec<u8>,
    texts: Vec<String>,
}

impl Packer {
    /// Returns the distinct texts as one.
    pub fn texts(&self) -> String {
        self.texts.join(&SEPARATOR.to_string())
    }

    /// Appends a number.
    fn number(&mut self, mut number: u64) {
        loop {
            let low = (number & 0x7f) as u8;
            number >>= 7;
            if number == 0 {
                return self.bytes.push(low);
            }
            self.bytes.push(low | 0x80);
        }
    }

    fn text(&mut self, text: &str) {
        let place = self.texts.iter().position(|known| known == text);
        let place = place.unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        });
        self.number(place as u64);
    }
}

/// Takes apart what a [`Packer`] collected. What is not there is zero or empty.
#[derive(Debug)]
pub struct Unpacker {
    bytes: &'static [u8],
    texts: Vec<&'static str>,
}

impl Unpacker {
    /// Begins with the numbers and the texts of a packer.
    pub fn new(bytes: &'static [u8], texts: &'static str) -> Self {
        Self {
            bytes,
            texts: texts.split(SEPARATOR).collect(),
        }
    }

    fn number(&mut self) -> u64 {
        let mut number = 0;
        let mut shift = 0;
        while let Some((&byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 63 {
                break;
            }
        }
        number
    }
}

impl Packed for usize {
    fn pack(&self, to: &mut Packer) {
        to.number(*self as u64);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self::try_from(from.number()).unwrap_or_default()
    }
}

/// The sign is the lowest bit, so that a small negative number is one byte too.
impl Packed for i64 {
    fn pack(&self, to: &mut Packer) {
        to.number(((self << 1) ^ (self >> 63)).cast_unsigned());
    }
    fn unpack(from: &mut Unpacker) -> Self {
        let number = from.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

impl Packed for u16 {
    fn pack(&self, to: &mut Packer) {
        to.number(u64::from(*self));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self::try_from(from.number()).unwrap_or_default()
    }
}

impl Packed for bool {
    fn pack(&self, to: &mut Packer) {
        to.number(u64::from(*self));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        from.number() != 0
    }
}

impl Packed for &'static str {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        let place = usize::unpack(from);
        from.texts.get(place).copied().unwrap_or_default()
    }
}

impl Packed for Cow<'static, str> {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Cow::Borrowed(<&str>::unpack(from))
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(value) = self {
            value.pack(to);
        }
    }
    fn unpack(from: &mut Unpacker) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// What is behind a reference stays as long as the page does.
impl<T: Packed> Packed for &'static [T] {
    fn pack(&self, to: &mut Packer) {
        self.len().pack(to);
        self.iter().for_each(|item| item.pack(to));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        let length = usize::unpack(from);
        let items: Vec<T> = (0..length).map(|_| T::unpack(from)).collect();
        items.leak()
    }
}

impl<T: Packed + Clone> Packed for Cow<'static, [T]> {
    fn pack(&self, to: &mut Packer) {
        self.len().pack(to);
        self.iter().for_each(|item| item.pack(to));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Cow::Borrowed(<&[T]>::unpack(from))
    }
}

impl<T: Packed> Packed for &'static T {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Box::leak(Box::new(T::unpack(from)))
    }
}

impl<T: Packed> Packed for Box<T> {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self::new(T::unpack(from))
    }
}
