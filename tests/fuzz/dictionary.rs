//! In: nothing. Out: words and marks that mean something to lantu, to Markdown, to TOML or to readers of numbers.

/// What has broken programs before.
#[rustfmt::skip]
pub const NASTY: &[&str] = &[
    "\0", "\u{feff}", "\u{200b}", "\u{200d}", "\u{202e}", "\u{2028}", "\u{85}", "\u{ad}", "\u{301}", "\u{f8f1}",
    "\u{f8f2}", "\u{f8f1}0\u{f8f2}", "\u{fffd}", "\u{10ffff}", "𠮷", "👨‍👩‍👧", "\r", "\r\n", "\t", "\u{b}",
    "\u{3000}", "\u{a0}", "İ", "ß", "ﬁ", "ſ", "K", "１", "②", "Ⅳ", "½", "²", "٣", "০", "%", "&amp;", "&#0;",
    "&#x110000;", "<", ">", "\"", "'", "\\", "`", "lantu:0", "lantu:99999999999999999999", "]]>", "-->", "<!--",
    "<![CDATA[", "</script>",
];

/// Values of TOML of every type, at their ends.
#[rustfmt::skip]
pub const VALUES: &[&str] = &[
    "\"\"", "\" \"", "\"\"\"\n\"\"\"", "''", "true", "false", "0", "-0", "1", "-1", "9223372036854775807",
    "-9223372036854775808", "99999999999999999999999999999", "0x7fffffffffffffff", "1_000", "1e9", "1e400",
    "-1e-400", "1.10", "0.1234567890123456789012345678901", "nan", "-inf", "[]", "[[]]", "[1, \"a\"]", "{}",
    "{ zh = \"\" }", "{ zh = 1, en = 2 }", "{ zh = [], en = [] }", "{ en = \"only\" }", "{ 2030 = 1 }",
    "{ 0 = 1, 99999 = 2 }", "{ 2025 = 1, 2025 = 2 }", "{ -1 = 1 }", "2018-02-28", "2018-02-30", "0000-01-01",
    "0001-01-01", "9999-12-31", "1969-12-31", "2025-06-03T12:00:00Z", "2025-06-03 12:00:00", "07:32:00",
    "\"2025-04-01 17:00\"", "\"2025-04-01 24:00\"", "\"9999-12-31 23:59\"", "\">=80\"", "\"5-3\"", "\"3-5\"",
    "\"~\"", "\"1:0\"", "\"0:0\"", "\"1:79228162514264337593543950335\"", "79228162514264337593543950335",
    "-79228162514264337593543950335", "\"79228162514264337593543950335-79228162514264337593543950335\"",
    "0.0000000000000000000000000001", "\"_preamble\"", "[\"_preamble\", \"1\", \"1\"]",
    "\"https://www.example.org\"", "\"http://[::1]:99999/\"", "\"javascript:x\"", "\"../../x\"", "\"/\"",
    "\"a@b.c\"", "\"mailto:a@b\"", "\"000\"", "\"+86 (0) 1\"", "\"zh\"", "\"en\"", "[\"zh\"]",
    "[\"zh\", \"en\", \"zh\"]", "[\"x-y-z-a-b-c\"]", "\"Asia/Shanghai\"", "\"UTC\"", "\"Nowhere/City\"",
    "\"water-2030\"", "\"water-draft\"", "\"water\"", "\"finance\"", "\"north\"", "\"example-city\"",
    "\"renewed-pipes\"", "\"draft\"", "\"in-force\"", "\"superseded\"", "\"none\"", "\"sum\"", "\"growth-rate\"",
    "\"time-proportional\"", "\"yearly-milestone\"", "\"yearly-flow\"", "\"level\"", "\"month\"", "\"off\"",
    "\"error\"",
];

