//! In: what `[pages]` in `site-config.toml` switches off. Out: which kinds of pages and files the site has.

/// What a site can do without. A list and what it lists go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    Parallel,
    Targets,
    Indicator,
    Progress,
    Responsibilities,
    Awards,
    Changes,
    /// The calls for comments, their list, and their feeds and calendars.
    Consultations,
    /// What came in.
    Comments,
    /// A page for a comment on each clause.
    Comment,
    Concepts,
    Organisations,
    Areas,
    MissingFigures,
    /// The list of all tables.
    Data,
    /// Tables and charts as files.
    Downloads,
}

impl Switch {
    pub const ALL: [Self; 16] = [
        Self::Parallel,
        Self::Targets,
        Self::Indicator,
        Self::Progress,
        Self::Responsibilities,
        Self::Awards,
        Self::Changes,
        Self::Consultations,
        Self::Comments,
        Self::Comment,
        Self::Concepts,
        Self::Organisations,
        Self::Areas,
        Self::MissingFigures,
        Self::Data,
        Self::Downloads,
    ];

    /// As the file calls it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Parallel => "parallel",
            Self::Targets => "targets",
            Self::Indicator => "indicator",
            Self::Progress => "progress",
            Self::Responsibilities => "responsibilities",
            Self::Awards => "awards",
            Self::Changes => "changes",
            Self::Consultations => "consultations",
            Self::Comments => "comments",
            Self::Comment => "comment",
            Self::Concepts => "concepts",
            Self::Organisations => "organisations",
            Self::Areas => "areas",
            Self::MissingFigures => "missing-figures",
            Self::Data => "data",
            Self::Downloads => "downloads",
        }
    }

    /// Without what it would be about nothing.
    fn needs(self) -> Option<Self> {
        match self {
            Self::Comments | Self::Comment => Some(Self::Consultations),
            Self::Data => Some(Self::Downloads),
            _ => None,
        }
    }
}

/// The switches of a site. What is not switched off is on.
#[derive(Debug, Default)]
pub struct Switches {
    off: Vec<Switch>,
}

impl Switches {
    pub fn new(off: Vec<Switch>) -> Self {
        Self { off }
    }

    pub fn is_on(&self, switch: Switch) -> bool {
        self.off_by(switch).is_none()
    }

    /// The switch because of which another is off: itself, or the one that it needs.
    pub fn off_by(&self, switch: Switch) -> Option<Switch> {
        let off = self.off.contains(&switch).then_some(switch);
        off.or_else(|| self.off_by(switch.needs()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_another_goes_with_it() {
        let switches = Switches::new(vec![Switch::Consultations, Switch::Comment]);
        assert!(switches.is_on(Switch::Data));
        assert_eq!(switches.off_by(Switch::Comments), Some(Switch::Consultations));
        assert_eq!(switches.off_by(Switch::Comment), Some(Switch::Comment));
    }
}
