//! In: sentences of real plans. Out: whether what is wrong with their marks and spaces is found, and nothing else.

mod days;
mod english;
mod random;
mod words;

use super::*;

fn of(text: &str, script: Script) -> Vec<Flaw> {
    flaws(&[Part { text, heading: false }], script)
}

fn codes(text: &str, script: Script) -> Vec<&'static str> {
    let mut codes: Vec<_> = of(text, script).iter().map(|flaw| flaw.problem.code()).collect();
    codes.dedup();
    codes
}

/// The text with the fixes that do not overlap.
fn mend_once(text: &str, script: Script) -> String {
    let mut edits: Vec<(Range<usize>, String)> =
        of(text, script).into_iter().flat_map(|flaw| flaw.fix).collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut out, mut done) = (String::new(), 0);
    for (range, right) in edits {
        if range.start >= done && (range.start > done || done == 0) {
            out.push_str(&text[done..range.start]);
            out.push_str(&right);
            done = range.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

fn mended(text: &str, script: Script) -> String {
    let mut text = text.to_owned();
    for _ in 0..8 {
        let next = mend_once(&text, script);
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// In Chinese: what is found, and what becomes of it.
#[track_caller]
fn wrong(text: &str, code: &str, right: &str) {
    assert!(
        codes(text, Script::Chinese).contains(&code),
        "{text}: {:?}",
        of(text, Script::Chinese)
    );
    assert_eq!(mended(text, Script::Chinese), right);
}

#[track_caller]
fn fine(text: &str) {
    assert_eq!(of(text, Script::Chinese), [], "{text}");
}

#[track_caller]
fn wrong_english(text: &str, code: &str, right: &str) {
    assert!(
        codes(text, Script::English).contains(&code),
        "{text}: {:?}",
        of(text, Script::English)
    );
    assert_eq!(mended(text, Script::English), right);
}

#[track_caller]
fn fine_english(text: &str) {
    assert_eq!(of(text, Script::English), [], "{text}");
}

#[test]
fn marks_of_an_english_keyboard() {
    let code = "half-width-marks";
    wrong(
        "深入贯彻党的十九大精神,全面落实;到2020年.",
        code,
        "深入贯彻党的十九大精神，全面落实；到2020年。",
    );
    wrong(
        "三年行动计划(2018—2020年)(征求意见稿)",
        code,
        "三年行动计划（2018—2020年）（征求意见稿）",
    );
    wrong("资金专款专用.年底前拨付到位", code, "资金专款专用。年底前拨付到位");
    wrong("各县(市、区)政府", code, "各县（市、区）政府");
    wrong("(一)更加注重创新", code, "（一）更加注重创新");
    wrong("附件:名单", code, "附件：名单");
    wrong("增长4.8%;万人发明专利1.5件", code, "增长4.8%；万人发明专利1.5件");
    wrong("节水, 治水", code, "节水，治水");
    wrong("如何参与?请写信!", code, "如何参与？请写信！");
    wrong("国内生产总值(GDP)增长", code, "国内生产总值（GDP）增长");
    wrong("建设“双创”基地,培育企业", code, "建设“双创”基地，培育企业");
    wrong("甲（乙)丙", code, "甲（乙）丙");
    // Without its partner, nobody knows which bracket was meant.
    wrong("各县(市、区政府", "unbalanced-marks", "各县(市、区政府");
    for text in [
        "会议17:30开始，比例为1:1，增长1.5%，达1,000家。",
        "见http://www.example.org/a,b?c=d，或写信到kjj.a-b@example.gov.cn。",
        "支持VR,AR技术",
        "采用Web 2.0、Windows, Linux和f(x)等技术。",
        "1.修管道",
        "一.总则",
        "第一章.总则",
        "约翰·史密斯（John Smith, Jr.）",
        "1)节水；2)治水",
        "包括：（1）节水；（2）治水。",
    ] {
        assert!(!codes(text, Script::Chinese).contains(&code), "{text}");
    }
}

#[test]
fn chinese_marks_in_english() {
    let code = "full-width-marks";
    wrong_english("Pipes，pumps and meters。", code, "Pipes, pumps and meters.");
    wrong_english("The plan（draft）is open", code, "The plan (draft) is open");
    wrong_english("the 「Star」 plan", code, "the “Star” plan");
    assert_eq!(codes("The 《Plan》", Script::English), [code]);
    fine_english("The plan (节水规划，2018年) is called “Save water”, it’s open: see 《规划》.");
    fine_english("The cities’ plan, Gu’an County; 3.5% (about 1,000) – e.g. pipes.");
}

#[test]
fn marks_without_a_partner() {
    let code = "unbalanced-marks";
    wrong("借助3·15”开展活动", code, "借助3·15”开展活动");
    wrong("到“十三五末", code, "到“十三五末");
    wrong("到”十三五“末", code, "到“十三五”末");
    wrong("按照《规划的要求（见附件》）", code, "按照《规划的要求（见附件》）");
    wrong(
        "关于印发《关于节水的《规划》的通知》的函",
        code,
        "关于印发《关于节水的〈规划〉的通知》的函",
    );
    wrong("他说“要抓“双创”工作”", code, "他说“要抓‘双创’工作”");
    wrong("建设\"双创\"基地", code, "建设“双创”基地");
    wrong("建设\"双创基地", code, "建设\"双创基地");
    for text in [
        "“十三五”时期（2016—2020年），落实《规划》【重点】〔2018〕5号。",
        "1）节水，2）治水；a)甲；一）乙",
        "Gu’an的“‘双创’基地”",
        "《关于〈规划〉的通知》",
    ] {
        fine(text);
    }
    assert_eq!(codes("The plan (draft is open", Script::English), [code]);
    fine_english("“This is the first paragraph of a quotation.");
    fine_english("a) the cities’ plan, ’90s style");
}

#[test]
fn stray_spaces_and_question_marks() {
    let code = "stray-mark";
    wrong("到 “十三五”末，节水。", code, "到“十三五”末，节水。");
    wrong("加强 节水，治水。", code, "加强节水，治水。");
    wrong("节水， 治水", code, "节水，治水");
    wrong("建设《 规划》", code, "建设《规划》");
    let tight = "2025年建成3家，2026年4家，2027年5家，2028年6家，2029年7家。到2025 年底";
    wrong(tight, code, &tight.replace("2025 年底", "2025年底"));
    wrong("廊坊开发区？，广阳区", code, "廊坊开发区？，广阳区");
    for text in [
        "第一章 总则",
        "第一条 为了节水，制定本规划。",
        "张三 李四 王五",
        "廊坊市人民政府 2018年4月11日",
        "附件1 名单",
        "一、 总则",
        "1 总则",
        "使用 PCT 专利，采用 Web 技术。",
        "如何参与？请写信。是否可行？不行？",
        "2025 年建成 3 家，2026 年 4 家。",
        "为什么？？",
    ] {
        assert!(!codes(text, Script::Chinese).contains(&code), "{text}");
    }
    fine_english("Save water, and save  energy?");
}

#[test]
fn commas_in_lists() {
    let code = "comma-in-list";
    let posts = "成立领导小组，区长为组长、副区长为副组长，相关部门负责人为成员。";
    wrong(posts, code, posts);
    let list = "着力培育工业设计、智慧物流，协同电子商务、健康服务等新业态。";
    wrong(list, code, list);
    for text in [
        "各县市区人民政府，工业新区、滨湖新区管委会，市直各部门：",
        "发展电子信息、生物医药，培育新能源、新材料等产业。",
        "区科技局、区财政局，各镇，各园区，各街道。",
        "优势互补、协同发展”原则，采取政校企、校企、院企等多种方式。",
        "以钢铁、化工等产业，装备、建材等领域为重点。",
        "区长任组长，副区长任副组长，局长任成员。",
        "建设科技馆、博物馆，让群众在家门口看展览、听讲座等。",
    ] {
        assert!(!codes(text, Script::Chinese).contains(&code), "{text}");
    }
}

#[test]
fn dashes_of_ranges() {
    let code = "range-dash";
    for (text, right) in [
        ("建设3-5家泵站", "建设3—5家泵站"),
        ("引进2~3个团队", "引进2—3个团队"),
        ("2018-2020年", "2018—2020年"),
        ("（2018–2020年）", "（2018—2020年）"),
        ("增长5-10%", "增长5%—10%"),
        ("增长5%-10%", "增长5%—10%"),
        ("2018年-2020年", "2018年—2020年"),
        ("每年5月-10月", "每年5月—10月"),
        ("3.5-4.5亿元", "3.5—4.5亿元"),
        ("2018——2020年", "2018—2020年"),
        ("温度20-25℃", "温度20—25℃"),
        ("管长3-5km", "管长3—5km"),
    ] {
        wrong(text, code, right);
    }
    wrong("建设3～5家、6～8家泵站和2-3个水厂", code, "建设3～5家、6～8家泵站和2～3个水厂");
    // Years and numbers may have each their own.
    fine("2018—2020年建设3～5家，2021—2025年建设6～8家。");
    for text in [
        "2018-04-11发布，2018-4-11印发",
        "电话0316-2012345、400-610-1234、13-1234567",
        "符合GB/T 15834-2011和GB/T15834-2011",
        "监测PM2-5、K80-K82和COVID-19",
        "廊政办字〔2018〕5-1号，见表1-2、图3-4",
        "住3-2-501，2-301室",
        "科技创新2030—重大项目，1—2个，2018—2020年",
        "3-2=1，10-8",
        "面积为5-3米",
        "见http://example.org/2018-2020年",
    ] {
        assert!(!codes(text, Script::Chinese).contains(&code), "{text}");
    }
    wrong_english("from 2018-2020, 3-5 stations", code, "from 2018–2020, 3–5 stations");
    wrong_english(
        "growth of 5-10% in a 10-15-year plan",
        code,
        "growth of 5–10% in a 10–15-year plan",
    );
    wrong_english("2018—2020", code, "2018–2020");
    for text in [
        "on 2018-04-11",
        "call 0316-2012345",
        "GB/T 15834-2011",
        "COVID-19 and PM2-5",
        "in 2020-21",
    ] {
        fine_english(text);
    }
}

#[test]
fn other_signs_for_dashes_and_dots() {
    let code = "box-drawing-dash";
    wrong("众创空间─孵化器─加速器", code, "众创空间—孵化器—加速器");
    wrong("节水－－治水", code, "节水——治水");
    wrong("节水--治水", code, "节水——治水");
    wrong("统ㄧ部署", code, "统ㄧ部署");
    wrong("节水、治水...", code, "节水、治水……");
    wrong("节水。。。", code, "节水……");
    wrong("节水......治水", code, "节水……治水");
    for text in ["众创空间—孵化器", "节水——治水……", "产-学-研", "运行lantu --fix可以修改", "a...b"]
    {
        fine(text);
    }
    wrong_english("save water--now", code, "save water—now");
    fine_english("run it with --fix, and so on...");
}

#[test]
fn blanks() {
    let code = "no-break-space";
    wrong("\u{a0} 当前,全球", code, "当前，全球");
    wrong("　　当前，全球", code, "当前，全球");
    wrong("节水\u{200b}治水", code, "节水治水");
    wrong("节水\u{a0}治水，", code, "节水治水，");
    wrong("采用Web\u{a0}App技术", code, "采用Web App技术");
    wrong("节\u{ad}水\u{feff}", code, "节水");
    fine("张　三");
    fine("👩\u{200d}🔬");
    wrong_english("save\u{200b} water", code, "save water");
    fine_english("5\u{a0}km of 10\u{202f}000 pipes");
}

#[test]
fn letters_and_digits_in_full_width() {
    let code = "full-width-digits";
    wrong("面向２０３０年，Ｇ２０峰会", code, "面向2030年，G20峰会");
    wrong_english("in ２０３０", code, "in 2030");
}
