# 界面用语。每个键在各语言文件中都要有。

language-name = 中文
language-zh = 中文
language-en = 英文
authority = 本站以{ $language }文本为准。
keyword-separator = ,

## 页面框架

skip-to-content = 跳到正文
site-navigation = 网站导航
languages = 语言
breadcrumbs = 当前位置
link-copied = 链接已复制
print-address = 本页网址：

## 页脚

host = 主办单位
contact-email = 电子邮箱
contact-telephone = 联系电话
contact-address = 地址
site-id-code = 网站标识码
feed-title = 更新订阅

## 首页

home-title = 首页
figures-title = 本站数据
figure-plans = 份规划计划
figure-indicators = 项指标
figure-tasks = 项任务
open-calls = 正在征求意见
newest-plans = 最新规划计划
all-plans = 查看全部规划计划
all-calls = 查看全部{ $count }项征求意见

## 演示内容

demonstration = 演示
demonstration-notice = 演示：本页内容均为虚构，地名、单位、数据和意见与现实无关。
demonstrations-title = 演示规划
demonstrations-text = 以下规划出自虚构的地方，用于演示目标进展、征求意见和文本修改如何公布，不计入本站其他统计。

## 规划列表

plans-title = 规划计划
plans-description = 本站公布的规划、计划和方案，按发布日期排列，最新的在前。
no-plans = 目前没有公布的规划计划。
status = 状态
status-draft = 征求意见稿
status-in-force = 现行有效
status-ended = 已到期
status-superseded = 已被替代
status-unknown = 效力未注明

## 规划的各页

tabs = 本规划各部分
tab-text = 正文
tab-targets = 目标任务
tab-responsibilities = 责任分工
tab-consultation = 征求意见

## 信息表

facts-title = 基本信息
fact-index-number = 索引号
fact-subject = 主题分类
fact-issuer = 发布机构
fact-signed = 成文日期
fact-name = 名称
fact-document-number = 发文字号
fact-published = 发布日期
not-stated = 未注明
fact-in-force = 施行日期
fact-validity = 有效性
fact-period = 规划期
fact-area = 规划范围
fact-basis = 编制依据
fact-based-on-it = 据此编制
basis-name = 《{ $title }》
basis-number = （{ $number }）
basis-named = ，见{ $clauses }

## 正文

contents = 目录
preamble = 引言
clause-link = 条款{ $clause }的链接
related-indicator = 指标
related-task = 任务
attachments = 附件
source-title = 文件来源
source-name = 来源
source-date = 来源页面日期
source-note = 整理说明

## 来源不完整

incomplete = 本站所据的文本不完整，到“{ $clause }”中断，其后的内容不详。
incomplete-changes = 《{ $plan }》的文本不完整，到“{ $clause }”中断，其后的条款无法对照。
source-ends = 来源的文本到此中断，其后的内容不详。

## 译文过时

stale-clause = 本条译出后，{ $language }文本又有改动。请以{ $language }文本为准。
stale-preamble = 以下引言译出后，{ $language }文本又有改动。请以{ $language }文本为准。
stale-beside = 译出后，{ $language }文本又有改动。
stale-link = 查看{ $language }文本

## 双语对照

tab-parallel = 双语对照
pending-whole = 本规划的{ $language }译文尚在翻译。以下为{ $shown }文本。
pending-part = 本规划的{ $language }译文尚未完成，未译的条款以{ $shown }显示。
pending-clause = 尚未翻译。
pending-changes = 正文尚未全部译成{ $language }，修改之处以{ $shown }显示。
parallel-description = 《{ $plan }》{ $one }、{ $other }两种文本逐条对照。
parallel-lead = 两种语言的条款逐条并列，编号与正文相同。
parallel-order = 语言顺序
parallel-first = { $language }在前
parallel-clause = 在正文页查看条款{ $clause }

## 时间和数字

year = { $year }年
year-to = 至{ $year }年
year-range = { $start }—{ $end }年
days-from-to = { $start }至{ $end }
quantity-at-least = { $value }以上
quantity-more-than = 超过{ $value }
quantity-at-most = { $value }以下
quantity-less-than = 低于{ $value }
quantity-about = { $value }左右
quantity-range = { $value }～{ $end }

## 目标

targets-description = 《{ $plan }》的{ $count }项指标：各地各年度目标值、基期值和对应条款。
indicators-title = 指标一览
goal = { $year }年：{ $value }
goal-label = 目标值
baseline = 基期值
baseline-in-year = { $year }年：{ $value }
baseline-without-year = { $value }（文件未写明年份）
unit = 单位
in-text = 对应条款
area = 地区
table-caption = { $indicator }年度目标（单位：{ $unit }）
table-caption-areas = 各地{ $indicator }年度目标（单位：{ $unit }）
total-of-area = { $area }合计
target-of-area = { $area }
whole-area = 全部地区
totals-of-parts = 其中
no-figure = 文件未列出
editors-note-begins = 编者注：
editors-note = 编者注

