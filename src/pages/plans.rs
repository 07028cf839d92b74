//! In: the site. Out: the list of all plans, newest first.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::Site;

use super::concepts::concepts_link;
use super::frame::Tags;
use super::plan_parts::{Card, card};
use super::unit_parts::NameLink;
use super::{Context, PageKind, Subject, View, once};

pub struct Plans;

#[derive(Serialize)]
struct Body {
    plans: Vec<Card>,
    /// Those of invented places, where there are others, too.
    demonstrations: Vec<Card>,
    /// Where plans are set beside each other.
    concepts: Option<NameLink>,
}

impl PageKind for Plans {
    fn name(&self) -> &'static str {
        "plans"
    }
    fn about(&self) -> &'static str {
        "Lists every plan with its issuer, date, state and pages."
    }
    fn subjects(&self, _: &Site, _: Date) -> Vec<Subject> {
        once()
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "plans/".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("plans-title")
    }
    fn calls(&self) -> bool {
        true
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("plans-description");
        let body = Body {
            plans: cx.site.counted_plans().map(|plan| card(cx, plan)).collect(),
            demonstrations: cx.site.demonstrations().map(|plan| card(cx, plan)).collect(),
            concepts: concepts_link(cx),
        };
        View {
            tags: Tags::Column {
                name: cx.word("plans-title"),
                description: description.clone(),
                keywords: vec![cx.word("plans-title")],
                kind: "政策文件",
            },
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}
