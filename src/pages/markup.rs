//! In: names, units and links of a page. Out: their HTML, for the tables that views write and for templates.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, Render, html};
use serde::{Serialize, Serializer};

use crate::language::{WordArg, has_digit, wholes};
use crate::model::plan::Unit;

use super::Context;
use super::links::escape;
use super::plan_parts::{Day, Label};
use super::unit_parts::{NameLink, organisation_link};

/// Finished HTML in the view of a page, which templates print as it is.
pub struct Fragment(String);

/// A name or a title; years and dates in it stay on one line.
pub struct Whole<'t>(pub &'t str);

/// A name with its page; the name alone where the site has no such page.
pub struct Link<'t>(pub &'t str, pub Option<&'t str>);

/// A text as `html!` would write it, for what stands on a page hundreds of times: `html!` looks at one byte after the other.
pub fn text(text: &str) -> PreEscaped<Cow<'_, str>> {
    PreEscaped(escape(text))
}

impl From<Markup> for Fragment {
    fn from(html: Markup) -> Self {
        Self(html.into_string())
    }
}

impl Fragment {
    /// HTML that was written piece by piece.
    pub fn of(html: String) -> Self {
        Self(html)
    }
}

impl Serialize for Fragment {
    /// As a value of templates that needs no escaping.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

impl Render for Fragment {
    fn render_to(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl Render for Whole<'_> {
    fn render_to(&self, out: &mut String) {
        if !has_digit(self.0) {
            return text(self.0).render_to(out);
        }
        for (piece, whole) in wholes(self.0) {
            if whole {
                html! { span class="whole" { (text(piece)) } }.render_to(out);
            } else {
                text(piece).render_to(out);
            }
        }
    }
}

impl Render for Link<'_> {
    fn render_to(&self, out: &mut String) {
        match self.1 {
            Some(url) => html! { a href=(text(url)) { (Whole(self.0)) } }.render_to(out),
            None => Whole(self.0).render_to(out),
        }
    }
}

impl Render for NameLink {
    fn render_to(&self, out: &mut String) {
        Link(&self.name, self.url.as_deref()).render_to(out);
    }
}

impl Render for Day {
    fn render(&self) -> Markup {
        html! { time datetime=(self.machine) { (self.text) } }
    }
}

/// A unit as a row names it, and who has taken its place.
pub fn unit(cx: &Context<'_>, unit: &Unit) -> Markup {
    let organisations = &cx.site.organisations;
    let now = organisations.is_replaced(unit.key, cx.today).then(|| {
        let now = organisations.current(unit.key, cx.today).into_iter();
        now.filter(|key| *key != unit.key).map(|key| organisation_link(cx, key)).collect()
    });
    let now: Vec<NameLink> = now.unwrap_or_default();
    html! {
        (Link(unit.name(organisations, cx.lang), cx.organisation_url(unit.key)))
        @if !now.is_empty() { span class="now" { (now_called(cx, &now)) } }
    }
}

/// The names stand within words of the interface.
fn now_called(cx: &Context<'_>, now: &[NameLink]) -> Markup {
    let names = names(cx, now).into_string();
    PreEscaped(cx.word_with("unit-now", &[("units", WordArg::Text(&names))]))
}

/// The status of a plan.
pub fn status_tag(cx: &Context<'_>, status: &Label) -> Markup {
    html! {
        span class={ "tag " (status.code) } {
            span class="visually-hidden" { (cx.word("status")) (cx.word("colon")) }
            (status.text)
        }
    }
}

/// Units one after the other.
pub fn units<'u>(cx: &Context<'_>, units: impl IntoIterator<Item = &'u Unit>) -> Option<Markup> {
    let units: Vec<Markup> = units.into_iter().map(|one| unit(cx, one)).collect();
    (!units.is_empty()).then(|| listed(cx, units))
}

/// Names with their pages, one after the other.
pub fn names(cx: &Context<'_>, names: &[NameLink]) -> Markup {
    listed(cx, names.iter().map(Render::render).collect())
}

fn listed(cx: &Context<'_>, entries: Vec<Markup>) -> Markup {
    let marks = cx.formats.list_marks(cx.lang, entries.len());
    html! { @for (entry, mark) in entries.iter().zip(marks) { (entry) (mark) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped_and_keep_their_years_whole() {
        let link = |name, url| Link(name, url).render().into_string();
        assert_eq!(link("市水利局", None), "市水利局");
        assert_eq!(link("A <b> & \"C\"", None), "A &lt;b&gt; &amp; &quot;C&quot;");
        assert_eq!(
            link("2030年<规划>", Some("/zh/?a=\"1\"&b")),
            "<a href=\"/zh/?a=&quot;1&quot;&amp;b\"><span class=\"whole\">2030年</span>&lt;规划&gt;</a>"
        );
    }
}