## 指标和进展

indicator-part = { $indicator }（{ $part }）
indicator-description = 《{ $plan }》指标“{ $indicator }”：基期值、分年度分地区目标值、已报告的实际值、图表和对应条款。
indicator-more = 查看该指标详情
definition = 指标含义
figures-of-indicator = 数据
charts-title = 图表
actuals-caption = { $indicator }实际值（单位：{ $unit }）
no-actuals = 尚未报告实际值。
column-as-of = 数据截止日期
column-value = 实际值
column-target-of-year = 当年目标值
column-reported = 报告日期
column-source = 数据来源
no-target-of-year = 当年无目标值
areas-reported = 各地数据（截至{ $date }）
revisions-title = 目标值调整
revisions-caption = { $indicator }目标值调整记录
column-date = 日期
column-year = 年份
column-old = 调整前
column-new = 调整后
column-reason = 调整原因
quotes-title = 文件原文
tasks-title = 责任单位
tasks-none = 文件未为对应条款列出责任单位。
download = 下载本表：
chart-table = 查看对应数据表
chart-download = 下载图表（SVG）
chart-embed = 在其他网站引用此图
chart-embed-text = 将以下代码复制到网页中：
chart-source = 来源：{ $plan }，{ $url }
chart-title-trajectory = { $indicator }：目标值与实际值
chart-title-areas = 各地{ $indicator }{ $year }年目标值
chart-title-area-years = 各地{ $indicator }分年度目标值
chart-title-overview = 《{ $plan }》指标总览
chart-title-duty-matrix = 《{ $plan }》单位任务分布
chart-title-concept-levels = { $concept }：各规划各年应达到的目标值
chart-title-concept-yearly = { $concept }：各规划每年单独计算的目标值

tab-progress = 进展情况
progress-description = 《{ $plan }》{ $count }项指标进展情况：进展状态、已报告的实际值、下一步应报告的数据和缺少的数据。
progress-total = { $count }项指标进展状态
progress-draft = 本文件为征求意见稿，所列目标尚不具约束力，目前没有应报告的数据。
attention-title = 需要关注
standing = 进展状态
all-indicators = 全部指标
column-indicator = 指标
column-status = 状态
column-plan = 规划
column-basis = 依据
reports-title = 最新报告
dues-title = 下一步应报告
due-on = 截至{ $date }的数据
due-open = 截至{ $date }的数据，尚未报告
dues-none = 目前没有应报告的数据。
gaps-title = 缺少的数据
gaps-none = 没有缺少的数据。
colon = ：
dashboard-title = 目标进展
dashboard-unreported = 各项规划{ $drafts }共{ $count }项指标，尚无已报告的实际值。
dashboard-reported = 各项规划{ $drafts }共{ $count }项指标，其中{ $reported }项已报告实际值。
dashboard-drafts = （征求意见稿除外）
card-indicators = { $count }项指标
dashboard-only-drafts = 目前只有征求意见稿，没有应报告的数据。
card-unreported = { $count }项指标，尚无已报告的实际值
card-progress = 进展情况
missing-figures-title = 数据缺口
missing-figures-description = 本站各项规划应有而尚缺的数据，按规划列出。
missing-figures-caption = 共缺少{ $count }项数据
column-indicators = 指标数
column-with-gaps = 有缺口的指标数
column-gaps = 缺少的数据项
missing-baseline = 没有基期值。
missing-baseline-year = 基期年份不详。
missing-targets = 没有目标值。
missing-area = 有地区缺少数据。
missing-total = 没有总体目标值。
missing-actuals = 应报告的数据尚未报告。
missing-total-of = { $year }年：没有总体目标值。
missing-actual-of = 截至{ $first }的数据尚未报告。
missing-actuals-of = 截至{ $first }到截至{ $last }的{ $count }期数据尚未报告。
missing-areas = { $year }年：{ $areas }没有数据。
missing-areas-of-part = { $year }年{ $part }：{ $areas }没有数据。

