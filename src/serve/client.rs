//! In: a page of the site, or findings. Out: what a browser gets while one works on the site: the page
//! with a script that reloads it, or the findings as a page.

/// Where the script and the news for it are; no page of a site can have this address.
pub const SCRIPT: &str = "/__lantu/reload.js";
pub const EVENTS: &str = "/__lantu/events";

/// Reloads the page when there is a newer site, and shows findings over the page while there are errors.
pub const SCRIPT_TEXT: &str = include_str!("reload.js");

/// The page with the script at its end; the published file stays as it is.
pub fn with_script(page: &str, version: u64) -> String {
    let script = format!("<script src=\"{SCRIPT}?{version}\" defer></script>");
    match page.rfind("</body>") {
        Some(at) => format!("{}{script}{}", &page[..at], &page[at..]),
        None => format!("{page}{script}"),
    }
}

/// A page for when there is no good site yet.
pub fn findings_page(findings: &str, version: u64) -> String {
    let escaped = findings.replace('&', "&amp;").replace('<', "&lt;");
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>lantu</title></head>\
         <body><h1>The site cannot be shown yet</h1><pre>{escaped}</pre></body></html>"
    );
    with_script(&page, version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_comes_last_and_findings_are_text() {
        let page = with_script("<body><p></body></p></body></html>", 7);
        assert_eq!(
            page,
            "<body><p></body></p><script src=\"/__lantu/reload.js?7\" defer></script></body></html>"
        );
        assert!(findings_page("<script>", 1).contains("&lt;script>"));
    }
}
