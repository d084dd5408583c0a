//! All operations, and how an address names one.

use super::Listed;
use crate::packed::Packed;

/// All operations, and what SeaTable's own reference calls their pages.
#[derive(Debug, Packed)]
pub struct Index {
    /// The operations, area by area, in the order of the catalogue.
    pub operations: &'static [Listed],
    /// The names of pages that are not just an operationId in lower case.
    pub slugs: &'static [Slug],
}

/// What SeaTable's own reference calls, or once called, the page of an operation: `add-row`, `enforcetwofactor-1`.
#[derive(Debug, Packed)]
pub struct Slug {
    /// The name.
    pub name: &'static str,
    /// The place of the operation in the index: today's, where the old one is gone.
    pub place: usize,
    /// What has become of an old one, as HTML; empty for a name of today.
    pub says: &'static str,
}

impl Index {
    /// Finds an operation by its area and operationId, whatever the case of its letters.
    pub fn find(&self, area: &str, id: &str) -> Option<&'static Listed> {
        let mut operations = self.operations.iter();
        operations.find(|one| one.area.name() == area && one.id.eq_ignore_ascii_case(id))
    }

    /// Finds an operation by SeaTable's name for its page.
    ///
    /// That is mostly the operationId in lower case. A number after it, which SeaTable gives to a page whose name is taken, counts
    /// where the name is known, and is left out where it is not.
    pub fn by_slug(&self, name: &str) -> Option<&'static Listed> {
        if let Some(slug) = self.slug(name) {
            return self.operations.get(slug.place);
        }
        let by_id = |name: &str| {
            let mut operations = self.operations.iter();
            operations.find(|one| one.id.eq_ignore_ascii_case(name))
        };
        by_id(name).or_else(|| {
            let (name, number) = name.rsplit_once('-')?;
            by_id(name).filter(|_| number.parse::<u8>().is_ok())
        })
    }

    /// Finds a name that is not just an operationId in lower case.
    pub fn slug(&self, name: &str) -> Option<&'static Slug> {
        let mut slugs = self.slugs.iter();
        slugs.find(|slug| slug.name.eq_ignore_ascii_case(name))
    }
}
