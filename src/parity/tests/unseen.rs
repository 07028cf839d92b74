//! In: sentences of plans that others wrote without knowing the readers. Out: that their quantities agree, and that the mistake
//! next to them is found.

use super::shapes::{agree, differ};
use crate::diagnostic::translation::QuantityKind as Kind;

#[test]
fn money_and_units_are_written_together() {
    agree(&[
        (
            "奖励12万元，每增加3万元加3分",
            "RMB120,000 is awarded, with 3 points for every RMB30,000",
        ),
        (
            "体育场地面积546万平方米，新增99万平方米",
            "546 hectares of sports space, 99 hectares more",
        ),
        ("分别达到243.6万平方米、210.8万平方米", "reach 243.6 and 210.8 hectares respectively"),
        ("分别占46%、30%、16%和8%", "or 46, 30, 16, and 8 percent of the total"),
        ("年销售3000吨以上", "that sell 3,000 metric tons or more a year"),
        ("留样不少于125克", "a sample of at least 125 g"),
        ("停车两个半小时", "a stay of two and a half hours"),
        ("降至29微克/立方米、26微克/立方米以下", "29 and at most 26 μg/m³"),
        ("每千人5批次", "5 per thousand residents"),
        ("降低0.7个百分点", "0.7 of a percentage point less"),
        ("相当于打八折", "in other words, 20 per cent off"),
        ("存放在零下18℃", "stored at −18 °C"),
    ]);
    differ(&[
        ("奖励12万元", "RMB1.2 million is awarded", Kind::Value),
        ("体育场地面积546万平方米", "54.6 hectares of sports space", Kind::Value),
        ("分别占46%、30%", "or 46 and 13 percent of the total", Kind::Value),
        ("不得高于零下18℃", "stored at 18 °C or below", Kind::Value),
    ]);
}

#[test]
fn bounds_are_said_in_other_words() {
    agree(&[
        ("双向6车道及以上的道路", "any road with six or more lanes"),
        ("高峰发车间隔不超过12分钟", "will run at least every 12 minutes in the peak"),
        ("至少应有6名市外专家、6张同意票", "at least six experts and at least six votes in favour"),
        ("进口额不到出口额的五分之二", "imports are less than two fifths of exports"),
        ("1000吨级以上泊位", "berths for vessels of 1,000 tonnes and over"),
        ("6周岁以上不满18周岁的未成年人", "young people aged 6 to 17"),
        (
            "30分以下（含30分）为A级，30分以上为B级",
            "up to and including 30 means grade A; over 30, grade B",
        ),
        ("不得高于零下18℃", "stored at −18 °C or below"),
        ("500吨级及以上的船舶", "ships of the 500-tonne class or larger"),
        ("均不满500吨级", "all of them below the 500-tonne class"),
        ("水位超过警戒水位0.5米的", "when the water is more than 0.5 m above the warning level"),
        ("超过每人5000亩的标准", "which exceeds the standard of 5,000 mu per person"),
        ("验收不合格的，限期60日整改", "Projects that fail must be put right within 60 days"),
        ("平均等级提升到4.45等以内", "The average grade improves to no more than 4.45"),
        ("禁止在25度以上的陡坡地开垦", "no land is cleared on slopes of 25 degrees or more"),
        ("一等奖1名、三等奖6名", "one first prize and six third prizes"),
        (
            "三级航道不低于10米，五级航道不低于5米",
            "at least 10 m on Class III and at least 5 m on Class V",
        ),
    ]);
    differ(&[
        ("500吨级及以上的船舶", "ships of the 500-tonne class or smaller", Kind::Bound),
        ("平均等级提升到4.45等以内", "The average grade improves to at least 4.45", Kind::Bound),
        ("6周岁以上不满18周岁的未成年人", "young people aged 6 to 18", Kind::Bound),
        ("1000吨级以上泊位", "berths for vessels of up to 1,000 tonnes", Kind::Bound),
    ]);
}