method-yearly-milestone = 年度目标法
method-time-proportional = 序时进度法
method-growth-rate = 增速法
method-label = 评估方法：{ $method }
methods-title = 评估方法说明
method-yearly-milestone-about = 以最新实际值对照当年目标值；当年没有目标值的，对照下一个有目标值的年份。“已达到”：达到目标值；“推进中”：尚未达到，目标年度尚未结束；“未达到”：目标年度已结束，未达到目标值。按年累计、越少越好的指标，当年结束后未超过目标值的才算达到，一经超过即为未达到。
method-time-proportional-about = 以由基期值到最后目标值的完成比例对照已过时间的比例，时间按整月计算；按年累计的指标，以全年目标值的完成比例对照当年已过时间的比例。“已完成”：达到目标值；“超序时进度”“达序时进度”“未达序时进度”：完成比例大于、等于、小于时间比例；按年累计、越少越好的指标则相反，当年结束后才算完成。
method-growth-rate-about = 以实际年均增速除以实现目标所需年均增速，得出增速比（采用Open SDG 2.4的方法，源自加拿大统计局和欧盟统计局）。“已达到”：达到目标值；“进展正常”：增速比在0.95以上；“进展一般”：0.60以上；“进展有限”：0以上；“偏离目标”：低于0。按年累计的指标在当年结束后评估，已达到目标值的除外。
methods-always = “暂无数据”指尚未报告实际值。“无法评估”指现有数据不足以作出判断，页面会说明原因。

progress-moving-away = 偏离目标
progress-not-reached = 未达到
progress-behind = 未达序时进度
progress-limited = 进展有限
progress-moderate = 进展一般
progress-not-assessable = 无法评估
progress-no-data = 暂无数据
progress-under-way = 推进中
progress-on-schedule = 达序时进度
progress-on-track = 进展正常
progress-ahead = 超序时进度
progress-reached = 已达到
progress-completed = 已完成

standing-no-data = 尚未报告实际值。
standing-not-assessable = 截至{ $date }实际值为{ $actual }。{ $reason }
standing-milestone = 截至{ $date }实际值为{ $actual }，{ $year }年目标值为{ $target }。
standing-milestone-share = 截至{ $date }实际值为{ $actual }，{ $year }年目标值为{ $target }，完成{ $share }%。
standing-milestone-way = 截至{ $date }实际值为{ $actual }，{ $year }年目标值为{ $target }，已完成由基期值{ $baseline }到目标值的{ $share }%。
standing-proportional = 截至{ $date }实际值为{ $actual }，由{ $start }年末的{ $baseline }到{ $year }年末的{ $target }已完成{ $done }%，时间已过{ $time }%（{ $whole }个月中的{ $months }个月）。
standing-proportional-flow = { $year }年1月至{ $date }累计{ $actual }，完成全年目标值{ $target }的{ $done }%，时间已过{ $time }%（{ $whole }个月中的{ $months }个月）。
standing-proportional-limit = { $year }年1月至{ $date }累计{ $actual }，为全年控制目标（{ $target }）的{ $done }%，时间已过{ $time }%（{ $whole }个月中的{ $months }个月）。
standing-growth = 由{ $start }年末的{ $baseline }到截至{ $date }的{ $actual }，{ $year }年目标值为{ $target }；增速比为{ $ratio }（1表示恰好达到所需增速）。
standing-growth-reached = 由{ $start }年末的{ $baseline }到截至{ $date }的{ $actual }，{ $year }年目标值为{ $target }。
reason-no-baseline = 没有基期值，无法评估。
reason-baseline-year-unknown = 基期年份不详，无法评估。
reason-zero-baseline = 基期值为零，无法评估增速。
reason-sign-change = 数值正负发生变化，无法评估增速。
reason-no-target = 没有目标值，无法评估。
reason-no-target-for-year = 当年没有目标值，无法评估。
reason-target-not-beyond-baseline = 目标值未超出基期值，无法评估。
reason-vague = 实际值是一个范围或界限，无法评估。
reason-year-not-over = 按年累计的指标须待当年结束后方可与往年比较，暂无法评估。
reason-no-time-passed = 基期以来尚未经过时间，无法评估。
reason-out-of-range = 数值过大，无法评估。

## 数据下载

