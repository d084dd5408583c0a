//! Where panics are: the file, line and column that the compiler writes down for each of them.
//!
//! Nothing reads these any more once what words a panic is emptied, but no tool takes data out of a module. Zeroes weigh nothing when they are
//! compressed (2 kB less).

use walrus::{ConstExpr, Data, DataId, DataKind, Module, ir::Value};

/// How long one is in memory, in bytes: the address and the length of the file's name, the line, the column.
const LENGTH: usize = 16;

/// A part of the memory as it is at the start.
struct Segment<'a> {
    id: DataId,
    /// Where it begins.
    address: usize,
    bytes: &'a [u8],
}

/// Overwrites them with zeroes.
pub(super) fn blank(module: &mut Module) {
    let segments: Vec<Segment<'_>> = module.data.iter().filter_map(segment).collect();
    let mut blanks = Vec::new();
    for Segment { id, address, bytes } in &segments {
        let first = address.next_multiple_of(4) - address;
        for at in (first..bytes.len().saturating_sub(LENGTH - 1)).step_by(4) {
            if let Some(name) = file_of(&bytes[at..at + LENGTH], &segments) {
                blanks.extend([(*id, at, LENGTH), name]);
            }
        }
    }
    for (id, at, length) in blanks {
        module.data.get_mut(id).value[at..][..length].fill(0);
    }
}

fn segment(data: &Data) -> Option<Segment<'_>> {
    match data.kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(address)),
            ..
        } => Some(Segment {
            id: data.id(),
            address: usize::try_from(address).ok()?,
            bytes: &data.value,
        }),
        _ => None,
    }
}

/// Returns where the name of the file is, if this is such a place: the segment, where it begins there, and its length.
fn file_of(bytes: &[u8], segments: &[Segment<'_>]) -> Option<(DataId, usize, usize)> {
    let word = |at: usize| {
        let word: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(word)).ok()
    };
    let (address, length, line, column) = (word(0)?, word(4)?, word(8)?, word(12)?);
    if length > 200 || !(1..100_000).contains(&line) || !(1..1_000).contains(&column) {
        return None;
    }
    let (id, at, name) = segments.iter().find_map(|segment| {
        let at = address.checked_sub(segment.address)?;
        Some((segment.id, at, segment.bytes.get(at..at + length)?))
    })?;
    let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    (name.ends_with(b".rs") && name.iter().all(is_path)).then_some((id, at, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(number: u32) -> [u8; 4] {
        number.to_le_bytes()
    }

    #[test]
    fn places_and_their_files_are_blanked_and_all_else_stays() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let mut bytes = b"src/a.rsTHE PAGE".to_vec();
        let place = [word(1024), word(8), word(12), word(5)].concat();
        let other = [word(1032), word(8), word(12), word(5)].concat();
        bytes.extend([place, other.clone()].concat());
        let kind = DataKind::Active {
            memory,
            offset: ConstExpr::Value(Value::I32(1024)),
        };
        let id = module.data.add(kind, bytes);
        blank(&mut module);
        let zeroes = [0; LENGTH];
        let wanted = [&[0; 8], b"THE PAGE".as_slice(), &zeroes, &other].concat();
        assert_eq!(module.data.get(id).value, wanted);
    }
}
