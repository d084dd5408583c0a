//! Runs the practice SeaTable as a server of its own.
//!
//! The first line on standard output is one JSON object: the address and the credentials.

use practice::cors::Cors;
use practice::http::{Fault, Options, serve};
use practice::{Credentials, World};
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const USAGE: &str = "\
Usage: practice [--port N] [--cors star|shipped|origin=URL|no-always|no-code|no-token|doubled|none]
                [--rate N] [--latency MS] [--fault KIND:/PATH]… [--big MB]

KIND is drop, reset, hang, cut, 502, 404, json, type, redirect, redirect-away, login-utf-8,
login-iso-8859-1, login-windows-1251, login-shift_jis, or preflight-STATUS.

Serves a simulated SeaTable on 127.0.0.1 until it is stopped. Port 0 takes a free one.";

fn main() -> ExitCode {
    match Arguments::parse(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Default)]
struct Arguments {
    port: u16,
    big: Option<usize>,
    options: Options,
}

impl Arguments {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = Self::default();
        while let Some(name) = words.next() {
            if name == "--help" {
                return Err(USAGE.to_owned());
            }
            let value = words
                .next()
                .ok_or_else(|| format!("{name} has no value.\n{USAGE}"))?;
            let understood = match name.as_str() {
                "--port" => value.parse().map(|port| arguments.port = port).ok(),
                "--cors" => Cors::parse(&value).map(|cors| arguments.options.cors = cors),
                "--rate" => value
                    .parse()
                    .map(|n| arguments.options.per_minute = Some(n))
                    .ok(),
                "--latency" => value
                    .parse()
                    .map(|ms| arguments.options.latency = Duration::from_millis(ms))
                    .ok(),
                "--fault" => Fault::parse(&value).map(|fault| arguments.options.faults.push(fault)),
                "--big" => value.parse().map(|mb| arguments.big = Some(mb)).ok(),
                _ => None,
            };
            understood.ok_or_else(|| format!("What is {name} {value}?\n{USAGE}"))?;
        }
        Ok(arguments)
    }
}

fn run(arguments: Arguments) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| format!("No runtime could be started: {error}"))?;
    runtime
        .block_on(listen(arguments))
        .map_err(|error| error.to_string())
}

async fn listen(
    Arguments {
        port,
        big,
        mut options,
    }: Arguments,
) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let now_ms = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
    let mut world = World::practice(now_ms);
    let url = format!("http://{}", listener.local_addr()?);
    let credentials = Credentials {
        url,
        ..world.credentials()
    };
    println!("{}", serde_json::to_string(&credentials)?);
    if let Some(megabytes) = big {
        println!("{}", world.add_big_base(megabytes, now_ms));
    }
    options.world = Some(Arc::new(Mutex::new(world)));
    tokio::select! {
        result = serve(listener, options) => result,
        result = tokio::signal::ctrl_c() => result,
    }
}