data-registers = 单位和地区
data-title = 数据下载
data-description = 本站各表的数据文件，可用电子表格软件（CSV）或程序（JSON）读取。
data-by-plan = 分规划数据
data-figures-title = 指标数据
data-tasks-title = 责任分工
data-all-plans = 全部规划
data-no-file = 没有文件
data-reading = 文件说明
data-reading-forms = CSV文件采用UTF-8编码，可直接用电子表格软件打开，表头与本页语言一致。JSON文件内容相同，各语言使用同样的字段名。
data-reading-numbers = 数值为原始数值，不带千位分隔符和单位，单位另列一栏。
data-reading-kinds = 指标数据每行是一个数：baseline为基期值，target为目标值，superseded-target为调整前的目标值，actual为已报告的实际值。
data-reading-bounds = “界限”说明数值的含义：exactly为等于，at-least为以上，more-than为超过，at-most为以内，less-than为低于，about为左右，range为区间；区间的另一端在“数值上限”一栏。
data-reading-concepts = 跨规划比较的数据每行是一份规划的一个数，既有该规划的原数和单位，也有折合成比较单位的数；measure为level的是到该年应达到的数，为yearly-flow的是当年的数。
data-reading-roles = 任务数据中的角色：lead为牵头单位，joint-lead为共同牵头单位，responsible为责任单位。
data-reading-awards = 奖励和补助数据每行是一个金额，文件没有写明金额的也占一行。类别代码：award为奖励，subsidy为补助，matching为配套资金，support为支持；级别代码：national为国家级，provincial为省级，municipal为市级，county为县级。
data-reading-results = 意见的采纳情况代码为adopted（采纳）、partly-adopted（部分采纳）、explained（解释说明）、not-adopted（未采纳）。
data-reading-registers = 每个单位的任务、每个地区的指标数据在各自页面下载。
data-reading-single = 单项指标的数据和图表（SVG）可在该指标页面下载。
feed-reports = 《{ $plan }》报告了{ $count }项指标的数据
feed-organisation = { $organisation } - { $site }
feed-organisation-about = 涉及该单位的规划任务、征求意见和指标数据更新。
feed-of = { $name }更新订阅
feed-revision = 目标值调整：{ $indicator }{ $year }年由{ $old }调整为{ $new }

## 下载数据的表头

data-plan = 规划标识
data-plan-name = 规划
data-plan-status = 规划状态
data-indicator = 指标标识
data-indicator-name = 指标
data-part = 分项标识
data-part-name = 分项
data-area = 地区标识
data-area-name = 地区
data-kind = 数据类别
data-year = 年份
data-as-of = 截止日期
data-bound = 界限
data-value = 数值
data-value-to = 数值上限
data-unit = 单位
data-reported = 报告日期
data-source = 数据来源
data-url = 来源网址
data-note = 备注
data-status = 状态代码
data-status-name = 状态
data-method = 评估方法
data-reason = 原因
data-actual-bound = 实际值界限
data-actual = 最新实际值
data-actual-to = 实际值上限
data-baseline-year = 基期年份
data-baseline-bound = 基期值界限
data-baseline = 基期值
data-baseline-to = 基期值上限
data-target-year = 目标年份
data-target-bound = 目标值界限
data-target = 目标值
data-target-to = 目标值上限
data-share-done = 完成比例（%）
data-share-of-time = 时间比例（%）
data-growth-ratio = 增速比
data-next-due = 下次数据截止日期
data-group = 类别
data-task = 任务序号
data-task-name = 任务
data-clauses = 条款
data-lead = 牵头单位标识
data-lead-name = 牵头单位
data-joint-leads = 共同牵头单位标识
data-joint-lead-names = 共同牵头单位
data-responsible = 责任单位标识
data-responsible-names = 责任单位
data-indicators = 指标标识（多项）
data-due = 完成时限
data-organisation = 单位标识
data-organisation-name = 单位
data-short-name = 简称
data-aliases = 别称
data-type = 类别代码
data-parent = 上级标识
data-members = 成员标识
data-replaced-on = 变更时间
data-replaced-by = 承接单位标识
data-tasks-led = 牵头任务数
data-tasks-shared = 参与任务数
data-round = 轮次标识
data-comment = 意见序号
data-date = 日期
data-channel = 渠道代码
data-gist = 意见摘要
data-result = 采纳情况代码
data-result-name = 采纳情况
data-result-reason = 理由
data-changed = 修改条款
data-removed = 删去条款
data-role = 角色代码
data-named-as = 文中所指单位标识
data-named-as-name = 文中写法
data-missing = 缺口代码
data-missing-name = 缺口
data-award = 奖补序号
data-clause = 条款
data-name = 名称
data-who = 对象
data-award-kind = 类别代码
data-award-kind-name = 类别
data-level = 级别代码
data-level-name = 级别
data-purpose = 用途
data-conditions = 说明
data-ratio = 比例
data-area-kind = 地区类别代码
data-measure = 计量方式代码
data-concept-value = 折合数值
data-concept-value-to = 折合数值上限
data-concept-unit = 折合单位
data-figures = 数据项数

## 责任分工

responsibilities-description = 《{ $plan }》{ $count }项任务的牵头单位和责任单位。
responsibilities-caption = 共{ $count }项任务
column-number = 序号
column-task = 任务
column-lead = 牵头单位
column-responsible = 责任单位
lead-first = （牵头）
no-unit = 无
duties-more = 按单位查找任务
task-due = 完成时限
task-number = 任务{ $number }
unit-now = （现：{ $units }）
units-title = 按单位查看
units-text = 各单位在上表中的任务序号。点击单位名称，可查看该单位在全部规划中的任务。
unit-leads = 牵头
unit-shares = 责任
unit-members = 包括

