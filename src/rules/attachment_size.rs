//! In: the files that are published as they are. Out: a finding for each that is larger than the site allows.

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostics, Level, Place, Problem};
use crate::model::plan::Attachment;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "attachment-size",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Attachments have at most 20 MB, or as many as `most-megabytes` under `[files]` of `site-config.toml` says.",
    why: "Readers in the country and on telephones wait for minutes and pay for every megabyte.",
    fixed: None,
    fails: &[("files/map.pdf", "(21000 kB)")],
    passes: &[("files/map.pdf", "(20000 kB)")],
    run: Run::Site(run),
};

const MEGABYTE: u64 = 1_000_000;

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let most = case.site.config.most_megabytes.value;
    let mut check = |file: &Attachment, folder: &str| {
        if file.bytes > u64::from(most) * MEGABYTE {
            let megabytes = file.bytes.div_ceil(MEGABYTE);
            let problem = Publication::TooLarge { megabytes, most };
            found.report(
                Problem::Publication(problem),
                Place::Path(format!("{folder}/{}", file.name)),
            );
        }
    };
    for file in &case.site.root {
        check(file, "content/root");
    }
    for plan in &case.site.plans {
        for file in &plan.files {
            check(file, &format!("content/plans/{}/files", plan.id));
        }
    }
}
