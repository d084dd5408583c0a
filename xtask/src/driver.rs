//! A chromedriver of our own.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// How long the driver may take to close its browsers.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running chromedriver, which ends with this value.
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts chromedriver on a port that it chooses, and waits until it listens.
    ///
    /// # Errors
    ///
    /// Fails when it cannot be started, or ends before it names its port.
    pub(crate) fn start() -> Result<Self> {
        let child = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting chromedriver")?;
        let mut driver = Self { child, port: 0 };
        let output = driver
            .child
            .stdout
            .take()
            .context("chromedriver has no output")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port_in(&line));
        driver.port = port.context("chromedriver ended without naming its port")?;
        // It would stop at a full pipe if nobody read what else it prints.
        thread::spawn(move || lines.for_each(drop));
        Ok(driver)
    }

    /// Tells a command where this is, and where the page is that it opens.
    pub(crate) fn hand_to(&self, command: &mut Command, page: &Path) {
        let url = format!("http://127.0.0.1:{}", self.port);
        command.env("PLAYGROUND_WEBDRIVER", url);
        command.env("PLAYGROUND_DIST", page);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Browsers that were left open go with it.
        let _ = shut_down(self.port);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Has the driver close its browsers, and returns when it has.
fn shut_down(port: u16) -> io::Result<()> {
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    connection.set_read_timeout(Some(PATIENCE))?;
    write!(
        connection,
        "GET /shutdown HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    )?;
    connection.read_to_end(&mut Vec::new()).map(drop)
}

fn port_in(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?
        .1
        .trim_end_matches('.')
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let line = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(port_in(line), Some(40123));
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}
