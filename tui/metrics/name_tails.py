"""Words between a name and its number, which are cut off: 产量首次突破, 覆盖率由“十二五”末的."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


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
    TailRule("预计 力争 争取 确保 有望 可望 有可能 可能 并统一 拟 将 按 提出 可以 至少 大约 大致 大概", "", "投资预计", "投资"),
    TailRule("累计 共计 总计 合计 一共 总共 分别 各 都 全部 仅 只 就 即 便 也 又 再 还 另 却 则 不到 不足 不满 仅用 只用 未 尚未 始终 统一 全市统一 全省统一 全区统一 全县统一 最高 最高时 最低时 高峰时 最高可达 可达 最低 最多 最长", "", "就业五年累计", "就业"),
    TailRule("约", "签节制预条合公大誓", "投资约", "投资"),
    TailRule("向 对 从 与", "方导定面意趋走去应相针绝反核校比服参给", "意向", "意向"),
    TailRule("增收 减收", "", "农民收入增收", "农民收入"),
    TailRule("用", "应投使利费公专商信日享通采引适备启试作录聘农民工家实军医饮占雇租挪运调征沿选任食药信", "工程用", "工程"),
    TailRule("中", "", "项目中", "项目"),
    TailRule("中有 中已有", "其集期高初年月", "开发区中有", "开发区"),
    TailRule("震后 灾后", "", "震后", ""),
    TailRule("率先 逆势 首超 首达 首破 再破 连破 双破 破", "突打侦攻爆", "企业数逆势增长", "企业数"),
    TailRule("整体 总体", "", "负债率整体降到", "负债率"),
    TailRule("共", "公中", "资金共", "资金"),
    TailRule("或 或者", "抑", "达标率达到或超过", "达标率"),
    TailRule("比", "", "分别比", ""),
    TailRule("才", "人英天刚干奇育", "煤产量才", "煤产量"),
    TailRule("均", "公平人户年日月地单亩成", "覆盖率均", "覆盖率"),
    TailRule("增长", "济", "经济增长达到", "经济增长"),
    TailRule("同比 环比 年均 年增长 年递增 日均 月均 每年 平均 平均每年 年平均 人平 实际 名义 逐年 连年", "", "支出年均", "支出"),
    TailRule("过", "经通超度错", "产值过", "产值"),
    TailRule("为 是 达 达到 达成 到 至 于 以 在 的 了 着 倒数 名列 位列 位居 、 ： : ， 近 接近 将近 逾 超 超过 突破 超出 多达 高达 仅为 只有 仍 仍为 仍达 多", "许", "投资约为", "投资"),
    TailRule("不低于 不少于 不小于 不超过 不高于 不突破 不得 高于 低于 快于 慢于 优于 大于 小于 多于 少于 好于 高出 高达 低 高", "最新提降减", "失业率低于", "失业率"),
    TailRule("控制 控制在 保持 保持在 稳定 稳定在 维持 维持在 稳定保持 平均达到 达到了 设定为 确定为 定在 定为 安排为 锁定在", "不规法约指固", "物价涨幅控制在", "物价涨幅"),
    TailRule("已 已经 在已建成 已有 现有 共有 仅有 总有 有", "国所私享拥占保现公持没具富稀", "企业已有", "企业"),
    TailRule(
        "增加 增加到 增至 下降 下降到 降低 降到 降至 降为 减少 减少到 减至 提高 提高到 提升 提升到 提高至 提升至 上升 上升到 上涨 升至 升到 扩大 扩大到 扩至 扩 压缩 压减 压降 削减 "
        "缩短 缩短至 增产 增 降 升 减 减产 净增 净增加 递增 递减 回落 回落到 回升 回升到 攀升 跃升 跃升至 收窄 下滑 缩减 延长 拓展 恢复 恢复到 好转 改善 变为 转变 转变为 演变 演变为 转为 优化为 优化到 优化至 精简到 精简至 精简为 清理调整为 清理规范为 清理压减为 精减 精减为 精减到 合并压减 合并减少 合并精简 整合为 整合至 整合到 优化整合为 优化整合至 优化整合到 归并为 归并到 归并至 合并为 递升 递升至 逐季 逐月 跃上 跃至 迈上 "
        "迈入 迈进 站上 跨入 越过 连跨 再迈 再上 缩小 达标 加快 放缓 推迟 提前 调整为 调整到 调整至 发展到 上调 下调 提至 提到 调至 调到 前进 前移 进位 后移 增加了 提高了 下降了 减少了 上升了 增长了 翻 放大 负增长 正增长 涨 跌 原计划 原计划安排 原定 规划 计划安排",
        "高大再新核税创",
        "失业率下降到",
        "失业率",
    ),
    TailRule("再提高 再提升 再降低 再下降 再减少 再上升 再压减 再缩短 再增长 再增加", "", "就业率再提高", "就业率"),
    TailRule("再添 新添", "", "工作室再添", "工作室"),
    TailRule("新增 净新增 新增加", "", "学位新增", "学位"),
    TailRule("完成 实现 完成了 实现了 做到 取得 占 占到 位于 处于", "侵全", "投资完成", "投资"),
    TailRule(
        "首次 首 长期 普遍 连续 仍然 基本 稳步 稳 持续 继续 逐步 进一步 不断 曾 曾经 刚刚 双双 一度 两次 多次 大幅 大幅度 明显 显著 有效 分别为 快速 平稳 迅速 历史性 一举 成功 胜利 顺利 提前 超额 单日 力争达到 全面 再次 先后 跨越 跨上 迈过 跨过 稳中有升 相应 由此",
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
    TailRule("每人每月 每人每年 每人每天 每生每年 每户每年 每月 每 每千 每万 每百 每人 每千人 每万人 每百人 每千人口 每万人口 每天 每日 每亩 每吨 每立方米 每平方米 每公斤 每斤 每度 每千瓦时 每百户 每户 超过每千人口 每平方公里", "", "托位数达到每千人", "托位数"),
    TailRule("安排 预期", "", "支出安排", "支出"),
    TailRule("再创新高 再创历史新高 创历史新高 创新高", "", "产量再创新高", "产量"),
    TailRule("今年 去年 上年 前年 当年 全年 年底 年末 年初 期末 末 底 初 目前 现在 当前 今年的 去年的 上年的 去年实际涨幅 上年实际涨幅", "", "产量今年达到", "产量"),
    TailRule("一季度 二季度 三季度 四季度 前三季度 第一季度 第二季度 第三季度 第四季度", "比较由从第前", "开工率一季度达到", "开工率"),
)  # fmt: skip
#: Words that are such only behind amounts: 支出安排, but 省级人才计划.
_ONLY_AFTER = {
    "增收": "入产",
    "减收": "入产",
    "比": "别均各都也又，、",
    "中": "目业",
    "安排": "入出",
    "预期": "入出长",
    "计划": "值额资入出量率长",
    "规划": "值额资入出量率长积模",
}
#: Of these, words that are such also where nothing stands before them: 比原计划增加.
_MAY_BE_FIRST = frozenset(("比", "增收", "减收"))
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
    r"(?:今|去|上|前|本|当|年|建国|建党|解放|改革开放|成立|开局|本届|上届|基|\d{1,2}月|上半|下半|(?:今后|未来|过去|提前|[前后这那近])?[一二三四五六七八九十两几]{1,2})(?:年|初|前|时|底|末|期|同期|份|之初|之前|来|间|以来|度)+"
    r"|过去|原来|当时|原先|最初|高峰时?)的?\Z"
    r"|(?:已|均|都)*连续第?(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:年|个季度|个榨季|个赛季|个学年)\Z"
)
_MAX_TIME_CHARACTERS = 16
_TIME_ENDS = frozenset("年底末初前时期间来划份度季去先的峰")
#: 总数在2000年基础上: from where.
_ON_THE_BASIS = re.compile(r"[在按](?:(?!在)[^,，;；。、]){2,20}?的?基础上\Z")
#: 居民收入在就业增加的带动下: under what conditions.
_UNDER = re.compile(r"(?<=..)在[^,，;；。、在]{2,14}(?:影响|情况|形势|背景|带动|支持|推动|拉动)下\Z")
#: 产值在全省率先: among whom.
_AMONG = re.compile(
    r"(?<=[^存所现内潜健常实])在(?:全[国省市区州]|世界|[东西中]部(?:地区)?|(?:全[国省市区州]|世界)[^,，;；。、在]{0,10}[中内里])\Z"
)
#: What a number is compared with, or where it began.
_BASE = re.compile(
    r"(?:(?<![占同环对可之价出销配容积评性生贷])比(?!较[^上去]|由|为|从|例|重|率|值|赛|武|亚|价|照|拼|特|利|较优)|(?<!比)较(?![大多快好高低强差为少小长重严有完先富轻充贫落薄困稳深早易难])|"
    r"不?(?:高于|低于|快于|慢于|高出|超出|(?:优于|好于)(?![^,，;；。、]{0,14}(?:天数|比例|水体|断面|比率|率)\Z)|超过?(?=年度|[省市既]定|年初|全国|全省|全市|预期|目标|计划|上年))|(?<![不共认等雷协陪])同(?=[^,，、]{1,14}(?:相比|比较))|与(?=[^,，、]{1,14}相比))[^,，;；。、]{1,30}\Z"
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
#: 生产总值提前一年完成“十二五”规划确定的过万亿元目标.
_OF_A_PLAN = re.compile(
    r"(?:(?:提前|超额)[^,，;；。、]{0,6})?(?:完成|实现|达到)?[“\"][^”\"]{2,3}五[”\"]规划(?:纲要)?(?:确定|提出|明确|规定)的?\Z"
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
    (_OF_A_PLAN, "定出确的", ""),
    (_STEP, "阶关口槛、，", ""),
    (_BASIS, "数期准", ""),
    (_ON_THE_BASIS, "上", ""),
    (_UNDER, "下", ""),
    (_AMONG, "国省市区州界部中内里", ""),
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
        is_first = not start and before[start:end] in _MAY_BE_FIRST
        if only_after and not is_first and before[max(0, start - 1) : start] not in tuple(only_after):
            continue
        starts.append(start)
    if last in _TIME_ENDS:
        first = max(0, end - _MAX_TIME_CHARACTERS)
        if match := _TIME.search(before, first, end):
            starts.append(match.start())
    return starts
