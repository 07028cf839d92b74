//! In: sentences of official texts, each for a shape that both languages write in ways of their own. Out: whether their
//! quantities agree, and that the mistake next to them is found.

use super::differences;
use crate::diagnostic::translation::QuantityKind as Kind;

pub fn agree(pairs: &[(&str, &str)]) {
    let unlike = pairs.iter().filter_map(|(chinese, english)| {
        let found = differences(chinese, english);
        (!found.is_empty()).then(|| format!("{chinese} / {english}: {found:?}\n"))
    });
    let unlike: String = unlike.collect();
    assert!(unlike.is_empty(), "{unlike}");
}

pub fn differ(cases: &[(&str, &str, Kind)]) {
    let unlike = cases.iter().filter_map(|(chinese, english, kind)| {
        let found = differences(chinese, english);
        let as_expected = matches!(&*found, [(one, ..)] if one == kind);
        (!as_expected).then(|| format!("{chinese} / {english}: {found:?}\n"))
    });
    let unlike: String = unlike.collect();
    assert!(unlike.is_empty(), "{unlike}");
}

#[test]
fn days_are_a_length_of_time_or_a_day_of_a_month() {
    agree(&[
        ("在收到结果之日起30日内申请复核", "apply for a review within 30 days of receiving it"),
        ("应当在15日内作出结论", "shall reach a conclusion within 15 days"),
        ("应当提前3日告知居民", "shall be told 3 days in advance"),
        ("公示不少于10日", "shall be announced for at least 10 days"),
        ("公示期不得少于7日", "shall be on display for no less than 7 days"),
        ("公示7日", "announced for 7 days"),
        ("公示期为30日", "the period of announcement is 30 days"),
        ("届满前30日", "30 days before it ends"),
        ("不超过45日", "no more than 45 days"),
        ("60日内作出决定", "decide within 60 days"),
        ("自受理之日起二十日内", "within twenty days of acceptance"),
        ("由20日压缩至10日", "cut from 20 days to 10 days"),
        ("连续停水超过3日", "cut off for more than 3 days"),
        ("3日以内答复", "answer within 3 days"),
        ("5日以上10日以下", "at least 5 days, and 10 days or less"),
        ("逾期30日未改正的", "where it is not put right in 30 days"),
        ("百日攻坚行动", "a 100-day campaign"),
        ("3—5日内答复", "answer within 3 to 5 days"),
        ("3至5个工作日内", "within 3 to 5 working days"),
        ("每县3—5家以上", "at least 3 to 5 in every county"),
        ("由3家以上增加到5家", "from at least 3 to 5"),
        // Days of the calendar.
        ("6月15日前", "by 15 June"),
        ("每月5日前报送", "report by the 5th of each month"),
        ("25日召开会议", "a meeting on the 25th"),
        ("6月5日至10日", "from 5 to 10 June"),
        ("6月5日、15日", "on 5 and 15 June"),
        ("500日元", "JPY 500"),
        ("20日元", "JPY 20"),
    ]);
    differ(&[
        ("15日内作出结论", "within 5 days", Kind::Value),
        ("提前3日告知", "5 days in advance", Kind::Value),
        ("15日内作出结论", "at least 15 days", Kind::Bound),
        ("15日内作出结论", "within 15 working days", Kind::Unit),
        ("10个工作日内", "within 10 days", Kind::Unit),
        ("公示不少于10日", "for at least 10 months", Kind::Unit),
        ("6月15日前", "by 16 June", Kind::Value),
        ("延长5日", "extended for 5 weeks", Kind::Unit),
    ]);
}

#[test]
fn months_stand_without_day_and_year() {
    agree(&[
        ("2026年3月—6月", "March to June 2026"),
        ("2026年3月至5月", "March–May 2026"),
        ("次年3月底前", "by the end of March of the following year"),
        ("每年5月公布", "published in May every year"),
        ("3月上旬", "in early March"),
        ("5月中旬", "mid-May"),
        ("1—3月", "January to March"),
        ("9月至次年3月", "from September to March of the next year"),
        ("3月、6月、9月、12月", "March, June, September and December"),
        ("每年3、6、9、12月", "in March, June, September and December each year"),
        ("在4、5月开展", "in April and May"),
        ("3月", "March"),
        ("三月", "March"),
    ]);
    for text in ["We march on.", "May we go on.", "the Long March", "it may be", "On the March"] {
        assert_eq!(differences("没有数字。", text), [], "{text}");
    }
    differ(&[
        ("次年3月底前", "by the end of May of the following year", Kind::Value),
        ("2026年3月—6月", "May to June 2026", Kind::Value),
    ]);
}

