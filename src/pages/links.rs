//! In: a link as its author wrote it. Out: the address that stands in the page. Links have been checked
//! in `link_check.rs`, so that all of them lead somewhere.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::document::Html;

use super::address::{Target, target};
use super::{Context, Page};

impl Context<'_> {
    /// Fills the links of a text whose page has the address `base`. `here` is the page that is being made.
    pub fn html(&self, html: &Html, base: &str, here: &str, out: &mut String) {
        html.fill(out, |link| escape_attribute(&self.href(link, base, here)));
    }

    /// Where a link leads.
    fn href(&self, link: &str, base: &str, here: &str) -> String {
        let Target::Internal { path, fragment } = target(link, base) else {
            return link.to_owned();
        };
        let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
        if let Some((plan, file)) = self.plan.attachment(&path) {
            let plan = &self.site.plans[plan];
            return self.file_url(&attachment_path(plan.id.as_str(), &plan.files[file].name));
        }
        if path == here && !fragment.is_empty() {
            return fragment;
        }
        self.url(&path) + &fragment
    }

    /// The whole address of a page in the language of this page.
    pub fn page_url(&self, page: &Page) -> String {
        self.url(&page.path)
    }
}

/// Everything but letters, digits and `-._~/`, so that any file name can be an address.
const NOT_IN_ADDRESSES: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where a file of a plan is published, as it stands in an address.
pub fn attachment_path(plan: &str, name: &str) -> String {
    format!("files/{plan}/{}", utf8_percent_encode(name, NOT_IN_ADDRESSES))
}

fn escape_attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
