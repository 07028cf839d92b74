//! In: a site folder that somebody works on, and which of its files changed. Out: the site in memory, in which a page is
//! made when it is asked for; and later the findings of the whole site. Only what depends on a change is made again: the
//! result is the same as if everything were.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::diagnostic::{Diagnostics, Files, Place, Problem};
use crate::render::Body;
use crate::source::{self, Change, Sources};
use crate::{Draft, Kept, Ready, Summary, Today, judge, rules, understand};

/// A site folder that is kept in memory while its files change.
pub struct Live {
    root: PathBuf,
    sources: Sources,
    /// What was wrong when the folder was read.
    read: Diagnostics,
    kept: Kept,
    /// The plans that were read anew since the last draft.
    fresh: Fresh,
}

/// Which plans are new.
enum Fresh {
    All,
    /// Those of these folders.
    Some(FxHashSet<String>),
}

/// A site as it is understood now.
pub struct Understood {
    /// What is wrong with it as far as it was looked at: all of what was read, and the texts of the plans that changed.
    pub found: Diagnostics,
    /// What was found before any rule.
    before_rules: Diagnostics,
    draft: Option<Draft>,
}

/// A site whose pages can be seen.
pub struct Shown(Arc<Ready>);

impl Live {
    /// Reads the site in `root`.
    pub fn open(root: &Path) -> Self {
        let (sources, read) = source::read(root);
        let root = root.to_owned();
        Self { root, sources, read, kept: Kept::default(), fresh: Fresh::All }
    }

    /// The author's files as they were read last.
    pub fn files(&self) -> &Files {
        &self.sources.files
    }

    /// Looks again at some paths, as they are seen from the site folder; whether anything has changed.
    pub fn look_again(&mut self, paths: &[String]) -> bool {
        let mut changed = false;
        for path in paths {
            match self.sources.look_again(&self.root, path, &self.read) {
                Change::None => {}
                Change::Attachment => changed = true,
                Change::Text => {
                    changed = true;
                    self.forget(path);
                }
                Change::Folder => {
                    *self = Self::open(&self.root);
                    return true;
                }
            }
        }
        changed
    }

    /// Drops what was made from a text.
    fn forget(&mut self, path: &str) {
        match path.split('/').collect::<Vec<_>>()[..] {
            ["content", "plans", id, ..] => {
                self.kept.settled.retain(|plan| plan.name != id);
                if let Fresh::Some(plans) = &mut self.fresh {
                    plans.insert(id.to_owned());
                }
            }
            // Every plan may name a body or an area, and every text depends on the languages.
            ["site-config.toml"] => {
                self.kept = Kept::default();
                self.fresh = Fresh::All;
            }
            ["content", "organisations.toml" | "areas.toml"] => {
                self.kept.settled.clear();
                self.fresh = Fresh::All;
            }
            ["themes", ..] => self.kept.dress = None,
            _ => {}
        }
    }

    /// Understands the site as it is now. What is not settled any more is read again.
    pub fn understand(&mut self, today: Today) -> Understood {
        let mut found = self.read.clone();
        let draft = understand(&self.sources, &mut self.kept, today, &(), &mut found);
        let before_rules = found.clone();
        if let Some(draft) = &draft {
            if let Fresh::Some(plans) = &self.fresh {
                let fresh = |id: &str| plans.contains(id);
                found.append(rules::check_some(&draft.site, draft.today, self.files(), fresh));
            }
            rules::decide(&mut found, &draft.site, self.files());
        }
        self.fresh = Fresh::Some(FxHashSet::default());
        found.sort(self.files());
        Understood { found, before_rules, draft }
    }

    /// Looks at the whole site; `None` where somebody said on the way not to go on.
    pub fn judge(
        &self,
        understood: &Understood,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Option<Diagnostics> {
        let mut found = understood.before_rules.clone();
        if let Some(draft) = &understood.draft
            && !judge(draft, self.files(), &mut found, go_on)
        {
            return None;
        }
        found.sort(self.files());
        Some(found)
    }
}

impl Understood {
    /// The site, if what was looked at has no errors.
    pub fn show(&self) -> Option<Shown> {
        let draft = self.draft.as_ref().filter(|_| !self.found.has_errors())?;
        draft.ready.clone().map(Shown)
    }
}

impl Shown {
    /// The path part of the base URL, behind which the site must be shown.
    pub fn base_path(&self) -> &str {
        self.0.site.config.base_url.path()
    }

    /// Whether there is a file with this path, seen from the root of the site.
    pub fn has(&self, path: &str) -> bool {
        self.0.plan.find(path).is_some()
    }

    /// Makes the file with this path; `None` where there is none.
    pub fn make(&self, path: &str) -> Option<Result<Body<'_>, Box<(Problem, Place)>>> {
        self.0.plan.find(path).map(|file| self.0.make(file, None))
    }

    /// How much there is to see.
    pub fn summary(&self) -> Summary {
        self.0.summary(0, 0)
    }
}
