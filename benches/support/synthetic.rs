//! In: a number of plans and a seed. Out: the folder of a site with so many plans, for lantu or for Hugo.

#[path = "hugo.rs"]
pub mod hugo;
#[path = "sentences.rs"]
mod sentences;
#[path = "site.rs"]
pub mod site;
