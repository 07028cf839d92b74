//! Names and paths that lead elsewhere, or that one disk or another cannot keep: each gets a message that says which file
//! it is and what to do, and nothing outside of the site is read or written.
#![cfg(unix)]

mod support;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use assert_cmd::Command;
use support::TestSite;

const FILES: &str = "content/plans/water/files";

fn lantu(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_lantu")).args(arguments).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8_lossy(&text).into_owned())
}

/// What `lantu build` says of a site; nothing may be published.
fn refused(site: &TestSite) -> String {
    let root = site.root().display().to_string();
    let (code, text) = lantu(&["build", "--site", &root, "--today", "2026-01-20"]);
    assert_eq!(code, 1, "{text}");
    assert!(!site.output().exists(), "{text}");
    text
}

fn assert_says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "`{word}` is not in:\n{text}");
    }
}

#[test]
fn names_that_windows_refuses_are_named_with_their_file() {
    for (name, words) in [
        ("a:b.pdf", &["because of the `:`", "rename it without"][..]),
        ("a?.pdf", &["because of the `?`"]),
        ("a\\..\\x.pdf", &["because of the `\\`"]),
        ("<script>.pdf", &["because of the `<`"]),
        ("a\nb.pdf", &["because of the `\\n`"]),
        ("map.pdf ", &["because of what it ends in", "neither a point nor a blank"]),
        ("map.", &["because of what it ends in"]),
        ("CON.pdf", &["which it keeps for itself", "com1 to com9"]),
        ("nul", &["which it keeps for itself"]),
        ("folder:/map.pdf", &["because of the `:`"]),
    ] {
        let site = TestSite::base();
        site.write(&format!("{FILES}/{name}"), "x");
        let text = refused(&site);
        assert_says(&text, words);
        assert_says(&text, &["error[refused-name]", "--> content/plans/water/files/"]);
    }
    for folder in ["content/root", "themes/default/static"] {
        let site = TestSite::base();
        site.write(&format!("{folder}/aux.txt"), "x");
        assert_says(&refused(&site), &["error[refused-name]", &format!("--> {folder}/aux.txt")]);
    }
}

#[test]
fn names_that_are_not_utf8_are_named_as_far_as_they_can_be_shown() {
    let site = TestSite::base();
    let folder = site.root().join(FILES);
    fs::create_dir_all(&folder).unwrap();
    // 附件 in GBK
    if fs::write(folder.join(OsStr::from_bytes(b"\xb8\xbd\xbc\xfe.pdf")), "x").is_err() {
        return; // macOS has no such names
    }
    assert_says(&refused(&site), &["error[refused-name]", "not UTF-8", "GBK", FILES]);
}

#[test]
fn ids_lead_nowhere_and_can_be_kept() {
    for (id, words) in [
        ("../../x", "cannot be used as an id"),
        ("..", "cannot be used as an id"),
        ("a/b", "cannot be used as an id"),
        ("%2e%2e", "cannot be used as an id"),
        ("Water", "cannot be used as an id"),
        ("con", "which it keeps for itself"),
        ("lpt1", "which it keeps for itself"),
        (&"a".repeat(101), "this id has more than 100 characters"),
    ] {
        let site = TestSite::base();
        let path = "content/areas.toml";
        let text = fs::read_to_string(site.root().join(path)).unwrap();
        let entry = format!(
            "\n[[area]]\nid = \"{id}\"\nkind = \"county\"\nname = {{ zh = \"新县\", en = \"New County\" }}\n"
        );
        site.write(path, text + &entry);
        assert_says(&refused(&site), &[words, "--> content/areas.toml:"]);
    }
    let site = TestSite::base();
    site.edit("content/plans/water/text.zh.md", "## 二、任务", "## 二、任务 {#con}");
    assert_says(&refused(&site), &["error[refused-name]", "text.zh.md:"]);
}

#[test]
fn folders_of_plans_and_pages_can_be_kept() {
    let long = "a".repeat(120);
    for name in ["con", "nul", "Water", "a b", &long] {
        let site = TestSite::base();
        fs::rename(
            site.root().join("content/plans/water"),
            site.root().join(format!("content/plans/{name}")),
        )
        .unwrap();
        let text = refused(&site);
        assert_says(&text, &[&format!("--> content/plans/{name}")]);
        let codes = ["refused-name", "bad-folder-name", "too-long"];
        assert!(codes.iter().any(|code| text.contains(code)), "{text}");
        let site = TestSite::base();
        for language in ["zh", "en"] {
            site.write(&format!("content/pages/{name}.{language}.md"), "# Title\n");
        }
        assert_says(&refused(&site), &[&format!("--> content/pages/{name}")]);
    }
}

