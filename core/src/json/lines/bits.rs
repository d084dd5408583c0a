//! One bit for each value of a document. Where the list ends, all further ones are 0.

/// Whether the bit is 1.
pub(super) fn get(bits: &[u64], place: u32) -> bool {
    bits.get(place as usize / 64)
        .is_some_and(|bits| bits >> (place % 64) & 1 == 1)
}

/// Sets the bit.
pub(super) fn set(bits: &mut Vec<u64>, place: u32, one: bool) {
    let word = place as usize / 64;
    if word >= bits.len() && one {
        bits.resize(word + 1, 0);
    }
    if let Some(bits) = bits.get_mut(word) {
        let bit = 1 << (place % 64);
        *bits = if one { *bits | bit } else { *bits & !bit };
    }
}

/// Whether any bit is 1.
pub(super) fn any(bits: &[u64]) -> bool {
    bits.iter().any(|&bits| bits != 0)
}
