//! Somebody in practice who types no id: every field that wants one gets what is offered first, and where nothing is, the operations
//! that give it are called before.

use crate::scene::{Scene, answer_of, form};
use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::catalogue::{FieldPath, Place, Shape};
use playground_core::form::{Entry, RequestForm};
use playground_core::http::{
    Answer, Body, Part, PartContent, PreparedRequest, Server, prepare_parts,
};
use playground_core::known::{Facet, Kind, Value, Want};
use practice::{Credentials, World};

/// What stands for a value that is to be offered.
const CHOSEN: &str = "?";

/// What a person types for operations that are called on the way.
const TYPED_FOR: [(&str, &[(&str, &str)]); 1] = [(
    "file.uploadFile",
    &[("body/parent_dir", "?"), ("body/relative_path", "files")],
)];

/// How many operations may come before one, one after the other.
const DEEPEST: usize = 5;

/// Somebody in practice.
pub(crate) struct Person {
    scene: Scene,
    world: World,
    credentials: Credentials,
    /// The operations that were called, in their order.
    pub(crate) called: Vec<String>,
    /// What was chosen: the kinds of things.
    pub(crate) chosen: Vec<Kind>,
}

impl Person {
    /// Begins with a fresh page.
    pub(crate) fn new() -> Self {
        let scene = Scene::new();
        let world = World::practice(scene.now * 1000);
        Self {
            credentials: world.credentials(),
            scene,
            world,
            called: Vec::new(),
            chosen: Vec::new(),
        }
    }

    /// Fills in what an operation wants, and sends it. `given` is what somebody types who knows no id: names of new things, texts.
    ///
    /// # Errors
    ///
    /// The field for which there is nothing, or the answer that is no success.
    pub(crate) fn call(&mut self, name: &str, given: &[(&str, &str)]) -> Result<(), String> {
        self.go(name, given, 0)
    }

    fn go(&mut self, name: &str, given: &[(&str, &str)], depth: usize) -> Result<(), String> {
        let typed = given.iter().filter(|(_, text)| *text != CHOSEN).copied();
        let mut form = form(name, &typed.collect::<Vec<_>>());
        bring_files(&mut form);
        let ruled = self.scene.ruled_of(name);
        let wants: Vec<&Want> = ruled.map_or(&[][..], |ruled| ruled.wants).iter().collect();
        let is_asked = |want: &Want| {
            let path = place(want);
            given
                .iter()
                .any(|(place, text)| *text == CHOSEN && crate::scene::path(place) == path)
        };
        for want in wants {
            if !is_needed(&form, want) && !is_asked(want) {
                continue;
            }
            self.fill(name, &mut form, want, depth)?;
        }
        self.bring_token(name, &mut form, depth)?;
        let request = prepare_parts(&form, &Server::practice());
        let request = request.map_err(|faults| format!("{name}: {faults:?}"))?;
        let answer = self.send(&request);
        self.called.push(name.to_owned());
        if !(200..300).contains(&answer.status) {
            let body = String::from_utf8_lossy(answer.body.bytes()).into_owned();
            return Err(format!("{name}: {} {body}", answer.status));
        }
        self.scene.learn_from(&form, &request, &answer);
        Ok(())
    }

    fn fill(
        &mut self,
        name: &str,
        form: &mut RequestForm,
        want: &Want,
        depth: usize,
    ) -> Result<(), String> {
        let path = place(want);
        if !form.text(&path).is_empty() || form.secret(&path).is_some() {
            return Ok(());
        }
        let mut offers = self.scene.offers_of(name, form, &path);
        if offers.is_empty() {
            self.fetch(name, want.kind, want.facet, depth)?;
            offers = self.scene.offers_of(name, form, &path);
        }
        let offer = offers.into_iter().next();
        let offer = offer.ok_or_else(|| format!("{name}: nothing for {}", want.steps))?;
        self.chosen.push(offer.kind);
        let entry = match offer.value {
            Value::Plain(text) => Entry::Text(text),
            Value::Secret(secret) => Entry::Secret(secret),
        };
        form.choose(&path, entry);
        for (path, text) in offer.along {
            form.choose(&path, Entry::Text(text));
        }
        Ok(())
    }

