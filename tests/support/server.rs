//! In: the program and a site folder. Out: the development server, ended when nobody needs it any more, and what it answers.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// Long enough for the slowest machine; what works never waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

/// `lantu serve`, at a port that was free.
pub struct Server {
    child: Child,
    pub port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    pub fn start(program: &Path, site: &Path) -> Self {
        let mut child = Command::new(program)
            .args(["serve", "--port", "0", "--today", "2026-01-20"])
            .current_dir(site)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("lantu can be started");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let mut lines = lines.map_while(Result::ok);
        let line = lines.find(|line| line.contains("http://")).expect("it says where it is");
        // Somebody has to read what the server goes on printing.
        thread::spawn(move || lines.for_each(drop));
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok()).expect("the address has a port");
        Self { child, port }
    }

    /// The name by which it may be asked.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn ask(&self, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it is there");
        stream.set_read_timeout(Some(PATIENCE)).expect("there is a clock");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("it listens");
        stream
    }

    pub fn get(&self, path: &str) -> String {
        self.get_as(path, &self.host())
    }

    /// What it answers to one who calls it by this name.
    pub fn get_as(&self, path: &str, host: &str) -> String {
        let mut answer = Vec::new();
        self.ask(path, host).read_to_end(&mut answer).expect("an answer comes, and ends");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The news that browsers hear, one JSON object each.
    pub fn news(&self) -> impl Iterator<Item = Value> + use<> {
        let stream = self.ask("/__lantu/events", &format!("localhost:{}", self.port));
        let lines = BufReader::new(stream).lines();
        lines.filter_map(|line| {
            let line = line.expect("news come before patience ends");
            serde_json::from_str(line.strip_prefix("data: ")?).ok()
        })
    }

    /// The memory that it has now, in bytes; `None` where the system does not say.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes * 1024)
    }
}
