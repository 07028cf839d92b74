//! Drafts of plans as an office might send them, and slips that people put into them who did not know what lantu looks for
//! (`tests/drafts/`): nothing is found in a draft that is right, and most slips are found, each put in by itself.
//! `shared` is the folder that the sites have in common.
//! `cargo test --test drafts -- --nocapture` prints how many, and those that are not found.

mod support;

use std::fs;
use std::path::Path;

use jiff::civil::date;
use lantu::Today;
use lantu::diagnostic::Diagnostic;
use serde::Deserialize;
use tempfile::TempDir;

use support::{copy, tests};

#[derive(Deserialize)]
struct Mistakes {
    mistake: Vec<Mistake>,
}

/// A slip, in one language or in both.
#[derive(Deserialize)]
struct Mistake {
    what: String,
    edit: Vec<Edit>,
}

#[derive(Deserialize)]
struct Edit {
    file: String,
    right: String,
    wrong: String,
}

/// A day on which the consultation of one of the drafts is open.
fn today() -> Today {
    Today::Date(date(2026, 11, 25))
}

/// What the checker says of a site: the codes of all findings, as people read them.
fn findings(site: &Path) -> Vec<String> {
    let checked = lantu::check(site, today());
    let shown = |one: &Diagnostic| format!("{}: {}", one.problem.code(), one.problem.message());
    checked.found.iter().map(shown).collect()
}

/// Whether nothing is found in a draft that is right, and at least so many of the slips are.
fn draft(name: &str, least: usize) {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    copy(&tests("drafts/shared"), site);
    copy(&tests(&format!("drafts/{name}")), site);
    let right = findings(site);
    assert!(right.is_empty(), "nothing is wrong with {name}, but: {right:#?}");

    let text = fs::read_to_string(tests(&format!("drafts/{name}.toml"))).unwrap();
    let mistakes: Mistakes = toml::from_str(&text).unwrap();
    let mut found = 0;
    for mistake in &mistakes.mistake {
        match with(mistake, &site.join("content/plans").join(name), || findings(site)).first() {
            Some(finding) => {
                found += 1;
                println!("found: {}  [{finding}]", mistake.what);
            }
            None => println!("NOT FOUND in {name}: {}", mistake.what),
        }
    }
    let all = mistakes.mistake.len();
    println!("{name}: {found} of {all} slips are found");
    assert!(found >= least, "{name}: only {found} of {all} slips are found");
}

/// What a check says while the files of a plan have a slip.
fn with<T>(mistake: &Mistake, plan: &Path, check: impl Fn() -> T) -> T {
    let mut before = Vec::new();
    for edit in &mistake.edit {
        let path = plan.join(&edit.file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(&edit.right).count(), 1, "{}: {}", edit.file, edit.right);
        fs::write(&path, text.replace(&edit.right, &edit.wrong)).unwrap();
        before.push((path, text));
    }
    let said = check();
    for (path, text) in before.into_iter().rev() {
        fs::write(path, text).unwrap();
    }
    said
}

macro_rules! drafts {
    ($($test:ident: $name:literal, $least:literal;)*) => {
        $(
            #[test]
            fn $test() {
                draft($name, $least);
            }
        )*
    };
}

// How many slips were found when the draft was taken in. All drafts but `flood-plan` and `heritage-plan` were looked at
// while the rules were made.
drafts! {
    elderly_care: "elderly-care", 44;
    old_estates: "old-estates", 45;
    rural_revival: "rural-revival", 41;
    water_city: "water-city", 39;
    private_economy: "private-economy", 36;
    health_plan: "health-plan", 38;
    work_2026: "work-2026", 34;
    flood_plan: "flood-plan", 30;
    heritage_plan: "heritage-plan", 20;
    transport_safety: "transport-safety-2028", 24;
    air_noise: "air-noise-2030", 28;
    talent_housing: "talent-housing-2026", 23;
    food_drug: "food-drug-2027", 24;
    fitness: "fitness-2030", 19;
    elderly_disability: "elderly-disability-2030", 27;
    farm_and_village: "farm-and-village-2028", 26;
    special_funds: "special-funds-2027", 24;
    women_children: "women-children-2030", 22;
    culture_tourism: "culture-tourism-2028", 25;
    legal_services: "legal-services-2026", 27;
    mineral_geohazard: "mineral-geohazard-2030", 26;
    old_communities: "old-communities-2028", 27;
    funeral_measures: "funeral-measures-2026", 21;
    green_buildings: "green-buildings-2028", 23;
    business_law: "business-law-2026", 24;
    rental_housing: "rental-housing-2026", 22;
    parks_wetlands: "parks-wetlands-2029", 25;
    disease_control: "disease-control-2030", 23;
    disability_services: "disability-services-2028", 26;
    postal_logistics: "postal-logistics-2029", 26;
    grain_reserves: "grain-reserves-2030", 26;
    weather_disasters: "weather-disasters-2030", 26;
    veterans_services: "veterans-services-2028", 24;
    city_appearance: "city-appearance-2027", 24;
    quality_standards: "quality-standards-2029", 26;
    fishery_livestock: "fishery-livestock-2030", 25;
    charity_volunteers: "charity-volunteers-2028", 23;
    vocational_education: "vocational-education-2030", 24;
    road_safety: "road-safety-2029", 24;
    rural_living: "rural-living-2030", 24;
    medical_insurance: "medical-insurance-2030", 25;
    culture_reading: "culture-reading-2030", 26;
    carbon_peak: "carbon-peak-2030", 25;
    childcare: "childcare-2029", 26;
    low_altitude: "low-altitude-2028", 26;
    public_trading: "public-trading-2026", 26;
    intellectual_property: "intellectual-property-2030", 26;
    farmland: "farmland-2030", 28;
    digital_government: "digital-government-2028", 25;
    waterways_ports: "waterways-ports-2030", 28;
}
