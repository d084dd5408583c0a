//! What a step has made, and the request that removes it again.

use super::defaults::filled;
use super::extras::Made;
use super::fill::Sources;
use super::model::Reference;
use super::run::Run;
use super::value::Given;
use crate::form::RequestForm;
use crate::http::{Exchange, Header, PreparedRequest, Server, prepare};
use crate::known::Kind;

/// Something that was made, with the request that removes it.
pub struct Removal {
    /// What it is.
    pub what: Kind,
    /// What it is called.
    pub name: String,
    /// What the thing is called that it is in: the table of a row or a column, the base of a table or a token.
    pub inside: Option<String>,
    /// The request. `None` if the page does not know for sure that it would remove this and nothing else.
    pub request: Option<PreparedRequest>,
}

/// Lists what the request of an operation by itself has made. Nothing where the answer is not one of success.
///
/// The token of the form counts as that of the request only where it is what was sent: the person may have entered another one since.
pub fn made_by(
    rules: &'static [Made],
    form: &RequestForm,
    exchange: &Exchange,
    server: &Server,
) -> Vec<Removal> {
    let sent = authorization(&exchange.request);
    let request = |made: &'static Made, sources: &Sources<'_>| {
        let form = filled(&made.operation, form.token.clone(), made.presets, sources)?;
        let request = prepare(&form, server).ok()?;
        (authorization(&request) == sent).then_some(request)
    };
    let mut removals = Vec::new();
    for made in rules {
        let of = Exchanged {
            exchange,
            path: &form.operation.path,
            value: &|_| None,
        };
        removals.extend(of.removals(made, &|sources| request(made, sources)));
    }
    removals
}

fn authorization(request: &PreparedRequest) -> Option<&Header> {
    let mut headers = request.headers.iter();
    headers.find(|header| header.is_authorization())
}

/// An exchange that may have made something, and where values of earlier steps come from.
struct Exchanged<'a> {
    exchange: &'a Exchange,
    /// The path of its operation.
    path: &'a str,
    value: &'a dyn Fn(Reference) -> Option<&'a Given>,
}

impl Exchanged<'_> {
    /// Lists what was made by a rule.
    fn removals(
        &self,
        made: &'static Made,
        request: &dyn Fn(&Sources<'_>) -> Option<PreparedRequest>,
    ) -> Vec<Removal> {
        let answer = self.exchange.answer().filter(|answer| answer.is_success());
        let Some(body) = answer.map(|answer| &answer.body) else {
            return Vec::new();
        };
        let count = match made.each.map(|each| body.pointer(each)) {
            None => 1,
            Some(list) => list.map_or(0, |list| body.len(list)),
        };
        let removal = |index| {
            let sources = Sources {
                value: &|from| (self.value)(from),
                answer: &|pointer| Given::at(body, &entry(made, pointer, index)),
                sent: &|place| Given::sent(&self.exchange.request, self.path, place),
                position: None,
            };
            let is_it = made.same.is_none_or(|(one, other)| {
                let one = sources.fill(one);
                one.is_some() && one == sources.fill(other)
            });
            Removal {
                what: made.what,
                name: sources.fill(made.name).unwrap_or_default(),
                inside: made.inside.and_then(|inside| sources.fill(inside)),
                request: is_it.then(|| request(&sources)).flatten(),
            }
        };
        (0..count).map(removal).collect()
    }
}

impl Run {
    /// Lists what the last request of a step has made. Nothing where the answer is not one of success.
    ///
    /// What was sent decides, not what the walkthrough had filled in: the person may have changed it.
    pub fn made(&self, step: usize, server: &Server) -> Vec<Removal> {
        let exchange = self.exchange(step);
        let (Some((call, _)), Some(exchange)) = (self.call(step), exchange) else {
            return Vec::new();
        };
        let of = Exchanged {
            exchange,
            path: &call.operation.path,
            value: &|from| self.value(from),
        };
        let mut removals = Vec::new();
        let all = call.extras.made.iter();
        for made in all.filter(|made| self.holds(made.when.as_ref())) {
            let is_known = made
                .credential
                .is_none_or(|from| self.is_token_of_before(from, step));
            let request = |sources: &Sources<'_>| {
                let form =
                    self.form_beside(&made.operation, made.credential, made.presets, sources);
                prepare(&form.filter(|_| is_known)?, server).ok()
            };
            removals.extend(of.removals(made, &request));
        }
        removals
    }

    /// Whether the token is the one that the steps before were sent with. One that the person has entered since may open
    /// another base, where a thing of the same name is somebody else's.
    fn is_token_of_before(&self, from: Reference, step: usize) -> bool {
        let now = self.value(from);
        self.inputs(from.step).is_none()
            || (0..step).all(|before| {
                self.call(before).is_none_or(|(call, state)| {
                    call.credential != Some(from)
                        || !state.is_answered()
                        || state.sent.token.as_ref() == now
                })
            })
    }
}

/// Points to the entry of that index, where the document points to the first of a list.
fn entry(made: &Made, pointer: &str, index: usize) -> String {
    let rest = made
        .each
        .and_then(|each| pointer.strip_prefix(each)?.strip_prefix("/0"));
    match (made.each, rest) {
        (Some(each), Some(rest)) => [each, "/", &index.to_string(), rest].concat(),
        _ => pointer.to_owned(),
    }
}
