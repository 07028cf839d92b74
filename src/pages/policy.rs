//! In: what a site may load from other websites. Out: the Content Security Policy of its pages, which browsers keep
//! even where a text has brought in what it should not.

use crate::model::config::{Config, Website};

/// Scripts and styles are files of the site; nothing stands in the page itself, nothing is sent anywhere. A script of
/// another website may also load its pictures and report to it. `connect-src` is for `lantu serve`, too.
pub fn policy(config: &Config) -> String {
    let elsewhere = &config.elsewhere;
    let with = |sites: &[&[Website]]| -> String {
        let sites = sites.iter().copied().flatten();
        sites.map(|site| format!(" {}", site.origin())).collect()
    };
    let (scripts, pictures) = (&elsewhere.scripts[..], &elsewhere.pictures[..]);
    format!(
        "default-src 'none'; script-src 'self'{scripts}; style-src 'self'; img-src 'self'{pictures}; \
         font-src 'self'; media-src 'self'; connect-src 'self'{scripts}; form-action 'none'; base-uri 'none'",
        scripts = with(&[scripts]),
        pictures = with(&[pictures, scripts]),
    )
}
