//! In: nothing. Out: the words that stand around figures in Chinese plans. Longer words stand before those that they
//! contain.

/// Behind these, at the end of what stands before a figure, the figure says how things stand.
pub const LEVEL: [&str; 25] = [
    "力争达到",
    "稳定在",
    "保持在",
    "控制在",
    "增加到",
    "提高到",
    "提升到",
    "增长到",
    "上升到",
    "扩大到",
    "发展到",
    "壮大到",
    "提高至",
    "提升至",
    "增加至",
    "增长至",
    "达到了",
    "增至",
    "升至",
    "降至",
    "降到",
    "降低到",
    "下降到",
    "达到",
    "达",
];

/// Between the two figures of a step: 由318家增加到600家.
pub const STEP: [&str; 30] = [
    "增加到",
    "提高到",
    "提升到",
    "增长到",
    "上升到",
    "扩大到",
    "发展到",
    "壮大到",
    "拓展到",
    "扩展到",
    "降低到",
    "下降到",
    "减少到",
    "压减到",
    "缩短到",
    "提高至",
    "提升至",
    "增加至",
    "增长至",
    "上升至",
    "扩大至",
    "降低至",
    "下降至",
    "减少至",
    "增至",
    "升至",
    "降至",
    "降到",
    "升到",
    "增到",
];

/// How much comes to what there is.
pub const INCREASE: [&str; 16] = [
    "新引进",
    "新认定",
    "新培育",
    "新设立",
    "新创建",
    "新获批",
    "新增加",
    "新增",
    "新建",
    "净增",
    "新设",
    "增加",
    "增长",
    "引进",
    "引入",
    "提高",
];

/// Before a rate: something became more.
pub const RISE: [&str; 10] =
    ["净增", "增加", "增长", "提高", "提升", "上升", "增幅", "增长率", "扩大", "上涨"];

/// Before a rate: something became less.
pub const FALL: [&str; 9] =
    ["减少", "下降", "降低", "压缩", "压减", "缩短", "降幅", "缩减", "回落"];

/// How many times as much the end of a step is, in hundredths.
pub const FACTORS: [(&str, u32); 25] = [
    ("翻了一番", 200),
    ("翻了两番", 400),
    ("翻一番", 200),
    ("翻两番", 400),
    ("翻二番", 400),
    ("翻三番", 800),
    ("翻番", 200),
    ("翻倍", 200),
    ("翻一倍", 200),
    ("增长一倍", 200),
    ("增加一倍", 200),
    ("提高一倍", 200),
    ("增长两倍", 300),
    ("增加两倍", 300),
    ("增长1倍", 200),
    ("增加1倍", 200),
    ("增长2倍", 300),
    ("增加2倍", 300),
    ("压缩一半", 50),
    ("减少一半", 50),
    ("缩短一半", 50),
    ("降低一半", 50),
    ("下降一半", 50),
    ("压减一半", 50),
    ("减半", 50),
];

/// How much something grows in a year.
pub const GROWTH: [&str; 12] = [
    "年均增长率达到",
    "年均增速达到",
    "年均增长率",
    "年平均增长",
    "年均增长",
    "年均增速",
    "年均增幅",
    "年增长率",
    "年增速达到",
    "年增速",
    "年增长",
    "年增幅",
];

/// Before a name: verbs, and words that say when, where or how firmly.
pub const LEADING: [&str; 99] = [
    "统筹推进",
    "重点支持",
    "重点建设",
    "重点打造",
    "重点培育",
    "编制发布",
    "培育建设",
    "累计建成",
    "争取支持",
    "力争到",
    "进一步",
    "在全市",
    "在全省",
    "全市",
    "全省",
    "全区",
    "全县",
    "全州",
    "全旗",
    "我市",
    "我省",
    "我区",
    "我县",
    "本市",
    "本省",
    "省内",
    "市内",
    "各类",
    "各级",
    "其中",
    "建设",
    "建成",
    "打造",
    "培育",
    "壮大",
    "支持",
    "引导",
    "推动",
    "实施",
    "开展",
    "组织",
    "完成",
    "扶持",
    "创建",
    "争创",
    "认定",
    "发展",
    "设立",
    "布局",
    "推进",
    "力争",
    "确保",
    "争取",
    "重点",
    "加快",
    "大力",
    "积极",
    "至少",
    "累计",
    "吸纳",
    "实现",
    "年内",
    "今年",
    "全年",
    "每年",
    "现有",
    "仍有",
    "还有",
    "尚有",
    "已有",
    "拥有",
    "共有",
    "全面",
    "谋划",
    "首批",
    "选派",
    "安排",
    "聚焦",
    "形成",
    "分别",
    "以及",
    "促使",
    "稳步",
    "逐步",
    "使",
    "并",
    "再",
    "到",
    "底",
    "末",
    "前",
    "已",
    "共",
    "有",
    "和",
    "及",
    "与",
    "将",
    "、",
];