## 奖励和补助

tab-awards = 奖励和补助
awards-description = 《{ $plan }》{ $count }项奖励和补助的对象、标准和依据条款。
awards-caption = 共{ $count }项奖励和补助
awards-found = 显示{ $shown }行，共{ $count }行
awards-all-levels = 全部级别
awards-all-kinds = 全部类别
column-award-what = 级别或项目
column-award-level = 级别
column-award-kind = 类别
column-amount = 标准
award-who = 对象
award-conditions = 说明
award-no-amount = 文件没有写明金额
award-up-to = 不超过{ $value }
award-level-national = 国家级
award-level-provincial = 省级
award-level-municipal = 市级
award-level-county = 县级
award-kind-award = 奖励
award-kind-subsidy = 补助
award-kind-matching = 配套资金
award-kind-support = 支持

## 筛选

finder-unit = 单位
finder-all = 全部单位
finder-comment = 搜索意见
finder-task = 搜索任务
finder-award = 搜索奖励和补助
finder-name = 搜索名称
finder-reset = 清除
finder-found = 显示{ $shown }项，共{ $count }项

## 单位和地区

organisations-title = 单位
organisations-description = 各规划中的牵头单位、责任单位和其他机构，按类别和拼音排序。
organisation-description = { $organisation }的任务：牵头{ $leads }项，参与{ $shares }项；负责的指标、征求意见和联系方式。
organisation-kind-party = 党委机构
organisation-kind-government = 人民政府
organisation-kind-committee = 委员会、管委会
organisation-kind-leading-group = 领导小组
organisation-kind-department = 政府部门
organisation-kind-institution = 事业单位
organisation-kind-enterprise = 企业
organisation-kind-group = 合称
other-names = 文件中的其他写法
parent-organisation = 上级单位
member-of = 所属合称
members = 成员单位
change-replaced = { $date }，职责由以下单位承接：
change-ended = { $date }撤销，不再保留。
change-took-over = { $date }，承接以下单位的职责：
change-area-replaced = { $date }，行政区划调整为：
change-area-ended = { $date }撤销。
change-area-took-over = { $date }，由以下地区调整而来：
owed-dues-title = 近期到期事项
answers-for-title = 负责的指标
answers-for-more = 下面列出最新规划的指标，其余{ $count }项见各规划页面。
owed-title = 承担的任务
owed-counts = { $leads ->
    [0] 参与{ $shares }项
   *[other] 牵头{ $leads }项{ $shares ->
        [0] {""}
       *[other] ，参与{ $shares }项
    }
}
owed-none = 本站公布的规划没有给该单位分派任务。
owed-leads = 牵头（{ $count }项）
owed-shares = 参与（{ $count }项）
owed-joint = 共同牵头
owed-led-by = 牵头单位
owed-named-as = 文中写作
due-figure = 应报告截至{ $date }的数据
due-overdue = 截至{ $date }的数据，应报告而尚未报告
due-task = 任务完成时限：{ $date }
runs-title = 组织的征求意见
issued-title = 发布的规划计划
areas-title = 地区
areas-description = 各规划中分解目标任务的地区，按类别和拼音排序。
area-description = { $area }的目标任务：各规划分解到该地区的{ $count }项指标、占比和位次，以及当地政府承担的任务。
area-kind-province = 省级
area-kind-city = 设区的市
area-kind-district = 市辖区
area-kind-county-level-city = 县级市
area-kind-county = 县
area-kind-autonomous-county = 自治县
area-kind-development-zone = 开发区
area-indicators = { $count }项指标
area-parent = 上级地区
area-within = 下辖地区
area-government = 政府机构
area-targets-title = 目标任务
area-further = 还有目标任务的其他规划：
area-charts-title = 与其他地区比较
area-tasks-title = 承担的任务
area-plans-title = 本地区的规划计划
area-organisations-title = 相关单位
area-share = { $share }%（{ $year }年）
area-rank = 第{ $place }位，共{ $count }个（{ $year }年）
area-rank-equal = 并列第{ $place }位，共{ $count }个（{ $year }年）
column-share = 占合计的比重
column-rank = 由高到低的位次
column-latest = 最新实际值

## 跨规划比较

