//! The development server: it shows the site to this computer only, makes it again when a file changes,
//! and while there are errors keeps the last good site and tells the browser what is wrong.

mod support;

use std::path::Path;

use support::TestSite;
use support::server::Server;

fn start(site: &TestSite) -> Server {
    Server::start(Path::new(env!("CARGO_BIN_EXE_lantu")), &site.root())
}

#[test]
fn pages_come_with_the_script_and_the_right_type() {
    let site = TestSite::base();
    let server = start(&site);
    let page = server.get("/zh/plans/water/");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("content-type: text/html; charset=utf-8"), "{page}");
    assert!(page.contains("序言") && page.contains("/__lantu/reload.js?"), "{page}");
    assert!(!site.output().exists(), "nothing is written");
    assert!(server.get("/__lantu/reload.js").contains("EventSource"));
    assert!(server.get("/assets/style.css").contains("content-type: text/css"));
    assert!(server.get("/zh/feed.xml").contains("content-type: text/xml; charset=utf-8"));
    assert!(server.get("/zh/plans/water").contains("307"), "a folder has its slash");
    let missing = server.get("/en/nowhere/");
    assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("lang=\"en\""), "{missing}");
}

#[test]
fn every_file_is_that_of_a_build() {
    let site = TestSite::base();
    let server = start(&site);
    site.build();
    for (path, place) in support::files(&site.output()) {
        let address = path.strip_suffix("index.html").unwrap_or(&path);
        let answer = server.get(&format!("/{address}"));
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        let body = match (body.find("<script src=\"/__lantu/"), body.rfind("</body>")) {
            (Some(from), Some(to)) => format!("{}{}", &body[..from], &body[to..]),
            _ => body.to_owned(),
        };
        assert!(body == std::fs::read_to_string(place).unwrap(), "{path}");
    }
}

#[test]
fn what_is_wrong_with_the_whole_site_comes_after_the_page() {
    let site = TestSite::base();
    let server = start(&site);
    let mut news = server.news();
    news.next().unwrap();
    // Links are only followed when the whole site is looked at.
    let about = "content/pages/about.zh.md";
    let old = std::fs::read_to_string(site.root().join(about)).unwrap();
    site.write(about, format!("{old}\n[去处](/nowhere/)\n"));
    let broken = news.find(|status| status["errors"].is_string()).unwrap();
    assert!(broken["errors"].as_str().unwrap().contains("dead-link"), "{broken}");
    assert!(server.get("/zh/about/").contains("去处"));
    site.write(about, old);
    news.find(|status| status["errors"].is_null()).unwrap();
    assert!(!server.get("/zh/about/").contains("去处"));

    // The figures of a text that changed are compared with its translation before the page is shown.
    let shown = site.root().join("content/plans/water/text.zh.md");
    let old = std::fs::read_to_string(&shown).unwrap();
    site.write("content/plans/water/text.zh.md", format!("{old}\n改造管道31公里。\n"));
    news.find(|status| status["errors"].is_string()).unwrap();
    assert!(!server.get("/zh/plans/water/").contains("改造管道31公里"), "the last good page");
}

#[test]
fn a_mistake_in_a_template_is_a_page() {
    let site = TestSite::base();
    site.write("themes/default/templates/plan.html", "{{ view.nothing_of_this_name.at_all }}");
    let server = start(&site);
    let answer = server.get("/zh/plans/water/");
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
    assert!(answer.contains("plans/water/index.html"), "{answer}");
    assert!(server.get("/zh/").starts_with("HTTP/1.1 200"), "other pages are there");
}

#[test]
fn nobody_else_is_answered() {
    let site = TestSite::base();
    let server = start(&site);
    for path in
        ["/../site-config.toml", "/%2e%2e/site-config.toml", "/zh/..%2f..%2fsite-config.toml"]
    {
        let answer = server.get(path);
        assert!(!answer.contains("base-url"), "{path}: {answer}");
    }
    let foreign = server.get_as("/zh/", &format!("evil.example:{}", server.port));
    assert!(foreign.starts_with("HTTP/1.1 421"), "{foreign}");
}

#[test]
fn a_change_makes_a_new_site_and_an_error_keeps_the_last_good_one() {
    let site = TestSite::base();
    let server = start(&site);
    let mut news = server.news();
    let first = news.next().unwrap();
    assert_eq!(first["errors"], serde_json::Value::Null);

    site.edit("content/plans/water/text.zh.md", "序言。", "新的序言。");
    let second = news.find(|status| status["version"] != first["version"]).unwrap();
    assert_eq!(second["errors"], serde_json::Value::Null);
    assert!(server.get("/zh/plans/water/").contains("新的序言"));

    site.edit("content/plans/water/plan.toml", "\"in-force\"", "\"in-fource\"");
    let broken = news.find(|status| status["errors"].is_string()).unwrap();
    let errors = broken["errors"].as_str().unwrap();
    assert!(
        errors.contains("plan.toml:6") && errors.contains("did you mean `in-force`?"),
        "{errors}"
    );
    assert!(server.get("/zh/plans/water/").contains("新的序言"), "the last good page");

    site.edit("content/plans/water/plan.toml", "\"in-fource\"", "\"in-force\"");
    news.find(|status| status["errors"].is_null()).unwrap();
}

#[test]
fn a_site_that_was_never_good_shows_what_is_wrong() {
    let site = TestSite::base();
    site.edit("content/plans/water/plan.toml", "\"in-force\"", "\"<b>\"");
    let server = start(&site);
    let answer = server.get("/");
    assert!(answer.contains("unknown-word") && answer.contains("&lt;b>"), "{answer}");
}

#[test]
fn a_base_path_is_kept() {
    let site = TestSite::base();
    site.edit("site-config.toml", "plans.example.org", "example.org/plans");
    let server = start(&site);
    assert!(server.get("/plans/zh/").contains("/plans/zh/plans/"));
    assert!(server.get("/").contains("location: /plans/"));
}
