//! In: a site of which every page has its address, with the templates and words of its theme. Out: its files, one by one or
//! all of them in the folder to be published.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::data::Format;
use crate::diagnostic::{Diagnostics, Place, Problem};
use crate::language::Lang;
use crate::model::Site;
use crate::pages::{Context, Download, Drawn, Output, SitePlan, Work};
use crate::publish::{PublishError, Publisher};
use crate::render::{Body, Renderer, template_problem};
use crate::theme::Theme;
use crate::{Observer, Summary};

/// A site of which pages can be made. They are only published if it has no errors.
pub struct Ready {
    pub plan: SitePlan,
    pub site: Arc<Site>,
    pub theme: Arc<Theme>,
    pub renderer: Arc<Renderer>,
    pub today: Date,
}

/// The size of what was made, or the mistake of a template.
type Made = Result<u64, Box<(Problem, Place)>>;

impl Ready {
    /// Makes and writes every file; all of them together have this many bytes.
    pub fn publish(
        &self,
        files: &[Output],
        publisher: &Publisher,
        observer: &dyn Observer,
    ) -> Result<Result<u64, Diagnostics>, PublishError> {
        let (bytes, done) = (AtomicU64::new(0), AtomicUsize::new(0));
        // One mistake in a template breaks every page that uses it; the first one says it all.
        let first = Mutex::new(None::<(usize, Box<(Problem, Place)>)>);
        let batches = self.plan.batches(files);
        batches.par_iter().enumerate().with_max_len(1).try_for_each(|(at, batch)| {
            let drawn = Drawn::default();
            for work in batch {
                match self.put(*work, &drawn, publisher)? {
                    Ok(size) => {
                        bytes.fetch_add(size, Ordering::Relaxed);
                    }
                    Err(problem) => {
                        let mut first = first.lock().unwrap_or_else(PoisonError::into_inner);
                        if first.as_ref().is_none_or(|(before, _)| at < *before) {
                            *first = Some((at, problem));
                        }
                    }
                }
                let made = done.fetch_add(work.files(), Ordering::Relaxed) + work.files();
                observer.written(made, files.len());
            }
            Ok(())
        })?;
        let first = first.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(match first {
            None => Ok(bytes.into_inner()),
            Some((_, problem)) => {
                let mut problems = Diagnostics::default();
                problems.report(problem.0, problem.1);
                Err(problems)
            }
        })
    }

    /// Makes files and puts them in their places; their size in bytes.
    fn put(&self, work: Work, drawn: &Drawn, publisher: &Publisher) -> Result<Made, PublishError> {
        match work {
            Work::File(file) => match self.make(file, Some(drawn)) {
                Ok(body) => publisher.put(&self.plan.path(file), &body).map(Ok),
                Err(problem) => Ok(Err(problem)),
            },
            Work::Table(set, lang) => {
                let cx = self.context(lang, Some(drawn));
                let open = |format| {
                    let file = Output::Download(Download::Data(set, format), lang);
                    publisher.open(&self.plan.path(file))
                };
                let (mut csv, mut json) = (open(Format::Csv)?, open(Format::Json)?);
                let made = set.write_both(&cx.scene(), &mut csv, &mut json);
                // What could not be written is said of one of the two.
                Ok(Ok(csv.finish(made)? + json.finish(Ok(()))?))
            }
        }
    }

    /// Makes one file; or says which template has which mistake. What is made with the same `drawn` shares its charts.
    pub fn make<'s>(
        &'s self,
        file: Output,
        drawn: Option<&'s Drawn>,
    ) -> Result<Body<'s>, Box<(Problem, Place)>> {
        self.renderer
            .render(&self.context(self.lang(file), drawn), file)
            .map_err(|error| Box::new(self.render_problem(&error, self.plan.path(file))))
    }

    /// The language of a file.
    fn lang(&self, output: Output) -> Lang {
        let languages = &self.site.config.languages;
        match output {
            Output::Page(_, lang) | Output::Download(_, lang) => lang,
            Output::Machine(machine) => machine.lang(languages),
            Output::Attachment(..) | Output::Root(_) | Output::Static(_) => languages.first(),
        }
    }

    fn context<'s>(&'s self, lang: Lang, drawn: Option<&'s Drawn>) -> Context<'s> {
        Context {
            site: &self.site,
            plan: &self.plan,
            words: &self.theme.words,
            formats: self.renderer.formats(),
            today: self.today,
            lang,
            drawn,
        }
    }

    fn render_problem(&self, error: &tera::Error, page: String) -> (Problem, Place) {
        let (problem, place) = template_problem(error, &self.theme);
        let Problem::Template { reason } = problem else {
            return (problem, place);
        };
        (Problem::RenderFailed { page, reason }, place)
    }

    /// What a site of so many files and bytes has.
    pub fn summary(&self, files: usize, bytes: u64) -> Summary {
        let languages = &self.site.config.languages;
        Summary {
            plans: self.site.plans.len(),
            pages: self.plan.pages.len() * languages.iter().len(),
            files,
            languages: languages.tags().map(str::to_owned).collect(),
            bytes,
            base_path: self.site.config.base_url.path().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{Today, check};

    #[test]
    fn every_file_is_made_once_and_with_those_of_its_plan() {
        let today = Today::Date(jiff::civil::date(2026, 11, 1));
        let checked = check(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), today);
        let ready = checked.ready.expect("the site of this repository has no errors");
        let files = ready.plan.files();
        let batches = ready.plan.batches(&files);
        let paths = |work: &Work| -> Vec<String> {
            let files = match *work {
                Work::File(file) => vec![file],
                Work::Table(set, lang) => [Format::Csv, Format::Json]
                    .map(|format| Output::Download(Download::Data(set, format), lang))
                    .to_vec(),
            };
            assert_eq!(files.len(), work.files());
            files.into_iter().map(|file| ready.plan.path(file)).collect()
        };
        let mut made: Vec<String> = batches.iter().flatten().flat_map(&paths).collect();
        let mut wanted: Vec<String> = files.iter().map(|file| ready.plan.path(*file)).collect();
        made.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(made, wanted);
        // What is made together is of one plan in one language.
        let plan = |path: &String| path.split('/').take(3).collect::<Vec<_>>().join("/");
        let mut together = 0;
        for batch in batches.iter().filter(|batch| batch.len() > 1) {
            let plans: BTreeSet<String> =
                batch.iter().flat_map(&paths).map(|at| plan(&at)).collect();
            assert_eq!(plans.len(), 1, "{plans:?}");
            together += batch.iter().map(|work| work.files()).sum::<usize>();
        }
        assert!(together * 2 > files.len(), "{together} of {}", files.len());
    }
}
