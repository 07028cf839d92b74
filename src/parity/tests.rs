//! In: sentences in both languages, as real plans have them and made up. Out: whether their quantities agree, and what is
//! said where they do not.

mod idioms;
mod services;
mod shapes;
mod unseen;

use super::Reader::{Chinese, English};
use super::{Which, compare};
use crate::diagnostic::translation::QuantityKind as Kind;

fn read(reader: super::Reader, text: &str) -> Vec<String> {
    let list = reader.quantities(text, Which::All);
    list.iter()
        .filter(|one| one.strength > super::quantity::Strength::Latent)
        .map(ToString::to_string)
        .collect()
}

/// How two texts differ: the kind, and the words on each side.
fn differences(chinese: &str, english: &str) -> Vec<(Kind, String, String)> {
    let list = compare((chinese, Chinese), (english, English));
    let words = |text: &str, one: &Option<super::quantity::Quantity>| {
        one.as_ref().map_or_else(String::new, |one| text[one.range.clone()].to_owned())
    };
    list.iter()
        .map(|one| (one.kind, words(chinese, &one.source), words(english, &one.target)))
        .collect()
}

/// What the issue of parity was written for, and what stands in real plans.
const AGREE: &[(&str, &str)] = &[
    ("技术合同交易额达到31.6亿元", "technology contracts of CNY 3.16 billion"),
    ("企业6.2万家", "62,000 enterprises"),
    ("增长10%，死亡率1‰", "growth of 10% and a mortality of 1‰"),
    ("每县建设3—5家", "3 to 5 in every county"),
    ("每县建设3—5家", "three to five in every county"),
    ("80%以上", "at least 80%"),
    ("80%以上", "80% or more"),
    ("超过500件", "more than 500 patents"),
    ("超过500件", "will exceed 500"),
    ("八大产业集群", "eight major industrial clusters"),
    ("完成八大工程，惠及上百万人", "complete eight projects for a million people or more"),
    ("2018年4月11日", "11 April 2018"),
    ("2018年4月11日", "April 11, 2018"),
    ("2018年4月11日", "2018-04-11"),
    ("衡政字〔2016〕21号", "Hengzhengzi [2016] No. 21"),
    ("公布第1800批名单。", "The list of batch 1800 was published."),
    ("一次性给予50万元奖励", "a one-off award of CNY 500,000"),
    ("二十个项目", "20 projects"),
    ("“十三五”规划", "the 13th Five-Year Plan"),
    ("“十四五”期间", "during the 14th Five-Year Plan period"),
    ("党的十九大精神", "the guiding principles of the 19th National Congress"),
    ("三年行动计划", "Three-Year Action Plan"),
    ("3年内", "within 3 years"),
    ("近3年", "in the past 3 years"),
    ("40多家", "more than 40"),
    ("3万余人", "more than 30,000 people"),
    ("30%左右", "about 30%"),
    ("不低于95%", "no less than 95%"),
    ("最高给予不超过100万元", "no more than CNY 1 million"),
    ("投资1.2万亿元", "investment of RMB 1.2 trillion"),
    ("500万美元", "US$5 million"),
    ("500万美元", "5 million US dollars"),
    ("1000平方公里", "1,000 square kilometres"),
    ("10万吨", "100,000 tonnes"),
    ("600千瓦", "600 kW"),
    ("50公里", "a 50-kilometre road"),
    ("三分之一", "one third"),
    ("三分之二以上", "at least two-thirds"),
    ("百分之十五", "15 per cent"),
    ("提高2.5个百分点", "up by 2.5 percentage points"),
    ("翻一番", "double"),
    ("增长2倍", "grow by 2 times"),
    ("奖励3—5万元", "an award of CNY 30,000 to 50,000"),
    ("奖励3—5亿元", "CNY 300–500 million"),
    ("第三方评估", "third-party evaluation"),
    ("PM2.5浓度降至35微克/立方米", "PM2.5 will fall to 35 micrograms per cubic metre"),
    ("建设5G基站2000个", "build 2,000 5G base stations"),
    ("电话0316-5212180", "telephone 0316-5212180"),
    ("每天9:00—17:30", "from 9:00 am to 5:30 pm every day"),
    ("下午5时", "5 pm"),
    ("每万人发明专利4.8件", "4.8 invention patents per 10,000 people"),
    ("每日不少于８小时", "at least 8 hours a day"),
    ("连续3年", "for 3 consecutive years"),
    ("30个工作日内", "within 30 working days"),
    ("正文三（一）1、正文二", "clauses 3.1.1 and 2"),
    ("二〇二五年", "2025"),
    ("60周岁以上", "aged 60 or over"),
    ("3000家（个）以上", "at least 3,000 enterprises and teams"),
    ("市、县两级", "the municipal and county levels"),
    ("第1、3、4项", "indicators 1, 3 and 4"),
    ("1990年代", "the 1990s"),
    ("由15%提高到18—20%", "from 15% to 18–20%"),
    // A bound before the verb.
    ("每年至少支持50项成果转化", "support the commercialisation of at least 50 results a year"),
    (
        "至少在2020年底前培育科技企业5家",
        "cultivate at least 5 technology enterprises by the end of 2020",
    ),
    ("每家至少安排2000万元", "at least CNY 20 million each"),
    ("最多支持3个项目", "support at most 3 projects"),
    ("最多可申报2项", "may apply for up to 2 projects"),
    ("最高给予50万元补助", "a grant of up to CNY 500,000"),
    ("最高给予50万元补助", "a maximum grant of CNY 500,000"),
    ("最高每年奖励100万元", "an award of up to CNY 1 million a year"),
    ("不少于每年组织4次检查", "no fewer than 4 inspections a year"),
    ("至少支持50项", "will at least support 50 projects"),
    ("力争超过500件", "strive for more than 500"),
    ("至少每3年评估一次", "assess it at least every 3 years"),
    ("投入最多的5个县", "the 5 counties that spend most"),
    ("最低生活保障600元", "a living allowance of 600 yuan"),
    ("最低工资2000元", "a minimum wage of CNY 2,000"),
    ("最高时速80公里", "a maximum speed of 80 kilometres"),
    ("最高奖励100万元", "the highest award of CNY 1 million"),
    ("技术突破获得50项专利", "50 patents on technical breakthroughs"),
    ("至少支持企业20家，带动就业100人", "support at least 20 enterprises and create 100 jobs"),
    // Clauses.
    ("正文四（二）1至3", "Clauses 4.2.1 to 4.2.3"),
    ("正文四（二）1—3", "clauses 4.2.1–4.2.3"),
    ("正文四（二）1-3", "clauses 4.2.1-4.2.3"),
    ("正文四（二）1至3", "clauses 4.2.1, 4.2.2 and 4.2.3"),
    ("正文四（二）1、2和3", "Clauses 4.2.1 to 4.2.3"),
    ("正文四（二）1至正文四（二）3", "Clauses 4.2.1 through 4.2.3"),
    ("正文四（二）2和四（二）5", "clauses 4.2.2 and 4.2.5"),
    ("正文四（二）和（三）2", "clauses 4.2 and 4.3.2"),
    ("正文二至四", "clauses 2 to 4"),
    ("正文二、三均提到三个附件", "Clauses 2 and 3 speak of three annexes"),
    ("二（三）没有写明", "Clause 2.3 does not say"),
    ("见条款1.2", "see clause 1.2"),
    ("见条款4.2.1", "see clause 4.2.1"),
    ("条款1.2至1.4", "clauses 1.2 to 1.4"),
    ("第1.2条", "clause 1.2"),
    ("第五条", "clause 5"),
    ("见4.2.1", "see clause 4.2.1"),
    ("正文2.3", "clause 2.3"),
    ("正文一2", "clause 1.2"),
    ("正文一、2", "clause 1.2"),
    ("正文一、2018年", "clause 1, 2018"),
    ("正文一、（二）3", "clause 1.2.3"),
    ("正文第四部分第（二）项", "clause 4.2"),
    ("正文三（一）1（2）", "clause 3.1.1 (2)"),
    ("正文三（一）", "section 3.1"),
    ("正文二（一）", "clause II (I)"),
    ("正文两处写法不同，正文三个附件", "the text spells it in two ways and has three annexes"),
    ("与正文4.8、5.9相符", "as the 4.8 and 5.9 of the text"),
    // So many times as much.
    ("放大4倍", "fourfold"),
    ("放大4倍", "four-fold"),
    ("放大4倍", "four times"),
    ("放大4倍", "by a factor of 4"),
    ("放大4倍", "by a factor of four"),
    ("增长3倍", "threefold"),
    ("增长3倍", "three times"),
    ("增长十倍", "a tenfold increase"),
    // Days as names.
    ("借助“3·15”和“4·26”开展宣传", "around 15 March and 26 April"),
    ("借助3.15”和“4.26”开展宣传", "around 15 March and 26 April"),
    ("借助“3.15”开展宣传", "around “3·15”"),
    ("借助“3·15”开展宣传", "the 3.15 campaign"),
    ("“3.15国际消费者权益日”", "World Consumer Rights Day (15 March)"),
    ("3·15晚会", "the 3·15 Gala"),
    ("工业“4.0”和“2.5”产业", "industry “4.0” and the “2.5” sector"),
    ("投入“4.8平方米”", "“4.8 square metres”"),
];

