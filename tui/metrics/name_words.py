"""Words around names: verbs, words that only introduce a name, and words between a name and its number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.metrics.words import Words

#: Verbs that say what was done to the things counted, and so belong to a name: 化解, 新增, 引进.
_VERB_WORDS = (
    "新增 新建 新开工 新签约 新引进 新培育 新获批 新认定 新入库 新入 新登记 新设立 新设 新发现 新栽 新开 新修 新改建 新改扩建 扩建 改建 改扩建 新改造 开工建设 建成 "
    "建设 续建 筹建 开工 竣工 改造提升 改造 整治 整修 维修 修建 修筑 修复治理 修复 治理 拆除 清理 清查 清退 处置 化解 压减 淘汰 减少 减免 减征 取消 下放 精简 "
    "关停 关闭 引进 引入 吸引 招引 招聘 招募 招收 培育 培养 培训 打造 创建 盘活 收储 出让 发放 拨付 下达 兑现 投放 投入 筹集 筹措 争取到 争取 申报 申请 "
    "获批 获得 获评 荣获 获 获取 入选 认定 认证 受理 办理 办结 查处 查办 侦破 破获 打掉 捣毁 立案 审结 取缔 举办 开展 承办 启动 推出 出台 制定 制订 修订 颁布 发布 接待 "
    "种植 栽植 栽种 储备 签约 签订 签署 投产 入驻 集聚 聚集 帮助 帮扶 救助 资助 安置 转移 输送 输出 解决 惠及 选派 选聘 选拔 评选 表彰 开通 改善 升级 "
    "更新 加装 安装 设立 成立 组建 建立 配备 购置 采购 添置 收治 排查 排查化解 整改 消除 节约 回购 分配 分配入住 交付 回迁 转化 攻克 研制 推广 添加 增设 增加 "
    "增添 增派 扶持 支持 铺设 敷设 架设 疏浚 加固 搬迁 迁建 移植 补栽 补植 复垦 退耕 封育 恢复 搭建 组织 实际利用 实际使用 实际到位 利用 引育 扩大 "
    "拆迁 征收 供应 报批 核发 颁发 征集 收集 收缴 追缴 挽回 追回 销号 化验 巡查 抽检 督办 约谈 问责 处分 处理 调解 接收 接入 上线 投运 投用 新组建 组建 育成 选育 入库 在建 扩容 达产 投产达效 达成 废止 提供 选择 立项 晋升 征集 吸纳 谋划 谋划储备 争创 完工 养护 招录 录用 慰问 走访 改造升级 升级改造 更新改造 新建改造 新建续建 新当选 出资设立 新出资设立 引导 改厕 采集 清运 抢修 受理 清退 挽损 救治 放映 建设改造 布设 新添 新改 新购 新植 新成立 腾退 修改 提请审议 修编 削减 开行 募集 签发 出具 备案 登记 注册"
)
#: Verbs that say no more than that something came about.
_EMPTY_VERB_WORDS = "实施 超额完成 全面完成 圆满完成 如期完成 提前完成 累计完成 完成 实现 达到 推进 推动 促进 加快推进 加快 实施 落实 抓好 做好 办好 组织实施 保持 确保 继续抓好 有序推进"
#: Verbs, the longest first, and regular expressions that match one.
VERBS = tuple(sorted(_VERB_WORDS.split(), key=len, reverse=True))
EMPTY_VERB = "|".join(sorted(_EMPTY_VERB_WORDS.split(), key=len, reverse=True))
VERB_WORDS = Words(VERBS)
#: These, and verbs that say nothing.
DEED_WORDS = Words((*VERBS, *_EMPTY_VERB_WORDS.split()))
_ADVERBS_TEXT = (
    "大力 积极 稳步 有序 全面 扎实 深入 着力 全力以赴 全力 持续 继续 进一步 切实 基本 顺利 圆满 成功 超额 提前 如期 高标准 高质量 高水平 高效率 高效 高起点 "
    "率先 统筹 科学 精准 精心 加强 加大 认真 严格 依法 强力 集中 同步 累计 加快 努力 抓紧 常态化 规范 分批 逐步 合理 有效 及时 坚决 首次 协调 先后 相继 新一轮 "
    "有力 加紧 共同 联合 多渠道 多方式 牵头 创新 优先 充分"
)
_ADVERB_WORDS = tuple(_ADVERBS_TEXT.split())
#: How something was done, which is no part of a name.
ADVERB = (
    "|".join(_ADVERB_WORDS)
    + "|重点(?=新建|改造|培育|支持|引进|扶持|抓好|推进|打造|招引|打击|治理|实施(?!类))"
)
_RUN_WORDS = Words((*VERBS, *_EMPTY_VERB_WORDS.split(), *_ADVERB_WORDS, "重点", *"已共再新、"))


def is_verb_run(text: str) -> bool:
    """Tell whether a text is nothing but verbs and words that go with them."""
    return _RUN_WORDS.is_row(text)


#: Words for levels and parts of a place or an organisation, which do not say what is measured.
SCOPE = (
    "国家级?|省部级|省级?|市级?|县级?|区级?|州级|镇级|乡级|乡镇|村级|街道级?|社区级?|自治区级?|自治州级|地级|校级|中央级?|中央财政|省财政|地方级?|市本级|县本级|区本级|省本级|本级|"
    "市区|城区|主城区|中心城区|中心城市|城镇|城市|农村|乡村|县城|郊区|山区|牧区|沿海|贫困地区|全国|国际|境外|境内|国内"
)
#: Nouns that do not say of what: they need the subject of the sentence, or the name before.
_GENERIC_WORDS = (
    "项目 企业 问题 土地 投资 产值 总产值 总数 总量 资金 总额 营业收入 到位资金 总投资 产量 面积 数量 总面积 规模 总规模 利润 利税 收入 支出 "
    "占比 比重 比例 覆盖率 总里程 里程 增加值 销售收入 主营业务收入 签约额 合同额 合同资金 协议资金 交易额 成交额 贷款 余额 任务 事项 房源 户数 人数 "
    "总人口 单产 总产 总产量 播种面积 价格 增速 增幅 增量 存量 标准 平均 学校 工程 投资额 年产值 年销售收入 完成率 开工率 竣工率"
)
GENERIC = frozenset(_GENERIC_WORDS.split())


class LeadRule(NamedTuple):
    """Words that introduce a name and are no part of it; an example, and the name in it."""

    pattern: str
    example: str
    name: str


#: What stands at the head of a clause before the name; stripped again and again.
LEAD_RULES = (
    LeadRule(
        r"[/／](?:[人户][·/]?)?[月年天人户]|[（(](?:长时间|热烈)?(?:鼓掌|掌声)[)）]|[（(]\s?\d{1,2}[)）]|[（(](?:上接|下转|紧[接转])[^（）()]{1,8}[）)]|\d{1,2}[)）.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十][,，、](?!第)", "（4）技能培训", "技能培训"
    ),
    LeadRule(r"等(?![级待候同次])", "等一揽子政策", "一揽子政策"),
    LeadRule(r"[（(][户个家间人次套处所段座条]{1,2}[)）]", "（户）、公厕", "公厕"),
    LeadRule(r"(?:以上|以下|以内|左右|上下)(?=[、和及与]|\Z)", "以上、工程中心", "工程中心"),
    LeadRule(
        r"[\s、,，;；:：。.·—–-]|[)）”’](?![“‘（(])|[①-⑳]|(?:以及|并且|和|及|与|并|也|但|而|且|又|还|则)(?![平谐睦服田及会购])",
        "、并新建学校",
        "新建学校",
    ),
    LeadRule(r"其中|分别|另外|此外|同时|特别是|尤其是|包括|主要是|原则上|另有?|共有|已有|现有|拥有(?=.{3})|有更多的?(?=..)", "其中出口", "出口"),
    LeadRule(
        r"连续(?:\d{1,2}|[一二三四五六七八九十两多几]{1,3})(?:年|个月|个?季度)(?!.{0,12}次)|(?:过去|近|今后|未来|前|后|这)?(?:“?[一二三四五六七八九十两几]+|\d{1,2})年(?:来|间|内|中|里|共|累计)?"
        r"(?!级|制|期|行动|计划|规划|以上|以下|保|免|禁|一|基|义|生|龄|均)",
        "五年新增高速公路",
        "新增高速公路",
    ),
    LeadRule(
        r"“?[一二三四五六七八九十]{1,2}五”?(?:计划)?(?:期间|时期|以来|期末|末|[前头后][一二三四]年|(?=全[省市国区州县]|我[省市区县州]))", "“十三五”期间投资", "投资"
    ),
    LeadRule(
        r"(?:预计|力争|为)?(?:[到至从自在]|截至|截止到?)?(?:(?:19|20)\d\d|[一二][一二三四五六七八九〇○零]{3})(?:[-—–~～至到](?:19|20)?\d\d)?年"
        r"(?:年?[底末初]|前|以来|上半年|下半年|[1一]季度|前?三季度|\d{1,2}月(?:份|底|末)?)*[,，]?",
        "到2025年森林覆盖率",
        "森林覆盖率",
    ),
    LeadRule(
        r"全年|今年|去年|上年|前年|当年|本年度?|明年|来年|年内|年底前?|年末|年初|期末|以后|此后|年度|末(?=全|[^端梢])|上半年|下半年|前三季度|"
        r"第?[一二三四]季度|(?:\d{1,2}[-—至])?\d{1,2}月(?:份|底|末)?|[前头]\d{1,2}个月|[一二三四五六七八九十]{1,2}月份的?|上述|目前|当前|现在|当季|当月|单季|至今|截至目前|本届政府|任期内|每年|年(?=接待|完成|实现|新增|培训|综合)",
        "目前全年旅游收入",
        "旅游收入",
    ),
    LeadRule(
        r"全国(?!人大|政协|一流|重点|文明|示范|[百千]强|劳模|先进|统一|性|最|首|\d+强|知名|名牌|驰名|优秀|双拥|卫生|技术能手|绿化|民族团结|爱国|青年|道德|模范|五一|义务教育|农业|休闲|"
        r"乡村|生态|科普|森林|旅游|中小学|法治|节约|质量|无障碍|文物|创新|双创|特色)|(?:全|我|本)(?:自治)?[省市区县州旗盟镇乡](?!人大|政协|一流|示范|文明|性|最|首|域|优秀|知名|级|管|属|直[属管部机])",
        "全市常住人口",
        "常住人口",
    ),
    LeadRule(
        r"累计(?!率)|共计|合计|总计|一共|共(?![同享建产青管治生用性轨])|已经?(?!婚)|预计|预期|力争|力促|努力|确定|保证|争取(?=新增|新[开建培引]|开工|建成|竣工|投产|打造|引进|培育|早日|尽快|完成|实现|今年|全[年省市区县州国]|明年|年内|[增降达超]|整合|有更多|(?!国家|上级|中央|省级)[^,，、]{2,16}(?:率|比重|占比|比例|浓度|指数)\Z)|提出(?=[^,，、]{5})(?!.{0,4}(?:议案|申请|建议|意见|问题))|"
        r"(?:有效|全面|顺利|如期|圆满|超额|基本|稳步|提前|累计|单年|首次)*(?:完成|实现|达到|保持|推进|推动|促进|确保|保障(?!性|房|水|能))"
        r"(?!率|度|情|量|额|值|任务)|(?:继续|组织)?实施(?=.{3})(?!方案|办法|意见|细则|条例)",
        "预计完成造林",
        "造林",
    ),
    LeadRule(
        r"使得?(?!用)|就是|让(?!利)|令|将(?!军|乐)|把(?!关)|是(?!否)|要求(?=..)|要(?!素|求|点|件)|就(?!业|医|读|学|餐|诊|地|近|是)|再(?![生就创造保融次担])|"
        r"拟(?=..)|计划(?=完成|实施|新|建|投资|安排)|通过[^,，、]{2,10}(?:方式|途径|渠道)|仅(?:有|仅)?|只有?|我们|政府(?=投入|安排)|每个县市区|围绕(?=(?:19|20)\d\d年)|围绕[^,，、]{2,8}(?:需要|需求|要求|布局)|为此|即(?![将墨时期使])|创(?=劳务|收入|总?产值|利税|利润|税收|综合|营业|旅游|经济)|据统计|据初步(?:统计|核算|测算)|经?初步(?:核算|统计|测算|预计)",
        "将单位能耗",
        "单位能耗",
    ),
    LeadRule(
        r"提前(?:\d{1,2}|[一二两三四五六七八九十半]{1,2})(?:[到至-](?:\d|[一二三四五]))?(?:年半?|个月|个季度|天)(?:于(?:19|20)\d\d年)?(?:全面|基本)?(?:(?:实现|完成|达到)了?)?",
        "提前一年实现人均产值",
        "人均产值",
    ),
    LeadRule(r"(?:相继|先后|陆续|坚决|正在|约(?![束定谈旦])|其(?![他它中次余])|我国的?)(?=..)", "相继实现生产总值", "生产总值"),
    LeadRule(r"的?基础上(?:[又再还]|继续)?", "的基础上又", ""),
    LeadRule(r"(?:[一二两三四五]个)?(?:新的?|大)*(?:台阶|大关|关口|门槛)(?:[、，]|\Z)", "新台阶、亩产", "亩产"),
    LeadRule(
        r"(?:[省市县区]?财政|政府)用于(?:与[^,，、的]{2,16}的)?(?=[^,，、的]{2,12}(?:支出|投入))|[省市县区州]里(?:继续|将)?(?=安排|投入|拿出|下达)", "财政用于教育支出", "教育支出"
    ),
    LeadRule(
        r"按[^,，、]{1,6}口径(?:计算)?|(?:按|以)?(?:同口径|可比口径|可比价格?|不变价格?|现价|当年价格?)(?:计算)?|扣除[^,，]{1,8}因素后?|剔除[^,，]{1,10}因素后?", "同口径财政收入", "财政收入"
    ),
)  # fmt: skip
_LEAD = re.compile(f"(?:{'|'.join(rule.pattern for rule in LEAD_RULES)})+")


_ADVERBS = re.compile(f"年均|{ADVERB}")


@lru_cache(maxsize=256)  # asked for the same clause by several rules
def without_lead(text: str) -> str:
    """Return a text without the words that introduce its name."""
    previous = None
    while text != previous:
        previous = text
        match = _LEAD.match(text)
        text = _without_adverbs(text[match.end() :] if match else text)
    return text


def _without_adverbs(text: str) -> str:
    """Return a text without adverbs before a verb: 大力培育龙头企业."""
    ends = [0]
    while adverb := _ADVERBS.match(text, ends[-1]):
        ends.append(adverb.end())
    if len(ends) == 1:
        return text
    return next((text[end:] for end in reversed(ends) if DEED_WORDS.at(text, end)), text)


class TailRule(NamedTuple):
    """Words that may stand between a name and its number, and which characters these must not follow.

    Attributes:
        words: The words, parted by spaces.
        not_after: Characters with which they would be the end of another word.
        example: A clause before a number.
        name: The name in it.
    """

    words: str
    not_after: str
    example: str
    name: str


#: Words between a name and its number; any row of them is stripped.
TAIL_RULES = (
    TailRule("要 可", "主重需必首纪摘提概扼许认", "增速要达到", "增速"),
    TailRule("预计 预期 力争 争取 确保 有望 有可能 可能 并统一 拟 将 按 提出 可以 至少 大约 大致 大概", "", "投资预计", "投资"),
    TailRule("累计 共计 总计 合计 一共 总共 分别 各 都 全部 仅 只 就 即 便 也 又 再 还 另 却 则 不到 不足 不满 仅用 只用 未 尚未 始终 最高 最高可达 可达 最低 最多 最长", "", "就业五年累计", "就业"),
    TailRule("约", "签节制预条合公大誓", "投资约", "投资"),
    TailRule("向 对 从 与", "方导定面意趋走去应相针绝反核校比服参给", "意向", "意向"),
    TailRule("增收 减收", "均高大再新核税创", "农民收入增收", "农民收入"),
    TailRule("用", "应投使利费公专商信日享通采引适备启试作录聘农民工家实军医饮占雇租挪运调征沿选任食药信", "工程用", "工程"),
    TailRule("率先 逆势 首超 首达 首破 再破 连破 双破 破", "突打侦攻爆", "企业数逆势增长", "企业数"),
    TailRule("整体 总体", "", "负债率整体降到", "负债率"),
    TailRule("共", "公中", "资金共", "资金"),
    TailRule("或 或者", "抑", "达标率达到或超过", "达标率"),
    TailRule("才", "人英天刚干奇育", "煤产量才", "煤产量"),
    TailRule("均", "公平人户年日月地单亩成", "覆盖率均", "覆盖率"),
    TailRule("增长", "济", "经济增长达到", "经济增长"),
    TailRule("同比 环比 年均 日均 月均 每年 平均 平均每年 年平均 实际 名义 逐年 连年", "", "支出年均", "支出"),
    TailRule("比", "占同环对可之价出销配容积评性生业入贷", "投资比", "投资"),
    TailRule("过", "经通超度错", "产值过", "产值"),
    TailRule("为 是 达 达到 达成 到 至 于 以 在 的 了 着 、 ： : ， 近 接近 将近 逾 超 超过 突破 超出 多达 高达 仅为 只有 仍 仍为 仍达 多", "许", "投资约为", "投资"),
    TailRule("不低于 不少于 不小于 不超过 不高于 不突破 高于 低于 快于 慢于 优于 大于 小于 多于 少于 好于 高出 高达 低 高", "最新提降减", "失业率低于", "失业率"),
    TailRule("控制 控制在 保持 保持在 稳定 稳定在 维持 维持在 稳定保持 平均达到 达到了 设定为 确定为 定在 定为 安排为 锁定在", "不规法约指固", "物价涨幅控制在", "物价涨幅"),
    TailRule("已 已经 在已建成 已有 现有 共有 仅有 总有 有", "国所私享拥占保现公持没具富稀", "企业已有", "企业"),
    TailRule(
        "增加 增加到 增至 下降 下降到 降低 降到 降至 降为 减少 减少到 减至 提高 提高到 提升 提升到 提高至 提升至 上升 上升到 上涨 升至 升到 扩大 扩大到 扩至 扩 压缩 压减 削减 "
        "缩短 缩短至 增产 增 降 升 减 减产 净增 净增加 递增 递减 回落 回落到 回升 回升到 攀升 跃升 跃升至 收窄 下滑 缩减 延长 拓展 恢复 恢复到 好转 改善 变为 转变 转变为 演变 演变为 转为 优化为 优化到 优化至 精减 精减为 精减到 整合为 合并为 递升 递升至 逐季 逐月 跃上 跃至 迈上 "
        "迈入 迈进 站上 跨入 越过 连跨 再迈 再上 缩小 达标 加快 放缓 推迟 提前 调整为 调整到 调整至 发展到 上调 下调 前进 前移 进位 后移 增加了 提高了 下降了 减少了 上升了 增长了 翻 放大 负增长 正增长 涨 跌 原计划 原计划安排 原定 规划 计划安排",
        "高大再新核税创",
        "失业率下降到",
        "失业率",
    ),
    TailRule("再提高 再提升 再降低 再下降 再减少 再上升 再压减 再缩短 再增长 再增加", "", "就业率再提高", "就业率"),
    TailRule("新增 净增 净增加 净新增 新增加", "", "学位新增", "学位"),
    TailRule("完成 实现 完成了 实现了 做到 取得 占 占到 位于 处于", "侵全", "投资完成", "投资"),
    TailRule(
        "首次 首 连续 仍然 基本 稳步 稳 持续 继续 逐步 进一步 不断 曾 曾经 刚刚 双双 一度 两次 多次 大幅 大幅度 明显 显著 有效 分别为 快速 平稳 迅速 历史性 一举 成功 胜利 顺利 提前 超额 单日 力争达到 全面 再次 先后 跨越 跨上 迈过 跨过 稳中有升 相应 由此",
        "时",
        "产量首次突破",
        "产量",
    ),
    TailRule(
        "可比 同口径 按同口径 同比口径 按同比口径 当年价 按当年价 当年价格 按当年价格 按当年价计算 按当年价格计算 可比口径 按可比口径 按可比口径计算 按可比价 按可比价格 按可比价格计算 按可比价计算 可比价 可比价格 按不变价 按不变价格 按不变价格计算 现价 按现价 按现价计算 "
        "剔除价格因素 扣除价格因素 扣除价格因素后 剔除价格因素后 扣除物价因素 扣除物价因素后 扣除物价上涨因素",
        "",
        "财政收入按可比口径",
        "财政收入",
    ),
    TailRule("预计数 快报数 核算数 统计数 执行数 计划 目标 预期目标 目标为 目标确定为 目标确定 目标设定为 任务 计划为 预期增长 预期目标为 目标定为 增长目标", "度性约年济", "国民生产总值计划", "国民生产总值"),
    TailRule("每人每月 每人每年 每人每天 每生每年 每户每年 每月 每 每千 每万 每百 每人 每千人 每万人 每百人 每千人口 每万人 每万人口 每天 每日 每亩 每吨 每立方米 每平方米 每公斤 每斤 每度 每千瓦时 每百户 每户 超过每千人口 每平方公里", "", "托位数达到每千人", "托位数"),
    TailRule("安排 预期", "", "支出安排", "支出"),
    TailRule("今年 去年 上年 前年 当年 全年 年底 年末 年初 期末 末 底 初 目前 现在 当前 今年的 去年的 上年的 全部", "", "产量今年达到", "产量"),
)  # fmt: skip
#: Words that are such only behind amounts: 支出安排, but 省级人才计划.
_ONLY_AFTER = {"安排": "入出", "预期": "入出长", "计划": "值额资入出量率长", "规划": "值额资入出量率长积模"}
_TAILS: dict[str, str] = {}
for _rule in TAIL_RULES:
    for _word in _rule.words.split():
        _TAILS[_word] = _TAILS.get(_word, "") + _rule.not_after
#: The lengths of the tail words that end in a character.
_LENGTHS: dict[str, tuple[int, ...]] = {
    end: tuple(sorted({len(word) for word in _TAILS if word[-1] == end}, reverse=True))
    for end in {word[-1] for word in _TAILS}
}

_YEAR = r"(?:(?:19|20)\d\d|[一二][一二三四五六七八九〇○零]{3}|[“]?[一二三四五六七八九十]{1,2}五”?|\d\d)"
#: A time between a name and its number: 产量到2025年达到, 覆盖率由“十二五”末的.
_TIME = re.compile(
    rf"(?:[由从自到至在比较]|截至|截止到?|相比|对比)?(?:{_YEAR}(?:年|期间|时期)?(?:年?[底末初]|前|时|期末|期间|以来|上半年|下半年|同期|计划)*|"
    r"(?:今|去|上|前|本|当|年|建国|建党|解放|改革开放|成立|开局|本届|上届|基|\d{1,2}月|上半|下半|(?:今后|未来|过去|[前后这那近])?[一二三四五六七八九十两几]{1,2})(?:年|初|前|时|底|末|期|同期|份|之初|之前|来|间|以来|度)+"
    r"|过去|原来|当时|原先|最初|高峰时?)的?\Z"
    r"|(?:已|均|都)*连续第?(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:年|个季度)\Z"
)
_MAX_TIME_CHARACTERS = 16
_TIME_ENDS = frozenset("年底末初前时期间来划份度去先的峰")
#: 总数在2000年基础上, 产值在全省率先: from where, and among whom.
_ON_THE_BASIS = re.compile(r"[在按](?:(?!在)[^,，;；。、]){2,20}?的?基础上\Z")
_AMONG = re.compile(r"(?<=[^存所现内潜健常实])在(?:全[国省市区州]|世界|[东西中]部(?:地区)?)\Z")
#: What a number is compared with, or where it began.
_BASE = re.compile(
    r"(?:(?<![占同环对可之价出销配容积评性生贷])比(?!较[^上去]|由|为|从|例|重|率|值|赛|武|亚|价|照|拼|特|利|较优)|(?<!比)较(?![大多快好高低强差为少小长重严有完先富轻充贫落薄困稳深早易难])|"
    r"不?(?:高于|低于|快于|慢于|高出|超出|(?:优于|好于)(?![^,，;；。、]{0,14}(?:天数|比例|水体|断面|比率|率)\Z)|超过?(?=年度|全国|全省|全市|预期|目标|计划|上年))|(?<![不共认等雷协陪])同(?=[^,，、]{1,14}(?:相比|比较))|与(?=[^,，、]{1,14}相比))[^,，;；。、]{1,30}\Z"
)
#: 分别高于全国、全省.
_BASES = re.compile(
    r"(?:分别|均|各)*(?:高于|低于|快于|慢于|高出|超出|优于|好于|超过|[高低])(?:全[国省市区州县]|[^,，;；。、高低快超]{1,10})(?:[、和及与](?:全[国省市区州县]|[^,，;；。、]{1,6}))?(?:[、和及与](?:全[国省市区州县]))(?:的?平均水平|平均|水平|平均增速|增速)?\Z"
)
_FROM = re.compile(
    r"(?:(?<![自理缘事根案来])由(?!于|此|来)|从(?!业|事|严|军|教|农|来))"
    r"(?:[^,，;；。]{0,14}?(?:年|末|底|初|时|期|前|来|期间|月|份|季度|标准|个|统一|以上|以下|日|天))?(?:的|每[^,，]{0,3}|人均|年人均|月人均)?\Z"
)
#: 年人均 behind the name of a standard.
_PER_PERSON = re.compile(r"(?<=[准贴待遇金资助费到至达为平差])(?:年人均|月人均|人均月?|月)\Z")
_REMARK = re.compile(
    r"[（(](?:[^（）()]{0,6}(?:口径|可比|现价|不变价|当年价|下同|预计|快报|含|不含|初步)[^（）()]{0,10}|GDP|CPI)[)）]\Z"
)
_PLAN = re.compile(
    r"(?:超额|提前)?(?:完成|占|达到?|实现|为)?(?:省定|市定|年度|全年|上?半年|年初|年|既定|预定|下达|国家|计划|预期|目标|任务|的|确定)+(?:目标|任务|计划|预算)(?:任务|数|值|总数)?的?\Z"
)
_PRICES = re.compile(r"(?:扣除|剔除)[^,，;；。]{1,10}因素[后]?\Z")
_BASIS = re.compile(r"以[^,，;；。、]{2,12}为(?:基数|基期|基准)\Z")
#: 生产总值迈上两个新台阶、增长6%.
_STEP = re.compile(
    r"(?:再次?|连续|先后|成功|历史性地?|稳步|相继|首次|一举)*(?:迈[上入过进]|[连]?跨[上入过越]?|登上|站上|跃上|突破)[^,，、]{0,12}(?:台阶|大关|关口|门槛)[、，]?\Z"
)
#: Each of them with the characters one of which it ends with, or else holds: cheaper to look for than the pattern.
_CUTS = (
    (_PLAN, "标务划算数值的", ""),
    (_STEP, "阶关口槛、，", ""),
    (_BASIS, "数期准", ""),
    (_ON_THE_BASIS, "上", ""),
    (_AMONG, "国省市区州界部", ""),
    (_PRICES, "素后", ""),
    (_BASE, "", "比较于出超同与"),
    (_BASES, "国省市区州县平均水速", ""),
    (_FROM, "", "由从"),
    (_PER_PERSON, "均月", ""),
    (_REMARK, ")）", ""),
)
_MAX_CUTS = 4


@lru_cache(maxsize=256)  # each rule that may name a number asks for the same text
def split_tail(before: str) -> tuple[str, str]:
    """Split a text before a number into its name and the words between the two."""
    end = len(before)
    for _ in range(_MAX_CUTS):
        name = before[: _tail_start(before, end)]
        cut = _cut_of(name)
        if cut is None:
            return name, before[len(name) :]
        end = cut
    return before[:end], before[end:]


def _cut_of(name: str) -> int | None:
    """Return where the first of the cuts begins that a text ends with; None if it ends with none."""
    last = name[-1:]
    for pattern, ends, holds in _CUTS:
        may_match = last in ends if ends else any(character in name for character in holds)
        if last and may_match and (match := pattern.search(name)):
            return match.start()
    return None


def _tail_start(before: str, stop: int) -> int:
    """Return where the longest row of tail words begins that ends at an offset.

    Each offset is looked at once: some words are also two words (达到, 增长), so one regular expression for the whole
    row would try exponentially many ways of cutting it.
    """
    starts = {stop}
    pending = [stop]
    while pending:
        end = pending.pop()
        for start in _word_starts(before, end):
            if start not in starts:
                starts.add(start)
                pending.append(start)
    return min(starts)


def _word_starts(before: str, end: int) -> list[int]:
    starts: list[int] = []
    if not end:
        return starts
    last = before[end - 1]
    for length in _LENGTHS.get(last, ()):
        start = end - length
        if start < 0:
            continue
        not_after = _TAILS.get(before[start:end])
        if not_after is None or (start and before[start - 1] in not_after):
            continue
        only_after = _ONLY_AFTER.get(before[start:end])
        if only_after and before[max(0, start - 1) : start] not in tuple(only_after):
            continue
        starts.append(start)
    if last in _TIME_ENDS:
        first = max(0, end - _MAX_TIME_CHARACTERS)
        if match := _TIME.search(before, first, end):
            starts.append(match.start())
    return starts
