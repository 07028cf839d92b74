//! In: nothing. Out: what shapes and texts look like, by name. The style sheet `charts.css` gives every ink
//! its colour, width and dashes; no colour stands in a chart.

use plotters::style::{RGBColor, ShapeStyle};
use plotters_backend::BackendColor;

use super::measure;

macro_rules! looks {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $class:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// All, in the order in which they are painted.
            #[allow(dead_code, reason = "only tests go through those of texts")]
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The class in `charts.css`.
            pub fn class(self) -> &'static str {
                match self { $(Self::$variant => $class,)* }
            }
        }
    };
}

looks! {
    /// What a shape is drawn with. Later ones are painted over earlier ones.
    Ink {
        Band = "c-z",
        Grid = "c-g",
        Track = "c-k",
        Bar = "c-b",
        BarSoft = "c-bs",
        /// The bars beside a marked one, and what is open of their ranges.
        Rest = "c-br",
        RestSoft = "c-bv",
        BarAway = "c-ba",
        Step1 = "c-1",
        Step2 = "c-2",
        Step3 = "c-3",
        Step4 = "c-4",
        Step5 = "c-5",
        Missing = "c-0",
        Axis = "c-a",
        BaselineLine = "c-bl",
        TargetLine = "c-tl",
        ActualLine = "c-al",
        Gap = "c-gp",
        Earlier = "c-er",
        TargetMark = "c-tm",
        TargetSolid = "c-ts",
        TargetTick = "c-tt",
        TargetRing = "c-tr",
        BaselineMark = "c-bm",
        ActualDot = "c-ad",
        /// A stroke as thick as a square mark is high.
        Lead = "c-ld",
        /// A stroke with round ends, and the smaller one in the colour of the paper within it.
        Shared = "c-so",
        SharedInside = "c-si",
        Overflow = "c-ov",
    }
}

looks! {
    /// What a text is set in.
    Tone {
        Name = "c-n",
        /// A name set bold.
        Marked = "c-nb",
        Quiet = "c-q",
        Value = "c-v",
        /// On the light and on the dark classes of a heat map.
        OnLow = "c-lo",
        OnHigh = "c-hi",
    }
}

impl Ink {
    /// As a style for the elements of plotters.
    pub fn style(self) -> ShapeStyle {
        ShapeStyle::from(RGBColor(self as u8, 0, 0)).filled()
    }

    /// Colours of plotters carry the place of an ink and nothing else.
    pub(super) fn of(color: BackendColor) -> Self {
        Self::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Self::Grid)
    }
}

impl Tone {
    /// The height of its letters.
    pub fn size(self) -> f64 {
        if matches!(self, Self::Name | Self::Marked) { 12.0 } else { 11.0 }
    }

    /// The height of one of its lines.
    pub fn line(self) -> f64 {
        (self.size() * measure::LINE).round()
    }

    pub fn width(self, text: &str) -> f64 {
        measure::width_in(self.face(), text, self.size())
    }

    pub fn wrap(self, text: &str, room: f64) -> Vec<String> {
        measure::wrap_in(self.face(), text, self.size(), room)
    }

    fn face(self) -> measure::Face {
        if self == Self::Marked { measure::bold } else { measure::plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_look_stands_in_the_style_sheet_once() {
        let css = include_str!("../../themes/default/static/charts.css");
        let inks = Ink::ALL.iter().map(|ink| ink.class());
        let classes: Vec<&str> = inks.chain(Tone::ALL.iter().map(|tone| tone.class())).collect();
        assert_eq!(classes.iter().collect::<BTreeSet<_>>().len(), classes.len());
        for class in classes {
            let dot = format!(".{class}");
            let known = css.match_indices(&dot).any(|(at, _)| {
                !css[at + dot.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
            });
            assert!(known, "charts.css says nothing about {dot}");
        }
    }

    #[test]
    fn colours_carry_the_looks() {
        for ink in Ink::ALL {
            assert_eq!(Ink::of(plotters::style::Color::to_backend_color(&ink.style().color)), *ink);
        }
    }
}