#[test]
fn times_and_limits_of_lawyers_and_foresters() {
    agree(&[
        ("10个工作日内完成", "completed within 10 business days"),
        (
            "城东区30分钟内、临河县1小时内到达",
            "on the scene within half an hour in Chengdong and within an hour in Linhe",
        ),
        ("坡度超过25度的林地", "woodland on slopes steeper than 25 degrees"),
        ("建成区面积120平方公里", "the built-up area, which extends over 120 km²"),
    ]);
    differ(&[
        ("30分钟内到达", "on the scene within two hours", Kind::Value),
        ("坡度超过25度的林地", "woodland on slopes of up to 25 degrees", Kind::Bound),
    ]);
}

#[test]
fn numbers_are_left_to_the_reader() {
    agree(&[
        ("限于8时至12时", "is limited to 8 a.m. to noon"),
        (
            "2026年至2028年分别为63公里、64公里和65公里",
            "63 km in 2026, 64 km in 2027 and 65 km in 2028",
        ),
        ("平均1.8辆车共用1个", "1.8 of the buses will share each port"),
        (
            "按表2的比例，最高不超过表2的上限",
            "by the percentage in Table 2, up to the maximum in that table",
        ),
        ("见第七部分第（三）项", "see Part 7(3)"),
        (
            "三（二）4所列15个泊位",
            "all 15 berths referred to in clause III (II) 4 will be equipped",
        ),
    ]);
    differ(&[("见第七部分第（三）项", "see Part 7(4)", Kind::Value)]);
}

#[test]
fn bounds_that_belong_to_other_words() {
    agree(&[
        (
            "坡度超过25度的林地，不得种植",
            "is not permitted in woodland on slopes steeper than 25 degrees",
        ),
        ("小区数分别增至456个和360个", "which brings the numbers up to 456 and 360 respectively"),
        ("应当在15日内办理移交", "has 15 days in which to hand over its affairs"),
        (
            "余额不足首期交存额30%的，应当续交",
            "if the balance falls below 30% of the initial deposit",
        ),
        (
            "停放不超过30分钟的免费，超过30分钟的，按次计费",
            "30 minutes or less are free. Longer stays are charged",
        ),
        ("不足15分钟的按15分钟计算", "any part of a unit of 15 minutes counting as a whole"),
        (
            "人数占比或者面积占比达到20%以上的业主",
            "owners who are at least 20% of all, or who hold at least 20% of the area",
        ),
        ("维护安排在零时至五时", "maintenance between midnight and 5 a.m."),
        ("每小时35蒸吨及以下锅炉", "boilers of 35 tonnes of steam per hour (t/h) or less"),
        ("造林每亩3000元", "CNY 45,000 per hectare for afforestation"),
    ]);
    differ(&[
        (
            "坡度超过25度的林地，不得种植",
            "is not permitted on slopes of not more than 25 degrees",
            Kind::Bound,
        ),
        ("小区数增至456个", "up to 456 compounds", Kind::Bound),
        ("应当在15日内办理移交", "15 days in advance", Kind::Bound),
        (
            "余额不足首期交存额30%的",
            "if the balance is above 30% of the initial deposit",
            Kind::Bound,
        ),
        (
            "人数占比或者面积占比达到20%以上",
            "at least 20% of all, or at least 30% of the area",
            Kind::Extra,
        ),
        ("维护安排在零时至五时", "maintenance between midnight and 6 a.m.", Kind::Extra),
        ("造林每亩3000元", "CNY 4,500 per hectare for afforestation", Kind::Value),
    ]);
}

