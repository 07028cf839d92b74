//! Findings that are true of the source: the checker counts them, and readers meet the reason as an editor's note at
//! the place.

mod support;

use support::TestSite;

const PLAN: &str = "content/plans/water";

/// A site with a finding at a clause, at an indicator, at a task and at the plan as a whole.
fn faulty() -> TestSite {
    let site = TestSite::base();
    site.edit(&format!("{PLAN}/text.en.md"), "done by 2028", "done by 2027");
    site.edit(&format!("{PLAN}/targets.toml"), "south = { 2026 = 6.0", "south = { 2026 = 5.0");
    site.edit(
        &format!("{PLAN}/duties.toml"),
        "[\"finance\", \"all",
        "[\"water\", \"finance\", \"all",
    );
    site.edit(&format!("{PLAN}/plan.toml"), "到2028年节水。", "待填写");
    site
}

/// The same, each acknowledged where it is.
fn acknowledged() -> TestSite {
    let site = faulty();
    let add = |file: &str, text: &str| {
        let path = site.root().join(PLAN).join(file);
        let old = std::fs::read_to_string(path).unwrap_or_default();
        site.write(&format!("{PLAN}/{file}"), format!("{old}\n{text}"));
    };
    let entry = |header: &str, rule: &str, more: &str, place: &str| {
        format!(
            "[[{header}]]\nrule = \"{rule}\"\n{more}\nreason = {{ zh = \"{place}说明。\", en = \"Said of the {place}.\" }}\n"
        )
    };
    add(
        "acknowledged.toml",
        &entry("acknowledged", "quantity-parity", "clause = \"2.1.1\"", "clause"),
    );
    add("acknowledged.toml", &entry("acknowledged", "unfinished", "", "plan"));
    add(
        "targets.toml",
        &entry("indicator.acknowledged", "areas-add-up", "year = 2026", "indicator"),
    );
    add("duties.toml", &entry("group.task.acknowledged", "lead-and-responsible", "", "task"));
    site
}

#[test]
fn acknowledged_findings_are_only_counted() {
    let codes = faulty().codes();
    for code in ["quantity-parity", "areas-add-up", "lead-and-responsible", "unfinished"] {
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
    }
    let site = acknowledged();
    assert_eq!(site.findings(), "");
    let checked = site.check();
    let reasons: Vec<&str> =
        checked.found.acknowledged().iter().map(|one| one.reason.as_str()).collect();
    assert_eq!(reasons, ["task说明。", "plan说明。", "indicator说明。", "clause说明。"]);
}

#[test]
fn an_entry_covers_its_place_and_its_year_only() {
    let site = acknowledged();
    site.edit(&format!("{PLAN}/targets.toml"), "year = 2026", "year = 2028");
    assert_eq!(site.codes(), ["areas-add-up", "nothing-acknowledged"]);
    let site = acknowledged();
    site.edit(&format!("{PLAN}/acknowledged.toml"), "clause = \"2.1.1\"", "clause = \"1\"");
    assert_eq!(site.codes(), ["nothing-acknowledged", "quantity-parity"]);
    let site = acknowledged();
    site.edit(&format!("{PLAN}/acknowledged.toml"), "\"2.1.1\"", "\"2.1.1\"\nwords = \"Repair\"");
    assert_eq!(site.codes(), ["nothing-acknowledged", "quantity-parity"]);
    let site = acknowledged();
    site.edit(&format!("{PLAN}/acknowledged.toml"), "\"2.1.1\"", "\"2.1.1\"\nwords = \"by 2027\"");
    assert_eq!(site.findings(), "");
}

