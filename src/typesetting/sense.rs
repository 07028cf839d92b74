//! In: verbs that want something behind them. Out: those with a negation that turns them round, and those whose object is
//! missing.

use crate::diagnostic::prose::Prose;

use super::walk::Walk;

/// So many bytes behind a verb are looked at.
const NEAR: usize = 180;

/// Verbs that keep something from happening.
const PREVENT: [&str; 4] = ["防止", "防范", "避免", "杜绝"];

/// What does not happen; what is kept from not happening, happens.
const NOT: [&str; 8] =
    ["不再发生", "不再出现", "不再重演", "不再反弹", "不再复发", "不再蔓延", "不发生", "不出现"];

/// Words between them that begin something new.
const TURNS: [&str; 10] = ["守", "确保", "保证", "做到", "实现", "力争", "使", "让", "而", "并"];

/// `防止类似事故不再发生`
pub fn negation(walk: &mut Walk<'_>, at: usize) {
    let strict = walk.starts(at, "防") && (walk.ends(at, "严") || walk.ends(at, "谨"));
    let verb = PREVENT.iter().copied().find(|verb| walk.starts(at, verb));
    let Some(first) = verb.or(strict.then_some("防")) else { return };
    let start = at + first.len();
    let part = part_behind(walk, start);
    let not = NOT.iter().filter_map(|not| part.find(not).map(|place| (place, *not)));
    let Some((place, second)) = not.min_by_key(|(place, _)| *place) else { return };
    let between = &part[..place];
    // 防止污染、不发生事故
    let listed = between.is_empty() || between.ends_with(['、', '和', '“', '”']);
    if !listed && !TURNS.iter().any(|word| between.contains(word)) {
        let range = at..start + place + second.len();
        walk.report(range, Prose::DoubledNegation { first, second }, Vec::new());
    }
}

/// What can be brought into play, or ends a name of it.
const OBJECTS: [&str; 50] = [
    "作用", "优势", "职能", "功能", "潜力", "效能", "效应", "效益", "效用", "效力", "效果", "效率",
    "力量", "价值", "特长", "专长", "特色", "才能", "才干", "智慧", "潜能", "动能", "能力", "能量",
    "性", "带动", "引领", "示范", "引导", "支撑", "保障", "主体", "主导", "精神", "威力", "威慑",
    "长处", "水平", "专业", "影响", "桥梁", "纽带", "职责", "模范", "先锋", "堡垒", "参谋", "助手",
    "红利", "后劲",
];

/// What the names of those end with who have something to bring into play.
const BODIES: [&str; 26] = [
    "协会",
    "学会",
    "商会",
    "联合会",
    "委员会",
    "企业",
    "部门",
    "单位",
    "机构",
    "组织",
    "政府",
    "媒体",
    "平台",
    "队伍",
    "党员",
    "干部",
    "学校",
    "高校",
    "院校",
    "医院",
    "社区",
    "中心",
    "团体",
    "志愿者",
    "专家",
    "智库",
];

/// `充分发挥行业协会，规范市场`; the place is that of 挥.
pub fn object(walk: &mut Walk<'_>, at: usize) {
    let start = at + "挥".len();
    let verbs = ["充分发", "积极发", "更好发", "切实发", "有效发"];
    if walk.heading || !verbs.iter().any(|verb| walk.ends(at, verb)) {
        return;
    }
    let part = part_behind(walk, start);
    let ends = BODIES.iter().any(|body| part.ends_with(body));
    let follows = &walk.text[start + part.len()..];
    if !ends || !follows.starts_with(['，', '。', '；', ',']) {
        return;
    }
    let sentence = &follows[..follows.floor_char_boundary(NEAR)];
    let sentence = sentence.split(['。', '；', '\n']).next().unwrap_or("");
    let has = |text: &str| OBJECTS.iter().any(|object| text.contains(object));
    if !has(part) && !has(sentence) {
        let range = at - "充分发".len()..start + part.len();
        let written = walk.text[range.clone()].to_owned();
        walk.report(range, Prose::NoObject { written }, Vec::new());
    }
}

/// What stands behind a place in the same part of the sentence.
fn part_behind<'w>(walk: &Walk<'w>, start: usize) -> &'w str {
    let text = &walk.text[start..walk.text.floor_char_boundary(start + NEAR)];
    let ends = |c: char| matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | '\n');
    text.split(ends).next().unwrap_or("")
}
