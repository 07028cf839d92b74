//! In: sentences of plans whose figures follow from each other. Out: what they are held against; and that what only looks
//! so is not.

use super::*;

/// `whole = part + part`, with `?` where nobody knows whether these are all parts.
fn wholes(text: &str) -> Vec<String> {
    let show = |one: &Whole| {
        let parts: Vec<String> = one.parts.iter().map(|part| part.value.to_string()).collect();
        let open = if one.all { "" } else { "?" };
        format!("{}={}{open}", one.whole.value, parts.join("+"))
    };
    said(text).wholes.iter().filter(|one| one.years.is_some()).map(show).collect()
}

#[test]
fn years_are_parts_of_a_whole() {
    for (text, expected) in [
        (
            "五年改造老旧小区340个，其中2026年60个，2027年70个，2028年80个，2029年75个，2030年60个。",
            "340=60+70+80+75+60",
        ),
        ("改造老旧小区340个，其中2026年60个，2027年280个。", "340=60+280?"),
        ("改造老旧小区340个。其中，2026年60个；2027年280个。", "340=60+280?"),
        (
            "对老年人家庭实施改造，2026年改造1200户，2027年改造1300户，2028年改造1500户，三年共4000户。",
            "4000=1200+1300+1500",
        ),
        ("2026年新增床位600张，2027年新增800张，两年共新增2400张。", "2400=600+800"),
        (
            "五年共更新200公里，其中2026年40公里，2027年和2028年各45公里，2029年40公里，2030年30公里。",
            "200=40+45+45+40+30",
        ),
        ("三年更新100公里，其中2026年40公里，2027—2028年每年30公里。", "100=40+30+30"),
        (
            "2026年、2027年、2028年分别培训护理员800人次、900人次、1000人次，三年共2700人次。",
            "2700=800+900+1000",
        ),
    ] {
        assert_eq!(wholes(text), [expected], "{text}");
    }
}

#[test]
fn years_that_are_no_parts() {
    for text in [
        // How many there are by then.
        "改造老旧小区340个，其中2026年达到60个，2027年达到130个。",
        "改造老旧小区340个，其中到2026年60个，到2027年130个。",
        "改造老旧小区340个，其中2026年底60个，2027年底130个。",
        "改造小区340个，其中2026年累计60个，2027年累计130个。",
        // Some years of several.
        "五年改造老旧小区340个，其中2026年60个，2027年70个。",
        // Years that do not follow each other, and other things.
        "改造老旧小区340个，其中2026年60个，2028年70个。",
        "改造老旧小区340个，其中2026年60个，2027年70户。",
        "全市小区340个，2026年改造60个，2027年改造70个。",
        "覆盖率90%，其中2026年60%，2027年70%。",
        "三年改造100公里，其中2026年40公里，2027—2028年30公里。",
        "五年改造340个。2026年60个，2027年70个，三年共200个。",
    ] {
        assert_eq!(wholes(text), [""; 0], "{text}");
    }
}