concepts-title = 跨规划比较
concepts-description = 省、市、县（区）各级规划对同一事项提出的目标，按年度并列，并注明哪些可比、哪些不可比。
concept-description = 各级规划“{ $concept }”目标对照（{ $counted }）：分年度目标值、可比与不可比之处、图表和数据下载。
concept-count = { $count }份规划
concept-count-year = { $count }份规划，{ $year }年
concept-count-years = { $count }份规划，{ $start }—{ $end }年
concept-of-indicator = 其他规划的同类目标
concept-comparable = 可比之处
concept-limits = 不可比之处
concept-levels = 各年应达到的目标值
concept-yearly = 每年单独计算的目标值
concept-caption-levels = 各规划“{ $concept }”各年应达到的目标值（单位：{ $unit }）
concept-caption-yearly = 各规划“{ $concept }”每年单独计算的目标值（单位：{ $unit }）
concept-column-plan = 地区和规划
concept-baseline-year-unknown = 年份未写明
concept-converted = 折合{ $value }
concept-group = { $name }（{ $more }）
family-title = 规划之间的编制依据
family-text = 下级规划列在其所依据的规划之下，并注明写明该依据的条款。
family-none = 这些规划都没有把其中另一份列为编制依据。
family-above = 所依据的上述规划：
family-others = 其他编制依据：
family-between = （未列入本比较）

## 征求意见

consultation-description = 《{ $plan }》公开征求意见，时间为{ $start }至{ $end }：征集内容、征求对象、反馈方式和截止时间。
round-not-open = 尚未开始
round-open = { $days ->
    [0] 征集中，今天截止
   *[other] 征集中，还剩{ $days }天
}
round-closed = 已截止
round-outcome = 已公布采纳情况
consultation-closed = 本次征求意见已截止，不再接收意见。
consultation-considered = 本次征求意见已截止，不再接收意见。采纳情况尚未公布。
consultation-outcome = 本次征求意见已结束，采纳情况见上。
call-open = 本征求意见稿正在公开征求意见
call-not-open = 本征求意见稿即将公开征求意见
call-closed = 征求意见情况
call-outcome = 征求意见情况
call-how = 查看反馈方式
call-results = 查看采纳情况
call-view = 查看征求意见详情
what = 征集内容
who = 征求对象
how = 反馈方式
how-closed = 反馈方式（已截止）
by-when = 截止时间
from = { $date }起
opens = { $date }开始
outcome-by = 采纳情况应于{ $date }前公布。
notice-updated = 通知更新于{ $date }
until = { $date }24时（{ $zone }）
until-hour = { $date }{ $time }（{ $zone }）
date-and-hour = { $date }{ $time }
beijing-time = 北京时间
time-of-zone = 时区：{ $zone }
what-next = 下一步安排
organiser = 征集单位
information-title = 仅供咨询
information-text = 以下方式只用于咨询，不接收意见。
information-text-closed = 通知列出的以下方式只用于咨询。
notice-in-full = 通知全文
notice-published = { $date }发布
channel-email = 电子邮件
channel-post = 邮寄
channel-telephone = 电话
channel-form = 网上填写
channel-in-person = 当面提交
shorter-period = 征求意见期限较短的说明：{ $reason }
shorter-period-days = 征求意见期限少于{ $source }规定的{ $days }日，说明如下：{ $reason }
shorter-period-working-days = 征求意见期限少于{ $source }规定的{ $days }个工作日，说明如下：{ $reason }
shorter-period-normative = 征求意见期限少于规范性文件通常的{ $days }个工作日，说明如下：{ $reason }
profile-major-decision = 《重大行政决策程序暂行条例》第十五条
profile-rules = 《规章制定程序条例》第十五条
needs = 请注明：
needs-default = 姓名或单位名称、联系方式，选填
papers = 相关材料
write-email = 写邮件
open-form = 打开网上表单
print-form = 填写纸质意见表
add-calendar = 把截止日期加入日历
copy-address = 复制地址
copy-text = 复制邮件正文
copied = 已复制
qr-label = 本页二维码
qr-text = 手机扫码打开本页
by-clause-title = 对某一条提意见。
by-clause-text = 打开征求意见稿正文，点击条款标题旁的“提意见”，条款编号会自动写进邮件和意见表。
by-clause-link = 打开征求意见稿正文
quote-code = 请在意见中注明编号：
quote-code-telephone = 通话时请说明：
dates-title = 征求意见时间
dates-in-zone = { $dates }（{ $zone }）

## 提意见

comment = 提意见
comment-on-clause = 对“{ $clause }”提意见
comment-on-plan = 对全文提意见
comment-link = 对{ $clause }提意见
comment-channels = 提交方式
comment-about = 针对的内容
comment-text-title = 不能自动打开邮件时，请复制以下内容
mail-to = 收件人
mail-subject-label = 主题
mail-body-label = 正文
copy-subject = 复制主题
comment-deadline = 截止时间：{ $deadline }
comment-closed = 征求意见已截止，不再接收意见。
comment-back = 返回征求意见页面
comment-in-text = 在正文中查看
sheet-title = 意见表
sheet-text = 打印后填写，寄送或当面提交。
sheet-print = 打印
sheet-code = 编号
sheet-clause = 条款
sheet-quote = 原文
sheet-comment = 意见和建议
sheet-reasons = 理由
sheet-sender = 提交人
sheet-send-to = 寄送地址
sheet-hand-in = 当面提交地址
sheet-organiser = 征集单位
sheet-text-post = 打印后填写，寄送。
sheet-text-in-person = 打印后填写，当面提交。
envelope-original = 信封上请这样写：
spoken-clause = 《{ $plan }》{ $clause }（{ $address }）
spoken-heading = 《{ $plan }》“{ $clause }”
sheet-deadline = 截止时间
whole-plan = 全文
envelope-lines =
    { $postcode }
    { $address }
    { $recipient }（收）
