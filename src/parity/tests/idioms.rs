//! In: sentences that each language says in its own way, leaving out what readers understand. Out: that they agree, and that
//! the mistake next to them is found.

use super::differences;
use super::shapes::{agree, differ};
use crate::diagnostic::translation::QuantityKind as Kind;

#[test]
fn one_bound_holds_for_several_numbers() {
    agree(&[
        (
            "2026年、2027年、2028年平均用时分别不超过20个、15个和10个工作日",
            "The average may not exceed 20 working days in 2026, 15 in 2027 and 10 in 2028.",
        ),
        (
            "每年不少于10项，三年不少于30项",
            "no fewer than 10 projects a year and 30 over three years",
        ),
        (
            "不超过项目总投入的30%，且不超过200万元",
            "may not exceed 30% of total expenditure, nor CNY 2 million",
        ),
        (
            "用水总量分别不超过1.82亿立方米、1.61亿立方米",
            "no more than 182 million m³ in the one and no more than 161 million m³ in the other",
        ),
        (
            "每笔最高2000万元，使用时间不超过15日",
            "no loan may exceed CNY 20 million or run for more than 15 days",
        ),
        ("费用不超过2万元", "the cost would come to CNY 20,000 at most"),
    ]);
    differ(&[
        (
            "提高到75%以上，比例不低于90%",
            "will rise to 75% and stay at no less than 90%",
            Kind::Bound,
        ),
        (
            "每年不少于10项，三年不少于30项",
            "at least 10 projects a year and up to 30 over three years",
            Kind::Bound,
        ),
    ]);
}