#[test]
fn occasions_are_counted() {
    agree(&[
        ("每月上门服务不少于4次", "at least 4 times a month"),
        ("每年检查2次", "inspected twice a year"),
        ("每年不少于2次", "at least twice a year"),
        ("每年1次", "once a year"),
        ("每年至少1次", "at least once a year"),
        ("每年检查4次", "4 inspections a year"),
        ("服务3万次", "served 30,000 times"),
        ("第3次会议", "the third meeting"),
        ("服务3万人次", "30,000 visits"),
    ]);
    differ(&[
        ("每月不少于4次", "at least 5 times a month", Kind::Value),
        ("每月不少于4次", "at most 4 times a month", Kind::Bound),
        ("每年2次", "three times a year", Kind::Value),
        ("增加4家", "increase 4 times", Kind::Unit),
    ]);
}

#[test]
fn bounds_stand_apart_from_their_numbers() {
    agree(&[
        ("步行距离一般不超过500米", "in general within a walk of 500 metres"),
        ("服务半径不大于500米", "within a radius of 500 metres"),
        ("15分钟步行范围内", "within a 15-minute walk"),
        ("15分钟步行范围内", "within a walk of 15 minutes"),
        ("服务站500米半径内", "in a radius of 500 metres"),
        ("500米范围内", "within 500 metres"),
        ("15分钟生活圈", "within a 15-minute walk"),
        ("充电服务费不高于每千瓦时0.6元", "no more than CNY 0.6 per kilowatt-hour"),
        ("收费不高于每次5元", "no more than CNY 5 each time"),
        ("收费不得高于每车每小时5元", "shall not be higher than CNY 5 per hour for each car"),
        ("不低于每人每月600元", "at least CNY 600 per person per month"),
        ("不少于评估人员总数的三分之一", "at least one third of the evaluators"),
        ("不得低于项目总投资的30%", "no less than 30% of the investment"),
        ("不低于总投资额30%", "no less than 30% of the investment"),
        ("超过总数的三分之二", "more than two-thirds of the total"),
        ("情况复杂的，可以延长至10个工作日", "in complex cases, within 10 working days"),
        ("情况复杂的，可以延长至10个工作日", "may be extended to 10 working days"),
        ("缩短到5个工作日", "cut to within 5 working days"),
        ("控制在8%", "kept within 8%"),
        ("年满60周岁", "aged 60 or over"),
        ("年满60周岁", "aged 60"),
        ("未满18周岁", "under 18"),
        ("逾5000人", "over 5,000 people"),
        ("不到5%", "less than 5%"),
        ("为558家，不到600家", "558, not 600"),
        ("不迟于10个工作日", "no later than 10 working days"),
        ("不应超过5%", "should not exceed 5%"),
    ]);
    differ(&[
        ("收费不高于每次5元", "at least CNY 5 each time", Kind::Bound),
        ("收费不高于每千瓦时0.6元", "CNY 0.6 per kilowatt-hour", Kind::Bound),
        ("步行距离不超过500米", "a walk of 500 metres", Kind::Bound),
        ("不少于总数的三分之一", "one third of all", Kind::Bound),
        ("不少于总数的三分之一", "at most one third of all", Kind::Bound),
        ("延长至10个工作日", "at least 10 working days", Kind::Bound),
        ("不低于每人每月600元", "at most CNY 600 per person", Kind::Bound),
        ("高于上年的5%", "at least 5%", Kind::Bound),
    ]);
}

#[test]
fn negations_turn_comparisons_round() {
    agree(&[
        ("一次停水不超过12小时", "no cut shall last longer than 12 hours"),
        ("一次停水不超过12小时", "no longer than 12 hours"),
        ("停水不得超过12小时", "water may not be cut off for more than 12 hours"),
        ("比例不得低于30%", "the share shall not be less than 30%"),
        ("比例不得低于30%", "the share must not fall below 30%"),
        ("比例不低于30%", "the share will not be lower than 30%"),
        ("单项奖励不超过50万元", "no single award shall exceed CNY 500,000"),
        ("误差不超过5%", "with an error of no greater than 5%"),
        ("涨幅不超过5%", "no increase of more than 5%"),
        ("年龄不超过35周岁", "no older than 35"),
        ("费用不超过5%", "the charge shall never exceed 5%"),
        ("不得超过3个月", "cannot be longer than 3 months"),
        // What denies another thing.
        ("不仅超过50项", "not only more than 50 projects"),
        ("没有电梯且超过500人", "with no lift and more than 500 residents"),
        ("不再新建，超过50%的已改造", "no new ones will be built, and more than 50% are renewed"),
    ]);
    differ(&[
        ("一次停水不超过12小时", "each cut shall last longer than 12 hours", Kind::Bound),
        ("比例不得低于30%", "the share shall not be more than 30%", Kind::Bound),
        ("不得超过50万元", "shall exceed CNY 500,000", Kind::Bound),
    ]);
}

