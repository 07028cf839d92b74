//! In: sentences of real plans. Out: whether what is wrong with their words, names and titles is found, and nothing
//! else.

use super::*;
use crate::language::name_key;
use crate::typesetting::nearness::Names;
use crate::typesetting::stems::Stems;
use crate::typesetting::titles::{key, lacks_word, titles};

fn masks(text: &str, script: Script) -> Vec<(String, usize)> {
    let masks = of(text, script).into_iter().filter_map(|flaw| match flaw.problem {
        Prose::Placeholder { written, times } => Some((written, times)),
        _ => None,
    });
    masks.collect()
}

#[test]
fn placeholders() {
    for (text, mask) in [
        ("全面提升XX区区域科技创新能力", "XX区"),
        ("与东北大学XX分校合作", "XX分校"),
        ("XX科技师范学院", "XX科技师范学院"),
        ("XX经济开发区管委会", "XX经济开发区"),
        ("某某公司", "某某公司"),
        ("××省××市", "××省"),
        ("ＸＸ县", "ＸＸ县"),
        ("20XX年", "20XX年份".trim_end_matches("份")),
        ("由□□□负责", "□□□负责"),
        ("姓名：____", "____"),
        ("金额【待定】", "【待定】"),
        ("（此处填写单位）", "（此处填写单位）"),
        ("TODO：补充", "TODO"),
        ("×月×日前报送", "×月"),
    ] {
        let found = masks(text, Script::Chinese);
        assert!(found.iter().any(|(one, _)| one == mask), "{text}: {found:?}");
    }
    assert_eq!(
        masks("XX区、XX区和XX市", Script::Chinese),
        [("XX区".into(), 2), ("XX市".into(), 1)]
    );
    for text in
        ["面积3×5米", "尺码XXL", "□是　□否", "某市、某人", "XI、XV章", "3×年均增速", "第XIX届"]
    {
        assert_eq!(masks(text, Script::Chinese), [], "{text}");
    }
    assert_eq!(masks("XX City, 20XX, TBD and Lorem ipsum", Script::English).len(), 4);
    assert_eq!(masks("Part XX, Annex XXX and XXIII", Script::English), []);
}

#[test]
fn marks_and_words_twice() {
    let code = "doubled-mark";
    wrong("节水，，治水。。", code, "节水，治水。");
    wrong("节水；。", code, "节水；。");
    wrong("节水的的目标", code, "节水的的目标");
    wrong("用水户必须必须登记", code, "用水户必须必须登记");
    for text in [
        "目的的实现",
        "为了了解情况",
        "温和和谐",
        "参与与合作",
        "普及及推广",
        "存在在建项目",
        "真的吗？！",
        "的的确确",
        "作为革命根据根据地",
        "不得不得出结论",
        "制定实施实施方案",
        "一个一个解决，研究研究再说",
    ] {
        assert!(!codes(text, Script::Chinese).contains(&code), "{text}");
    }
    wrong_english("to the the city", code, "to the the city");
    wrong_english("It must must be done", code, "It must must be done");
    fine_english("what had had to be done, that that plan, log in in time; Plan A a day");
}

#[test]
fn marks_of_markdown() {
    let code = "emphasis-mark";
    for text in ["这是** 重点内容", "节水`治水", "__节水", "这是*重点"] {
        wrong(text, code, text);
    }
    for text in ["面积为3*5米", "file_name", "*注：见附件", "C#语言、1#楼"] {
        fine(text);
    }
}

#[test]
fn bounds_lists_and_days() {
    for text in ["每年至少安排2000万元以上", "不少于30家以上", "不超过3天以内", "超过60%以上"]
    {
        wrong(text, "doubled-bound", text);
    }
    for text in [
        "至少引进1家市级以上平台",
        "达到2000万元以上",
        "超过2000家，其中10家以上上市",
        "至少有3名科级以上干部",
        "不超过2000万元，10%以上用于研发",
        "超过100家以上市公司为主的企业",
    ] {
        fine(text);
    }
    wrong("开展展览、科普讲座等及系列活动", "list-after-etc", "开展展览、科普讲座等及系列活动");
    for text in ["自由、平等和公正", "初等、高等及职业教育", "中等和高等教育", "钢铁等和建材行业"]
    {
        fine(text);
    }
    for text in [
        "落实市委市政府部署",
        "落实市委、市政府部署",
        "省委省政府、区委区政府、县委县政府和党委政府",
    ] {
        fine(text);
    }
    wrong("借助“3.15”和“4.26”", "day-with-stop", "借助“3.15”和“4.26”");
    for text in ["发展“2.5”产业", "增长“4.0”", "工业“3.0”、“13.15”", "“v3.15”"]
    {
        fine(text);
    }
}