/// Texts within TOML files.
#[rustfmt::skip]
pub const TEXTS: &[&str] = &[
    "water", "finance", "north", "south", "example-city", "renewed-pipes", "reclaimed-water", "water-2030",
    "water-draft", "市水利局", "市财政局", "各县（区）政府", "北县", "全市", "1", "2.1", "2.1.1", "annexes", "_preamble", "2", "x1",
    "0", "99999999999", "2.1.1.1.1.1.1", "2030", "2025-01-01", "</script>", "<b>", "&", "“", "《规划》", "（",
    "{{ figure renewed-pipes 2030 }}", "{{", "**", "[a](b)", "](javascript:x)", "到2030年达到100家，同比增长10%",
    "CNY 50 million", "万元", "%", "km", "\u{202e}", "a b", "A", "-", "ß", "é", "节", " ", "\n", "\u{0}",
    "https://www.example.org/", "x@example.org", "010-12345678", "areas-add-up", "figures", "quantity-parity",
    "text", "zh", "en",
];

/// Markdown, and what lantu reads in it.
#[rustfmt::skip]
pub const MARKDOWN: &[&str] = &[
    "# ", "## ", "### ", "###### ", "##", "\n\n", "\n", "- ", "1. ", "* ", "> ", ">", "    ",
    "| a | b |\n|---|:-:|\n| 1 | 2 |\n", "|", "---\n", "===\n", "```\n", "~~~\n", "`", "**", "*", "_", "~~", "***",
    "[", "]", "(", ")", "](", "[a]: b\n", "[a][a]", "![](x.png)", "![a](files/a.png)", "<b>", "</b>",
    "<table><tr><td>", "</table>", "<div>", "<script>", "<a href=x>", "<img src=x onerror=y>", "<!-- ", "<p><i>",
    "<br>", "<svg><p>", "<math>", "{#id}", "{#annexes}", "{#1}", "{.c}", "{{", "}}",
    "{{ figure renewed-pipes 2030 }}", "{{ figure renewed-pipes 2030 north }}",
    "{{ figure renewed-pipes baseline }}", "{{ figure x 1 }}", "\n\n{{ chart trajectory renewed-pipes }}\n\n",
    "\n\n{{ chart overview }}\n\n", "\n\n{{ table renewed-pipes }}\n\n", "\n\n{{ duties }}\n\n", "{{ chart areas renewed-pipes 2030 }}",
    "一、", "（一）", "1.", "（1）", "第一章", "第一条", "I. ", "(I) ", "(i) ", "Chapter 1 ", "Article 1 ", "\n## 一、目标\n",
    "\n### （一）减少漏损\n", "\n#### 1.改造管网\n", "[a](#2.1)", "[a](/about/)", "[a](targets/#renewed-pipes)",
    "<https://a.b>", "&lt;", "&", "\\", "《", "》", "“", "”", "（", "）", "、", "，", "。", "；", "：", "·", "—", "……", "等",
    "一是", "二是", "分别", "其中", "共",
];

/// What stands in and around numbers, in both languages.
#[rustfmt::skip]
pub const NUMBERS: &[&str] = &[
    "0", "1", "3", "10", "12", "100", "2020", "2025年", "3月", "15日", "3·15", "２５", "1,600", "31.6", "9,9999", "0.0",
    "1.", ".5", "三", "十", "二十", "一百五十", "二〇二五", "万", "亿", "千万", "万亿", "百亿", "两", "双", "半", "几", "数十", "余", "多", "家",
    "个", "项", "公里", "平方米", "万元", "亿元", "%", "％", "‰", "个百分点", "倍", "成", "三分之一", "分之", "以上", "以下", "以内", "左右", "约",
    "超过", "不低于", "不少于", "至少", "最高", "达到", "由", "从", "到", "至", "增加到", "增加", "降低", "同比增长", "年均", "每年", "分别", "其中",
    "共", "合计", "等", "、", "，", "。", "；", "（", "）", "—", "–", "-", "~", "～", ":", "第", "号", "条", "第三", "第3.3.11条",
    "“十三五”", "PM2.5", "010-12345678", " ", "a", "an", "the", "one", "two", "twenty-one", "hundred", "thousand",
    "million", "billion", "trillion", "dozen", "half", "twofold", "double", "a third", "two thirds", "first", "3rd",
    "21st", "per cent", "percent", "percentage points", "CNY ", "RMB ", "USD ", "km", "sq. m", "hectares", "tonnes",
    "enterprises", "at least ", "at most ", "more than ", "fewer than ", "over ", "under ", "about ", "up to ",
    "no less than ", "from ", " to ", "between ", " and ", "by ", "respectively", "of which ", "in total",
    "each year", "No. ", "Article ", "clause 3.3.11", "Section ", "May", "March 15", "15 March 2025", "2018-04-11",
    "5 p.m.", "17:00", "th", ",", ".", ";", "\n",
];

