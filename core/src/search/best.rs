//! The best of many, without sorting them all.

/// Keeps the few of many that have the highest keys, the highest first; of equals those that came first.
pub(super) struct Best {
    most: usize,
    kept: Vec<(u16, usize)>,
}

impl Best {
    pub(super) fn new(most: usize) -> Self {
        let kept = Vec::with_capacity(most + 1);
        Self { most, kept }
    }

    pub(super) fn add(&mut self, key: u16, item: usize) {
        let place = self.kept.partition_point(|&(kept, _)| kept >= key);
        if place < self.most {
            self.kept.insert(place, (key, item));
            self.kept.truncate(self.most);
        }
    }

    pub(super) fn items(self) -> impl Iterator<Item = usize> {
        self.kept.into_iter().map(|(_, item)| item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_are_kept_in_their_order() {
        let mut best = Best::new(3);
        for (item, key) in [5, 1, 9, 5, 7].into_iter().enumerate() {
            best.add(key, item);
        }
        let items: Vec<usize> = best.items().collect();
        assert_eq!(items, [2, 4, 0]);
    }
}