#[test]
fn funds_farms_and_care() {
    agree(&[
        ("一级、二级重度残疾人", "a severe disability of grade 1 or 2"),
        ("平均每百名高龄老年人2.3张", "2.3 for every hundred people aged 80 or over"),
        ("达到4000张，为2025年的三倍多", "4,000, more than three times as many as in 2025"),
        ("约为2025年的两倍", "roughly double that of 2025"),
        ("在其后10个工作日内作出决定", "then decides within a further 10 working days"),
        ("于11月24日14时30分召开", "At 2.30 p.m. on 24 November it will hold a meeting"),
        ("纸质件一式3份", "It is handed in on paper in triplicate"),
        ("审批时限为10个工作日", "is decided within ten working days"),
        (
            "审核时限为30个工作日；3000万元以上的，为45个工作日",
            "takes up to 30 working days, and up to 45 working days where it is CNY 30 million or more",
        ),
        ("概算超过可行性研究报告估算10%的", "where it exceeds the estimate by more than 10%"),
        ("增加投资不超过50万元的", "a change that adds up to CNY 500,000 to the investment"),
        ("不迟于相关文件印发后20日", "within 20 days of the issue of the document"),
        ("60分以上不足80分为合格", "60 to less than 80 satisfactory"),
        ("不少于1小时", "for at least an hour each time"),
        ("连续缺勤10个以上工作日的", "absent for 10 or more working days in a row"),
    ]);
    differ(&[
        (
            "达到4000张，为2025年的三倍多",
            "4,000, less than three times as many as in 2025",
            Kind::Bound,
        ),
        (
            "于11月24日14时30分召开",
            "At 2.30 a.m. on 24 November it will hold a meeting",
            Kind::Value,
        ),
        ("纸质件一式3份", "It is handed in on paper in duplicate", Kind::Missing),
        ("审批时限为10个工作日", "is decided within 20 working days", Kind::Value),
        ("不迟于文件印发后20日", "within 30 days of the issue of the document", Kind::Value),
        ("60分以上不足80分为合格", "more than 60 is satisfactory, but less than 80", Kind::Bound),
        ("每次不少于1小时", "for an hour each time", Kind::Missing),
        ("由每人每月95元提高到105元", "rises from CNY 105 to CNY 95 per person", Kind::Order),
    ]);
}

#[test]
fn schools_and_safety() {
    agree(&[
        ("按小学19:1的国家标准测算", "against the national standard of 19 pupils per teacher"),
        ("50岁以上教师2366名", "There are 2,366 teachers over 50"),
        ("约占现有教师的八分之一", "roughly one in eight of the present staff"),
        ("不足100人的一律按100人核定", "receive a grant as for 100 pupils if they have fewer"),
        (
            "超过1000万元至1亿元的部分",
            "the portion above 10 million yuan and up to 100 million yuan",
        ),
        ("整改期限最长为90日", "the total time allowed shall in no case exceed 90 days"),
        ("应当继续看护不少于1小时", "shall remain on watch for at least another hour"),
        ("30分钟内仍未驶离的", "If the vehicle has not left after 30 minutes"),
        ("不足200名的按照200名计算", "any number short of 200 counted as 200"),
        ("违反第六条第一款或者第八条规定", "that violates Article 6, Paragraph 1, or Article 8"),
        (
            "三档为1万元以上2万元以下、超过2万元至3万元、超过3万元至4万元",
            "tiers are 10,000 to 20,000 yuan, more than 20,000 and up to 30,000 yuan, and more than 30,000 and up to 40,000 yuan",
        ),
        (
            "小学不超过500米，初中不超过1公里",
            "no more than 500 metres for a primary school and 1 km for a secondary school",
        ),
    ]);
    differ(&[
        (
            "按小学19:1的国家标准测算",
            "against the national standard of 18 pupils per teacher",
            Kind::Value,
        ),
        (
            "超过1000万元至1亿元的部分",
            "the portion above 10 million yuan and over 100 million yuan",
            Kind::Bound,
        ),
        (
            "整改期限最长为90日",
            "the total time allowed may in any case exceed 90 days",
            Kind::Bound,
        ),
        ("30分钟内仍未驶离的", "If the vehicle has not left after 20 minutes", Kind::Value),
        ("违反第六条第一款规定", "that violates Article 6, Paragraph 2", Kind::Extra),
        ("1万元以上2万元以下", "10,000 to 30,000 yuan", Kind::Value),
    ]);
}