#[test]
fn heading_numbers() {
    let of_heading = |text| flaws(&[Part { text, heading: true }], Script::Chinese);
    let found = of_heading("1、修管道");
    assert_eq!(found[0].problem.code(), "heading-number-mark");
    assert_eq!(found[0].fix, [], "many offices write it so");
    for text in ["1.修管道", "一、目标", "（1）修管道", "2018、2019年"] {
        assert_eq!(of_heading(text), [], "{text}");
    }
}

#[test]
fn set_phrases() {
    for text in [
        "省级重点试验室",
        "人民众的科学文化素养",
        "战略新兴产业",
        "坚持创新、协调、绿、开放、共享的理念",
        "推进创新能力、资源配置、创新体“六大转变”",
        "截止2018年底",
        "按装设备",
        "己经完成",
        "以习近平新时代中国特色社会主义理论为指导",
        "深刻领悟“两个确认”的决定性意义",
        "增强“四个认识”",
        "统筹推进“五位一体”战略布局",
        "协调推进“四个全面”总体布局",
        "党的二十大三中全会精神",
        "以习近平总书记为核心的党中央",
        "贯彻新发展观念",
        "青山绿水就是金山银山",
        "严禁不得擅自改变",
        "建立台帐",
    ] {
        wrong(text, "set-phrase", text);
    }
    for text in [
        "人民众志成城",
        "重点实验室",
        "按装机容量",
        "自己经营",
        "报名截止2018年4月",
        "公布署名",
        "完善资源配置、创新体系和资源配置、创新体制",
        "恢复盖章",
        "给予案件",
        "中国特色社会主义理论体系和习近平新时代中国特色社会主义经济思想",
        "邓小平理论、“三个代表”重要思想、科学发展观",
        "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”",
        "党的二十大和二十届三中全会精神",
        "统筹推进“五位一体”总体布局、协调推进“四个全面”战略布局",
        "创新发展观念，完整准确全面贯彻新发展理念，构建新发展格局",
        "平台帐篷、预防犯罪、举措失当、调整冶金业、部份额",
        "切记不要抢道，严禁擅自改变",
    ] {
        fine(text);
    }
}

#[test]
fn negations_that_turn_a_verb_round() {
    for text in [
        "防止类似安全事故不再发生",
        "避免此类问题不再出现",
        "坚决杜绝违规行为不再反弹",
        "严防重大事故不发生",
    ] {
        wrong(text, "double-negation", text);
    }
    for text in [
        "防止类似安全事故再次发生",
        "防止反弹，确保不再发生",
        "防止污染、不发生事故",
        "避免纠纷并确保不再发生",
        "防止农民因政策调整不再种粮",
        "防止事故；不再发生",
        "消防安全，不发生火灾",
        "防范化解风险守住不发生系统性金融风险的底线",
        "防止因重复申报而不再发生补贴",
    ] {
        fine(text);
    }
}

#[test]
fn verbs_without_an_object() {
    for text in [
        "充分发挥行业协会，规范市场秩序。",
        "积极发挥社会组织、志愿者，开展服务。",
        "充分发挥基层党员。",
    ] {
        wrong(text, "missing-object", text);
    }
    for text in [
        "充分发挥行业协会的作用，规范市场秩序。",
        "充分发挥政府、企业，以及行业协会的作用。",
        "充分发挥主观能动性，服务企业。",
        "充分发挥示范带动，联系企业。",
        "充分发挥党建引领，联合社会组织。",
        "发挥行业协会，规范市场。",
        "指挥部门，充分发挥市场在资源配置中的决定性作用",
        "充分发挥财政资金，支持企业。",
        "充分发挥平台等机构",
    ] {
        fine(text);
    }
}

#[test]
fn titles_in_two_ways() {
    let key = |title: &str| key(&name_key(title));
    assert_eq!(key("三年行动计划（2018-2020年）"), key("三年行动计划(2018—2020年)"));
    assert!(lacks_word(&key("国家创新驱动发展纲要"), &key("国家创新驱动发展战略纲要")));
    for (one, other) in [
        ("节约用水行动方案", "节约用水行动实施方案"),
        ("关于节约用水工作的意见", "关于节约用水工作的实施意见"),
        ("县域科技创新跃升计划", "河北县域科技创新跃升计划"),
        ("科技创新发展规划纲要", "科技创新发展规划纲要解读"),
        ("水利发展第一个规划纲要", "水利发展第一个五年规划纲要"),
        ("关于县域创新发展的意见", "关于北县县域创新发展的意见"),
    ] {
        assert!(!lacks_word(&key(one), &key(other)), "{one} {other}");
    }
    let found: Vec<&str> =
        titles("《甲》和《关于《乙》的通知》《丙").map(|(_, title)| title).collect();
    assert_eq!(found, ["甲", "乙"]);
}

