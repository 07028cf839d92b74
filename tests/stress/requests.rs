//! Many requests at once while the site changes: the development server answers each of them with a whole page of one
//! version, nobody else is answered, and its memory stays what it was.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::rounds;
use crate::support::TestSite;
use crate::support::server::Server;
use crate::tree::{lantu, set_version, site, version};

fn start(site: &TestSite) -> Server {
    Server::start(&lantu(), &site.root())
}

/// Waits until the site is shown in this version.
fn until(server: &Server, number: usize) {
    while version(&server.get("/zh/")) != Some(number) {
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn every_request_is_answered_while_the_site_changes() {
    let site = site(6);
    let server = start(&site);
    let (at_once, each) = (rounds(20, 100), rounds(20, 100));
    let (done, wrong) = (AtomicBool::new(false), AtomicUsize::new(0));
    let own = server.host();
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
                        let answer = server.get_as(path, host);
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
    until(&server, changes);
}

#[test]
fn memory_stays_what_it_was() {
    let site = site(rounds(2, 10));
    let server = start(&site);
    let (first, last) = (rounds(20, 200), rounds(60, 1000));
    let mut memory = None;
    for number in 1..=last {
        set_version(&site, number);
        until(&server, number);
        if number == first {
            memory = server.memory();
        }
    }
    let (Some(before), Some(after)) = (memory, server.memory()) else {
        println!("this system does not say how much memory a program has: not tested");
        return;
    };
    println!("{before} bytes after {first} changes, {after} after {last}");
    assert!(
        after < before + before / 3,
        "{before} bytes after {first} changes, {after} after {last}"
    );
}