#[test]
fn one_unit_holds_for_several_numbers() {
    agree(&[
        (
            "分别减少200万立方米、300万立方米和1000万立方米",
            "That is 2 million, 3 million and 10 million m³ less.",
        ),
        (
            "低压用户不超过5个工作日，高压用户不超过15个工作日",
            "no longer than five working days for low-voltage customers, 15 for high-voltage ones",
        ),
        ("接受不少于40学时的培训", "at least 40 hours of training"),
        ("每月2场", "held twice a month"),
    ]);
    let wrong = "no longer than five working days for some, 16 for others";
    let found = differences("低压用户不超过5个工作日，高压用户不超过15个工作日", wrong);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn inclusive_ranges() {
    agree(&[
        (
            "超出10%以下（含10%）的部分按1.5倍收取，超出10%至30%（含30%）的部分按2倍收取，超出30%的部分按3倍收取",
            "1.5 times the price for the excess up to and including 10%, twice the price for the part above 10% and up to and including 30%, and three times for the part above 30%",
        ),
        (
            "400毫米以下（含400毫米）的24小时内修复，超过400毫米的48小时内修复",
            "Pipes up to and including 400 mm are repaired within 24 hours, larger ones within 48.",
        ),
        ("0—14岁儿童33.6万人", "336,000 children aged 14 and under"),
        ("超定额20%以内的部分", "the first 20% over the quota"),
        ("降至22.80米以下", "drawn down to below 22.80 m"),
    ]);
    differ(&[
        ("180立方米以下（含180立方米）", "above 180 m³", Kind::Bound),
        ("比例降至5%以下", "the share falls to at least 5%", Kind::Bound),
    ]);
}

#[test]
fn shares_in_words() {
    agree(&[
        ("占20%", "a fifth of the total"),
        ("约占三成", "about 30%"),
        ("接近现有漏损量的三成", "nearly three tenths of present losses"),
        ("占50%", "half of them"),
        ("全部占100%", "all of them"),
        ("占25%", "or a quarter"),
        ("六成以上", "more than 60%"),
        ("加价一倍", "double the price"),
        ("达到原来的2.5倍", "two and a half times as many"),
        ("低0.5个百分点", "half a percentage point lower"),
        ("50万人", "half a million residents"),
        ("建成12个", "a dozen stations are built"),
        (
            "婴儿死亡率为3.0‰，下降1.6个千分点",
            "an infant mortality of 3.0 per 1,000 live births, 1.6 per 1,000 lower",
        ),
        ("死亡率为7.3/10万", "7.3 deaths per 100,000 live births"),
        ("控制在7.0/10万以内", "no more than 7.0 per 100,000"),
    ]);
    differ(&[
        ("占25%", "or a third of it", Kind::Value),
        ("死亡率为7.3/10万", "7.3 deaths per 10,000 live births", Kind::Value),
    ]);
    assert!(!differences("占50%", "60% of them").is_empty());
    let wrong = "an infant mortality of 3.5 per 1,000 live births";
    assert!(!differences("婴儿死亡率为3.0‰", wrong).is_empty());
}

#[test]
fn years_and_times_that_are_understood() {
    agree(&[
        (
            "2026年42家，2027年、2028年各45家",
            "42 in 2026 and 45 in each of the two following years",
        ),
        ("“十四五”时期主要成效", "What was achieved in 2021–2025"),
        ("增长8.8%", "8.8% more than in 2024"),
        ("24小时受理", "round the clock"),
        ("三年内免费", "free of charge for three years"),
        ("近三年内爆管3次以上", "burst three times or more in the past three years"),
        ("至2025年底完成", "completed by end-2025"),
        ("一期2028年6月", "Phase 1 June 2028"),
        ("4月1日至15日自查", "self-inspections from April 1 to 15"),
        ("每年5月为宣传月", "May of each year is awareness month"),
        ("届满30日前申请", "apply at least 30 days before it expires"),
        ("最大1小时降雨量82.4毫米", "an hourly rainfall of up to 82.4 mm"),
        ("每增加1人", "for every additional person"),
        ("前三季度增长6.6%", "6.6% in the first three quarters"),
    ]);
    differ(&[
        ("“十四五”时期主要成效", "What was achieved in 2016–2021", Kind::Value),
        ("2029年3月31日前完成", "by 31 March 2028", Kind::Value),
        ("4月1日至15日自查", "self-inspections from April 1 to 25", Kind::Value),
    ]);
}

#[test]
fn sizes_in_a_second_unit() {
    agree(&[
        ("新增12万亩", "an additional 120,000 mu (8,000 hectares)"),
        ("100斤", "100 jin (50 kg)"),
    ]);
    differ(&[("新增12万亩", "an additional 120,000 mu (9,000 hectares)", Kind::Extra)]);
}

#[test]
fn clauses_and_compounds() {
    agree(&[
        ("见二、（一）2", "see clause II (I) 2"),
        ("二、（一）3所列取水口", "the intakes in clause II (I) 3"),
        ("第二部分（二）所列目标", "the targets in Section II (II)"),
        ("见第五部分第（一）项", "see Section V (I)"),
        ("三（三）10的购置费", "Clause III(III)10 will pay for it"),
        ("分布在23个机房", "spread over 23 server rooms"),
        ("三个县（区）各增加60名", "60 more in each of the two districts and the county"),
        ("15秒接通率", "calls answered within 15 seconds"),
        ("达到或者超过6%", "6% or above"),
        ("用电量62.4亿千瓦时", "6.24 billion kWh of electricity"),
        ("降至0.436吨标准煤以下", "to no more than 0.436 tonnes of coal equivalent"),
        ("2年一遇以上", "a return period of two years or more"),
        ("累计360家次以上", "at least 360 attendances"),
        ("家庭医生签约96万人", "960,000 people are registered"),
        ("由96万人增加到121万人", "from 960,000 to 1.21 million"),
        ("水效等级2级以上", "water efficiency grade 2 or better"),
        ("高出约35%", "some 35% higher"),
        ("约0.31亿元", "CNY 31 million or so"),
    ]);
}

#[test]
fn units_that_are_multiples_of_each_other() {
    agree(&[
        ("煤电240万千瓦、气电40万千瓦", "2.4 GW of coal and 400 MW of gas"),
        ("能源消费1320万吨标准煤", "13.2 Mtce"),
        ("发电15.4亿千瓦时", "1.54 TWh of electricity"),
        ("装机60兆瓦", "60 MW"),
        (
            "新造林3万亩，其中临河县1.8万亩、城西区0.75万亩",
            "2,000 hectares of forest: 1,200 hectares in Linhe County and 500 in Chengxi District",
        ),
        ("2400亩（160公顷）", "2,400 mu (160 hectares)"),
    ]);
    differ(&[
        ("煤电240万千瓦", "24 GW of coal", Kind::Value),
        ("发电15.4亿千瓦时", "1.54 GWh of electricity", Kind::Value),
        ("新造林3万亩", "3,000 hectares of forest", Kind::Value),
    ]);
}

#[test]
fn ranges_and_limits_in_words() {
    agree(&[
        ("给予500元以上5000元以下奖励", "a reward of between 500 and 5,000 yuan"),
        ("2026—2027学年", "the 2026–27 school year"),
        ("占十五分之一", "one in 15 of them"),
        ("三（二）6规定的上限", "the cap set out in III(II)6"),
        (
            "小班不超过25人，中班不超过30人",
            "The maximum class size is 25 in the bottom class and 30 in the middle class.",
        ),
        ("约占47处的68%", "about 68% of the 47"),
        ("低于目标90%的", "less than 90% of its target"),
        ("下午5点闭馆", "shuts at 5 pm"),
        ("9个星期一", "nine Mondays"),
        ("每小时35蒸吨及以下", "35 t/h or less"),
        ("3岁以下婴幼儿", "children under 3"),
        ("五年轮训一遍", "all of them within five years"),
        ("47处中，城东区14处，共47处", "Of the 47, 14 are in Chengdong District."),
    ]);
    differ(&[
        ("给予500元以上5000元以下奖励", "a reward of between 500 and 50,000 yuan", Kind::Value),
        ("2026—2027学年", "the 2025–26 school year", Kind::Value),
        ("三（二）6规定的上限", "the cap set out in III(II)7", Kind::Value),
        ("小班不超过25人", "The minimum class size is 25.", Kind::Bound),
    ]);
}

#[test]
fn tenants_parks_and_patients() {
    agree(&[
        (
            "新建公租房单套建筑面积不超过60平方米",
            "No newly built public rental home may have a gross floor area of more than 60 square metres",
        ),
        (
            "人均财产净值不得超过收入的3倍，即14.4万元",
            "The net assets may not exceed, per head, three times the income, that is, 144,000 yuan",
        ),
        (
            "可以适当缩短，但不少于3个月",
            "the term may be reduced as appropriate, but not to less than three months",
        ),
        ("分别减免90%、70%、40%和0", "which amounts to reductions of 90%, 70%, 40% and nil"),
        (
            "不得超过市场租金的90%，且不得超过表1所列上限",
            "these may exceed neither 90% of the market rent nor the maximum shown in Table 1",
        ),
        (
            "运营单位不得一次性收取超过3个月的租金",
            "Operators may not collect more than three months’ rent at a time",
        ),
        ("三年新增300公顷", "300 hectares more than three years earlier"),
        ("自毕业之日起应当不满5年", "must have graduated less than five years earlier"),
        ("步行5分钟可达的小区", "estates that have one within five minutes’ walk"),
        (
            "一（一）所列逾期的32个问题，应当在6月前清零。有两次行动。",
            "There are two campaigns. All 32 overdue cases mentioned in I (I) must be closed by June.",
        ),
        (
            "26家二级及以上医疗机构全部接入",
            "All 26 medical institutions of level two or above will be connected",
        ),
        (
            "任何医院不得以床位不足为由占用担架超过20分钟",
            "no hospital may hold on to a stretcher for more than 20 minutes on the grounds that it has no free bed",
        ),
    ]);
    differ(&[
        (
            "新建公租房单套建筑面积不超过60平方米",
            "Newly built public rental homes may have a gross floor area of more than 60 square metres",
            Kind::Bound,
        ),
        ("减免70%、40%和0", "reductions of 70%, 40% and a tenth", Kind::Value),
        (
            "运营单位可以一次性收取超过3个月的租金",
            "Operators may not collect more than three months’ rent at a time",
            Kind::Bound,
        ),
        ("步行5分钟可达的小区", "estates that have one within eight minutes’ walk", Kind::Value),
        (
            "26家二级及以上医疗机构全部接入",
            "At least 26 medical institutions of level two or above will be connected",
            Kind::Bound,
        ),
    ]);
}