#[test]
fn new_plans_lead_nowhere() {
    let site = TestSite::base();
    let root = site.root().display().to_string();
    for id in ["../x", "..", "/tmp/x", "a/b", "a\\b", "con", "aux", "", &"a".repeat(101)] {
        let (code, text) = lantu(&["new", "plan", id, "--site", &root]);
        assert_eq!(code, 2, "{id}: {text}");
        assert!(
            text.contains("cannot be part of a web address") || text.contains("the name `"),
            "{id}: {text}"
        );
    }
    let plans = fs::read_dir(site.root().join("content/plans")).unwrap().count();
    assert_eq!(plans, 1);
    assert!(!site.root().join("content/x").exists());
}

#[test]
fn files_that_differ_in_capital_letters_alone_are_told() {
    let site = TestSite::base();
    site.write(&format!("{FILES}/Map.pdf"), "x");
    site.write(&format!("{FILES}/map.PDF"), "y");
    let text = refused(&site);
    assert_says(
        &text,
        &[
            "error[same-url]",
            "Windows and macOS cannot keep",
            "/files/water/Map.pdf",
            "/files/water/map.PDF",
            &format!("--> {FILES}/"),
            "rename one of the two",
        ],
    );

    let site = TestSite::base();
    site.write(&format!("{FILES}/Maps/a.pdf"), "x");
    site.write(&format!("{FILES}/maps/b.pdf"), "y");
    assert_says(
        &refused(&site),
        &["error[same-url]", "/files/water/Maps/a.pdf", "/files/water/maps/b.pdf"],
    );

    // An accent may be one character or two.
    let site = TestSite::base();
    site.write(&format!("{FILES}/r\u{e9}sum\u{e9}.pdf"), "x");
    site.write(&format!("{FILES}/re\u{301}sume\u{301}.pdf"), "y");
    if fs::read_dir(site.root().join(FILES)).unwrap().count() == 2 {
        assert_says(&refused(&site), &["error[same-url]"]);
    }
}

#[test]
fn files_at_the_root_take_nothing_away() {
    for (name, words) in [
        ("index.html", "two files would be published at `/index.html`"),
        ("Index.html", "cannot keep `/Index.html` and `/index.html` apart"),
        ("zh", "`/zh` would be a file"),
        ("files", "`/files` would be a file"),
        ("ZH/x.txt", "Windows and macOS cannot keep"),
        ("zh/Plans/x.txt", "Windows and macOS cannot keep"),
        ("robots.txt/x", "`/robots.txt` would be a file"),
        ("assets/style.css/x", "`/assets/style.css` would be a file"),
        ("zh/index.html", "two files would be published at `/zh/index.html`"),
    ] {
        let site = TestSite::base();
        site.write(&format!("{FILES}/map.pdf"), "x");
        site.write(&format!("content/root/{name}"), "x");
        assert_says(&refused(&site), &["error[same-url]", words]);
    }
    let site = TestSite::base();
    site.write("content/root/zh/plans/verify.txt", "x");
    site.build();
    assert_eq!(site.page("zh/plans/verify.txt"), "x");
}

#[test]
fn links_to_elsewhere_are_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.txt"), "SECRET").unwrap();
    let secret = outside.path().join("secret.txt");
    for (target, place) in [
        (secret.as_path(), "content/plans/water/files/a.txt"),
        (outside.path(), "content/plans/water/files/folder"),
        (outside.path(), "content/root"),
        (outside.path(), "content/plans/more"),
        (secret.as_path(), "content/plans/water/notes.md"),
        (secret.as_path(), "content/pages/more.zh.md"),
        (outside.path(), "themes"),
        (outside.path(), "themes/default/static"),
        (std::path::Path::new("/etc/passwd"), "content/root/passwd"),
        (std::path::Path::new("../../../../../../../../../etc/passwd"), "content/root/passwd"),
        (std::path::Path::new("/proc/self/environ"), "content/root/environ"),
        (std::path::Path::new("/"), "content/root/all"),
    ] {
        let site = TestSite::base();
        let place_on_disk = site.root().join(place);
        fs::create_dir_all(place_on_disk.parent().unwrap()).unwrap();
        symlink(target, &place_on_disk).unwrap();
        let text = refused(&site);
        assert_says(&text, &["error[link-leaves-site]", &format!("--> {place}"), "put a copy"]);
        assert!(!text.contains("SECRET") && !text.contains("root:"), "{text}");
    }
    let site = TestSite::base();
    fs::create_dir_all(site.root().join("content/root")).unwrap();
    symlink("nowhere", site.root().join("content/root/gone.txt")).unwrap();
    let text = refused(&site);
    assert_says(&text, &["--> content/root/gone.txt", "it is a link to `nowhere`"]);
    // The folder of the texts may not be elsewhere either.
    let site = TestSite::base();
    fs::rename(site.root().join("content"), outside.path().join("content")).unwrap();
    symlink(outside.path().join("content"), site.root().join("content")).unwrap();
    assert_says(&refused(&site), &["error[link-leaves-site]", "--> content"]);
}

