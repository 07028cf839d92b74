//! In: sentences of plans about stores, services, weather and dogs, by others who did not know the readers. Out: that their
//! quantities agree, and that the mistake next to them is found.

use super::shapes::{agree, differ};
use crate::diagnostic::translation::QuantityKind as Kind;

#[test]
fn limits_of_stores_and_services() {
    agree(&[
        (
            "每个租借点配备器具不少于12种、40件",
            "Each loan point will stock at least 40 devices of at least 12 kinds",
        ),
        ("实际安排4人，缺额2人", "if it employs four, it is short of two"),
        (
            "24小时送达率提高到不低于95%",
            "the share that arrive within 24 hours will rise to at least 95%",
        ),
        (
            "达到37℃以上、不满40℃的，累计不得超过6小时",
            "When it reaches 37 °C but stays below 40 °C, no more than six hours",
        ),
        (
            "平均温度常年分别控制在15℃以下和20℃以下",
            "the average temperature is kept at or below 15 °C and 20 °C respectively",
        ),
        ("浓度高于每立方米0.3毫克", "the concentration is above 0.3 milligrams per cubic metre"),
        (
            "小麦、稻谷、玉米的储存年限分别不得超过4年、3年和2年",
            "Wheat must not be stored for more than four years, paddy rice for more than three or maize for more than two",
        ),
    ]);
    differ(&[
        ("实际安排4人，缺额2人", "if it employs four, it is short of three", Kind::Value),
        (
            "浓度高于每立方米0.3毫克",
            "the concentration is below 0.3 milligrams per cubic metre",
            Kind::Bound,
        ),
        ("15℃以下和20℃以下", "at or below 15 °C and at or above 20 °C", Kind::Bound),
        ("达到37℃以上，停止作业", "When it reaches at most 37 °C, work must stop", Kind::Bound),
        (
            "小麦、稻谷分别不得超过4年、3年",
            "Wheat must not be stored for more than four years, paddy rice for less than three",
            Kind::Unit,
        ),
    ]);
}

#[test]
fn weather_holidays_and_fees() {
    agree(&[
        ("日最高气温35℃以上的天数", "days with a maximum temperature of 35 °C or more"),
        ("未来2小时内的临近预报", "nowcasts for the next two hours"),
        ("“八一”建军节前走访一次", "visits before Army Day on 1 August"),
        ("一类区600元、二类区400元", "CNY 600 in zone 1 and CNY 400 in zone 2"),
        (
            "犬只出生满3个月的，应当自满3个月之日起30日内申请",
            "Within 30 days of the day on which the dog is three months old, its keeper must apply",
        ),
        (
            "第1年为300元，第2年起每年100元",
            "CNY 300 for the first year and CNY 100 for each year after that",
        ),
        ("1年内伤人2次以上的", "if it injures people twice or more within one year"),
    ]);
    differ(&[
        (
            "日最高气温35℃以上的天数",
            "days with a maximum temperature of 35 °C or less",
            Kind::Bound,
        ),
        ("未来2小时内的临近预报", "nowcasts for at least two hours", Kind::Bound),
        ("1年内伤人2次以上的", "if it injures people twice at most within one year", Kind::Bound),
        ("第2年起每年100元", "CNY 1,000 for each year after that", Kind::Value),
    ]);
}

#[test]
fn tanks_funds_and_libraries() {
    agree(&[
        (
            "贮存时间依次不少于20日、10日和30日",
            "the contents must stay in them for at least 20, 10 and 30 days respectively",
        ),
        (
            "宅基地每户不超过160平方米，建筑层数不超过3层",
            "The plot may not exceed 160 square metres per household, nor the house three storeys",
        ),
        (
            "普通居民年度自付超过2.4万元、困难群众超过1万元的",
            "If an ordinary resident’s payments exceed CNY 24,000, or those of a person in need CNY 10,000",
        ),
        (
            "缴费基数的下限和上限分别为平均工资的60%和300%",
            "The base is at least 60% and at most 300% of the average wage",
        ),
        (
            "可支付月数低于6个月的，黄色预警；低于3个月的，红色预警",
            "If the cover falls below six months, a yellow warning, and if it falls below three months, a red one",
        ),
        (
            "降低5个百分点；已备案的，降低15个百分点",
            "five percentage points lower, 15 points lower if they had registered",
        ),
        (
            "暂停资格1个月以上6个月以下，1年后方可申请",
            "suspended for one to six months, and may apply only after one year",
        ),
        ("按每月30日计算", "calculated for 30 days a month"),
        ("由96TB增加到180TB", "from 96 TB to 180 TB"),
        ("10万元以上的部分支付70%", "70% above CNY 100,000"),
    ]);
    differ(&[
        (
            "缴费基数的下限为平均工资的60%",
            "The base is at most 60% of the average wage",
            Kind::Bound,
        ),
        (
            "可支付月数低于6个月的，黄色预警",
            "If the cover rises above six months, a yellow warning",
            Kind::Bound,
        ),
        ("由96TB增加到180TB", "from 96 TB to 108 TB", Kind::Value),
        ("每月30日发放", "paid out for 30 months", Kind::Unit),
    ]);
}
