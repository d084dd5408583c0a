//! Where rows stand in their table.

use super::Row;

/// The places of rows by their ids: a hash table with open addresses. That of the standard library would take 2 kB of the page's
/// practice download.
#[derive(Debug)]
pub(crate) struct Places {
    ids: Vec<String>,
    /// A place and one, at or after where the hash of its id says; nothing elsewhere.
    slots: Vec<u32>,
}

impl Places {
    pub(super) fn new(rows: &[Row]) -> Self {
        let size = (rows.len() * 2).next_power_of_two();
        let mut places = Self {
            ids: rows.iter().map(|row| row.id.clone()).collect(),
            slots: vec![0; size],
        };
        for (place, row) in rows.iter().enumerate() {
            let slot = places.slot(&row.id);
            places.slots[slot] = place as u32 + 1;
        }
        places
    }

    /// Returns the place of a row.
    pub(crate) fn get(&self, id: &str) -> Option<usize> {
        (self.slots[self.slot(id)] as usize).checked_sub(1)
    }

    /// Returns the slot of an id, or the empty one where it would be. Half of them are empty.
    fn slot(&self, id: &str) -> usize {
        // FNV-1a.
        let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(place) = (self.slots[slot] as usize).checked_sub(1) {
            if self.ids[place] == id {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::Ids;

    #[test]
    fn every_row_is_found_and_no_other() {
        let mut ids = Ids::new();
        let rows: Vec<Row> = (0..1000).map(|_| Row::new(&mut ids, "", 0)).collect();
        let places = Places::new(&rows);
        for (place, row) in rows.iter().enumerate() {
            assert_eq!(places.get(&row.id), Some(place));
        }
        assert_eq!(places.get(&ids.row()), None);
        assert_eq!(Places::new(&[]).get("a"), None);
    }
}