#[test]
fn comparisons_are_no_bounds() {
    agree(&[
        ("比2024年的4380件减少180件", "180 fewer than the 4,380 of 2024"),
        ("比2024年的4380件减少180件", "180 complaints fewer than the 4,380 of 2024"),
        ("比上年的65%提高5个百分点", "5 percentage points higher than the 65% of the year before"),
        ("比2024年的500件多20%", "20% more than the 500 of 2024"),
        ("比2024年的500件多", "more than the 500 in 2024"),
        ("净增2000张，增长25%", "a net increase of 2,000 or 25%"),
        ("2025年超过500件", "in 2025 more than 500 patents"),
    ]);
    differ(&[
        ("比2024年的4380件减少180件", "180 fewer than the 4,830 of 2024", Kind::Value),
        ("2025年达到500件", "in 2025 more than 500 patents", Kind::Bound),
    ]);
}

#[test]
fn what_one_language_need_not_say_again() {
    agree(&[
        ("2026年4月至2026年12月", "April to December 2026"),
        ("2026年4月至12月", "from April 2026 to December 2026"),
        ("2026年至2028年", "from 2026 to 2028"),
        ("约占总投资的40.5%", "about 40.5% of the total investment"),
        ("接待游客540万人次以上", "receive at least 5.4 million visits"),
        ("培训农民2000人次以上", "train at least 2,000 farmers"),
        ("比2020年的2.10明显缩小", "clearly lower than the 2.10 of 2020"),
        ("比2020年的80万吨增加", "more than the 800,000 tonnes of 2020"),
        (
            "与三（一）1、三（三）10等任务相衔接",
            "linked with clause III (I) 1 and clause III (III) 10",
        ),
    ]);
    differ(&[
        ("2026年4月至2027年12月", "April to December 2026", Kind::Missing),
        ("约占总投资的40.5%", "40.5% of the total investment", Kind::Bound),
        ("接待游客540万人次以上", "receive 5.4 million visits", Kind::Bound),
        ("与三（一）1相衔接", "linked with clause III (I) 2", Kind::Value),
        ("不少于80万吨", "more than 800,000 tonnes", Kind::Bound),
    ]);
}

#[test]
fn what_idiomatic_english_leaves_out_or_turns_round() {
    agree(&[
        ("由60个工作日压缩至40个工作日以内", "from 60 working days to no more than 40"),
        ("由8个工作日减少到4个工作日", "4 working days instead of 8"),
        (
            "全年重度污染天数由7天减少到3天以内",
            "days of heavy pollution will drop from 7 a year to no more than 3",
        ),
        ("面积分别为50公顷、40公顷和30公顷", "with areas of 50, 40 and 30 hectares respectively"),
        (
            "一般诉求5个工作日内办结，复杂诉求15个工作日内办结",
            "within 5 working days and complex ones within 15",
        ),
        ("治理率不足四成，仅为38.5%", "at a mere 38.5%, is below 40%"),
        ("企业满意度达到九成以上", "at least 90% of businesses will be satisfied"),
        ("按日利率万分之五支付利息", "bear interest at 0.05% a day"),
        ("公示期最短3个月，最长3年", "displayed for at least 3 months and at most 3 years"),
        ("2026年、2027年分别达到98%和99%以上", "at least 98% in 2026 and at least 99% in 2027"),
        ("最高不超过50万元", "with a ceiling of CNY 500,000"),
        (
            "细颗粒物浓度降到33微克/立方米以下",
            "fine particulate matter falls to no more than 33 µg/m³",
        ),
        (
            "年销售汽油5000吨以上的加油站",
            "filling stations that sell 5,000 tonnes of petrol or more a year",
        ),
        ("每小时35蒸吨及以下的锅炉", "boilers of 35 tonnes of steam per hour or less"),
        ("共享数据3.2亿条次", "data were shared 320 million times"),
        ("平均接通时间不超过15秒", "answered within 15 seconds"),
        ("第90百分位数", "the 90th percentile"),
        ("三年内不得承担监测业务", "may not undertake monitoring for three years"),
        ("得分在90分以上的为优秀", "a score of 90 or above counts as excellent"),
        ("可申请延期，最多两次", "may be extended, twice at most"),
        (
            "企业应在届满30日前提出",
            "the company shall apply no later than 30 days before it expires",
        ),
        (
            "办理时间由15个工作日压缩至5个工作日，各环节合计不超过5个工作日",
            "cut from 15 working days to 5; all steps together take no more than 5 working days",
        ),
    ]);
    differ(&[
        ("步行距离不超过500米", "within a walk of 500", Kind::Unit),
        ("面积20平方米，距离500米", "20 square metres, and 500 away", Kind::Unit),
        ("企业满意度达到九成以上", "at least 80% of businesses will be satisfied", Kind::Value),
        ("公示期最短3个月", "displayed for at most 3 months", Kind::Bound),
        ("按日利率万分之五支付利息", "bear interest at 0.5% a day", Kind::Value),
    ]);
}