envelope-to = { $recipient }（收）
mail-subject = { $code } 对《{ $plan }》的意见
mail-body =
    文件名称：{ $plan }

    意见和建议：


    理由：


    提交人（{ $needs }）：
mail-body-heading =
    文件名称：{ $plan }
    条款：{ $clause }

    意见和建议：


    理由：


    提交人（{ $needs }）：
mail-body-clause =
    文件名称：{ $plan }
    条款：{ $clause }
    原文：“{ $quote }”

    意见和建议：


    理由：


    提交人（{ $needs }）：

## 采纳情况

outcome-title = 意见采纳情况
outcome-published = { $date }公布
outcome-none = 征求意见期间未收到意见。
outcome-counts = 共收到意见{ $total }条，其中{ $list }。
outcome-list = 查看全部意见及采纳情况
count-separator = 、
count-adopted = 采纳{ $count }条
count-partly-adopted = 部分采纳{ $count }条
count-explained = 解释说明{ $count }条
count-not-adopted = 未采纳{ $count }条
adoption-adopted = 采纳
adoption-partly-adopted = 部分采纳
adoption-explained = 解释说明
adoption-not-adopted = 未采纳
comments-title = 意见及采纳情况
comments-description = 《{ $plan }》征求意见采纳情况：{ $counts }
comments-caption = 收到的意见（共{ $count }条）
comments-on-clause = 收到意见{ $count }条
comments-behind = 本条采纳的意见
comments-filter = 条款
comments-all = 全部条款
comments-found = 显示{ $shown }条，共{ $count }条
column-comment = 意见摘要
column-clause = 条款
column-result = 采纳情况
comment-changed = 已修改：
comment-added = 已新增：
comment-removed = 已删去：

## 征求意见列表

consultations-title = 征求意见
consultations-description = 规划类文件公开征求意见情况，包括正在征集、即将开始、已截止和已公布采纳情况的事项。
consultations-open = 正在征求意见
consultations-not-open = 即将开始
consultations-closed = 已截止，采纳情况尚未公布
consultations-outcome = 已公布采纳情况
consultations-none-open = 目前没有正在征求意见的事项。
consultations-feed = 订阅征求意见更新（Atom）
consultations-calendar = 截止日期日历（.ics）
calendar-of = 征求意见截止日期：{ $plan }
calendar-all = 征求意见截止日期
calendar-closes = 征求意见截止：{ $plan }
calendar-text =
    { $title }
    截止时间：{ $deadline }
    { $url }
feed-consultations = { $site } - 征求意见
feed-call = { $dates }。{ $asked }
feed-outcome = 采纳情况：{ $title }
hours = 办公时间：

## 修改对照

tab-changes = 修改对照
changes-description = 《{ $plan }》与前一稿的逐条对照：修改{ $changed }处条款，新增{ $added }条，删去{ $removed }条。
changes-from = 与下列文本对照：
changes-changed = 条有修改
changes-added = 条新增
changes-removed = 条删去
changes-same = 条未修改
changes-key = 标注方法：
changes-key-removed = 删去的文字
changes-key-added = 新增的文字
changes-targets = 目标值变化
changes-areas = 各地数据：{ $count }个有变化
changes-stayed = 未变
changes-numbers = 正文中的数字变化
changes-before-after = 修改前→修改后
changes-becomes = 改为
changes-sentence = 所在语句
changes-clauses = 逐条对照
changes-silent = 仅其他语言的文本有改动。
changes-was = 原编号{ $clause }
changes-in-draft = 修改前：
changes-in-plan = 修改后：
changes-unchanged = 未修改的条款（{ $count }条）
change-changed = 修改
change-added = 新增
change-removed = 删去
change-preamble = 序言
change-mark-removed = 〔删去：
change-mark-added = 〔新增：
change-mark-end = 〕
came-from = 前一稿：
see-changes = 查看修改对照
what-came = 修改后的文本：
comment-number = 意见{ $number }
comments-behind-clause = 本条采纳意见{ $count }条

## 网站地图和错误页