#[test]
fn what_says_the_same_agrees() {
    for (chinese, english) in AGREE {
        let found = differences(chinese, english);
        assert_eq!(
            found,
            [],
            "{chinese} / {english}: {:?} {:?}",
            read(Chinese, chinese),
            read(English, english)
        );
    }
}

#[test]
fn what_is_no_quantity_is_passed_over() {
    for text in [
        "一是加强领导，二是落实责任。",
        "四梁八柱",
        "互联网+",
        "千方百计",
        "三农",
        "一带一路",
        "数十家",
        "与正文一致",
        "大众创业、万众创新",
        "双百双千",
        "零部件",
    ] {
        assert_eq!(differences(text, "Nothing is counted here."), [], "{text}");
    }
    for text in
        ["We will do our best.", "one of the first", "May we march on", "both sides", "a number of"]
    {
        assert_eq!(differences("没有数字。", text), [], "{text}");
    }
    // A word alone is not enough: languages may say the same without a number.
    assert_eq!(differences("市、县两级", "the city and its counties"), []);
}

#[test]
fn mistakes_are_told_apart() {
    let cases: [(&str, &str, Kind, &str, &str); 10] = [
        ("31.6亿元", "CNY 31.6 billion", Kind::Value, "31.6亿元", "CNY 31.6 billion"),
        ("6.2万家", "6,200 enterprises", Kind::Value, "6.2万家", "6,200"),
        ("80%以上", "80%", Kind::Bound, "80%以上", "80%"),
        ("超过500件", "at least 500", Kind::Bound, "超过500件", "at least 500"),
        ("10%", "10‰", Kind::Unit, "10%", "10‰"),
        ("50万元", "USD 500,000", Kind::Unit, "50万元", "USD 500,000"),
        ("3年内完成", "within 3 months", Kind::Unit, "3年内", "within 3 months"),
        ("八大集群", "nine clusters", Kind::Value, "八大", "nine"),
        ("新增80家企业", "add enterprises", Kind::Missing, "80家", ""),
        ("增加企业", "add 80 enterprises", Kind::Extra, "", "80"),
    ];
    for (chinese, english, kind, here, there) in cases {
        let found = differences(chinese, english);
        assert_eq!(found, [(kind, here.to_owned(), there.to_owned())], "{chinese} / {english}");
    }
}

