//! A site of invented consultations in all their states: two drafts with forty comments, the plan that came of them, and
//! texts that try to break mails, calendars and feeds.

mod support;

use jiff::Timestamp;
use jiff::civil::date;
use lantu::Today;
use support::{TestSite, copy, tests};

fn site() -> TestSite {
    let site = TestSite::empty();
    copy(&tests("consultation/site"), &site.root());
    site
}

/// The site on a day on which one consultation is open and one is still to come.
fn built() -> TestSite {
    let site = site();
    site.build_on(date(2026, 3, 15));
    site
}

/// The values of an attribute, with entities decoded.
fn attributes(page: &str, name: &str) -> Vec<String> {
    let start = format!("{name}=\"");
    let parts = page.split(start.as_str()).skip(1);
    let value = |part: &str| {
        let value = &part[..part.find('"').expect("attributes end")];
        value.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'")
    };
    parts.map(value).collect()
}

/// The receiver, subject and text of a mail link; panics where it has anything else.
fn mail(href: &str) -> (String, String, String) {
    let url = url::Url::parse(href).expect("a mail link is an address");
    assert_eq!(url.scheme(), "mailto");
    let decode = |text: &str| {
        percent_encoding::percent_decode_str(text).decode_utf8().expect("UTF-8").into_owned()
    };
    let fields: Vec<(&str, String)> = url
        .query()
        .expect("a mail link has a subject")
        .split('&')
        .map(|field| field.split_once('=').expect("name and value"))
        .map(|(name, value)| (name, decode(value)))
        .collect();
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["subject", "body"], "{href}");
    (decode(url.path()), fields[0].1.clone(), fields[1].1.clone())
}

fn mails(page: &str) -> Vec<(String, String, String)> {
    let links = attributes(page, "href").into_iter().filter(|href| href.contains("?subject="));
    links.map(|href| mail(&href)).collect()
}

#[test]
fn the_four_states_stand_where_they_belong() {
    let site = site();
    let states = |day| {
        site.build_on(day);
        let list = site.page("en/consultations/index.html");
        let boxes = list.split("<div class=\"call ").skip(1);
        let state = |part: &str| part.split('"').next().unwrap_or("").to_owned();
        boxes.map(state).collect::<Vec<_>>()
    };
    assert_eq!(
        states(date(2026, 3, 15)),
        ["open", "not-open", "closed", "outcome", "outcome", "outcome"]
    );
    // 2025: the outcome of the second draft is dated 20 June, so it is not there on the 19th.
    let before = states(date(2025, 6, 19));
    assert_eq!(before.iter().filter(|state| *state == "outcome").count(), 2);
    assert!(
        !site.output().join("en/plans/green-city-draft-2/consultation/second/comments").exists()
    );
    let after = states(date(2025, 6, 20));
    assert_eq!(after.iter().filter(|state| *state == "outcome").count(), 3);
    assert!(
        site.output().join("en/plans/green-city-draft-2/consultation/second/comments").exists()
    );
}