    /// Calls the first operation that gives something, and that can be called.
    fn fetch(&mut self, name: &str, kind: Kind, facet: Facet, depth: usize) -> Result<(), String> {
        let area = crate::scene::operation(name).area;
        let mut why = format!("{name}: nothing gives a {kind:?}");
        if depth == DEEPEST {
            return Err(why);
        }
        for giver in self.scene.rules.givers(kind, facet, area) {
            let giver = format!("{}.{}", giver.area.name(), giver.id);
            if giver == name {
                continue;
            }
            let mut typed = TYPED_FOR.iter().filter(|(name, _)| *name == giver);
            match self.go(
                &giver,
                typed.next().map_or(&[], |(_, given)| given),
                depth + 1,
            ) {
                Ok(()) if self.scene.known.newest(kind, facet, None).is_some() => return Ok(()),
                Ok(()) => {}
                Err(told) => why = told,
            }
        }
        Err(why)
    }

    fn bring_token(
        &mut self,
        name: &str,
        form: &mut RequestForm,
        depth: usize,
    ) -> Result<(), String> {
        let Some(kind) = form.operation.token else {
            return Ok(());
        };
        let secret = match kind {
            TokenKind::Account => Secret::new(self.credentials.account_token.as_str()),
            TokenKind::Api => Secret::new(self.credentials.api_token.as_str()),
            _ => {
                let mut tokens = self.scene.tokens_of(name, form);
                if tokens.first().is_none_or(|token| token.elsewhere.is_some()) {
                    let kind = Kind::of_token(kind).unwrap();
                    self.fetch(name, kind, Facet::Token, depth)?;
                    tokens = self.scene.tokens_of(name, form);
                }
                match tokens.into_iter().next().map(|token| token.value) {
                    Some(Value::Secret(secret)) => secret,
                    _ => return Err(format!("{name}: no token")),
                }
            }
        };
        form.token = Some(Token::new(kind, &secret));
        Ok(())
    }

    fn send(&mut self, request: &PreparedRequest) -> Answer {
        let url = request.url.in_the_clear();
        let rest = url.split_once("://").unwrap().1;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let headers = request.headers.iter();
        let mut headers: Vec<_> = headers
            .map(|header| (header.name.to_string(), header.value.in_the_clear()))
            .collect();
        let body = body(&request.body, &mut headers);
        let response = practice::handle(
            &mut self.world,
            &practice::Request {
                method: request.method.as_str().to_owned(),
                path: path[path.find('/').unwrap()..].to_owned(),
                query: query.to_owned(),
                headers,
                body,
                now_ms: self.scene.now * 1000,
            },
        );
        answer_of(response.status, response.body)
    }
}

/// Whether an operation cannot be sent without a value: one that is required itself, or the items of a list that is.
fn is_needed(form: &RequestForm, want: &Want) -> bool {
    let top = want.steps.split('/').next().unwrap_or_default();
    let is_part = want.place == Place::Body && want.steps != top;
    // Of parts only the items of a list: what members of an object want depends on the kind that is chosen.
    let is_item = want.steps.ends_with("/*") && want.steps.matches('/').count() == 1;
    let mut fields = form.operation.fields();
    let is_it = |field: &playground_core::catalogue::Field<'_>| {
        field.place == want.place && field.name == top && field.required
    };
    fields.any(|field| is_it(&field)) && (!is_part || is_item)
}

/// Chooses a file for each field that takes one.
fn bring_files(form: &mut RequestForm) {
    let fields = form.operation.fields();
    let files: Vec<_> = fields
        .filter(|field| *field.shape() == Shape::File)
        .map(|field| field.path())
        .collect();
    for path in files {
        let file = Entry::File {
            handle: 0,
            name: "a.txt".to_owned(),
            size: 1,
        };
        form.choose(&path, file);
    }
}

fn place(want: &Want) -> FieldPath {
    FieldPath {
        place: want.place,
        steps: want.steps.replace('*', "0").into(),
    }
}

const BOUNDARY: &str = "boundary0000";

fn body(body: &Body, headers: &mut Vec<(String, String)>) -> Vec<u8> {
    let mut set = |media: &str| headers.push(("Content-Type".to_owned(), media.to_owned()));
    match body {
        Body::None => Vec::new(),
        Body::Json(text) => text.in_the_clear().into_bytes(),
        form @ Body::Form(_) => {
            set("application/x-www-form-urlencoded");
            form.form_in_the_clear().into_bytes()
        }
        Body::Multipart(parts) => {
            set(&format!("multipart/form-data; boundary={BOUNDARY}"));
            multipart(parts).into_bytes()
        }
    }
}

fn multipart(parts: &[Part]) -> String {
    let part = |part: &Part| {
        let (file, text) = match &part.content {
            PartContent::Text(text) => (String::new(), text.in_the_clear()),
            PartContent::File { name, .. } => (format!("; filename=\"{name}\""), "x".to_owned()),
        };
        let name = &part.name;
        format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n"
        )
    };
    let parts: String = parts.iter().map(part).collect();
    parts + "--" + BOUNDARY + "--\r\n"
}
