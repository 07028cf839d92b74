//! In: nothing. Out: the targets: what is fed with inputs, and what must hold of the answer.

mod readers;
mod site;
mod translation;
