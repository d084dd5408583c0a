//! A response held against the documents, in steps.

use super::example::has_it_too;
use super::expected::{is_listed, is_of_kind};
use super::group::Groups;
pub use super::group::Mark;
use super::places::{Place, address, places};
use super::{Difference, Expected, Held, KnownFault, What};
use crate::catalogue::{Documented, Further, Shape};
use crate::http::Answer;
use crate::json::steps::Steps;
use crate::json::{Document, NodeId};

/// A response that is held against the documents, in steps so that the caller can do other things in between.
///
/// The body is handed in each time; it has to be the same.
pub struct Inspection<'a> {
    status: u16,
    is_unnamed_error: bool,
    /// What differs outside the body.
    outside: Vec<Difference>,
    places: Vec<Place<'a>>,
    /// The documents' own example of such a response.
    example: Option<Document>,
    /// The containers around the value that comes next, outermost first.
    frames: Vec<Frame>,
    groups: Groups,
    /// Whether the root is still to be looked at.
    is_new: bool,
}

/// A container on the way.
struct Frame {
    container: NodeId,
    place: usize,
    next: Option<NodeId>,
    /// Of an object: which of the members that are named have come.
    came: Vec<bool>,
    /// The member that is named after the last that came: they often come in that order.
    likely: usize,
}

impl<'a> Inspection<'a> {
    /// Begins with a response. Its status and media type are looked at here.
    pub fn new(answer: &Answer, documented: &'a [Documented]) -> Self {
        let media = answer.media_type().unwrap_or_default();
        let of_status = documented.iter().filter(|one| one.status == answer.status);
        let of_status: Vec<_> = of_status.collect();
        let matching = of_status.iter().find(|one| one.media == media);
        let chosen = matching.or(of_status.first()).copied();
        let mut outside = Vec::new();
        let is_error = |status: u16| status >= 400;
        let is_unnamed_error =
            is_error(answer.status) && !documented.iter().any(|one| is_error(one.status));
        match chosen {
            None if is_unnamed_error => {}
            None => {
                let mut statuses = Vec::new();
                for one in documented {
                    if !statuses.contains(&one.status) {
                        statuses.push(one.status);
                    }
                }
                outside.push(of_all(What::Status(statuses)));
            }
            Some(_) if matching.is_none() => outside.push(of_all(What::Media {
                documented: of_status.iter().map(|one| one.media.clone()).collect(),
                came: media,
            })),
            Some(_) => {}
        }
        let is_whole = answer.body.root().is_some() && answer.body.fault().is_none();
        if !is_whole && matching.is_some_and(|one| one.media == JSON && one.schema.is_some()) {
            outside.push(of_all(What::NoJson));
        }
        let example = chosen.and_then(|one| one.example.as_deref());
        let schema = chosen.and_then(|one| one.schema.as_ref());
        Self {
            status: answer.status,
            is_unnamed_error,
            outside,
            places: schema.filter(|_| is_whole).map(places).unwrap_or_default(),
            example: example.map(|text| Document::parse(text.as_bytes().to_vec())),
            frames: Vec::new(),
            groups: Groups::default(),
            is_new: true,
        }
    }

