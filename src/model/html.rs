//! In: a block or the words of a heading, already parsed. Out: safe HTML. Links and figures are still open: they are filled
//! in when a page is rendered, because only then is it known where every page is.

use std::ops::Range;
use std::sync::Arc;

use memchr::{memchr, memchr3};

use crate::diagnostic::Spanned;
use crate::language::letters_end;

use super::directive::Figure;
use super::line::{Line, line, lines};

/// Safe HTML with open places.
#[derive(Clone, Debug, Default)]
pub struct Html(Content);

#[derive(Clone, Debug)]
enum Content {
    Verbatim(Verbatim),
    Made(Box<Made>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Made(Box::default())
    }
}

/// Words that HTML writes as the author did: they stay in the author's file, and are not kept a second time. Most of a
/// plan is of this kind.
#[derive(Clone, Debug)]
struct Verbatim {
    file: Arc<String>,
    start: u32,
    end: u32,
    /// Whether they are a paragraph, or stand within a heading.
    paragraph: bool,
}

impl Verbatim {
    fn words(&self) -> &str {
        &self.file[self.start as usize..self.end as usize]
    }

    /// What stands before and behind the words.
    fn tags(&self) -> (&'static str, &'static str) {
        if self.paragraph { ("<p>", "</p>\n") } else { ("", "") }
    }
}

#[derive(Clone, Debug, Default)]
struct Made {
    text: Box<str>,
    /// By their bytes in the text, in that order.
    places: Box<[(usize, Open)]>,
}

/// What is filled in when a page is made.
#[derive(Clone, Debug)]
pub enum Open {
    /// The address of a link, as the author wrote it.
    Link(Spanned<String>),
    /// The address of a picture, as the author wrote it.
    Picture(Spanned<String>),
    /// A figure of the plan's tables.
    Figure(Figure),
}

impl Html {
    /// `places` by their bytes in `text`, in that order.
    pub fn new(text: String, places: Vec<(usize, Open)>) -> Self {
        let made = Made { text: text.into(), places: places.into() };
        Self(Content::Made(made.into()))
    }

    /// The words at `place` of a file, as a paragraph or as part of one; `None` where HTML writes something in them in
    /// another way.
    pub fn verbatim(file: &Arc<String>, place: Range<usize>, paragraph: bool) -> Option<Self> {
        let words = file.get(place.clone())?;
        if memchr3(b'&', b'<', b'>', words.as_bytes()).is_some() {
            return None;
        }
        let (start, end) = (u32::try_from(place.start).ok()?, u32::try_from(place.end).ok()?);
        let verbatim = Verbatim { file: Arc::clone(file), start, end, paragraph };
        Some(Self(Content::Verbatim(verbatim)))
    }

    /// The words, where HTML writes them as the author did.
    pub fn words(&self) -> Option<&str> {
        match &self.0 {
            Content::Verbatim(verbatim) => Some(verbatim.words()),
            Content::Made(_) => None,
        }
    }

    fn places(&self) -> &[(usize, Open)] {
        match &self.0 {
            Content::Verbatim(_) => &[],
            Content::Made(made) => &made.places,
        }
    }

    /// The links, and the addresses of pictures, as the author wrote them.
    pub fn links(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.places().iter().filter_map(|(_, open)| match open {
            Open::Link(address) | Open::Picture(address) => Some(address),
            Open::Figure(_) => None,
        })
    }

    /// The addresses of pictures alone.
    pub fn pictures(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.places().iter().filter_map(|(_, open)| match open {
            Open::Picture(address) => Some(address),
            Open::Link(_) | Open::Figure(_) => None,
        })
    }

    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.places().iter().filter_map(|(_, open)| match open {
            Open::Link(_) | Open::Picture(_) => None,
            Open::Figure(figure) => Some(figure),
        })
    }

    /// Whether the text may have a sign of an English keyboard that HTML writes as it is and no tag has; figures are not
    /// looked at.
    pub fn may_have(&self, sign: u8) -> bool {
        let text = match &self.0 {
            Content::Verbatim(verbatim) => verbatim.words(),
            Content::Made(made) => &made.text,
        };
        memchr(sign, text.as_bytes()).is_some()
    }

    /// Whether this is a table, which stands in a box in which it can be scrolled.
    pub fn is_table(&self) -> bool {
        match &self.0 {
            Content::Verbatim(_) => false,
            Content::Made(made) => {
                let text = made.text.trim_start();
                ["<table", "<div class=\"table-scroll\""].iter().any(|tag| text.starts_with(tag))
            }
        }
    }

    /// The name of the first tag: `p`, `ul`, `table`.
    pub fn tag(&self) -> &str {
        let text = match &self.0 {
            Content::Verbatim(verbatim) => verbatim.tags().0,
            Content::Made(made) => &made.text,
        };
        let inner = text.trim_start().strip_prefix('<').unwrap_or("");
        &inner[..letters_end(inner.as_bytes(), 0)]
    }

    /// The HTML with every place filled in; `fill` must give text that is safe where it stands: an address
    /// in an attribute, a figure in text.
    pub fn fill(&self, out: &mut String, mut fill: impl FnMut(&Open) -> String) {
        let made = match &self.0 {
            Content::Verbatim(verbatim) => {
                let (before, behind) = verbatim.tags();
                out.reserve(before.len() + verbatim.words().len() + behind.len());
                out.extend([before, verbatim.words(), behind]);
                return;
            }
            Content::Made(made) => made,
        };
        let mut done = 0;
        out.reserve(made.text.len());
        for (at, open) in &made.places {
            out.push_str(&made.text[done..*at]);
            out.push_str(&fill(open));
            done = *at;
        }
        out.push_str(&made.text[done..]);
    }

    /// The text alone: paragraphs, items of lists, rows of tables. `fill` gives what stands in the open places, as for
    /// `fill`.
    pub fn lines(&self, fill: impl FnMut(&Open) -> String) -> Vec<Line<'_>> {
        match &self.0 {
            Content::Verbatim(verbatim) => line(verbatim.words()).into_iter().collect(),
            // The address of a link stands in a mark, of which nothing is left.
            Content::Made(made) if self.figures().next().is_none() => lines(&made.text),
            Content::Made(_) => {
                let mut html = String::new();
                self.fill(&mut html, fill);
                lines(&html)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &Html) -> String {
        let mut text = String::new();
        html.fill(&mut text, |_| unreachable!("nothing is open"));
        text
    }

    #[test]
    fn words_that_html_writes_alike_stay_in_the_file() {
        let file = Arc::new("一、总体 要求\n\n“甲”，乙\"丙\"。\u{3000}\n\n甲&乙".to_owned());
        let place = |words: &str| {
            let start = file.find(words).unwrap();
            start..start + words.len()
        };
        let paragraph = Html::verbatim(&file, place("“甲”，乙\"丙\"。\u{3000}"), true).unwrap();
        assert_eq!(text(&paragraph), "<p>“甲”，乙\"丙\"。\u{3000}</p>\n");
        assert_eq!(paragraph.tag(), "p");
        assert!(paragraph.may_have(b'"') && !paragraph.may_have(b'{'));
        assert_eq!(paragraph.lines(|_| String::new())[..], lines(&text(&paragraph)));
        let heading = Html::verbatim(&file, place("总体 要求"), false).unwrap();
        assert_eq!((text(&heading).as_str(), heading.tag()), ("总体 要求", ""));
        assert!(Html::verbatim(&file, place("甲&乙"), true).is_none());
        assert!(Html::verbatim(&file, 0..file.len() + 1, true).is_none());
    }
}
