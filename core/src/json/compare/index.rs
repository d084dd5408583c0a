//! Finding a child by its name at once.

use crate::json::content::compare_strings;
use crate::json::steps::Steps;
use crate::json::unescape::unescape;

const NONE: u32 = u32::MAX;

/// An open hash table of places; the names are the caller's.
pub(super) struct Index {
    /// A place with the name that belongs here, and the first place of that name that is not taken yet.
    slots: Vec<(u32, u32)>,
    /// For each place that can be taken, the next one of the same name.
    followers: Vec<u32>,
}

impl Index {
    /// Begins a table with room for so many names; so many places can be taken.
    pub(super) fn new(names: usize, takeable: usize) -> Self {
        let size = names.saturating_mul(2).max(1).next_power_of_two();
        Self {
            slots: vec![(NONE, NONE); size],
            followers: vec![NONE; takeable],
        }
    }

    /// Puts a place that can be taken in, before the others of its name; false if there are others.
    pub(super) fn put<'a>(
        &mut self,
        place: u32,
        name: &dyn Fn(u32) -> &'a [u8],
        steps: &mut Steps,
    ) -> bool {
        let slot = self.find(name(place), name, steps);
        let Some(slot) = self.slots.get_mut(slot) else {
            return false;
        };
        let is_first = slot.0 == NONE;
        if is_first {
            slot.0 = place;
        }
        if let Some(follower) = self.followers.get_mut(place as usize) {
            *follower = slot.1;
        }
        slot.1 = place;
        is_first
    }

    /// Takes the first place left that has the name of this one; or else says whether the name was there.
    pub(super) fn take<'a>(
        &mut self,
        place: u32,
        name: &dyn Fn(u32) -> &'a [u8],
        steps: &mut Steps,
    ) -> Result<u32, bool> {
        let slot = self.find(name(place), name, steps);
        let Some(slot) = self.slots.get_mut(slot) else {
            return Err(false);
        };
        if slot.0 == NONE {
            slot.0 = place;
            return Err(false);
        }
        let taken = slot.1;
        if taken == NONE {
            return Err(true);
        }
        slot.1 = self.followers.get(taken as usize).copied().unwrap_or(NONE);
        Ok(taken)
    }

    /// Returns the slot of a name, or an empty one for it. There always is one: no more names are put in than there is room for.
    fn find<'a>(&self, wanted: &[u8], name: &dyn Fn(u32) -> &'a [u8], steps: &mut Steps) -> usize {
        let mask = self.slots.len().saturating_sub(1);
        let mut slot = hash(wanted) as usize & mask;
        for _ in 0..self.slots.len() {
            steps.spend(1);
            match self.slots.get(slot) {
                Some(&(place, _))
                    if place != NONE && compare_strings(name(place), wanted).is_ne() =>
                {
                    slot = (slot + 1) & mask;
                }
                _ => break,
            }
        }
        slot
    }
}

/// Returns a number that is the same for strings of the same content (FNV-1a).
fn hash(string: &[u8]) -> u32 {
    let inside = string
        .get(1..string.len().saturating_sub(1))
        .unwrap_or_default();
    if inside.iter().all(|&b| b.is_ascii() && b != b'\\') {
        hash_bytes(inside)
    } else {
        hash_bytes(unescape(string).as_bytes())
    }
}

fn hash_bytes(bytes: &[u8]) -> u32 {
    let hash = bytes.iter().fold(0x811c_9dc5, |hash: u32, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    // The low bits choose the slot, and are the least mixed.
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_one_name_are_taken_in_their_order() {
        let names = [
            r#""a""#,
            r#""b""#,
            r#""\u0061""#,
            r#""a""#,
            r#""c""#,
            r#""ü""#,
            r#""\u00fc""#,
        ];
        let name = |place: u32| names[place as usize].as_bytes();
        let steps = &mut Steps::new(1000);
        let mut index = Index::new(names.len(), 3);
        let firsts: Vec<bool> = [2, 1, 0].map(|place| index.put(place, &name, steps)).into();
        assert_eq!(firsts, [true, true, false]);
        assert_eq!(index.take(3, &name, steps), Ok(0));
        assert_eq!(index.take(3, &name, steps), Ok(2));
        assert_eq!(index.take(3, &name, steps), Err(true));
        assert_eq!(index.take(4, &name, steps), Err(false));
        assert_eq!(index.take(4, &name, steps), Err(true));
        assert_eq!(index.take(5, &name, steps), Err(false));
        assert_eq!(index.take(6, &name, steps), Err(true));
        assert_eq!(index.take(1, &name, steps), Ok(1));
    }
}