#[test]
fn names_that_are_almost_registered() {
    let mut names = Names::default();
    for name in [
        "市科技局",
        "市财政局",
        "省发改委",
        "各街道",
        "各园区",
        "市委办",
        "人力资源和社会保障局",
        "廊坊市科学技术局",
    ] {
        names.add(name);
    }
    let near = |text: &str| -> Vec<String> {
        let near = names.near(text, |_| true).into_iter();
        near.map(|one| format!("{} {}", &text[one.place], names.name(one.name))).collect()
    };
    assert_eq!(near("由市财政局、市科技句负责"), ["市科技句 市科技局"]);
    assert_eq!(near("由市财政局、省发改委会牵头"), ["省发改委会 省发改委"]);
    assert_eq!(near("(责任单位:市财政局,各园区,街道)"), ["街道 各街道"]);
    assert_eq!(near("市财政局、市市科技局"), ["市市科技局 市科技局"]);
    assert_eq!(
        near("市财政局、人力资源与社会保障局"),
        ["人力资源与社会保障局 人力资源和社会保障局"]
    );
    assert_eq!(near("市财政局、廊坊市科学枝术局"), [""; 0]);
    for text in [
        "市财政局、市民政局、市林业局",
        "市财政局、市委、市政府、市人大",
        "市科技句、市民政局",
        "由市财政局等部门牵头，街道配合",
        "市财政局、各县（市、区）政府",
        "市财政局局长、市科技局副局长",
    ] {
        assert_eq!(near(text), [""; 0], "{text}");
    }
}

#[test]
fn bodies_with_another_ending() {
    let names = [
        "市卫生健康委",
        "示例市卫生健康委员会",
        "市科技局",
        "省财政厅",
        "市水务局",
        "卫生健康委",
        "市文明办",
    ];
    let mut stems = Stems::default();
    names.iter().enumerate().for_each(|(number, name)| stems.add(name, number));
    let near = |text: &str| -> Vec<String> {
        let near = stems.near(text).into_iter();
        near.map(|one| format!("{} {}", &text[one.place], names[one.name])).collect()
    };
    assert_eq!(near("会同市卫生健康局、市医保局制定"), ["市卫生健康局 市卫生健康委"]);
    assert_eq!(near("，市卫生健康局负责"), ["市卫生健康局 市卫生健康委"]);
    assert_eq!(near("示例市卫生健康局"), ["示例市卫生健康局 示例市卫生健康委员会"]);
    assert_eq!(near("报省财政局备案"), ["省财政局 省财政厅"]);
    for text in [
        "市卫生健康委和市卫生健康委员会",
        "市卫生健康局长",
        "唐山市卫生健康局、大同市卫生健康局",
        "原市卫生健康局、原示例市卫生健康局",
        "各县、市卫生健康局",
        "区卫生健康局",
        "由市科技委审议",
        "市文明委",
        "市水务局局长",
        "全市卫生健康局面",
        "局、委、厅",
    ] {
        assert_eq!(near(text), [""; 0], "{text}");
    }
}

#[test]
fn items_of_a_list_that_stand_twice() {
    for text in ["做到早发现、早帮扶、早帮扶。", "粮食、蔬菜、蔬菜等产业", "甲县、乙县、乙县、丙县"]
    {
        assert_eq!(codes(text, Script::Chinese), ["doubled-mark"], "{text}");
    }
    for text in [
        "做到早发现、早干预、早帮扶。",
        "甲县、乙县、乙县级市",
        "一、二、二十",
        "天津、北京、北京大兴",
    ] {
        assert_eq!(codes(text, Script::Chinese), [""; 0], "{text}");
    }
}

#[test]
fn the_space_behind_the_number_of_a_table_is_set_on_purpose() {
    assert_eq!(codes("表1　主要指标", Script::Chinese), [""; 0]);
    assert_eq!(codes("附件2　责任分工", Script::Chinese), [""; 0]);
    assert_eq!(codes("发展　1个园区", Script::Chinese), ["no-break-space"]);
}