#[test]
fn a_day_ends_at_midnight_in_the_zone_of_the_site() {
    let site = site();
    let state = |moment: &str| {
        let moment: Timestamp = moment.parse().unwrap();
        let mut checked = lantu::check(&site.root(), Today::Moment(moment));
        checked.publish(&site.output(), &()).unwrap().expect("the site has no errors");
        let page = site.page("zh/plans/water-saving-draft/consultation/index.html");
        page.split("round-box ").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    // 15 April 2026 in Shanghai ends at 16:00 universal time.
    assert_eq!(state("2026-04-15T15:59:59Z"), "open");
    assert_eq!(state("2026-04-15T16:00:00Z"), "closed");
    assert_eq!(state("2026-02-28T15:59:59Z"), "not-open");
    assert_eq!(state("2026-02-28T16:00:00Z"), "open");
}

#[test]
fn browsers_learn_the_exact_moments() {
    let site = built();
    let page = site.page("en/plans/parks-draft/consultation/index.html");
    assert_eq!(attributes(&page, "data-opens"), ["2026-04-30T16:00:00Z"]);
    // Noon in Shanghai.
    assert_eq!(attributes(&page, "data-closes"), ["2026-06-05T04:00:00Z"]);
    assert!(page.contains("12:00 on 5 June 2026 (Beijing time)"));
    let page = site.page("zh/plans/water-saving-draft/consultation/index.html");
    assert_eq!(attributes(&page, "data-closes"), ["2026-04-15T16:00:00Z"]);
    assert!(page.contains("征集中，还剩31天"));
    // Nothing changes any more for what is over.
    let page = site.page("zh/plans/heat-draft/consultation/index.html");
    assert!(attributes(&page, "data-closes").is_empty());
}

#[test]
fn mails_carry_the_clause() {
    let site = built();
    let page = site.page("zh/plans/water-saving-draft/consultation/draft/comment/2.1/index.html");
    for (receiver, subject, body) in mails(&page) {
        assert_eq!(receiver, "water+plan@example.org");
        assert!(subject.starts_with("[water-saving-draft 2.1] "), "{subject}");
        assert!(body.contains("条款：（一）更换老旧管网"), "{body}");
        assert!(body.contains("原文：“更换老旧供水管网260公里，漏损率控制在8%以内。”"), "{body}");
        assert!(body.contains("\r\n") && !body.replace("\r\n", "").contains(['\r', '\n']));
    }
    assert_eq!(mails(&page).len(), 2, "the address and the button");
    assert!(page.contains("[water-saving-draft 2.1]</dd>"), "the form has the code");
    assert!(page.contains("tel:09995550222"));
    let whole = site.page("en/plans/water-saving-draft/consultation/draft/comment/index.html");
    assert!(
        mails(&whole).iter().all(|(_, subject, _)| subject.starts_with("[water-saving-draft] "))
    );
    // Every clause of the open draft leads to its page.
    let text = site.page("en/plans/water-saving-draft/index.html");
    for clause in ["1", "2", "2.1", "2.2"] {
        let url = format!("/en/plans/water-saving-draft/consultation/draft/comment/{clause}/");
        assert!(attributes(&text, "href").contains(&url), "{url}");
    }
}

#[test]
fn outside_forms_get_the_clause() {
    let site = site();
    site.build_on(date(2025, 3, 10));
    let page =
        site.page("en/plans/green-city-draft-2/consultation/second/comment/3.1.1/index.html");
    let form = "https://forms.example.org/green-city?clause=green-city-draft-2%203.1.1";
    assert!(attributes(&page, "href").iter().any(|href| href == form));
    // A telephone for questions takes no comments.
    assert!(page.contains("0999-5550111") && !page.contains("0999-5550100"));
}

#[test]
fn long_clauses_are_quoted_as_far_as_mail_programs_go() {
    let site = site();
    let long = "建设宜居的绿色城市，".repeat(80);
    for (language, heading) in [("zh", "## 一、目标"), ("en", "## I. Target")] {
        let path = format!("content/plans/water-saving-draft/text.{language}.md");
        site.edit(&path, heading, &format!("{heading}\n\n{long}"));
    }
    site.build_on(date(2026, 3, 15));
    let page = site.page("zh/plans/water-saving-draft/consultation/draft/comment/1/index.html");
    let links = attributes(&page, "href").into_iter().filter(|href| href.contains("?subject="));
    for link in links {
        assert!(link.len() <= 1_900, "{} bytes", link.len());
        let (_, _, body) = mail(&link);
        assert!(body.contains("建设宜居的绿色城市") && body.contains("…”"), "{body}");
    }
    assert!(page.contains(&long), "the text to copy is whole");
}

#[test]
fn mails_stay_short_whatever_the_office_asks_for() {
    let site = site();
    let long = "姓名、单位、职务、联系电话、通信地址以及与本方案的关系，".repeat(12);
    let path = "content/plans/water-saving-draft/consultation.toml";
    let needs =
        format!("needs     = {{ zh = \"{long}\", en = \"{long}\" }}\npublished = 2026-02-27");
    site.edit(path, "published = 2026-02-27", &needs);
    site.build_on(date(2026, 3, 15));
    for clause in ["", "1/", "2.1/"] {
        let folder = "zh/plans/water-saving-draft/consultation/draft/comment";
        let page = site.page(&format!("{folder}/{clause}index.html"));
        let links = attributes(&page, "href").into_iter().filter(|href| href.contains("?subject="));
        for link in links {
            assert!(link.len() <= 1_900, "{} bytes", link.len());
            let (_, subject, body) = mail(&link);
            assert!(subject.starts_with("[water-saving-draft"), "{subject}");
            assert!(body.contains("姓名、单位") && !body.contains("“…”"), "{body}");
        }
        assert!(page.contains(&long), "the page has all of it");
    }
}

#[test]
fn an_outcome_shows_when_nobody_can_answer_any_more() {
    let site = site();
    let path = "content/plans/green-city-draft-2/consultation.toml";
    site.edit(path, "published = 2025-06-20", "published = 2025-04-04");
    // The last day.
    site.build_on(date(2025, 4, 3));
    let page = site.page("zh/plans/green-city-draft-2/consultation/index.html");
    assert!(page.contains("round-box open") && !page.contains("共收到意见"));
    assert!(
        !site
            .page("zh/consultations/feed.xml")
            .contains("<title>采纳情况：绿色城市三年行动方案第二次")
    );
    site.build_on(date(2025, 4, 4));
    let page = site.page("zh/plans/green-city-draft-2/consultation/index.html");
    assert!(page.contains("round-box outcome") && page.contains("共收到意见28条"));
}

#[test]
fn a_notice_that_was_changed_tells_those_who_follow_it() {
    let site = built();
    let calendar = || site.page("en/plans/water-saving-draft/consultation/draft/deadline.ics");
    assert!(calendar().contains("DTSTAMP:20260226T160000Z\r\nSEQUENCE:0\r\n"));
    let path = "content/plans/water-saving-draft/consultation.toml";
    site.edit(path, "published = 2026-02-27", "published = 2026-02-27\nupdated   = 2026-03-09");
    site.build_on(date(2026, 3, 15));
    assert!(calendar().contains("DTSTAMP:20260308T160000Z\r\nSEQUENCE:10\r\n"));
    assert!(
        site.page("en/consultations/feed.xml")
            .contains("<updated>2026-03-09T00:00:00+08:00</updated>")
    );
    // Nothing in a feed is dated later than the day on which it is made.
    let feed = site.page("zh/consultations/feed.xml");
    assert!(!feed.contains("<updated>2026-05-01"), "{feed}");
}

#[test]
fn pages_for_comments_go_when_the_round_closes() {
    let site = built();
    let comment = |plan: &str| {
        site.output().join(format!("zh/plans/{plan}/consultation/draft/comment/index.html"))
    };
    assert!(comment("water-saving-draft").exists() && comment("parks-draft").exists());
    assert!(!comment("heat-draft").exists());
    assert!(!site.page("sitemap.xml").contains("/comment/"));
    site.build_on(date(2026, 4, 16));
    assert!(!comment("water-saving-draft").exists());
    assert!(!site.page("zh/plans/water-saving-draft/index.html").contains("/comment/"));
}

#[test]
fn what_came_in_is_counted_listed_and_can_be_taken_away() {
    let site = built();
    let rounds = [
        (
            "green-city-draft-1",
            "first",
            8,
            "共收到意见8条，其中采纳3条、部分采纳1条、解释说明2条、未采纳2条。",
        ),
        ("green-city-draft-1", "extended", 4, "共收到意见4条，其中解释说明3条、未采纳1条。"),
        (
            "green-city-draft-2",
            "second",
            28,
            "共收到意见28条，其中采纳11条、部分采纳5条、解释说明7条、未采纳5条。",
        ),
    ];
    for (plan, round, count, sentence) in rounds {
        let folder = format!("zh/plans/{plan}/consultation/{round}/comments");
        let page = site.page(&format!("{folder}/index.html"));
        assert!(page.contains(sentence), "{plan} {round}");
        assert_eq!(page.matches("<tr class=\"findable\"").count(), count);
        let csv = site.page(&format!("{folder}/comments.csv"));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.records().map(Result::unwrap).count(), count);
        let json: serde_json::Value =
            serde_json::from_str(&site.page(&format!("{folder}/comments.json"))).unwrap();
        assert_eq!(json["rows"].as_array().unwrap().len(), count);
        let page = site.page(&format!("zh/plans/{plan}/consultation/index.html"));
        assert!(page.contains(sentence), "{plan} {round}");
    }
    let folder = "en/plans/green-city-draft-2/consultation/second/comments";
    let json: serde_json::Value =
        serde_json::from_str(&site.page(&format!("{folder}/comments.json"))).unwrap();
    let row = &json["rows"][8];
    assert_eq!((row["clauses"].as_str(), row["changed"].as_str()), (Some("3.3"), Some("3.3.6")));
    assert_eq!(row["result"], "adopted");
    assert_eq!(row["date"], "2025-03-10");
    assert_eq!(
        (&json["rows"][11]["changed"], &json["rows"][11]["removed"]),
        (&"".into(), &"3.3.7".into())
    );
    let page = site.page(&format!("{folder}/index.html"));
    assert!(page.contains("Removed: <a href=\"/en/plans/green-city/changes/#removed-3.3.7\">"));
    // The reason for a period that is shorter than the rule is printed.
    let page = site.page("en/plans/green-city-draft-1/consultation/index.html");
    assert!(page.contains("shorter than the 30 days of article 15 of the Interim Regulations"));
    assert!(page.contains("Spring Festival"));
}