/// Duty notes.
#[rustfmt::skip]
pub const NOTES: &[&str] = &[
    "（责任单位：", "（牵头单位：", "责任单位：", "牵头单位:", "；", "、", "，", "和", "及", "与", "）", "（", "市水利局", "市财政局", "各县（区）政府", "水利局",
    "财政局", "北县人民政府", "市", "局", "等", "。", "\n\n", "\n", "\n- ", "\n#### 9.修管\n\n", "**", "[市水利局](#1)",
    "(Responsible units: ", "(Lead unit: ", "Responsible unit:", ", ", " and ", "; ", ")", "(", "City Water Bureau",
    "City Finance Bureau", "All county and district governments", "the ", "责任单位", ":", "：", "（责任单位：）", "<b>", "`",
    "{{ figure renewed-pipes 2030 }}",
];

/// XLIFF.
#[rustfmt::skip]
pub const XML: &[&str] = &[
    "<unit id=\"1\">", "</unit>", "<segment id=\"heading\">", "</segment>", "<ignorable>", "</ignorable>",
    "<source>", "</source>", "<target>", "</target>", "<target/>", "<mrk id=\"m\">", "</mrk>", "<pc id=\"1\">",
    "</pc>", "<ph id=\"1\"/>", "<cp hex=\"0000\"/>", "<cp hex=\"D800\"/>", "<cp hex=\"110000\"/>",
    "<cp hex=\"zz\"/>", "<group>", "</group>", "<file id=\"x\">", "</file>", "<!--", "-->", "<![CDATA[", "]]>",
    "&lt;", "&#10;", "&x;", "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>", "state=\"initial\"",
    "state=\"final\"", "id=\"block-1\"", "id=\"block-99\"", "id=\"_preamble\"", "xmlns=\"\"", "xmlns:a=\"b\"",
    "a:id=\"1\"", "version=\"1.2\"", "version=\"2.2\"", "trgLang=\"en\"", "srcLang=\"de\"", "## ", "\n\n", "- ",
    "| a |", "{{ figure renewed-pipes 2030 }}", "{{ chart overview }}", "#### 4. ", "{#x}", "**", "`", " ", "\n",
];

/// Templates and words of a theme.
#[rustfmt::skip]
pub const THEME: &[&str] = &[
    "{{", "}}", "{%", "%}", "{#", "#}", "{% if true %}", "{% endif %}", "{% for a in [1, 2] %}", "{% endfor %}",
    "{% block content %}", "{% endblock %}", "{% extends \"base.html\" %}", "{% extends \"plans.html\" %}",
    "{% include \"plans.html\" %}", "{% raw %}", "{{ view }}", "{{ page }}", "{{ page.title }}", "{{ nothing }}",
    "{{ 1 / 0 }}", "{{ 9223372036854775807 + 1 }}", "{{ -9223372036854775807 - 9 }}",
    "{{ t(key=\"tab-targets\") }}", "{{ t(key=\"nothing\") }}", "{{ t() }}", "{{ list_marks(of=3) }}",
    "{{ list_marks(of=-1) }}", "{{ \"a\" | whole | safe }}", "{{ [1] | whole }}", "| safe", "| length",
    "| join(sep=\"\")", "(", ")", "[", "]", "{", "}", "\"", "'", "\\", "{% set a = a ~ a %}", "{% set a = \"x\" %}",
    "key = value\n", "key =\n", "key = { $n ->\n    [one] a\n   *[other] b\n}\n", "-term = x\n", "{ -term }",
    "{ key }", "{ $value }", "{ NUMBER($n) }", "{ \"\\u0000\" }", "{ \"\\UFFFFFF\" }", "    .attr = x\n", "# c\n",
    "*[", "->", "tab-targets = { tab-targets }\n", "plan-count = { plan-count } { plan-count }\n", "\n", " ", "=",
];
