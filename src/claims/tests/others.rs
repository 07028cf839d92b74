//! In: sentences of plans in which a figure stands beside a name and counts something else. Out: that it claims nothing of
//! the name, and is for no year but its own.

use super::*;

#[test]
fn years_of_asides_and_of_days_end_there() {
    for (text, expected) in [
        // What stands behind 其中 is for other years, but the next sentence is not.
        (
            "到2030年，入住率达到70%，其中2028年达到60%；满意率达到95%。",
            &["Level 入住率 70@2030", "Level 入住率 60@2028", "Level 满意率 95@2030"][..],
        ),
        // So is a line.
        (
            "到2029年，实现下列目标：\n水闸达到9座，2027年达到4座\n灌溉面积率达到55%",
            &["Level 水闸 9@2029", "Level 水闸 4@2027", "Level 灌溉面积率 55@2029"],
        ),
        // On a day in summer, it is neither the year before nor the end of the year.
        (
            "2026年，处理能力为40吨。2027年6月15日前建成二期，处理能力达到90吨。",
            &["Level 处理能力 90"],
        ),
    ] {
        let levels: Vec<_> =
            claims(text).into_iter().filter(|one| one.starts_with("Level")).collect();
        assert_eq!(levels, expected, "{text}");
    }
}

#[test]
fn what_is_within_a_thing_is_no_claim_about_it() {
    for (text, expected) in [
        ("新建卫生院6所，增加24个科。", &["Increase 卫生院 6"][..]),
        ("消防站达到14座、560人。", &["Level 消防站 14"]),
        ("泊位由1200个增至3000个，三年依次新增500个、600个和700个。", &["Level 泊位 1200-3000"]),
        ("新增泊位500个、600个和700个。", &[]),
        ("不足20人的教学点可以合并。", &[]),
        ("其中国家级3项、省级8项。", &[]),
        ("到2028年，污水处理能力达到9万吨，能力比上年提高。", &["Level 污水处理能力 90000@2028"]),
    ] {
        assert_eq!(claims(text), expected, "{text}");
    }
}

/// The sums that are said of parts.
fn sums(text: &str) -> Vec<String> {
    let all = said(text).wholes.into_iter().filter(|one| one.extent == Extent::All);
    all.map(|one| {
        let parts: Vec<String> = one.parts.iter().map(|part| part.value.to_string()).collect();
        format!("{}={}", one.whole.value, parts.join("+"))
    })
    .collect()
}

#[test]
fn what_each_one_gets_is_no_part() {
    for (text, expected) in [
        (
            "水泥路每米补助90元、砂石路每米补助40元，分别需要1800元和400元，共2200元。",
            &["2200=1800+400"][..],
        ),
        ("摄像头220个，其中路口每处4个，共160个。", &[]),
        ("城区每年评选20件，乡镇每年评选10件，共90件。", &[]),
        ("标准分别为200元和300元，合计9万元。", &[]),
        ("甲镇30户，乙镇、丙镇分别20户和10户，共60户。", &["60=30+20+10"]),
        ("甲镇30户，乙镇20户，共500户。", &["500=30+20"]),
    ] {
        assert_eq!(sums(text), expected, "{text}");
    }
}

#[test]
fn sums_of_what_was_said_before() {
    for (text, expected) in [
        (
            "购书经费按每册40元安排，共4252万元；数字资源每年250万元，五年1250万元。两项合计5520万元。",
            &["55200000=42520000+12500000"][..],
        ),
        ("追回基金4836万元，处以罚款1248万元，两项合计6048万元。", &["60480000=48360000+12480000"]),
        // Right ones, and those of which nobody knows what they are made of.
        ("追回基金4836万元，处以罚款1248万元，两项合计6084万元。", &[]),
        ("车辆1150吨；机械350吨；锅炉480吨，船舶120吨，三项合计1620吨。", &[]),
        (
            "工业1950万元，由市承担；食品3423万元，分别为2053.8万元和1369.2万元；两项合计5373万元。",
            &[],
        ),
        (
            "3个工作日内征求意见，3个工作日内回复；5个工作日内提出意见。以上环节合计不超过10个工作日。",
            &["10=3+3+5"],
        ),
        ("10个工作日内评估，其后10个工作日内决定，全程不超过25个工作日。", &["25=10+10"]),
        ("30个工作日内拨付。10个工作日内评估，10个工作日内决定，全程不超过20个工作日。", &[]),
        ("低压全程不超过5个工作日，高压不超过15个工作日。", &[]),
    ] {
        assert_eq!(sums(text), expected, "{text}");
    }
}
