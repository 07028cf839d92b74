//! In: a number of plans and a seed. Out: the folder of a site with so many plans, and what it takes to make it.

pub mod measure;
pub mod report;
pub mod sentences;
pub mod site;
