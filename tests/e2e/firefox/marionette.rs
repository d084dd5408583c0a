//! The connection to Firefox: messages of JSON, each after its length.

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream};
use tokio::net::TcpStream;

/// A connection on which one command goes at a time.
pub(crate) struct Marionette {
    stream: BufStream<TcpStream>,
    /// The number of the last command.
    count: u64,
}

impl Marionette {
    pub(crate) async fn connect(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        let mut marionette = Self {
            stream: BufStream::new(stream),
            count: 0,
        };
        let greeting = marionette.read().await;
        assert_eq!(greeting["marionetteProtocol"], 3);
        marionette
    }

    /// Sends a command, and returns what came of it: an error has `error` and `message`.
    pub(crate) async fn tell(&mut self, command: &str, parameters: Value) -> Result<Value, Value> {
        self.count += 1;
        let text = json!([0, self.count, command, parameters]).to_string();
        let message = format!("{}:{text}", text.len());
        self.stream.write_all(message.as_bytes()).await.unwrap();
        self.stream.flush().await.unwrap();
        let mut answer = self.read().await;
        assert_eq!(answer[1], self.count, "an answer to another command");
        match answer[2].take() {
            Value::Null => Ok(answer[3].take()),
            error => Err(error),
        }
    }

    async fn read(&mut self) -> Value {
        let mut length = Vec::new();
        self.stream.read_until(b':', &mut length).await.unwrap();
        let length = String::from_utf8(length).unwrap();
        let length = length.trim_end_matches(':').parse().expect("a length");
        let mut text = vec![0; length];
        self.stream.read_exact(&mut text).await.unwrap();
        serde_json::from_slice(&text).unwrap()
    }
}