#[test]
fn changes_are_shown_with_numbers_words_and_the_comments_behind_them() {
    let site = built();
    let page = site.page("en/plans/green-city/changes/index.html");
    let plain = |text: &str| {
        let hidden = ["[removed: ", "[added: ", "]"];
        let mut text = text.replace("<span class=\"visually-hidden\">", "").replace("</span>", "");
        hidden.iter().for_each(|mark| text = text.replace(mark, ""));
        text
    };
    let text = plain(&page);
    assert!(
        text.contains("at least <del>42.5%</del><ins>43%</ins> of the built-up area"),
        "{text}"
    );
    assert!(text.contains("2026 | <del>20</del><ins>24</ins> | <del>40</del><ins>50</ins>"));
    assert!(text.contains("Places to rest<ins> and barrier-free facilities</ins>"));
    // A comment that led to a clause being taken out is told where it stood.
    let article = |id: &str| {
        let start = page.find(&format!("id=\"{id}\"")).unwrap();
        page[start..start + page[start..].find("</article>").unwrap()].to_owned()
    };
    assert!(article("removed-3.3.7").contains("/second/comments/#comment-12"));
    assert!(article("change-3.1.1").contains("/second/comments/#comment-2"));
    assert!(plain(&article("change-4")).contains("<td><del>20</del><ins>24</ins></td>"));
    for count in [
        "<strong>7</strong> clauses changed",
        "<strong>1</strong> clause added",
        "<strong>1</strong> clause removed",
    ] {
        assert!(page.contains(count), "{count}");
    }
    let numbers = &page[page.find("page_numbers").unwrap()..page.find("page_clauses").unwrap()];
    for (before, after) in
        [("42.5%", "43%"), ("14.2", "14.6"), ("400", "300"), ("4", "6"), ("40", "60")]
    {
        let becomes = format!(
            "{before} <span aria-hidden=\"true\">→</span><span class=\"visually-hidden\">becomes</span> <strong>{after}</strong>"
        );
        assert!(numbers.contains(&becomes), "{before} → {after}");
    }
    let targets = &page[page.find("page_targets").unwrap()..page.find("page_numbers").unwrap()];
    // A table of years; the areas fold away below it.
    for (row, before, after) in [
        ("<th scope=\"row\">Target</th>", "at least 42.5", "at least 43"),
        ("<th scope=\"row\">North District</th>", "12", "14"),
    ] {
        let row = targets.split("</tr>").find(|one| one.contains(row)).expect(row);
        assert!(row.contains(&format!("<td>{before} <span")), "{row}");
        assert!(row.contains(&format!("<strong>{after}</strong>")), "{row}");
    }
    assert!(targets.contains("<summary>Areas: "), "{targets}");
    assert!(targets.contains("<span class=\"tag removed\">Removed</span>"), "{targets}");
    assert!(!targets.contains(">2025<"), "it did not change");
    let comments = "/en/plans/green-city-draft-2/consultation/second/comments/";
    // The comment that named its clause, and one that was found by comparing.
    let text = site.page("en/plans/green-city/index.html");
    let clause = |address: &str| {
        let start = text.find(&format!("<section class=\"clause\" id=\"{address}\"")).unwrap();
        text[start..start + text[start..].find("</section>").unwrap()].to_owned()
    };
    assert!(clause("3.3.6").contains(&format!("{comments}#comment-9")));
    assert!(clause("3.2.4").contains(&format!("{comments}#comment-5")));
    assert!(!clause("5.2").contains("#comment-"), "nothing changed there");
    // And from the draft to what was said about it.
    let draft = site.page("en/plans/green-city-draft-2/index.html");
    assert!(draft.contains(&format!("{comments}?clause=3.1.1#page_table")));
    assert!(draft.contains("/en/plans/green-city/\">Three-Year Action Plan"));
    // The second draft came of the first one.
    let page = site.page("zh/plans/green-city-draft-2/changes/index.html");
    assert!(page.contains("3000万"), "{page}");
}

