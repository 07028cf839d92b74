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
    ]);
    differ(&[
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
