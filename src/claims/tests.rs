//! In: sentences of real plans. Out: what they claim; and that what looks like a claim is none.

mod breakdowns;
mod others;
mod relations;

use proptest::prelude::*;

use super::*;
use crate::model::quantity::Bound;

fn said(text: &str) -> Said {
    read(text, &mut None)
}

/// `kind name value`, with `from-` before the value of a step and `@year` behind it.
fn claims(text: &str) -> Vec<String> {
    let show = |claim: &Claim| {
        let from = claim.from.as_ref().map(|from| format!("{}-", from.value)).unwrap_or_default();
        let year = claim.year.map(|year| format!("@{year}")).unwrap_or_default();
        format!("{:?} {} {from}{}{year}", claim.kind, claim.name, claim.figure.value)
    };
    said(text).claims.iter().map(show).collect()
}

#[test]
fn levels_steps_and_increases_have_their_things() {
    let cases: &[(&str, &[&str])] = &[
        (
            "高新技术企业由318家增加到600家,科技型中小企业由5740家增加到9103家;",
            &["Level 高新技术企业 318-600", "Level 科技型中小企业 5740-9103"],
        ),
        (
            "市级以上研发平台新增165家，总数由429家增加到580家",
            &["Increase 市级以上研发平台 165", "Level 市级以上研发平台 429-580"],
        ),
        (
            "每年新增高新技术企业80家。到2020年，全市高新技术企业总数达到600家。",
            &["Yearly 高新技术企业 80", "Level 高新技术企业 600@2020"],
        ),
        (
            "市级以上研发平台年增速10%，到2020年总数达到580家。",
            &["Growth 市级以上研发平台 10", "Level 市级以上研发平台 580@2020"],
        ),
        (
            "力争2020年规模以上工业企业设立研发机构的比例达到80%。",
            &["Level 规模以上工业企业设立研发机构比例 80@2020"],
        ),
        (
            "每年争取支持引进2个高层次产业创新创业团队和20名科技型中小企业创新英才，新建3家院士工作站。",
            &[
                "Yearly 高层次产业创新创业团队 2",
                "Yearly 科技型中小企业创新英才 20",
                "Yearly 院士工作站 3",
            ],
        ),
        (
            "全社会研发经费支出占GDP比重由1.05%提高到1.8%；",
            &["Level 全社会研发经费支出占GDP比重 1.05-1.8"],
        ),
        (
            "到2020年底，高新技术企业达到75家，到2025年底，高新技术企业达到180家。",
            &["Level 高新技术企业 75@2020", "Level 高新技术企业 180@2025"],
        ),
        (
            "年内新建省级以上孵化器20家、众创空间40家、星创天地40家。",
            &["Increase 省级以上孵化器 20", "Increase 众创空间 40", "Increase 星创天地 40"],
        ),
        (
            "新建12家产学研资用紧密结合的省级以上产业技术创新联盟。",
            &["Increase 省级以上产业技术创新联盟 12"],
        ),
        ("统筹推进130个省级以上农业科技园区建设，", &["Work 省级以上农业科技园区 130"]),
        ("全省技术交易总额超过360亿元，", &["Level 技术交易总额 36000000000"]),
        ("建设科技成果中试基地(平台)3-5家，", &["Work 科技成果中试基地 3"]),
        // What the second figure is of stands between the two.
        (
            "将24项高频事项的办理时限压缩到30个工作日以内。",
            &["Work 高频事项 24", "Level 办理时限 30"],
        ),
        (
            "建设研发平台5个。支持20家企业产值达到5亿元。",
            &["Work 研发平台 5", "Level 企业产值 500000000"],
        ),
        ("新增企业80家，达到600家。", &["Increase 企业 80", "Level 企业 600"]),
        // A name before the first of several years.
        (
            "物业服务覆盖率2026年达到76%以上，2027年达到80%以上。",
            &["Level 物业服务覆盖率 76@2026", "Level 物业服务覆盖率 80@2027"],
        ),
        ("力争到2026年达到76家，预计2027年达到80家。", &[]),
        (
            "规上工业企业建立研发机构的比例力争达到40%以上。",
            &["Level 规上工业企业建立研发机构比例 40"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(claims(text), *expected, "{text}");
    }
}

#[test]
fn what_each_one_gets_and_what_has_passed_are_no_claims() {
    for text in [
        "支持每个县(市、区)建设2家以上众创空间(星创天地)，",
        "在去年新增52家基础上，",
        "市级以上孵化器、众创空间（星创天地）分别达到48家、52家。",
        "2018年6月底前出台科技创新三年行动计划。",
        "“十三五”是决胜期。",
    ] {
        assert_eq!(claims(text), [""; 0], "{text}");
    }
    // A range of years is no year that something is for.
    assert_eq!(claims("《计划（2018—2020年）》提出高新技术企业达到600家。").len(), 1);
    assert!(said("《计划（2018—2020年）》提出企业达到600家。").claims[0].year.is_none());
}

#[test]
fn a_year_holds_for_what_follows() {
    let mut year = None;
    read("到2025年，形成体系。围绕培育。", &mut year);
    assert_eq!(year, Some(2025));
    let said = read("围绕主体培育。高新技术企业达到1800家。", &mut year);
    assert_eq!(said.claims[0].year, Some(2025));
}

#[test]
fn figures_know_their_bounds_words_and_ranges() {
    let figure = |text: &str| said(text).claims.remove(0).figure;
    assert_eq!(figure("园区达到10家以上").bound, Bound::AtLeast);
    assert_eq!(figure("园区达到10家以上").word, Some("家"));
    assert_eq!(figure("基地3-5家").bound, Bound::To(5.into()));
    assert_eq!(figure("培训技术骨干3000人次。").word, Some("人次"));
    assert_eq!(
        figure("增加值的比重由26.2%提高到30%左右").limits(),
        (Some(27.into()), Some(33.into()))
    );
    assert_eq!(figure("企业和团队达到3000家（个）以上").word, None);
}

#[test]
fn shares_that_lie_apart() {
    let rates = |text: &str| said(text).rates;
    let text = "临河县有10家，占26.3%，比城东区的54.5%低28.2个百分点。";
    let found = rates(text);
    assert_eq!(found.len(), 1);
    assert!(found[0].falls && found[0].from.is_some() && found[0].to.is_some());
    assert_eq!(&text[found[0].range.clone()], "低28.2个百分点");
    // What stands further in front may be another share.
    assert!(rates("占26.3%。比城东区的54.5%低28.2个百分点。").is_empty());
    // All three are parts of what was named before.
    let parts = "床位建设1.368亿元、补贴3870万元，其余4450万元用于康复。";
    assert!(said(parts).wholes.is_empty());
}

#[test]
fn steps_whose_second_figure_has_no_unit() {
    assert_eq!(said("联盟由48家增加到52。").bare.len(), 1);
    let second = "建成3家。联盟由48家增加到52。";
    assert_eq!(
        said(second).bare.iter().map(|one| &second[one.clone()]).collect::<Vec<_>>(),
        ["48家增加到52"]
    );
    for text in ["联盟由48增加到52家。", "联盟由48家增加到52家。", "比重由1%提高到2%。"]
    {
        assert!(said(text).bare.is_empty(), "{text}");
    }
}

#[test]
fn names_are_compared() {
    assert!(almost_equal("技术合同交易额", "技术交易总额"));
    for (one, two) in [
        ("科技进步贡献率", "农业科技进步贡献率"),
        ("技术交易总额", "技术交易总额"),
        ("产业创新应用场景", "应用场景"),
        ("专利申请量", "专利授权量"),
    ] {
        assert!(!almost_equal(one, two), "{one} {two}");
    }
    assert!(same_but_for_grade("市级科技创新园区", "科技创新园区"));
    assert!(!same_but_for_grade("市级农业科技园区", "省级农业科技园区"));
}

#[test]
fn figures_in_turn_and_their_things() {
    let fits = |text: &str| {
        let turn = said(text).in_turn.remove(0);
        turn.things.contains(&turn.figures.len())
    };
    for text in [
        "市级以上孵化器、众创空间(星创天地)分别达到48家、52家,",
        "对新认定的国家级、省级、市级重点实验室,分别给予最高1000万元、100万元、10万元奖补经费。",
        "对新认定的国家级、省级、市级技术创新中心、工程研究中心和企业技术中心,分别给予最高1000万元、100万元、10万元奖补经费。",
        "对新认定(备案)的国家级、省级、市级技术创新战略联盟分别给予100万元、20万元、10万元资金补助。",
        "在去年分别新增高新技术企业、入库后备高新技术企业1000家、2000家基础上,今年再增加1000家、2000家以上。",
        "支持企业、高校建设孵化器、众创空间，分别达到20家、30家。",
    ] {
        assert!(fits(text), "{text}");
    }
    for text in [
        "孵化器、众创空间、星创天地分别达到48家、52家。",
        "对国家级、省级、市级重点实验室，分别给予1000万元、100万元奖补经费。",
    ] {
        assert!(!fits(text), "{text}");
    }
    assert!(said("分别确定县域创新驱动发展的目标、路径和举措，引进3家。").in_turn.is_empty());
}

#[test]
fn wholes_and_parts() {
    let all = said("孵化器达到48家，众创空间达到52家，共110家。").wholes;
    assert_eq!((all.len(), all[0].parts.len(), all[0].extent), (1, 2, Extent::All));
    let mut some = said("已建成9家生产力促进中心,其中国家级示范中心3家,省级示范中心4家。").wholes;
    some.retain(|one| one.extent != Extent::Named);
    assert_eq!((some.len(), some[0].extent), (1, Extent::Some));
    // A whole in the sentence before.
    let text = "总数由429家增加到580家;其中,省级以上重点实验室新增42家,";
    let whole = said(text).wholes.remove(0);
    assert_eq!(&text[whole.whole.range.clone()], "580家");
    assert_eq!(&text[whole.parts[0].range.clone()], "42家");
    // Shares are no parts.
    assert!(said("交易总额达到40亿元;其中,吸纳京津交易额占50%以上。").wholes.is_empty());
}

/// `said named` for each count with a list.
fn counts(text: &str) -> Vec<(usize, usize, bool)> {
    said(text).counted.iter().map(|one| (one.said, one.named.1, one.open)).collect()
}

#[test]
fn counts_and_the_lists_beside_them() {
    for (text, expected) in [
        (
            "重点打造新型显示、智能制造、新材料、大数据、电子商务、文化创意等八大产业集群;",
            (8, 6, true),
        ),
        ("重点发展高端蔬菜、有机林果、精致养殖等六大优势特色产业。", (6, 3, true)),
        ("围绕“蓝天”“碧水”“净土”三大行动,", (3, 3, false)),
        ("围绕“蓝天、碧水”三大行动,", (3, 2, false)),
        ("谋划建设集展示、交易、转化、服务四位一体的平台。", (4, 4, false)),
        (
            "指导永清高新区、固安高新区、霸州开发区研究建立成果对接、重点举措、转化落地三个清单。",
            (3, 3, false),
        ),
        (
            "统筹四个重点,即统筹推进企业创新、产业创新、区域创新、协同创新,着力壮大企业主体",
            (4, 4, false),
        ),
        ("构建三大支撑,即构建夯实创新能力支撑、创新人才支撑,形成合力。", (3, 2, false)),
        ("开展厅领导大讲堂、专家讲坛、青年论坛3类大型集体学习活动", (3, 3, false)),
        (
            "打造玻璃深加工产业、光伏产业、新型铝材及汽车零部件产业、粮油食品加工产业、软件产业、节能环保产业六个工业产业集群。",
            (6, 6, false),
        ),
        ("推进发展方式、发展要素、产业分工、创新能力、资源配置、创新体“六大转变”", (6, 6, false)),
        ("每年市、县两级精准帮扶", (2, 2, false)),
        ("在大气、水等领域开展蓝天、碧水三大行动", (3, 2, false)),
        ("省、市、县（市、区）三级联动", (3, 3, false)),
        (
            "应当具备三项条件：一是有场所；二是有设备，统一是新的；三是有人员；四是有预案。",
            (3, 4, false),
        ),
        (
            "甲局、乙局和丙局分别负责人口、法人、自然资源和空间地理、电子证照四个基础数据库。",
            (4, 4, false),
        ),
        ("提交申请表、使用方案、安全方案和承诺书五份材料。", (5, 4, false)),
    ] {
        assert_eq!(counts(text), [expected], "{text}");
    }
    assert_eq!(
        counts(
            "推行科技成果市场定价、收益分配、产权管理、转化评价等四个机制与统计报告、无形资产管理、转化信息库等三项制度,"
        ),
        [(4, 4, true), (3, 3, true)]
    );
}

#[test]
fn what_is_no_count_of_a_list() {
    for text in [
        "牢固树立“四个意识”、坚定“四个自信”、做到“两个维护”",
        "实现所辖10个县(市、区)农业科技园区全覆盖",
        "“双轮驱动、一个体系、六大转变”的总体部署",
        "加强纪律建设、落实中央八项规定精神",
        "聚焦大数据、机器人、生物医药10个重点项目",
        "推进改革、实施三大行动",
        "市级以上技术创新中心、工程研究中心、企业技术中心70家",
        "海产、林果、万亩大樱桃等六个特色园区,推进“一带一路一体一中心六园”建设",
        "用三个月完成调查、登记",
    ] {
        assert_eq!(counts(text), [], "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        said(&text);
    }

    #[test]
    fn nor_do_the_words_of_plans(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "由", "增加到", "达到", "新增", "每年", "分别", "其中", "共", "等", "即", "、", "，", "。", "；", "：", "（",
                "）", "“", "”", "到2020年", "2018—2020年", "18家", "3-5个", "1.05%", "八大", "三个", "产业", "企业", "的",
                "和", "总数", "９家", "40亿元", "以上", "级", "\u{FFFC}", "年增速", "占", "比", "每家", "其中2026年", "翻一番", "减少", "9%", "99999999999999999999999999999家",
            ]),
            0..60,
        )
    ) {
        let text = words.concat();
        let said = said(&text);
        // Every place is one of the text.
        let named = said.claims.iter().map(|one| one.named.clone());
        let ranges = said.claims.iter().map(|one| one.range.clone()).chain(named);
        for range in ranges.chain(said.counted.iter().map(|one| one.range.clone())) {
            prop_assert!(text.get(range).is_some(), "{}", text);
        }
        for whole in &said.wholes {
            prop_assert!(text.get(whole.whole.range.clone()).is_some(), "{}", text);
        }
    }
}