#[test]
fn a_draft_that_a_plan_came_of_asks_nothing_of_anybody() {
    let site = site();
    let duties = r#"title = { zh = "责任分工", en = "Division of responsibilities" }
[[group]]
clause = "3"
name   = { zh = "重点任务", en = "Tasks" }
[[group.task]]
number  = 1
name    = { zh = "新建口袋公园", en = "Build pocket parks" }
clauses = ["3.1.1"]
lead    = ["parks"]
"#;
    for plan in ["green-city", "green-city-draft-2", "heat-draft"] {
        let heat = duties.replace("3.1.1", "1").replace("\"3\"", "\"1\"");
        let text = if plan == "heat-draft" { &heat } else { duties };
        site.write(&format!("content/plans/{plan}/duties.toml"), text);
    }
    site.build_on(date(2026, 3, 15));
    let plans = |path: &str| -> Vec<String> {
        let rows = support::rows(&site, path);
        let mut plans: Vec<String> =
            rows.iter().map(|row| format!("{} {}", row["Plan id"], row["Plan status"])).collect();
        plans.dedup();
        plans
    };
    // What is still a draft is marked as one.
    assert_eq!(
        plans("en/organisations/parks/tasks.csv"),
        ["heat-draft draft", "green-city in-force"]
    );
    assert_eq!(plans("en/areas/north/figures.csv"), ["green-city in-force"]);
    let page = site.page("en/areas/north/index.html");
    assert!(!page.contains("green-city-draft"), "{page}");
    assert_eq!(page.matches("In force</span></caption>").count(), 1, "{page}");
    // A name and a unit are two things.
    assert!(page.contains("<span class=\"of-unit\">Unit: "), "{page}");
    let page = site.page("en/plans/green-city-draft-2/targets/index.html");
    assert!(page.contains("North District"), "the draft keeps its own table");
}

