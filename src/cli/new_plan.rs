//! In: the id of a new plan. Out: its folder with every file a plan can have, ready to be filled in. The
//! tables are comments until somebody needs them, so that the site can be built at once.

use std::fs;
use std::path::Path;

use crate::Today;
use crate::diagnostic::safety::{NameRefused, Safety};
use crate::model::register::Id;
use crate::parse::{self, Content};
use crate::source;

use super::{FINDINGS, FINE, USAGE, args::Format, in_site, report, schema};

const PLAN: &str = include_str!("skeleton/plan.toml");
const TARGETS: &str = include_str!("skeleton/targets.toml");
const PROGRESS: &str = include_str!("skeleton/progress.toml");
const DUTIES: &str = include_str!("skeleton/duties.toml");
const CONSULTATION: &str = include_str!("skeleton/consultation.toml");
const TEXT_ZH: &str = include_str!("skeleton/text.zh.md");
const TEXT_EN: &str = include_str!("skeleton/text.en.md");

pub fn run(site: &Path, id: &str, today: Today) -> u8 {
    if Id::new(id).is_none() {
        report::error(&format!(
            "`{id}` cannot be part of a web address: use small letters a-z, digits and hyphens, at most 100 of them, such as water-plan-2025"
        ));
        return USAGE;
    }
    if let Some(fault) = NameRefused::of(id) {
        let problem = Safety::Name { name: id.to_owned(), fault };
        report::error(&format!("{}; {}", problem.message(), problem.help()));
        return USAGE;
    }
    let (sources, found) = source::read(site);
    let (Some(config), _) = parse::config(&sources) else {
        report::findings(&found, &sources.files, Format::Text);
        return USAGE;
    };
    let (content, _) = parse::content(&sources, config.config);
    let folder = in_site(site, "content/plans").join(id);
    if folder.exists() {
        report::error(&format!("there is a plan `{id}` already: `{}`", folder.display()));
        return USAGE;
    }
    let written =
        write(&folder, &content, today).and_then(|()| schema::add(site, &content.config.languages));
    match written {
        Ok(schemas) => {
            let name = folder.display();
            report::say(&format!("A new plan is in `{name}`:"));
            report::say("  plan.toml           title, issuer, date: fill this in first");
            report::say("  text.<language>.md  the text, one file for each language");
            report::say("  targets.toml        targets by year and area, if the plan has any");
            report::say("  progress.toml       figures reported on the targets, as they come in");
            report::say("  duties.toml         who is responsible for which task, if it says so");
            report::say("  consultation.toml   the call for comments, if there is one");
            if schemas {
                let folder = in_site(site, schema::FOLDER);
                report::say(&format!("Schemas for editors are in `{}`.", folder.display()));
            }
            report::say("Look at it with `lantu serve`.");
            FINE
        }
        Err(error) => {
            report::error(&format!("cannot write to `{}`: {error}", folder.display()));
            FINDINGS
        }
    }
}

fn write(folder: &Path, content: &Content, today: Today) -> std::io::Result<()> {
    let issuer = content.organisations.entries.first();
    let issuer = issuer.map_or("name-of-the-office", |entry| entry.id.value.as_str());
    let languages = &content.config.languages;
    let each = |zh: &str, en: &str| {
        let text = |tag: &str| {
            if tag.starts_with("zh") { zh.to_owned() } else { en.to_owned() }
        };
        let texts: Vec<String> =
            languages.tags().map(|tag| format!("{tag} = \"{}\"", text(tag))).collect();
        format!("{{ {} }}", texts.join(", "))
    };
    let plan = PLAN
        .replace("{{title}}", &each("待填写：规划的标题", "To be filled in: title of the plan"))
        .replace(
            "{{summary}}",
            &each(
                "待填写：用两三句话说明规划的内容。",
                "To be filled in: what the plan is about, in two or three sentences.",
            ),
        )
        .replace("{{issuer}}", issuer)
        .replace("{{date}}", &today.date(&content.config.time_zone).to_string());
    fs::create_dir_all(folder)?;
    fs::write(folder.join("plan.toml"), plan)?;
    for tag in languages.tags() {
        let text = if tag.starts_with("zh") { TEXT_ZH } else { TEXT_EN };
        fs::write(folder.join(format!("text.{tag}.md")), text)?;
    }
    for (name, text) in [
        ("targets.toml", TARGETS),
        ("progress.toml", PROGRESS),
        ("duties.toml", DUTIES),
        ("consultation.toml", CONSULTATION),
    ] {
        fs::write(folder.join(name), text.replace("{{issuer}}", issuer))?;
    }
    Ok(())
}