#[test]
fn a_sentence_without_end_is_read_to_its_end() {
    // The last figures are found, however long the sentence and however many lists, brackets and counts are in it.
    for piece in [
        "企业3家",
        "甲、乙等八大产业、",
        "（由3家",
        "其中5家",
        "分别3家、5家，",
        "三个",
        "“六",
        "年",
        "年均",
        "其中2026年3家，",
        "其中3家，占5%，",
        "2026年3家，2027年3家，",
        "比2024年的5家减少3家，下降4%，",
        "由5家增加到6家，翻一番，",
        "每家5元，共5元，",
    ] {
        let text = piece.repeat(20_000) + "。到2020年，高新技术企业达到600家。";
        let claims = said(&text).claims;
        assert_eq!(claims.last().map(|one| one.name.as_str()), Some("高新技术企业"), "{piece}");
    }
}

#[test]
fn targets_of_years_behind_their_names() {
    let text = "矿山数量2028年底控制在42座以内，2030年底控制在36座以内，比2025年减少四分之一。固体矿产年开采量2028年不超过2520万吨。\
        绿色矿山占比2028年达到70%以上。废石尾矿综合利用率由64%提高到2028年的72%以上、2030年的80%以上。";
    assert_eq!(
        claims(text),
        [
            "Level 矿山 42@2028",
            "Level 矿山 36@2030",
            "Level 固体矿产年开采量 25200000@2028",
            "Level 绿色矿山占比 70@2028",
            "Level 废石尾矿综合利用率 64-72@2028",
            "Level 废石尾矿综合利用率 80@2030",
        ]
    );
}
