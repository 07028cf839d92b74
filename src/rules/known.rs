//! In: the `Site`. Out: what rules about texts look things up in: the names of the registers, and the contacts that
//! everybody may know. It is the same for every plan, and put together once.

use crate::language::Lang;
use crate::model::Site;
use crate::parity::divisions;
use crate::parity::names::Dictionary;

use super::private_data::{Public, public_contacts};
use super::{name_parity, order_parity, unregistered_name};

/// Names and contacts of the whole site.
pub struct Known {
    /// The names of the registers and the terms of the glossary, for each language beside the first.
    pub dictionaries: Vec<(Lang, Dictionary)>,
    /// The names of areas, and those of bodies, for each language beside the first.
    pub names: Vec<(Lang, divisions::Names, divisions::Names)>,
    /// The bodies by their names, in each Chinese language.
    pub bodies: Vec<unregistered_name::Registered>,
    /// The contacts of all bodies and of every call for comments.
    pub contacts: Public,
}

impl Known {
    pub fn new(site: &Site) -> Self {
        let languages = &site.config.languages;
        let others = languages.iter().skip(1);
        let chinese = languages.iter().filter(|lang| languages.is_chinese(*lang));
        let first = languages.first();
        let of_both = |other| {
            let areas = order_parity::names(site.areas.iter(), (first, other));
            (other, areas, order_parity::names(site.organisations.iter(), (first, other)))
        };
        let channels = site.rounds().flat_map(|(_, round)| &round.channels);
        Self {
            dictionaries: others
                .map(|other| (other, name_parity::registered(site, other)))
                .collect(),
            names: languages.iter().skip(1).map(of_both).collect(),
            bodies: chinese.map(|lang| unregistered_name::registered(lang, site)).collect(),
            contacts: public_contacts(site, channels),
        }
    }
}