#[test]
fn nothing_breaks_out_of_mails_calendars_and_feeds() {
    let site = built();
    for language in ["zh", "en"] {
        let folder = format!("{language}/plans/parks-draft/consultation/draft");
        let calendar = site.page(&format!("{folder}/deadline.ics"));
        let lines = calendar.replace("\r\n ", "");
        let names: Vec<&str> =
            lines.split("\r\n").filter_map(|line| line.split([':', ';']).next()).collect();
        assert_eq!(
            names,
            [
                "BEGIN",
                "VERSION",
                "PRODID",
                "CALSCALE",
                "METHOD",
                "X-WR-CALNAME",
                "X-WR-TIMEZONE",
                "BEGIN",
                "UID",
                "DTSTAMP",
                "SEQUENCE",
                "DTSTART",
                "SUMMARY",
                "DESCRIPTION",
                "URL",
                "TRANSP",
                "BEGIN",
                "ACTION",
                "DESCRIPTION",
                "TRIGGER",
                "END",
                "END",
                "END",
                ""
            ]
        );
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
        let turns = ['\u{200f}', '\u{202e}'];
        assert!(!calendar.contains(turns));
        for feed in ["consultations/feed.xml", "feed.xml", "organisations/parks/feed.xml"] {
            let feed = site.page(&format!("{language}/{feed}"));
            assert!(!feed.contains("<b>") && !feed.contains(turns), "{feed}");
        }
        let page = site.page(&format!("{folder}/comment/1/index.html"));
        assert!(!page.contains("<b>"), "{page}");
        for (receiver, subject, body) in mails(&page) {
            assert_eq!(receiver, "parks.office+rules@example.org");
            assert!(!subject.contains(['\r', '\n']), "{subject:?}");
            assert!(!body.contains(turns), "{body:?}");
        }
    }
}

#[test]
fn calendars_and_feeds_say_what_is_open() {
    let site = built();
    let calendar = site.page("en/consultations/deadlines.ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260415\r\nDTEND;VALUE=DATE:20260416\r\n"));
    assert!(calendar.contains("DTSTART:20260605T040000Z\r\n"));
    assert_eq!(calendar.matches("BEGIN:VALARM").count(), 2);
    let feed = site.page("zh/consultations/feed.xml");
    // Six calls and three outcomes.
    assert_eq!(feed.matches("<entry>").count(), 9);
    assert_eq!(feed.matches("<title>采纳情况：").count(), 3);
    // Where nothing is open, the calendar keeps the last one: without an entry it would be none.
    site.build_on(date(2027, 1, 1));
    let calendar = site.page("en/consultations/deadlines.ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn the_site_map_lists_the_comments_of_every_round_under_its_title() {
    let page = built().page("en/site-map/index.html");
    for round in ["first", "extended"] {
        let url = format!("/en/plans/green-city-draft-1/consultation/{round}/comments/\">");
        let title = page.split_once(&url).expect("it is there").1;
        assert!(title.starts_with("Comments and responses - "), "{}", &title[..80]);
    }
    let list = page.split_once("/green-city-draft-2/consultation/second/comments/\">").unwrap().1;
    assert!(list.starts_with("Comments and responses</a>"));
}
