//! The practice SeaTable in the page: what its Web Worker, `web/worker.js`, calls.

use crate::cors::Cors;
use crate::json::{self, Value, json};
use crate::{Request, Response, World};
use wasm_bindgen::prelude::*;

/// Takes 2 kB less of the download than the standard library's.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A practice SeaTable that lives as long as its worker.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Practice {
    world: World,
}

/// An answer on its way to the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PracticeAnswer {
    response: Response,
}

#[wasm_bindgen]
impl Practice {
    /// Makes the seed world; the time is in milliseconds since 1970.
    #[wasm_bindgen(constructor)]
    pub fn new(now_ms: f64) -> Self {
        Self {
            world: World::practice(now_ms as u64),
        }
    }

    /// Returns the credentials as JSON.
    pub fn credentials(&self) -> String {
        self.world.credentials().to_json().to_string()
    }

    /// Answers a request; `headers` is a JSON array of pairs.
    pub fn handle(
        &mut self,
        method: &str,
        url: &str,
        headers: &str,
        body: Vec<u8>,
        now_ms: f64,
    ) -> PracticeAnswer {
        let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
        let rest = rest.split('#').next().unwrap_or_default();
        let (host, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = read_headers(headers);
        headers.push(("host".to_owned(), host.to_owned()));
        headers.push(("x-forwarded-proto".to_owned(), scheme.to_owned()));
        let request = Request {
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers,
            body,
            now_ms: now_ms as u64,
        };
        let mut response = crate::handle(&mut self.world, &request);
        Cors::Star.mark(&mut response);
        PracticeAnswer { response }
    }
}

#[wasm_bindgen]
impl PracticeAnswer {
    /// Returns the status code.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> u16 {
        self.response.status
    }

    /// Returns the headers as a JSON array of pairs.
    #[wasm_bindgen(getter)]
    pub fn headers(&self) -> String {
        let pair = |(name, value): &(String, String)| json!([name, value]);
        self.response
            .headers
            .iter()
            .map(pair)
            .collect::<Value>()
            .to_string()
    }

    /// Takes the body out; a second time it is empty.
    pub fn take_body(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.response.body)
    }
}

fn read_headers(headers: &str) -> Vec<(String, String)> {
    let Some(Value::Array(pairs)) = json::read(headers.as_bytes()) else {
        return Vec::new();
    };
    let text = |pair: &Value, place| Some(pair.item(place)?.as_str()?.to_owned());
    pairs
        .iter()
        .filter_map(|pair| Some((text(pair, 0)?, text(pair, 1)?)))
        .collect()
}
