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
fact-validity = 有效性
fact-period = 规划期
fact-area = 规划范围

## 正文

contents = 目录
clause-link = 条款{ $clause }的链接
related-indicator = 指标
related-task = 任务
attachments = 附件
source-title = 文件来源
source-name = 来源
source-note = 整理说明

## 时间和数字

year = { $year }年
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
editors-note = 编者注

## 责任分工

responsibilities-description = 《{ $plan }》{ $count }项任务的牵头单位和责任单位。
responsibilities-caption = 共{ $count }项任务
column-group = 类别
column-number = 序号
column-task = 任务
column-lead = 牵头单位
column-responsible = 责任单位
lead-first = （牵头）
no-unit = 无
units-title = 单位全称
units-text = 上表使用简称，全称如下。
unit-members = 包括

## 征求意见

consultation-description = 《{ $plan }》公开征求意见，时间为{ $start }至{ $end }：征集内容、征求对象、反馈方式和截止时间。
round-not-open = 尚未开始
round-open = 征集中，还剩{ $days }天
round-closed = 已截止
consultation-closed = 本次征求意见已截止，不再接收意见。
consultation-not-open = 征求意见将于{ $start }开始。
call-open = 本规划正在公开征求意见
call-not-open = 本规划即将公开征求意见
call-closed = 征求意见情况
call-how = 查看反馈方式
call-view = 查看征求意见通知
what = 征集内容
who = 征求对象
how = 反馈方式
how-closed = 当时的反馈方式
by-when = 截止时间
when-closed = 起止时间
from = { $date }开始
until = { $date }24时（{ $zone }）
from-until = { $start }至{ $end }24时（{ $zone }）
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
recipient = 收件人
postcode = 邮政编码
hours = 接待时间

## 网站地图和错误页

site-map-title = 网站地图
site-map-description = 本站全部页面。
not-found-title = 页面不存在
not-found-text = 您访问的地址没有对应的页面，可能是地址有误，也可能是页面已经移动。
not-found-links = 您可以前往