#[test]
fn what_is_read_in_many_ways_is_still_compared() {
    let cases: [(&str, &str, Kind, &str, &str); 12] = [
        ("至少支持50项", "support 50", Kind::Bound, "50项", "50"),
        ("支持50项", "support at least 50", Kind::Bound, "50项", "at least 50"),
        ("最多支持3个", "at least 3", Kind::Bound, "3个", "at least 3"),
        ("支持50项", "at least support 50", Kind::Bound, "50项", "50"),
        ("正文四（二）1至3", "clauses 4.2.1 to 4.2.4", Kind::Extra, "", "4.2.4"),
        ("正文四（二）1", "clause 4.2.2", Kind::Value, "正文四（二）1", "4.2.2"),
        ("二（三）", "clause 2.4", Kind::Value, "二（三）", "2.4"),
        ("条款1.2", "clause 1.3", Kind::Value, "条款1.2", "1.3"),
        ("正文一、2", "clause 1.3", Kind::Value, "正文一、2", "1.3"),
        ("放大4倍", "fivefold", Kind::Value, "4倍", "fivefold"),
        ("放大4倍", "by a factor of 5", Kind::Value, "4倍", "5"),
        ("“3·15”", "“3·16”", Kind::Value, "3·15", "3·16"),
    ];
    for (chinese, english, kind, here, there) in cases {
        let found = differences(chinese, english);
        assert_eq!(found, [(kind, here.to_owned(), there.to_owned())], "{chinese} / {english}");
    }
    assert!(!differences("翻一番", "a third of").is_empty());
    assert!(!differences("“3·15”", "on 16 March").is_empty());
    assert!(!differences("增长3.15%", "on 15 March").is_empty());
}

