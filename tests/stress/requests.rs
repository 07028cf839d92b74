//! Many requests at once while the site changes: the development server answers each of them with a whole page of one
//! version, nobody else is answered, and its memory stays what it was.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::rounds;
use crate::support::TestSite;
use crate::tree::{lantu, set_version, site, version};

/// Long enough for the slowest machine; a test that works never waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(site: &TestSite) -> Self {
        let mut child = Command::new(lantu())
            .args(["serve", "--port", "0", "--today", "2026-01-20"])
            .current_dir(site.root())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("lantu can be started");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let mut lines = lines.map_while(Result::ok);
        let line = lines.find(|line| line.contains("http://")).expect("it says where it is");
        // Somebody has to read what the server goes on printing.
        thread::spawn(move || lines.for_each(drop));
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
        Self { port: port.parse().unwrap(), child }
    }

    fn get(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it is there");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer comes, and ends");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn own(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The memory that it has now, where the system says so.
    fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    /// Waits until the site is shown in this version.
    fn until(&self, number: usize) {
        while version(&self.get("/zh/", &self.own())) != Some(number) {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

#[test]
fn every_request_is_answered_while_the_site_changes() {
    let site = site(6);
    let server = Server::start(&site);
    let (at_once, each) = (rounds(20, 100), rounds(20, 100));
    let (done, wrong) = (AtomicBool::new(false), AtomicUsize::new(0));
    let own = server.own();
    let foreign =
        [format!("plans.example.com:{}", server.port), "127.0.0.1".to_owned(), String::new()];
    let pages =
        ["/zh/", "/en/plans/water/", "/zh/plans/water-3/targets/", "/en/feed.xml", "/zh/nowhere/"];
    let changes = thread::scope(|scope| {
        let changing = scope.spawn(|| {
            let mut changes = 0;
            while !done.load(Ordering::Relaxed) {
                changes += 1;
                set_version(&site, changes);
                thread::sleep(Duration::from_millis(20));
            }
            changes
        });
        let clients: Vec<_> = (0..at_once)
            .map(|client| {
                let (server, wrong, own, foreign) = (&server, &wrong, &own, &foreign);
                scope.spawn(move || {
                    for request in 0..each {
                        let number = client + request;
                        let path = pages[number % pages.len()];
                        let (host, status) = match number % 7 {
                            0 => (&foreign[number % foreign.len()], "421"),
                            _ if path.contains("nowhere") => (own, "404"),
                            _ => (own, "200"),
                        };
                        let answer = server.get(path, host);
                        let right = answer.starts_with(&format!("HTTP/1.1 {status}"));
                        // The page says its version at the beginning, and is there to its end.
                        let whole = status == "421"
                            || version(&answer).is_some()
                                && (answer.trim_end().ends_with("</html>")
                                    || answer.trim_end().ends_with("</feed>"));
                        if !(right && whole) {
                            wrong.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                })
            })
            .collect();
        clients.into_iter().for_each(|client| client.join().unwrap());
        done.store(true, Ordering::Relaxed);
        changing.join().unwrap()
    });
    println!("{} requests, {at_once} at a time, {changes} changes", at_once * each);
    assert_eq!(wrong.into_inner(), 0, "of {} answers", at_once * each);
    server.until(changes);
}

#[test]
fn memory_stays_what_it_was() {
    let site = site(rounds(2, 10));
    let server = Server::start(&site);
    let (first, last) = (rounds(20, 200), rounds(60, 1000));
    let mut memory = None;
    for number in 1..=last {
        set_version(&site, number);
        server.until(number);
        if number == first {
            memory = server.memory();
        }
    }
    let (Some(before), Some(after)) = (memory, server.memory()) else {
        println!("this system does not say how much memory a program has: not tested");
        return;
    };
    println!("{before} kB after {first} changes, {after} kB after {last}");
    assert!(
        after < before + before / 3,
        "{before} kB after {first} changes, {after} kB after {last}"
    );
}