#[test]
fn readers_meet_the_reason_at_the_place() {
    let site = acknowledged();
    site.build();
    for (lang, label, says) in [
        ("zh", "编者注", ["plan说明。", "clause说明。", "indicator说明。", "task说明。"]),
        (
            "en",
            "Editor’s note",
            [
                "Said of the plan.",
                "Said of the clause.",
                "Said of the indicator.",
                "Said of the task.",
            ],
        ),
    ] {
        let note = |said: &str| format!("<p><strong>{label}</strong> {said}</p>");
        let [plan, clause, indicator, task] = says.map(note);
        let page = |path: &str| site.page(&format!("{lang}/plans/water/{path}index.html"));
        let text = page("");
        // At the head of the plan, and at the end of its clause, which is the last one.
        let places = [&plan, "id=\"2.1.1\"", &clause].map(|part| text.find(part));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {text}");
        // Side by side, each note is called what its language calls it.
        let parallel = page("parallel/");
        assert!(parallel.contains("<strong>编者注</strong> clause说明。"), "{parallel}");
        assert!(parallel.contains("<strong>Editor’s note</strong> Said of the clause."));
        assert!(page("targets/").contains(&indicator));
        let own = page("targets/pipes/");
        assert!(own.contains(&indicator));
        // Where a clause is quoted, below the quotation.
        let quoted = own.split("</blockquote>").skip(1).any(|rest| {
            let after = rest.find("<blockquote").map_or(rest, |next| &rest[..next]);
            after.contains(&clause)
        });
        assert!(quoted, "{own}");
        assert!(page("responsibilities/").contains(&task));
        let table = site.page(&format!("{lang}/plans/water/responsibilities/tasks.csv"));
        assert!(table.contains(says[3]), "{table}");
    }
}

/// A site with an invented organisation and an area whose names are not filled in.
fn faulty_registers() -> TestSite {
    let site = TestSite::base();
    let add = |file: &str, text: &str| {
        let path = format!("content/{file}");
        let old = std::fs::read_to_string(site.root().join(&path)).unwrap();
        site.write(&path, format!("{old}\n{text}"));
    };
    add(
        "organisations.toml",
        "[[organisation]]\nid = \"masked-office\"\nkind = \"department\"\nname = { zh = \"XX区水务局\", en = \"Masked Water Office\" }\n",
    );
    add(
        "areas.toml",
        "[[area]]\nid = \"masked\"\nkind = \"district\"\nname = { zh = \"XX区\", en = \"Masked District\" }\n",
    );
    site
}

/// Puts an acknowledged finding behind the last entry of a register.
fn acknowledge_entry(site: &TestSite, what: &str, rule: &str, said: &str) {
    let path = format!("content/{what}s.toml");
    let old = std::fs::read_to_string(site.root().join(&path)).unwrap();
    let entry = format!(
        "[[{what}.acknowledged]]\nrule = \"{rule}\"\nreason = {{ zh = \"来源隐去了{said}的名称。\", en = \"The source leaves out the name of the {said}.\" }}\n"
    );
    site.write(&path, format!("{old}\n{entry}"));
}

#[test]
fn findings_in_the_registers_are_acknowledged_beside_their_entry() {
    let site = faulty_registers();
    assert_eq!(site.codes(), ["placeholder", "placeholder"]);
    acknowledge_entry(&site, "organisation", "placeholder", "office");
    assert_eq!(site.codes(), ["placeholder"]);
    acknowledge_entry(&site, "area", "placeholder", "place");
    assert_eq!(site.findings(), "");
    assert_eq!(site.check().found.acknowledged().len(), 2);
    site.build();
    for (lang, label) in [("zh", "编者注"), ("en", "Editor’s note")] {
        for (path, said) in [("organisations/masked-office", "office"), ("areas/masked", "place")] {
            let said = match lang {
                "zh" => format!("来源隐去了{said}的名称。"),
                _ => format!("The source leaves out the name of the {said}."),
            };
            let page = site.page(&format!("{lang}/{path}/index.html"));
            assert!(page.contains(&format!("<p><strong>{label}</strong> {said}</p>")), "{page}");
        }
    }
}

