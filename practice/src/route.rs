//! Finds the endpoint for a request and calls it with what its token allows.

use crate::Object;
use crate::access;
use crate::encoding;
use crate::endpoint::{self, Action, Collection, Scope};
use crate::fault::Fault;
use crate::form::Form;
use crate::json;
use crate::json::Value;
use crate::message::{Request, Response};
use crate::world::{ApiGrant, BaseGrant, World};
use std::borrow::Cow;

/// What an endpoint answers.
pub(crate) type Answer = Result<Response, Fault>;

/// Answers 200 with a JSON body.
#[inline(never)]
pub(crate) fn ok(body: Value) -> Answer {
    Ok(Response::json(200, body))
}

/// An endpoint, by the token it wants.
#[derive(Clone, Copy)]
pub(crate) enum Handler {
    /// No token.
    Open(fn(&mut Call<'_>) -> Answer),
    /// An Account-Token; the endpoint gets the user's id.
    Account(fn(&mut Call<'_>, &str) -> Answer),
    /// The Account-Token of a team admin; the endpoint gets the user's id.
    TeamAdmin(fn(&mut Call<'_>, &str) -> Answer),
    /// The Account-Token of a system admin; the endpoint gets the user's id.
    SystemAdmin(fn(&mut Call<'_>, &str) -> Answer),
    /// An API-Token, temporary or not.
    Api(fn(&mut Call<'_>, &ApiGrant) -> Answer),
    /// A Base-Token.
    Read(fn(&mut Call<'_>, &BaseGrant) -> Answer),
    /// A Base-Token that may write. What it did counts as a new version of the base.
    Write(fn(&mut Call<'_>, &BaseGrant) -> Answer),
    /// Records: the token that their address wants, and nothing but what their collection says.
    Records(&'static Collection, Action),
}

/// A method, a path template, and the endpoint after them.
pub(crate) type Route = (&'static str, &'static str, Handler);

/// A request on its way to an endpoint.
pub(crate) struct Call<'a> {
    pub(crate) world: &'a mut World,
    pub(crate) request: &'a Request,
    /// Who asks: the id of a user, or the name of the API-Token behind a Base-Token.
    pub(crate) user: String,
    parameters: Vec<(&'static str, String)>,
    query: Vec<(String, String)>,
}

impl<'a> Call<'a> {
    fn new(
        world: &'a mut World,
        request: &'a Request,
        parameters: Vec<(&'static str, String)>,
    ) -> Self {
        Self {
            world,
            request,
            user: String::new(),
            parameters,
            query: encoding::fields(&request.query),
        }
    }

    /// Returns a path parameter, decoded.
    pub(crate) fn parameter(&self, name: &str) -> &str {
        let parameter = self.parameters.iter().find(|(key, _)| *key == name);
        parameter
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    /// Returns a query parameter that is not empty.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        let parameter = self.query.iter().find(|(key, _)| key == name);
        parameter
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Returns the parameters of the query.
    pub(crate) fn queries(&self) -> &[(String, String)] {
        &self.query
    }

    /// Returns a flag of the query. Python writes `True`.
    pub(crate) fn query_flag(&self, name: &str) -> bool {
        self.query(name)
            .is_some_and(|value| value.eq_ignore_ascii_case("true") || value == "1")
    }

    /// Returns the body as a form.
    pub(crate) fn form(&self) -> Form {
        Form::read(self.request)
    }

    /// Returns the body as a JSON object, as the gateway wants it.
    pub(crate) fn json(&self) -> Result<Object, Fault> {
        match json::read(&self.request.body) {
            Some(Value::Object(object)) => Ok(object),
            Some(_) => Err(Fault::gateway(400, "the body is not a JSON object")),
            None => Err(Fault::gateway(400, "the body is not JSON")),
        }
    }

    pub(crate) fn now_ms(&self) -> u64 {
        self.request.now_ms
    }
}

/// Returns the method and the path template of every endpoint, in the order in which they are tried.
pub fn routes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let routes = endpoint::ROUTES.iter().copied().flatten();
    routes.map(|&(method, template, _)| (method, template))
}

/// Answers a request, and changes the world as it asks.
pub fn handle(world: &mut World, request: &Request) -> Response {
    world.team.api_calls += 1;
    dispatch(world, request).unwrap_or_else(Response::from)
}

fn dispatch(world: &mut World, request: &Request) -> Answer {
    let path = &*merged(&request.path);
    if path.starts_with("/dtable-server/") || path.starts_with("/dtable-db/") {
        return Err(removed());
    }
    let mut path_exists = false;
    for &(method, template, handler) in endpoint::ROUTES.iter().copied().flatten() {
        let Some(parameters) = match_path(template, path) else {
            continue;
        };
        path_exists = true;
        if method == request.method {
            return run(handler, &mut Call::new(world, request, parameters));
        }
    }
    for &(template, handler) in CLOSED {
        if let Some(parameters) = match_path(template, path) {
            run(handler, &mut Call::new(world, request, parameters))?;
        }
    }
    Err(if path_exists {
        method_not_allowed(path, &request.method)
    } else {
        not_found(path)
    })
}

/// Addresses of admins. Django asks who comes before it sees what is there, so whoever may not go there
/// is told that, also where this SeaTable has no endpoint.
const CLOSED: &[(&str, Handler)] = &[
    ("/api/v2.1/admin/{path}", Handler::SystemAdmin(enter)),
    ("/api2/two-factor-auth/{path}", Handler::SystemAdmin(enter)),
    (
        "/api/v2.1/org/{org_id}/admin/{path}",
        Handler::TeamAdmin(enter),
    ),
    ("/api/v2.1/org/admin/{path}", Handler::TeamAdmin(enter)),
];

fn enter(_: &mut Call<'_>, _: &str) -> Answer {
    Ok(Response::default())
}

/// Returns a path with one slash where several follow each other, as nginx passes it on.
pub(crate) fn merged(path: &str) -> Cow<'_, str> {
    let mut merged = Cow::Borrowed(path);
    while merged.contains("//") {
        merged = Cow::Owned(merged.replace("//", "/"));
    }
    merged
}

fn run(handler: Handler, call: &mut Call<'_>) -> Answer {
    match handler {
        Handler::Open(endpoint) => endpoint(call),
        Handler::Account(endpoint) => {
            let user = access::user(call.world, call.request)?;
            as_user(call, &user, endpoint)
        }
        Handler::TeamAdmin(endpoint) => {
            let user = access::team_admin(call)?;
            as_user(call, &user, endpoint)
        }
        Handler::SystemAdmin(endpoint) => {
            let user = access::system_admin(call)?;
            as_user(call, &user, endpoint)
        }
        Handler::Api(endpoint) => {
            let grant = access::api(call.world, call.request)?;
            endpoint(call, &grant)
        }
        Handler::Read(endpoint) => {
            let grant = access::base(call)?;
            endpoint(call, &grant)
        }
        Handler::Write(endpoint) => {
            let grant = access::base_for_writing(call)?;
            let answer = endpoint(call, &grant)?;
            let now_ms = call.now_ms();
            call.world.open(&grant.base_uuid)?.1.touch(now_ms);
            Ok(answer)
        }
        Handler::Records(collection, action) => {
            call.user = keeper(call, collection.scope, action)?;
            collection.answer(call, action)
        }
    }
}

fn as_user(call: &mut Call<'_>, user: &str, endpoint: fn(&mut Call<'_>, &str) -> Answer) -> Answer {
    user.clone_into(&mut call.user);
    endpoint(call, user)
}

/// Returns who may do this with records: comments take a Base-Token, all else an Account-Token.
fn keeper(call: &mut Call<'_>, scope: Scope, action: Action) -> Result<String, Fault> {
    if call.request.path.starts_with("/api-gateway/") {
        let grant = match action {
            Action::List | Action::Get => access::base(call)?,
            _ => access::base_for_writing(call)?,
        };
        return Ok(grant.author);
    }
    match scope {
        Scope::Team => access::team_admin(call),
        _ => access::user(call.world, call.request),
    }
}

/// Matches a path against a template and returns the decoded parameters.
fn match_path(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut parameters = Vec::new();
    let mut segments = path.split('/');
    for wanted in template.split('/') {
        let segment = segments.next()?;
        match wanted
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'))
        {
            Some(_) if segment.is_empty() => return None,
            // The last parameter of a file's address takes the rest of the path.
            Some("path") => {
                let rest = segments
                    .by_ref()
                    .fold(segment.to_owned(), |rest, s| rest + "/" + s);
                parameters.push(("path", encoding::decoded(&rest)));
            }
            Some(name) => parameters.push((name, encoding::decoded(segment))),
            None if wanted == segment => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some(parameters)
}

fn removed() -> Fault {
    Fault::text(
        404,
        "This endpoint is deprecated. Please use the endpoints below /api-gateway/ instead.\n",
    )
}

fn method_not_allowed(path: &str, method: &str) -> Fault {
    if path.starts_with("/api-gateway/") {
        Fault::text(405, "405 method not allowed")
    } else {
        Fault::detail(405, format!("Method \"{method}\" not allowed."))
    }
}

fn not_found(path: &str) -> Fault {
    if path.starts_with("/api-gateway/") {
        Fault::text(404, "404 page not found")
    } else {
        Fault::html(
            404,
            "<!DOCTYPE html>\n<html><head><title>Page not found</title></head><body><h1>Not Found</h1></body></html>\n",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_parameter_is_decoded_after_the_path_was_split() {
        let found = match_path("/a/{x}/b/", "/a/B%C3%BC%2Fro/b/").unwrap();
        assert_eq!(found, [("x", "Bü/ro".to_owned())]);
    }

    #[test]
    fn a_template_matches_whole_paths_only() {
        for path in ["/a/x/b", "/a/x/b/c/", "/a//b/", "a/x/b/", ""] {
            assert_eq!(match_path("/a/{x}/b/", path), None, "{path}");
        }
    }

    #[test]
    fn a_files_address_takes_the_rest_of_the_path() {
        let found = match_path("/f/{id}/{path}", "/f/1/a/b%20c").unwrap();
        assert_eq!(
            found,
            [("id", "1".to_owned()), ("path", "a/b c".to_owned())]
        );
    }
}
