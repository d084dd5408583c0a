//! Large and small letters. (The standard library's `to_lowercase` would bring tables of 5 kB, compressed, into the page.)

/// Large letters: the first and the last, how far they are apart, and what leads from each to its small letter.
const LARGE: [(u16, u16, u16, u16); 33] = [
    (0x00C0, 0x00D6, 1, 32),
    (0x00D8, 0x00DE, 1, 32),
    (0x0100, 0x012E, 2, 1),
    (0x0132, 0x0136, 2, 1),
    (0x0139, 0x0147, 2, 1),
    (0x014A, 0x0176, 2, 1),
    (0x0178, 0x0178, 1, 0x00FF_u16.wrapping_sub(0x0178)),
    (0x0179, 0x017D, 2, 1),
    (0x01A0, 0x01A4, 2, 1),
    (0x01AF, 0x01AF, 2, 1),
    (0x01B3, 0x01B5, 2, 1),
    (0x01CD, 0x01DB, 2, 1),
    (0x01DE, 0x01EE, 2, 1),
    (0x01F8, 0x021E, 2, 1),
    (0x0222, 0x0232, 2, 1),
    (0x0246, 0x024E, 2, 1),
    (0x0386, 0x0386, 1, 38),
    (0x0388, 0x038A, 1, 37),
    (0x038C, 0x038C, 1, 64),
    (0x038E, 0x038F, 1, 63),
    (0x0391, 0x03A1, 1, 32),
    (0x03A3, 0x03AB, 1, 32),
    (0x0400, 0x040F, 1, 80),
    (0x0410, 0x042F, 1, 32),
    (0x0460, 0x0480, 2, 1),
    (0x048A, 0x04BE, 2, 1),
    (0x04C1, 0x04CD, 2, 1),
    (0x04D0, 0x052E, 2, 1),
    (0x0531, 0x0556, 1, 48),
    (0x1E00, 0x1E94, 2, 1),
    (0x1E9E, 0x1E9E, 1, 0x00DF_u16.wrapping_sub(0x1E9E)),
    (0x1EA0, 0x1EFE, 2, 1),
    (0xFF21, 0xFF3A, 1, 32),
];

/// Makes a letter small, if it belongs to an alphabet that has large and small ones and is widely used.
pub fn fold(char: char) -> char {
    if char.is_ascii() {
        return char.to_ascii_lowercase();
    }
    let Ok(code) = u16::try_from(u32::from(char)) else {
        return char;
    };
    if (0x1F00..0xFF00).contains(&code) {
        // Most of the scripts without large letters lie here.
        return char;
    }
    let is_large = |&&(first, last, apart, _): &&(u16, u16, u16, u16)| {
        (first..=last).contains(&code) && (code - first).is_multiple_of(apart)
    };
    let small = LARGE.iter().find(is_large);
    small
        .and_then(|(.., by)| char::from_u32(u32::from(code.wrapping_add(*by))))
        .unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Unicode has for the small letter, where that is one letter.
    fn small(char: char) -> char {
        let mut small = char.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) => small,
            _ => char,
        }
    }

    #[test]
    fn what_is_made_small_is_what_unicode_makes_small() {
        for char in '\0'..=char::MAX {
            assert!(fold(char) == char || fold(char) == small(char), "{char}");
        }
    }

    #[test]
    fn no_large_letter_of_the_usual_alphabets_is_left() {
        let usual = [
            '\0'..='\u{17f}',
            '\u{386}'..='\u{3ce}',
            '\u{400}'..='\u{4bf}',
            '\u{4c1}'..='\u{556}',
            '\u{1e00}'..='\u{1eff}',
        ];
        for char in usual.into_iter().flatten() {
            assert_eq!(fold(char), small(char), "{char}");
        }
        assert_eq!(
            "ȘȚƠƯǍẞŸＡ".chars().map(fold).collect::<String>(),
            "șțơưǎßÿａ"
        );
    }
}