#[test]
fn an_entry_of_a_register_that_acknowledges_nothing_is_reported() {
    let site = TestSite::base();
    acknowledge_entry(&site, "area", "placeholder", "place");
    assert_eq!(site.codes(), ["nothing-acknowledged"]);
    // Only the entry beside which it stands is covered.
    let site = faulty_registers();
    let path = "content/areas.toml";
    let old = std::fs::read_to_string(site.root().join(path)).unwrap();
    let (before, last) = old.split_at(old.rfind("[[area]]").unwrap());
    site.write(path, before);
    acknowledge_entry(&site, "area", "placeholder", "place");
    let middle = std::fs::read_to_string(site.root().join(path)).unwrap();
    site.write(path, format!("{middle}\n{last}"));
    let codes = site.codes();
    assert_eq!(codes.iter().filter(|code| **code == "placeholder").count(), 2, "{codes:?}");
    assert!(codes.contains(&"nothing-acknowledged"), "{codes:?}");
    // While the file cannot be read, nobody knows.
    let site = TestSite::base();
    acknowledge_entry(&site, "area", "placeholder", "place");
    let text = std::fs::read_to_string(site.root().join(path)).unwrap();
    site.write(path, format!("{text}\nsurplus = 1\n"));
    assert!(!site.codes().contains(&"nothing-acknowledged"));
}

#[test]
fn notes_stand_at_their_places_without_a_finding() {
    let site = TestSite::base();
    let before = site.check();
    site.write(
        &format!("{PLAN}/acknowledged.toml"),
        "[[note]]\ntext = { zh = \"开头说明。\", en = \"Of the plan.\" }\n\n\
         [[note]]\nclause = \"_preamble\"\ntext = { zh = \"引言说明。\", en = \"Of the introduction.\" }\n\n\
         [[note]]\nclause = \"1\"\ntext = { zh = \"“VR/CR/MR”疑为“VR/AR/MR”。\", en = \"“VR/CR/MR” is probably “VR/AR/MR”.\" }\n",
    );
    assert_eq!(site.findings(), "");
    assert!(before.found.is_empty() && site.check().found.acknowledged().is_empty());
    site.build();
    for (lang, label, says) in [
        ("zh", "编者注", ["开头说明。", "引言说明。", "“VR/CR/MR”疑为“VR/AR/MR”。"]),
        (
            "en",
            "Editor’s note",
            ["Of the plan.", "Of the introduction.", "“VR/CR/MR” is probably “VR/AR/MR”."],
        ),
    ] {
        let note = |said: &str| format!("<p><strong>{label}</strong> {said}</p>");
        let [plan, preamble, clause] = says.map(note);
        let text = site.page(&format!("{lang}/plans/water/index.html"));
        let order = [&plan, "id=\"_preamble\"", &preamble, "id=\"1\"", &clause, "id=\"2\""];
        let places = order.map(|part| text.find(part));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {text}");
        for page in ["zh", "en"] {
            let parallel = site.page(&format!("{page}/plans/water/parallel/index.html"));
            assert!(parallel.contains(&preamble) && parallel.contains(&clause), "{parallel}");
        }
    }
}

#[test]
fn what_is_found_before_the_first_clause_can_be_acknowledged_there() {
    let site = TestSite::base();
    site.edit(&format!("{PLAN}/text.en.md"), "Preamble.", "Preamble of 2027.");
    assert_eq!(site.codes(), ["quantity-parity"]);
    let entry = "[[acknowledged]]\nrule = \"quantity-parity\"\nclause = \"_preamble\"\nreason = { zh = \"引言说明。\", en = \"Of the introduction.\" }\n";
    site.write(&format!("{PLAN}/acknowledged.toml"), entry);
    assert_eq!(site.findings(), "");
    site.write(&format!("{PLAN}/acknowledged.toml"), entry.replace("_preamble", "1"));
    assert_eq!(site.codes(), ["nothing-acknowledged", "quantity-parity"]);
}

#[test]
fn a_difference_before_the_first_clause_may_be_accepted_by_its_name() {
    let site = TestSite::base();
    site.edit(&format!("{PLAN}/text.en.md"), "Preamble.", "Preamble of 2027.");
    for clause in ["", "clause = \"_preamble\"\n"] {
        let entry = format!("[[accepted]]\n{clause}value = \"2027\"\nreason = \"来源如此\"\n");
        site.write(&format!("{PLAN}/translation.toml"), entry);
        assert_eq!(site.findings(), "");
    }
}
