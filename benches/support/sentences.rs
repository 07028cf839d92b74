//! In: nothing. Out: the sentences that synthetic plans are made of, in both languages. `{a}`, `{b}` and `{c}` stand for
//! figures, which are the same in both, `{A}` and `{B}` for ten thousand times as much.

/// In Chinese and in English.
pub type Both = (&'static str, &'static str);

/// A task: its title, and what it says.
pub struct Task {
    pub title: Both,
    pub body: Both,
}

const fn task(title: (&'static str, &'static str), body: (&'static str, &'static str)) -> Task {
    Task { title, body }
}

/// The measures that a plan is divided into.
pub const MEASURES: [(&str, &str); 5] = [
    ("完善基础设施", "Improve infrastructure"),
    ("提高公共服务水平", "Improve public services"),
    ("改善生态环境", "Improve the environment"),
    ("培育壮大产业", "Develop industry"),
    ("加强人才保障", "Train and attract people"),
];

pub const TASKS: [Task; 12] = [
    task(
        ("改造供水管网", "Renew the water mains"),
        (
            "全面排查使用年限超过{b}年的供水管网，分年度制定改造计划，每年改造{a}公里以上。新建和改造的管网同步安装计量设备，漏损情况按月公布，三年内完成{c}个片区的改造。",
            "All water mains that have been in use for more than {b} years will be inspected and a schedule for their renewal drawn up year by year; at least {a} km will be renewed every year. Meters will be installed in new and renewed mains at the same time, losses will be published monthly, and the renewal of {c} areas will be completed within three years.",
        ),
    ),
    task(
        ("建设社区养老服务设施", "Build care facilities for older people"),
        (
            "按照就近方便的原则，在居住集中的街道建设社区养老服务设施{c}处，每处建筑面积不少于{a}平方米。为行动不便的老年人提供上门服务，每年服务不少于{b}万人次，服务价格和质量接受社会监督。",
            "Close to where people live, {c} care facilities for older people will be built in densely populated sub-districts, each with a floor area of at least {a} square metres. Those who cannot easily leave their homes will receive at least {B} visits a year; prices and quality are open to public scrutiny.",
        ),
    ),
    task(
        ("整治黑臭水体", "Clean up polluted waters"),
        (
            "对建成区内的{c}条河道逐条制定整治方案，明确责任单位和完成时限。新建污水管道{a}公里，改造雨污合流管道{b}公里，做到污水不入河，整治结果每季度向社会公布一次。",
            "A plan will be drawn up for each of the {c} watercourses in the built-up area, naming the body responsible and the date of completion. In all, {a} km of new sewers will be built and {b} km of combined sewers rebuilt, so that no waste water enters the rivers; the results will be published once every quarter.",
        ),
    ),
    task(
        ("扩大公共交通覆盖", "Extend public transport"),
        (
            "优化调整公交线路{c}条，新增公交车{a}辆，早晚高峰发车间隔不超过{b}分钟。在客流集中的站点增设候车设施，方便老年人和残疾人出行，线路调整事先征求沿线居民意见。",
            "In all, {c} bus routes will be adjusted and {a} buses added; at peak times buses will run at intervals of no more than {b} minutes. Shelters will be added at busy stops, for the convenience of older people and people with disabilities, and residents along a route will be asked before it is changed.",
        ),
    ),
    task(
        ("支持中小企业创新", "Support innovation in small firms"),
        (
            "设立专项资金{a}万元，对首次研发投入达到规定标准的中小企业给予补助，单个企业补助不超过{b}万元。组织专家为企业提供咨询，每年举办对接活动不少于{c}场，申报条件和结果全部公开。",
            "A special fund of CNY {A} will be set up. Small and medium-sized enterprises whose spending on research reaches the set standard for the first time will receive grants of no more than CNY {B} each. Experts will advise them, at least {c} meetings will be held every year, and both the conditions and the results will be made public.",
        ),
    ),
    task(
        ("提升基层医疗服务", "Strengthen primary health care"),
        (
            "为{c}所乡镇卫生院更新诊疗设备，培训全科医生{a}人次。家庭医生每年为签约居民提供不少于{b}次的上门或者电话随访，慢性病患者在基层就诊的药品目录与县级医院保持一致。",
            "The equipment of {c} township health centres will be renewed, and {a} training places will be provided for general practitioners. Family doctors will make at least {b} visits or calls a year to the residents registered with them, and patients with chronic diseases will find the same medicines at health centres as at county hospitals.",
        ),
    ),
    task(
        ("推进建筑节能改造", "Make buildings more efficient"),
        (
            "完成既有公共建筑节能改造{a}万平方米，改造后的建筑能耗下降{b}%以上。对{c}个老旧小区的外墙、门窗和供热管道进行改造，改造方案由居民讨论决定，费用分担办法提前公示。",
            "Energy-saving renovation will be completed for {A} square metres of existing public buildings, whose consumption will fall by at least {b}%. The outer walls, windows and heating pipes of {c} old residential areas will be renovated; residents will discuss and decide on the plans, and how the costs are shared will be announced in advance.",
        ),
    ),
    task(
        ("加强职业技能培训", "Train workers"),
        (
            "面向重点群体开展职业技能培训，每年培训不少于{a}人次，培训后的就业率达到{b}%以上。建设实训基地{c}个，课程由企业和学校共同确定，培训补贴直接发放给个人。",
            "Vocational training will be offered to key groups, with at least {a} training places a year; at least {b}% of participants will find work afterwards. In all, {c} training bases will be built, enterprises and schools will decide on the courses together, and subsidies will be paid directly to those who take part.",
        ),
    ),
    task(
        ("建设便民体育设施", "Build sports facilities"),
        (
            "利用闲置地块建设小型体育公园{c}处，新增健身步道{a}公里。学校体育场地在课余时间向居民开放，每周不少于{b}小时，开放时间和管理办法在学校门口公布。",
            "On unused land, {c} small sports parks will be built, and {a} km of footpaths for exercise will be added. The sports grounds of schools will be open to residents outside lessons for at least {b} hours a week; the hours and the rules will be posted at the school gates.",
        ),
    ),
    task(
        ("完善防汛排涝体系", "Prevent flooding"),
        (
            "对{c}处易涝点逐一制定整治措施，新建和改造泵站{b}座，清淤管道{a}公里。汛期前完成全部设施检修，建立值班和信息报送制度，积水情况及时向社会发布。",
            "Measures will be drawn up for each of the {c} places that are prone to flooding; {b} pumping stations will be built or rebuilt, and {a} km of drains cleared. All facilities will be overhauled before the flood season, a system of duty rosters and reports set up, and flooding reported to the public without delay.",
        ),
    ),
    task(
        ("发展现代农业园区", "Develop farming parks"),
        (
            "建设现代农业园区{c}个，推广节水灌溉面积{a}万亩，主要农作物良种覆盖率达到{b}%以上。支持农民合作社参与园区建设，收益分配办法由成员大会决定。",
            "In all, {c} modern farming parks will be built, water-saving irrigation extended to {A} mu, and the coverage of improved varieties of the main crops raised to at least {b}%. Farmers’ cooperatives will be supported in taking part, and their members’ meetings will decide how earnings are distributed.",
        ),
    ),
    task(
        ("优化政务服务流程", "Simplify public services"),
        (
            "高频事项在{b}个工作日以内办结，精简申请材料{a}份。在{c}个街道和乡镇设立服务窗口，群众可以就近办理，办理结果通过短信告知，满意度每季度公布。",
            "The services that are most in demand will be completed within {b} working days, and {a} documents will no longer be asked for. Counters will be set up in {c} sub-districts and townships, so that people need not travel far; they will be told of the result by text message, and levels of satisfaction will be published every quarter.",
        ),
    ),
];