/// Behind a name, before the verb.
pub const TRAILING: [&str; 22] = [
    "的总数",
    "总数量",
    "的数量",
    "总数",
    "数量",
    "力争",
    "确保",
    "预计",
    "累计",
    "分别",
    "稳步",
    "逐步",
    "总计",
    "共计",
    "将",
    "要",
    "均",
    "都",
    "也",
    "共",
    "再",
    "已",
];

/// What is no name of its own: it means the thing that was named before.
pub const GENERIC: [&str; 10] =
    ["总数", "总量", "数量", "总规模", "其", "比例", "比重", "占比", "面积", "规模"];

/// What is left of a time when its numbers are taken off: 三年, “十四五”期间.
pub const TIMES: [&str; 13] = [
    "年度期间",
    "年期间",
    "年度",
    "年内",
    "年来",
    "年间",
    "年",
    "季度",
    "个月",
    "月",
    "天",
    "时期",
    "期间",
];

/// What ends like a place and is counted like a thing.
pub const COUNTED_PLACES: [&str; 46] = [
    "园区",
    "小区",
    "社区",
    "街区",
    "景区",
    "校区",
    "库区",
    "片区",
    "城区",
    "灌区",
    "矿区",
    "林区",
    "牧区",
    "农区",
    "山区",
    "辖区",
    "专区",
    "特区",
    "厂区",
    "新区",
    "开发区",
    "示范区",
    "试验区",
    "保护区",
    "集聚区",
    "功能区",
    "产业区",
    "自贸区",
    "综保区",
    "先行区",
    "先导区",
    "合作区",
    "核心区",
    "自创区",
    "试点县",
    "示范县",
    "强县",
    "试点市",
    "示范市",
    "城市",
    "超市",
    "集市",
    "门市",
    "乡镇",
    "小镇",
    "示范镇",
];

/// At the end of a name behind a figure.
pub const BEHIND: [&str; 6] = ["建设", "左右", "以上", "水平", "和", "及"];

/// Whose level a name says.
pub const GRADES: [&str; 13] = [
    "国家级以上",
    "省级以上",
    "市级以上",
    "县级以上",
    "省部级",
    "国家级",
    "省级",
    "市级",
    "县级",
    "区级",
    "省、市级",
    "国家",
    "省",
];

/// Years that have passed, or figures that compare with them, promise nothing.
pub const PAST: [&str; 8] = ["去年", "上年", "同比", "往年", "十二五”期间", "以来", "目前", "截至"];

/// Each of these gets so many: no figure of the whole.
pub const EACH: [&str; 16] = [
    "每个", "每所", "每家", "每县", "每市", "每区", "每村", "每乡", "每镇", "每项", "每户", "每位",
    "每名", "每人", "每校", "各建",
];

/// The word of the list that a text ends with.
pub fn ending(text: &str, list: &[&'static str]) -> Option<&'static str> {
    let last = text.as_bytes().last();
    list.iter().find(|word| word.as_bytes().last() == last && text.ends_with(**word)).copied()
}

/// The word of the list that a text begins with.
pub fn beginning(text: &str, list: &[&'static str]) -> Option<&'static str> {
    // The second byte tells Chinese characters apart better than the first one.
    let second = text.as_bytes().get(1);
    let may = |word: &str| word.len() < 2 || word.as_bytes().get(1) == second;
    list.iter().find(|word| may(word) && text.starts_with(**word)).copied()
}
