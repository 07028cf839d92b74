//! In: a chart that a page or a file shows. Out: the chart, drawn once for all that are made together: the text of a plan, the
//! page of an indicator and the file to take away often show the same one.

use std::sync::{Arc, Mutex, PoisonError};

use crate::charts::Chart;
use crate::language::Lang;

use super::chart_view::PlanChart;

/// The charts that were drawn so far.
#[derive(Default)]
pub struct Drawn(Mutex<Vec<One>>);

/// A chart in a language; `None` where there was nothing to draw.
type One = (PlanChart, Lang, Option<Arc<Chart>>);

impl Drawn {
    /// The chart in a language; `draw` is asked where it has not been drawn yet.
    pub(super) fn chart(
        &self,
        chart: PlanChart,
        lang: Lang,
        draw: impl FnOnce() -> Option<Chart>,
    ) -> Option<Arc<Chart>> {
        let known = |(one, of, _): &&One| (*one, *of) == (chart, lang);
        let mut charts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, _, drawn)) = charts.iter().find(known) {
            return drawn.clone();
        }
        let drawn = draw().map(Arc::new);
        charts.push((chart, lang, drawn.clone()));
        drawn
    }
}