#[test]
fn links_that_lead_in_circles_are_told() {
    let site = TestSite::base();
    let folder = site.root().join(FILES);
    fs::create_dir_all(folder.join("maps")).unwrap();
    symlink("../..", folder.join("maps/again")).unwrap();
    symlink("../..", folder.join("all-plans")).unwrap();
    symlink("../../..", folder.join("content")).unwrap();
    symlink("../../../..", folder.join("all")).unwrap();
    symlink("two", folder.join("one")).unwrap();
    symlink("one", folder.join("two")).unwrap();
    let text = refused(&site);
    assert_says(
        &text,
        &[
            "leads back to a folder that holds it",
            &format!("--> {FILES}/maps/again"),
            &format!("--> {FILES}/all"),
            &format!("--> {FILES}/all-plans"),
            &format!("--> {FILES}/content"),
            &format!("--> {FILES}/one"),
            &format!("--> {FILES}/two"),
        ],
    );
    assert_eq!(text.matches("leads back to a folder that holds it").count(), 4, "{text}");
    // The folder of all plans, too, which may itself be a link.
    let site = TestSite::base();
    fs::rename(site.root().join("content/plans"), site.root().join("texts")).unwrap();
    symlink("../texts", site.root().join("content/plans")).unwrap();
    let root = site.root().display().to_string();
    let (code, text) = lantu(&["check", "--site", &root, "--today", "2026-01-20"]);
    assert_eq!(code, 0, "{text}");
    fs::remove_file(site.root().join("content/plans")).unwrap();
    symlink(".", site.root().join("content/plans")).unwrap();
    let text = refused(&site);
    assert_says(&text, &["leads back to a folder that holds it", "--> content/plans"]);
}

#[test]
fn links_of_texts_and_tables_stay_within_the_site() {
    for link in [
        "files/../../../../etc/passwd",
        "/../../etc/passwd",
        "files/%2e%2e/%2e%2e/plan.toml",
        "../../site-config.toml",
        "files/..%2fplan.toml",
        "plan.toml",
        "..\\..\\plan.toml",
        "/content/areas.toml",
    ] {
        let site = TestSite::base();
        site.edit(
            "content/plans/water/text.zh.md",
            "## 二、任务",
            &format!("[x](<{link}>)\n\n## 二、任务"),
        );
        let text = refused(&site);
        assert!(
            text.contains("error[dead-link]")
                || text.contains("error[no-such-file]")
                || text.contains("error[dead-"),
            "{link}: {text}"
        );
        assert_says(&text, &["text.zh.md:"]);
    }
    for file in
        ["../plan.toml", "../../../../etc/passwd", "/etc/passwd", "files/x.pdf", "..\\x.pdf"]
    {
        let site = TestSite::base();
        let path = "content/plans/water/consultation.toml";
        let text = fs::read_to_string(site.root().join(path)).unwrap();
        site.write(path, format!("{text}\n[[round.document]]\ntitle = {{ zh = \"说明\", en = \"Explanation\" }}\nfile = '{file}'\n"));
        assert_says(&refused(&site), &["there is no file", "consultation.toml:"]);
    }
}

#[test]
fn themes_read_nothing_but_themes() {
    for theme in ["../themes/x", "..", "/etc", "x/../default", "./default", ""] {
        let site = TestSite::base();
        let text = fs::read_to_string(site.root().join("site-config.toml")).unwrap();
        site.write("site-config.toml", format!("theme = \"{theme}\"\n{text}"));
        let text = refused(&site);
        assert!(text.contains("there is no theme") || text.contains("empty-text"), "{text}");
    }
    for tag in [
        "{% include \"../../content/areas.toml\" %}",
        "{% include \"/etc/passwd\" %}",
        "{% extends \"../base.html\" %}",
        "{{ get_env(name=\"HOME\") }}",
        "{{ load_data(path=\"/etc/passwd\") }}",
    ] {
        let site = TestSite::base();
        site.write("themes/default/templates/not-found.html", format!("{tag}\n"));
        assert_says(&refused(&site), &["error[template]", "not-found.html"]);
    }
}
