//! Everything that the page makes of a request.

use playground_core::http::{
    Answer, Body, Exchange, Failure, Ledger, Outcome, PreparedRequest, Server,
};
use playground_core::json::Document;
use playground_core::snippet::{Language, render};
use playground_core::table::{Csv, Names, Table, sources};
use playground_core::words;

/// The server that all is sent to.
pub(crate) fn server() -> Server {
    Server::parse("https://table.example.com").unwrap()
}

/// Everything that the page makes of a request for others than the server.
pub(crate) fn told_of(request: &PreparedRequest) -> Vec<String> {
    let mut told = vec![
        format!("{request:?}"),
        request.url.shown().into_owned(),
        request.path().into_owned(),
        words::server::target(&server(), request),
    ];
    told.extend(request.texts().iter().map(|text| text.shown().into_owned()));
    told.extend(Language::ALL.map(|language| render(language, request).text()));
    told.extend(Language::ALL.map(|language| format!("{:?}", render(language, request))));
    told
}

/// Everything that is told of a request which was sent.
pub(crate) fn told_of_sent(request: &PreparedRequest) -> Vec<String> {
    let answer = |status, body: &str| Answer {
        status,
        headers: Vec::new(),
        body: Document::parse(body.as_bytes().to_vec()),
        decoded: None,
    };
    let refused = || answer(400, r#"{"error_msg": "no"}"#);
    let rows = || answer(200, r#"{"rows": [{"Name": "one"}, {"Name": "two"}]}"#);
    let outcomes = [
        Outcome::Answer(refused()),
        Outcome::Answer(rows()),
        Outcome::Failure(Failure::Unreadable),
        Outcome::Failure(Failure::Locked),
        Outcome::Failure(Failure::TimedOut(90)),
    ];
    let mut told = Vec::new();
    for outcome in outcomes {
        let mut ledger = Ledger::default();
        let line = ledger.begin(request);
        told.push(format!("{ledger:?}"));
        let exchange = Exchange::new(request.clone(), outcome, 1);
        ledger.finish(line, &exchange);
        told.push(format!("{ledger:?} {exchange:?}"));
        told.push(words::exchange::told(&exchange));
        told.extend(words::fate::told(&exchange));
        told.push(playground_core::http::file_name(&refused(), request));
        told.extend(exchange.answer().map(exported));
    }
    told
}

/// The rows of an answer as they are saved.
fn exported(answer: &Answer) -> String {
    let mut csv = Csv::new();
    for source in sources(&answer.body) {
        let mut table = Table::new(source.array, Names::new());
        while !table.advance(&answer.body, 100) {}
        while !csv.advance(&table, &answer.body, 100) {}
    }
    csv.into_text()
}

/// What goes over the wire: address, headers and body.
pub(crate) fn wire(request: &PreparedRequest) -> String {
    let mut texts: Vec<String> = request.texts().iter().map(|it| it.in_the_clear()).collect();
    if let Body::Form(_) = &request.body {
        texts.push(request.body.form_in_the_clear());
    }
    texts.join("\n")
}
