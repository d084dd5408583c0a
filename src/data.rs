//! Data that the build packed, and where the page takes them out.

use playground_core::packed::{Packed, Unpacker};

/// Something as the build packed it.
#[derive(Clone, Copy, Debug)]
pub struct Data {
    /// The numbers.
    pub bytes: &'static [u8],
    /// The texts.
    pub texts: &'static str,
}

impl Data {
    /// Unpacks it. It stays as long as the page does.
    pub fn unpack<T: Packed>(self) -> T {
        Packed::unpack(&mut Unpacker::new(self.bytes, self.texts))
    }
}

/// Makes functions that return what the build packed into a file each.
macro_rules! data {
    ($($(#[$about:meta])* $name:ident: $file:literal;)*) => {
        $(
            $(#[$about])*
            pub fn $name() -> $crate::data::Data {
                $crate::data::Data {
                    bytes: include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".bin")),
                    texts: include_str!(concat!(env!("OUT_DIR"), "/", $file, ".txt")),
                }
            }
        )*
    };
}
pub(crate) use data;