    /// Looks at about so many further values; true when done.
    pub fn advance(&mut self, body: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps.max(1));
        if self.is_new {
            self.is_new = false;
            if let Some(root) = body.root().filter(|_| !self.places.is_empty()) {
                self.visit(body, root, 0);
            }
        }
        while let Some(mut frame) = self.frames.pop() {
            if !steps.are_left() {
                self.frames.push(frame);
                return false;
            }
            match frame.next {
                Some(child) => {
                    frame.next = body.next_sibling(child);
                    steps.spend(1 + self.places[frame.place].members().len() / 8);
                    let below = self.below(body, &mut frame, child);
                    self.frames.push(frame);
                    if let Some(place) = below {
                        self.visit(body, child, place);
                    }
                }
                None => self.close(&frame),
            }
        }
        true
    }

    /// Returns what came of it, with what is known of the documents' faults.
    pub fn held(&self, known: &[KnownFault]) -> Held {
        let mut differences = self.outside.clone();
        let is_told = |difference: &Difference| {
            let example = self.example.as_ref();
            !example.is_some_and(|example| has_it_too(example, difference))
        };
        let marks = self.groups.tell(&self.places, is_told, &mut differences);
        for difference in &mut differences {
            difference.known =
                KnownFault::of(known, self.status, difference).map(|fault| fault.says);
        }
        let undescribed = |(at, place): (usize, &Place<'_>)| {
            place
                .is_undescribed
                .then(|| address(&self.places, at, None))
        };
        Held {
            differences,
            is_cut: self.groups.is_cut(),
            is_unnamed_error: self.is_unnamed_error,
            undescribed: self
                .places
                .iter()
                .enumerate()
                .filter_map(undescribed)
                .collect(),
            marks,
        }
    }

    /// Looks at a value at a place, and notes what has to be looked at inside.
    fn visit(&mut self, body: &Document, id: NodeId, place: usize) {
        let mut place = place;
        let shape = loop {
            let at = &mut self.places[place];
            at.seen += 1;
            if !is_of_kind(body, id, at.schema) {
                return self.note_kind(body, id, place);
            }
            let Shape::OneOf(kinds) = &at.schema.shape else {
                break &at.schema.shape;
            };
            let below = at.below;
            let mut fitting = (0..kinds.len()).filter(|kind| is_of_kind(body, id, &kinds[*kind]));
            match (fitting.next(), fitting.next()) {
                (None, _) => return self.note_kind(body, id, place),
                (Some(only), None) => place = below + only,
                // Nobody knows which of them is meant.
                (Some(_), Some(_)) => return,
            }
        };
        if !body.is_container(id) {
            if !is_listed(body, id, shape) {
                self.groups.add(place, None, What::Value, id);
            }
            return;
        }
        let at = &mut self.places[place];
        if at.says_nothing() {
            at.is_undescribed |= !body.is_empty(id);
            return;
        }
        self.frames.push(Frame {
            container: id,
            place,
            next: body.children(id).next(),
            came: vec![false; at.members().len()],
            likely: 0,
        });
    }

    fn note_kind(&mut self, body: &Document, id: NodeId, place: usize) {
        let what = What::Kind {
            expected: Expected::of(&self.places[place].schema.shape),
            found: body.kind(id),
        };
        self.groups.add(place, None, what, id);
    }

    /// Returns the place of what stands in a container; `None` if the documents do not describe it.
    fn below(&mut self, body: &Document, frame: &mut Frame, child: NodeId) -> Option<usize> {
        let place = &self.places[frame.place];
        let Shape::Object { members, further } = &place.schema.shape else {
            return Some(place.below);
        };
        let name = body.key(child)?.text();
        let is_it = |at: &usize| members[*at].name == name;
        let likely = Some(frame.likely).filter(|at| *at < members.len() && is_it(at));
        if let Some(at) = likely.or_else(|| (0..members.len()).find(is_it)) {
            frame.likely = at + 1;
            frame.came[at] = true;
            return Some(place.below + at);
        }
        match further {
            Further::Of(_) => Some(place.below + members.len()),
            Further::Any => None,
            Further::None => {
                self.groups
                    .add(frame.place, Some(&name), What::Unnamed, child);
                None
            }
        }
    }

    /// Notes what an object lacks.
    fn close(&mut self, frame: &Frame) {
        let members = self.places[frame.place].members();
        for (member, _) in members.iter().zip(&frame.came).filter(|(_, came)| !**came) {
            let what = What::Missing {
                required: member.required,
            };
            self.groups
                .add(frame.place, Some(&member.name), what, frame.container);
        }
    }
}

/// A difference outside the body.
fn of_all(what: What) -> Difference {
    Difference {
        place: String::new(),
        what,
        first: None,
        count: 1,
        of: 1,
        known: None,
    }
}

/// How the documents call JSON.
const JSON: &str = "application/json";
