//! How the request of a step went.

use super::run::Run;
use crate::catalogue::ValueKind;
use crate::http::{Server, elsewhere};

/// How a request went whose status is a success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went<'a> {
    /// Everything is as the step expects.
    Well,
    /// There is a link, which the page cannot follow.
    LinkElsewhere,
    /// The list to choose this from is empty.
    NothingToChoose(&'a str),
    /// Not all was stored as it was sent.
    NotAllStored,
    /// These values are missing.
    Lacks(&'a [&'a str]),
    /// Something else isn't as the step expects.
    Otherwise,
}

impl Run {
    /// Returns how the last request of a step went, whose status is a success. Whether a link leads where the page can't follow
    /// depends on the server.
    pub fn went(&self, step: usize, is_link_elsewhere: bool) -> Went<'_> {
        let holds = self.verdicts(step).iter().all(|verdict| verdict.held);
        let lacking = self.lacking(step);
        let good = holds && lacking.is_empty();
        if is_link_elsewhere && good {
            return Went::LinkElsewhere;
        }
        let empty = self.nothing_to_choose(step).filter(|_| holds && !good);
        match (empty, lacking) {
            (Some(title), _) => Went::NothingToChoose(title),
            (None, []) if good && !self.unstored(step).is_empty() => Went::NotAllStored,
            (None, []) if holds => Went::Well,
            (None, [_, ..]) if holds || self.is_broken(step) => Went::Lacks(lacking),
            _ => Went::Otherwise,
        }
    }

    /// Returns the upload link that a step has got, with its host, where the page does not send there.
    pub fn link_elsewhere(&self, step: usize, server: &Server) -> Option<(&str, &str)> {
        let values = self.values(step).into_iter();
        let mut links = values.filter(|value| value.kind == ValueKind::UploadLink);
        let link = links.next()?.plain;
        Some((link, elsewhere::of_link(link, server)?))
    }

    /// Whether the body of the last response is not whole JSON.
    fn is_broken(&self, step: usize) -> bool {
        let answer = self.answer(step);
        answer.is_some_and(|answer| answer.body.root().is_none() || answer.body.fault().is_some())
    }
}
