//! The nodes of a document, in blocks: a list that grows is never copied, which would take longer than a frame.

use super::node::Node;

/// How many nodes a block has: 1 MB of them.
const BLOCK: usize = 1 << 16;

/// The nodes in the order of the text.
#[derive(Default)]
pub(super) struct Nodes {
    blocks: Vec<Vec<Node>>,
    len: usize,
}

impl Nodes {
    /// Adds a node.
    pub(super) fn push(&mut self, node: Node) {
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(node),
            // The first block grows with a small document.
            None => self.blocks.push(vec![node]),
            Some(_) => {
                let mut block = Vec::with_capacity(BLOCK);
                block.push(node);
                self.blocks.push(block);
            }
        }
        self.len += 1;
    }

    /// Returns the number of nodes.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns a node by its number.
    pub(super) fn get(&self, place: usize) -> Option<&Node> {
        self.blocks.get(place / BLOCK)?.get(place % BLOCK)
    }

    /// Returns a node by its number, to change it.
    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut Node> {
        self.blocks.get_mut(place / BLOCK)?.get_mut(place % BLOCK)
    }

    /// Returns the memory that they take, in bytes.
    pub(super) fn size(&self) -> usize {
        let capacity: usize = self.blocks.iter().map(Vec::capacity).sum();
        capacity * size_of::<Node>() + self.blocks.capacity() * size_of::<Vec<Node>>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_are_found_beyond_the_first_block() {
        let mut nodes = Nodes::default();
        for start in 0..(2 * BLOCK as u32 + 5) {
            let node = Node {
                start,
                end: 0,
                after: 0,
                parent: 0,
            };
            nodes.push(node);
        }
        assert_eq!(nodes.len(), 2 * BLOCK + 5);
        for place in [0, BLOCK - 1, BLOCK, 2 * BLOCK, 2 * BLOCK + 4] {
            assert_eq!(nodes.get(place).unwrap().start, place as u32);
        }
        assert!(nodes.get(2 * BLOCK + 5).is_none());
        // No more than a block stands empty.
        assert!(nodes.size() < (3 * BLOCK + 100) * size_of::<Node>());
    }
}