/// What every plan says at its end.
pub const SAFEGUARDS: [(Both, Both); 3] = [
    (
        ("加强组织领导", "Leadership"),
        (
            "建立部门会商制度，研究解决实施中的问题。各县（市、区）政府和有关部门按照责任分工制定年度计划，明确进度要求，重大事项及时报告。",
            "Departments will meet regularly to resolve problems of implementation. Governments of all counties and districts and the departments concerned will draw up annual plans in line with the division of responsibilities, set out the progress required, and report important matters without delay.",
        ),
    ),
    (
        ("保障资金投入", "Funding"),
        (
            "统筹使用各级财政资金，优先安排民生项目。鼓励社会资本参与建设和运营，资金使用情况接受审计监督，并按年度向社会公开。",
            "Funds of all levels of government will be used in a coordinated way, and projects for people’s livelihood will come first. Private capital is encouraged to take part in construction and operation; the use of funds is subject to audit and will be made public every year.",
        ),
    ),
    (
        ("强化监督评估", "Supervision and assessment"),
        (
            "建立任务台账，定期通报进展。对进展缓慢的单位进行督促，必要时调整措施，评估结果作为下一年度安排工作的依据。",
            "A register of tasks will be kept and progress reported regularly. Bodies that make slow progress will be urged on, and measures adjusted where necessary; the results of the assessment are the basis for the work of the following year.",
        ),
    ),
];

/// What is measured: id, name, unit, and roughly how much of it there is in an area.
pub const INDICATORS: [(&str, Both, Both, u32); 5] = [
    (
        "renewed-mains",
        ("改造供水管网（累计）", "Water mains renewed (cumulative)"),
        ("公里", "km"),
        12,
    ),
    (
        "care-facilities",
        ("社区养老服务设施", "Care facilities for older people"),
        ("处", "facilities"),
        6,
    ),
    (
        "innovative-firms",
        ("科技型中小企业", "Technology-based small and medium-sized enterprises"),
        ("家", "enterprises"),
        140,
    ),
    ("training-bases", ("实训基地", "Training bases"), ("个", "bases"), 4),
    ("sports-parks", ("小型体育公园", "Small sports parks"), ("处", "parks"), 5),
];
