//! WebDriver's commands, as Marionette knows them.

use super::marionette::Marionette;
use http::{Method, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

/// Serves WebDriver, and returns where.
pub(super) async fn serve(marionette: Marionette) -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let marionette = Arc::new(Mutex::new(marionette));
    let task = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let marionette = Arc::clone(&marionette);
            let service = service_fn(move |request| answer(Arc::clone(&marionette), request));
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    (address, task)
}

async fn answer(
    marionette: Arc<Mutex<Marionette>>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let body = serde_json::from_slice(&body).unwrap_or_else(|_| json!({}));
    let (command, parameters) = translated(&parts.method, parts.uri.path(), body);
    let command = format!("WebDriver:{command}");
    let outcome = marionette.lock().await.tell(&command, parameters).await;
    let (status, value) = match outcome {
        Ok(mut value) if value.get("value").is_some() => (200, value["value"].take()),
        Ok(value) => (200, value),
        Err(error) if error["error"] == "no such element" => (404, error),
        Err(error) => (500, error),
    };
    let body = json!({ "value": value }).to_string();
    let response = Response::builder()
        .status(status)
        .header("content-type", "application/json");
    Ok(response.body(Full::from(body)).unwrap())
}

/// Names the command at an address of WebDriver, with its parameters.
fn translated(method: &Method, path: &str, mut body: Value) -> (&'static str, Value) {
    let parts: Vec<_> = path.trim_matches('/').split('/').skip(2).collect();
    let is_read = method == Method::GET;
    let command = match parts[..] {
        [] if method == Method::DELETE => "DeleteSession",
        [] => "NewSession",
        ["url"] if is_read => "GetCurrentURL",
        ["url"] => "Navigate",
        ["execute", "sync"] => "ExecuteScript",
        ["execute", "async"] => "ExecuteAsyncScript",
        ["element"] => "FindElement",
        ["elements"] => "FindElements",
        ["element", _, "click"] => "ElementClick",
        ["element", _, "clear"] => "ElementClear",
        ["element", _, "value"] => "ElementSendKeys",
        ["element", _, "text"] => "GetElementText",
        ["element", _, "property", _] => "GetElementProperty",
        _ => panic!("no test has used {method} {path} in Firefox"),
    };
    if let ["element", id, ..] = parts[..] {
        body["id"] = json!(id);
    }
    if let ["element", _, "property", name] = parts[..] {
        body["name"] = json!(name);
    }
    (command, body)
}