#[test]
fn steps_keep_their_direction() {
    let chinese = "高新技术企业由318家增加到600家，比重由1.05%提高到1.8%";
    let right = "from 318 to 600, and from 1.05% to 1.8% of GDP";
    assert_eq!(differences(chinese, right), []);
    let wrong = "from 600 to 318, and from 1.05% to 1.8% of GDP";
    let found = [(Kind::Order, "318家增加到600家".to_owned(), "600 to 318".to_owned())];
    assert_eq!(differences(chinese, wrong), found);
    // Sentences may be turned round.
    assert_eq!(differences("到2020年由8家增加到12家", "from 8 to 12 by 2020"), []);
}

#[test]
fn two_mistakes_are_two_findings() {
    let found =
        differences("由318家增加到600家，其中2018年80家", "from 381 to 6,000, of which 80 in 2019");
    assert_eq!(found.len(), 3, "{found:?}");
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_strange(text in "[0-9０-９一二十百千万亿年月日个以上%.,:/ —a-zA-Z-]{0,40}|.{0,40}") {
        for reader in [Chinese, English] {
            for one in reader.quantities(&text, Which::All) {
                proptest::prop_assert!(text.get(one.range.clone()).is_some());
            }
        }
    }

    #[test]
    fn what_is_sure_is_enough_where_it_agrees(
        chinese in "((一|一个|一批|双|两|三|十|一百|万|3|20|1|第|第一|正文一|一（二）|至少|支持|倍|“十四五”期间|翻一番|倍|个|家|次|日|月|内|不|年|%|万元|以上|超过|、|，|到|由|是|的|—){1,2}){0,7}",
        english in "(( a| an| one| both| two| three| ten| a hundred| first| third| clause 1| 3| 20| 1| double| single| pair|%| million| times| days| twice| once| March| within| CNY| more than| at least| or more| to| or| and| from| of| year|,|–|-){1,2}){0,7}",
    ) {
        let all = |text: &str, reader: super::Reader| reader.quantities(text, Which::All);
        let (ours, theirs) = (all(&chinese, Chinese), all(&english, English));
        let turned = super::steps::turned_round(
            (&chinese, Chinese, &ours),
            (&english, English, &theirs),
        );
        let mut whole = super::compare_all((&chinese, Chinese), (&english, English));
        whole.extend(turned);
        proptest::prop_assert_eq!(compare((&chinese, Chinese), (&english, English)), whole);
    }

    #[test]
    fn a_sum_is_the_same_in_both_languages(value in 1u64..100_000_000) {
        let grouped = group(value);
        let tenth = format!("{}.{:04}", value / 10_000, value % 10_000);
        proptest::prop_assert_eq!(differences(&format!("投入{tenth}万元"), &format!("CNY {grouped} is spent")), []);
    }
}

/// `1234567` as `1,234,567`
fn group(value: u64) -> String {
    let digits = value.to_string();
    let from_end = |at: usize| digits.len() - at;
    let with = |(at, c): (usize, char)| {
        if at > 0 && from_end(at) % 3 == 0 { format!(",{c}") } else { c.to_string() }
    };
    digits.chars().enumerate().map(with).collect()
}