site-map-title = 网站地图
site-map-description = 本站全部页面。
not-found-title = 页面不存在
not-found-text = 您访问的地址没有对应的页面，可能是地址有误，也可能是页面已经移动。
not-found-links = 您可以前往

## 图表

chart-between-sentences = {""}
chart-between-parts = ；
chart-unit = 单位：{ $unit }
chart-value = { $value }{ $unit }
chart-value-beside-unit = { $value }（{ $unit }）
chart-total = { $name }：{ $value }
chart-baseline = 基期值
chart-baseline-without-year = 基期值{ $value }（基期年份不详）
chart-actual = 实际值
chart-target = 目标值
chart-target-at-least = 目标：不低于
chart-target-more-than = 目标：超过
chart-target-at-most = 目标：不高于
chart-target-less-than = 目标：低于
chart-target-about = 目标：约
chart-target-range = 目标：区间
chart-earlier = 调整前的目标
chart-gap-below = 低于目标{ $value }
chart-gap-above = 高于目标{ $value }
chart-gap-to-go = 还差{ $value }
chart-year-ends = 年份刻度为当年年末。
chart-not-from-zero = 纵轴不从零开始。
chart-missing = 无数据
chart-class = { $from }～{ $to }
chart-row-way = { $from } → { $to }（{ $year }年）
chart-row-target = { $year }年目标{ $to }
chart-row-of-year = { $year }年全年目标{ $to }
chart-row-baseline = 基期值{ $from }
chart-row-latest = 最新{ $value }（{ $date }）
chart-no-data = 暂无数据
chart-no-target = 无目标值，不画进度条
chart-no-target-for-year = 当年无目标值，不画进度条
chart-year-not-over = 当年尚未结束，不画进度条
chart-no-baseline-no-bar = 无基期值，不画进度条
chart-baseline-open = 基期值仅为区间或界限，不画进度条
chart-figure-open = 实际值仅为界限，不画进度条
chart-range-open = 仅报告区间，进度无法确定
chart-from-zero = 无基期值，进度条从零起
chart-yearly-from-zero = 按年计数，进度条从零起
chart-target-is-baseline = 目标值与基期值相同，不画进度条
chart-target-behind = 目标值与改进方向相反，不画进度条
chart-key-baseline = 基期值
chart-key-latest = 最新值
chart-key-range = 报告的区间
chart-key-away = 偏离目标
chart-key-target = 目标值
chart-key-overflow = 超出图幅
chart-lead = 牵头单位
chart-shared = 责任单位
chart-counts = 数字为任务数。
chart-no-counts = 有的标记代表多项任务。
chart-group = { $number }．{ $name }
chart-say-baseline = 基期值：{ $year }年{ $value }。
chart-say-baseline-without-year = 基期值：{ $value }，基期年份不详。
chart-say-targets = 目标：{ $start }年{ $first }，至{ $end }年{ $last }。
chart-say-target = 目标：{ $year }年{ $value }。
chart-say-latest = 最新数据：{ $date }{ $value }。
chart-say-latest-gap = 最新数据：{ $date }{ $value }，{ $gap }（{ $year }年目标）。
chart-say-latest-to-go = 最新数据：{ $date }{ $value }，距{ $year }年末目标还差{ $gap }。
chart-say-no-data = 暂无数据。
chart-say-areas = 比较{ $count }个地区。
chart-say-marked = { $name }居第{ $rank }位（共{ $count }个），为{ $value }。
chart-say-marked-alone = { $name }为{ $value }。
chart-say-marked-equal = { $name }并列第{ $rank }位（共{ $count }个），为{ $value }。
chart-say-missing = 无数据的地区：{ $count }个。
chart-say-total = { $name }：{ $value }。
chart-say-extremes = 最大的是{ $most }（{ $high }），最小的是{ $least }（{ $low }）。
chart-say-all-equal = 各项均为{ $value }。
chart-say-area-years = 比较{ $count }个地区{ $first }年至{ $last }年的数据。
chart-say-latest-years = 共{ $all }个年份，图中为最近{ $shown }个。
chart-say-in-year = 最近年份为{ $year }年。{ $said }
chart-say-overview = 比较{ $count }项指标；有数据的{ $with }项，已达目标{ $reached }项，偏离目标{ $away }项。
chart-say-open = 仅报告区间或界限、进度无法确定的{ $count }项。
chart-say-furthest = 进展最快的是{ $most }，最慢的是{ $least }。
chart-say-duties = { $units }个单位在{ $groups }列任务中的分工。
chart-say-leads-most = 牵头最多的是{ $name }（{ $count }项）。
chart-say-shares-most = 参与最多的是{ $name }（{ $count }项）。
chart-plan-in-year = { $plan }{ $year }年
chart-say-plan-years = 比较{ $count }份规划的年度目标值。