#[test]
fn children_tourists_and_relief() {
    agree(&[
        ("本计划所称儿童，是指未满18周岁的人", "“children” means persons under the age of 18"),
        ("全市3岁以下婴幼儿", "children under the age of three"),
        (
            "贷款额度最高30万元，期限不超过3年",
            "A loan is limited to CNY 300,000 and to a term of three years",
        ),
        ("有效期共四年零六个月", "is valid for four and a half years in all"),
        ("共4年零6个月", "four and a half years in all"),
        ("运行经费共三年半", "running costs for three and a half years"),
        (
            "占比不低于36%，即550万人次以上",
            "at least 36% of the total, that is, more than 5.5 million",
        ),
        ("且未纳入前三项的家庭", "families not covered by items (1) to (3)"),
        ("年度限额6万元", "with an annual ceiling of 60,000 yuan"),
        (
            "急难型按1至3个月，支出型按2至6个月",
            "one to three months for emergency relief, two to six for expenditure relief",
        ),
        (
            "可以并处1倍以上3倍以下的罚款",
            "a fine of one to three times the amount may be imposed in addition",
        ),
        (
            "涨幅达到3%，或者食品价格涨幅达到6%的，启动补贴",
            "If the index is at least 3% higher, or its food component at least 6% higher, a subsidy is paid",
        ),
        ("约为2020年（210家）的2.3倍", "about 2.3 times as many as in 2020, when there were 210"),
        ("在2025年的基础上增加两倍，达到18件", "to triple the 2025 figure to 18"),
        (
            "进度低于预期90%的，提出整改措施",
            "Where less than 90% of what was expected has been achieved",
        ),
        ("孕产妇死亡率降到9/10万以下", "brings maternal mortality down to 9 per 100,000 or less"),
        (
            "运行经费共三年半，授权周期缩短四分之三以上",
            "for three and a half years; the time will be cut by at least three quarters",
        ),
    ]);
    differ(&[
        (
            "本计划所称儿童，是指未满18周岁的人",
            "“children” means persons over the age of 18",
            Kind::Bound,
        ),
        ("有效期共四年零六个月", "is valid for three and a half years in all", Kind::Value),
        ("运行经费共三年半", "running costs for three years", Kind::Value),
        ("550万人次以上", "up to 5.5 million", Kind::Bound),
        (
            "可以并处1倍以上3倍以下的罚款",
            "a fine of one to five times the amount may be imposed",
            Kind::Value,
        ),
        ("在2025年的基础上增加两倍", "to quadruple the 2025 figure", Kind::Value),
        (
            "孕产妇死亡率降到9/10万以下",
            "brings maternal mortality down to 9 per 10,000 or less",
            Kind::Value,
        ),
        ("低于预期90%的", "more than 90% of what was expected", Kind::Bound),
    ]);
}

#[test]
fn funerals_buildings_mines_and_courts() {
    agree(&[
        (
            "家庭人均月收入不超过当地最低生活保障标准的2倍",
            "its monthly income per head does not exceed twice the local minimum living allowance",
        ),
        (
            "370万吨，仅占全市开采量的14%",
            "3.7 million tonnes, no more than 14% of the city’s total",
        ),
        ("不计入三（二）7的150处", "do not count towards the 150 sites in III (II) 7."),
        (
            "按照三（三）7和三（四）10的要求",
            "as required by III (III) 7 and III (IV) 10, and so on",
        ),
        ("温度不低于20℃", "must be no colder than 20°C"),
        ("夜间10时至次日6时", "between 10 p.m. and 6 a.m."),
        ("其中2027年预拨1457.89万元", "in 2027 CNY 14.5789 million"),
        (
            "电耗三年依次降至78.4千瓦时/平方米、76.8千瓦时/平方米和75.2千瓦时/平方米以下",
            "The use per square metre falls to at most 78.4 kWh, at most 76.8 kWh and at most 75.2 kWh in turn",
        ),
        ("按全市常年在建项目180个计算", "As some 180 projects are usually under construction"),
        ("应在15个工作日内完成整改", "Developers have 15 working days to put it right"),
        ("最高贷款额度由60万元提高到72万元", "may borrow up to CNY 720,000 instead of CNY 600,000"),
        (
            "即不到三年任务40%的，由市政府约谈",
            "that is, less than 40% of the task for the three years",
        ),
        ("由24人增加到30人，增加四分之一", "will rise by a quarter, from 24 to 30"),
    ]);
    differ(&[
        (
            "家庭人均月收入不超过当地最低生活保障标准的2倍",
            "its monthly income per head is at least twice the local minimum living allowance",
            Kind::Bound,
        ),
        ("仅占全市开采量的14%", "at least 14% of the city’s total", Kind::Bound),
        ("温度不低于20℃", "must be no warmer than 20°C", Kind::Bound),
        ("夜间10时至次日6时", "between 10 a.m. and 6 a.m.", Kind::Value),
        ("即不到三年任务40%的", "more than 40% of the task for the three years", Kind::Bound),
    ]);
}
