//! In: the plans of a synthetic site. Out: the same plans as a site for Hugo, whose templates print what lantu prints on
//! the page of a text: the text, the target tables, a chart for each of them, and the table of responsibilities.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::site::{Plan, Random};

/// Writes the site to `folder`, which must not exist.
pub fn write(folder: &Path, plans: usize, seed: u64) -> io::Result<()> {
    for part in ["content/zh", "content/en", "layouts/_default"] {
        fs::create_dir_all(folder.join(part))?;
    }
    fs::write(folder.join("hugo.toml"), CONFIG)?;
    fs::write(folder.join("layouts/_default/single.html"), SINGLE)?;
    fs::write(folder.join("layouts/_default/list.html"), LIST)?;
    let mut random = Random::new(seed);
    for number in 1..=plans {
        let plan = Plan::new(number, &mut random);
        for (lang, at) in [("zh", 0), ("en", 1)] {
            let page = format!("+++\n{}+++\n{}", front_matter(&plan, at), text(&plan, at));
            fs::write(folder.join(format!("content/{lang}/plan-{number:05}.md")), page)?;
        }
    }
    Ok(())
}

/// What Hugo knows of the plan: its title and its two tables.
fn front_matter(plan: &Plan, lang: usize) -> String {
    let (title, date) = (plan.title_of(lang), plan.published());
    let mut text = format!("title = {title:?}\ndate = {date}\n");
    for target in plan.target_rows(lang) {
        let _ = writeln!(text, "[[targets]]\nname = {:?}\nunit = {:?}", target.name, target.unit);
        for (area, years) in target.areas {
            let _ = writeln!(text, "[[targets.areas]]\nname = {area:?}\nyears = {years:?}");
        }
        let _ = writeln!(text, "[[targets.areas]]\nname = \"total\"\nyears = {:?}", target.total);
    }
    for duty in plan.duty_rows(lang) {
        let _ = writeln!(
            text,
            "[[duties]]\nname = {:?}\nlead = {:?}\nresponsible = {:?}",
            duty.name, duty.lead, duty.responsible
        );
    }
    text
}

/// The text without what is in double braces, which Hugo has from its tables.
fn text(plan: &Plan, lang: usize) -> String {
    let text = plan.text_with_annex(lang);
    let lines = text.lines().filter(|line| !line.starts_with("{{"));
    lines.fold(String::new(), |all, line| all + line + "\n")
}

const CONFIG: &str = r#"baseURL = "https://bench.example.org/"
title = "Plans of Example City"
defaultContentLanguage = "zh"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term"]

[languages.zh]
contentDir = "content/zh"
[languages.en]
contentDir = "content/en"
"#;

const LIST: &str = r#"<!doctype html>
<html><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>
</body></html>
"#;

const SINGLE: &str = r##"<!doctype html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
{{ range .Translations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}</head>
<body><h1>{{ .Title }}</h1>
{{ .TableOfContents }}
{{ .Content }}
{{ range .Params.targets }}
<h2>{{ .name }}</h2>
<table><caption>{{ .name }} ({{ .unit }})</caption><thead><tr><th></th><th>2026</th><th>2027</th><th>2028</th></tr></thead><tbody>
{{ range .areas }}<tr><th scope="row">{{ .name }}</th>{{ range .years }}<td>{{ lang.FormatNumberCustom 0 . }}</td>{{ end }}</tr>
{{ end }}</tbody></table>
{{ $rows := .areas }}{{ $total := index $rows (sub (len $rows) 1) }}{{ $most := index $total.years 2 }}
<svg viewBox="0 0 640 320" role="img" aria-label="{{ .name }}">
{{ range $i, $value := $total.years }}{{ $height := div (mul 240.0 $value) $most }}
<rect x="{{ add 60 (mul $i 200) }}" y="{{ sub 280.0 $height }}" width="120" height="{{ $height }}"/>
<text x="{{ add 120 (mul $i 200) }}" y="300" text-anchor="middle">{{ add 2026 $i }}</text>
<text x="{{ add 120 (mul $i 200) }}" y="{{ sub 272.0 $height }}" text-anchor="middle">{{ lang.FormatNumberCustom 0 $value }}</text>
{{ end }}</svg>
{{ end }}
<table><tbody>
{{ range $i, $duty := .Params.duties }}<tr><td>{{ add $i 1 }}</td><td>{{ $duty.name }}</td><td>{{ $duty.lead }}</td><td>{{ delimit $duty.responsible ", " }}</td></tr>
{{ end }}</tbody></table>
</body></html>
"##;
