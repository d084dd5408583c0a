//! Long work in short turns: what keeps the browser's main thread free.

/// How much more work may be done before the caller wants its turn back. A step is what takes well under a
/// microsecond: a value looked at, two texts compared.
pub(crate) struct Steps(usize);

impl Steps {
    /// Allows so many steps.
    pub(crate) fn new(steps: usize) -> Self {
        Self(steps)
    }

    /// Takes steps off; the last work may take more than there were.
    pub(crate) fn spend(&mut self, steps: usize) {
        self.0 = self.0.saturating_sub(steps);
    }

    /// Takes off what it costs to go over so many bytes.
    pub(crate) fn spend_on_bytes(&mut self, bytes: usize) {
        self.spend(1 + bytes / 1024);
    }

    /// Returns the steps that are left.
    pub(crate) fn left(&self) -> usize {
        self.0
    }

    /// Whether there are steps left.
    pub(crate) fn are_left(&self) -> bool {
        self.0 > 0
    }
}
