"""Generate ``content/pinyin.txt``: the readings of Chinese characters, and the words in which they differ.

A character has the reading given for it here, or else pypinyin's first one; its other readings are those that occur in
a word of pypinyin's dictionary. Words are listed only if a character in them is read differently than alone, and only
if no shorter word implies the reading. pypinyin's words are those of general language; what it lacks or reads wrongly
in official prose is listed below by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version

from pypinyin import Style
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.style import convert

LONGEST_WORD = 4
#: Readings of single characters whose first reading in pypinyin is not the common one.
ALONE = dict(
    pair.split(":")
    for pair in [
        "长:chang",
        "还:hai",
        "都:dou",
        "率:lv",
        "重:zhong",
        "行:xing",
        "朝:chao",
        "似:si",
        "佛:fo",
        "泊:bo",
        "薄:bo",
        "勒:le",
        "仔:zi",
        "贾:jia",
        "缪:miao",
        "靓:liang",
        "茜:qian",
        "囤:tun",
        "琢:zhuo",
        "莞:guan",
        "扛:kang",
        "扒:pa",
        "茄:qie",
        "伺:si",
        "卜:bu",
        "粘:zhan",
        "刹:cha",
        "诘:jie",
        "匙:chi",
        "吭:keng",
        "裳:shang",
        "嚼:jiao",
        "栅:zha",
        "槛:kan",
        "藉:jie",
        "柞:zuo",
        "柚:you",
        "桔:ju",
        "仇:chou",
        "调:diao",
        "着:zhe",
        "参:can",
        "会:hui",
        "系:xi",
        "数:shu",
        "乐:le",
        "给:gei",
        "擘:bo",
        "潦:liao",
        "铛:dang",
        "呢:ne",
        "曾:ceng",
        "什:shen",
        "轧:zha",
        "磅:bang",
        "娜:na",
        "纥:he",
        "骠:piao",
        "沓:ta",
        "貉:he",
        "拗:ao",
        "俟:si",
        "攒:zan",
    ]
)
#: Words of official prose, grouped by a character and its reading in them.
WORDS = """
长 zhang: 区长 市长 县长 省长 镇长 乡长 村长 州长 盟长 旗长 院长 部长 局长 处长 科长 会长 校长 家长 首长 队长 组长 社长 馆长 厂长
长 zhang: 站长 所长 园长 团长 庭长 班长 学长 司长 厅长 理事长 董事长 秘书长 检察长 监事长 河长 湖长 林长 田长 路长 链长 群长 楼长 街长 段长 警长 片长 井长
长 zhang: 增长 成长 生长 助长 滋长 长大 长势 长者 长辈 兄长 师长 年长 长官 长子 长老 疯长 见长 增长期 成长期 生长期 消长 长进 酋长 总长 网格长 行长 排长 连长 营长
长 chang: 长期 长效 长远 长春 长江 长三角 长城 长线 长廊 长度 长短 长处 长征 长沙 长治 长葛 长安 长途 长久 长足 长青 长垣 发行长期
行 hang: 银行 行业 央行 分行 支行 投行 总行 外行 内行 行情 行列 行家 行当 农商行 国开行 农发行 行长 科创行 各行各业 排行 车行 本行 开户行 贷款行 代办行 行距
行 xing: 运行情 执行情 进行情 发行情 履行情 实行家 推行长 实行长 举行会 发行 银行间 执行长 发行长 推行业主 进行业务 实行业主 运行业 执行业务
重 chong: 重庆 重新 重塑 重建 重构 重组 重复 重启 重叠 重返 重回 重申 重整 重现 重演 重修 重铸 重振 双重 多重 重置 重阳 重拾 重归 重温 重登 重重 重逢
重 zhong: 注重组 注重构 注重建 注重新 重重点 重重大 并重新 注重生 严重复 严重影 重重视 重生态
还 hai: 还建立 还建设 还建成 还清理 还原有
还 huan: 还款 还贷 还本 还清 还债 还田 还林 还湖 还草 还绿 还路 还城 还河 还湿 还耕 还旧 还给 还原 还建 还迁 还乡 还房 还权 退还 返还 偿还 归还 交还 发还 奉还 退耕还 退渔还 还珠
都 du: 首都 都市 成都 古都 都城 新都 故都 国都 建都 都会 陪都 旧都 都江堰 都匀 之都 商都 宁都 于都 丰都 花都 昌都 武都 瓷都 煤都 酒都 药都 钢都 都护 帝都 都安
率 shuai: 率先 率领 表率 统率 草率 轻率 坦率 直率 率团 率队 率众
率 lv: 效率先 利率先 速率先
调 tiao: 调整 调节 调控 调解 调理 调味 调剂 调试 调适 协调 空调 失调 调和 调优 调校 调停 调处 调价 调峰 调减 调增 调结构 下调 上调 微调 烹调 调速 调频 调压 调绿 调色 调养 谐调 风调 诉调 调仲 调裁
着 zhuo: 着力 着眼 着手 着重 着实 着陆 着想 着装 执着 沉着 附着 着落 着色 穿着 衣着
着 zhe: 随着实 负着实 着实现 着实践 着实施
着 zhao: 着急 着火 着凉 着迷 睡着
参 can: 人参加 人参与 人参观 人参保 人参军 人参赛
参 shen: 人参 党参 海参 丹参 西洋参
参 cen: 参差
会 kuai: 会计 财会
系 ji: 系好 系紧 系安全带
乐 yue: 音乐 乐器 乐团 器乐 声乐 民乐 乐队 乐章 礼乐 乐曲 奏乐 交响乐 乐舞
给 ji: 供给 给予 补给 给养 自给 给水 配给 给付 送给养 给排水
传 zhuan: 传记 自传 列传 别传 立传
弹 dan: 实弹射
弹 tan: 弹性 反弹 弹力 弹簧 动弹
畜 xu: 畜牧 畜产 畜养
角 jue: 角色 主角 配角 角逐 角力
塞 se: 堵塞 闭塞 阻塞 梗塞 充塞
厦 xia: 厦门
省 xing: 反省 内省 省亲 省察 三省吾身
称 chen: 对称 称职 匀称 称心 相称
劲 jing: 强劲 劲旅 劲敌 刚劲 苍劲
泊 po: 湖泊 梁山泊 水泊 罗布泊
差 chai: 出差 差旅 邮差 差遣 兼差 交差 差事 差役
没 mo: 没收 淹没 沉没 埋没 隐没 吞没 出没 没落
圈 juan: 圈养 圈舍 羊圈 猪圈 牛圈
降 xiang: 投降 降服 降伏
藏 zang: 西藏 宝藏 藏族 藏医 藏药 藏区 援藏 川藏 藏乡 青藏 入藏 藏传 藏历
曾 zeng: 曾孙 曾祖
校 xiao: 校对接
校 jiao: 校准 校正 校对 校验 校核
模 mu: 模样 模具 模板
便 pian: 便宜
朝 chao: 朝阳
朝 zhao: 朝气 朝夕 朝阳产业 一朝 今朝 有朝一日 朝霞 朝令夕改
薄 bao: 薄膜 薄板
了 le: 了解决
了 liao: 了解 了如指掌 一目了然 终了 大不了 免不了 少不了 了不起 了断 了结
的 de: 目标的 的确实 的目的 质的
的 di: 目的 标的 的确 有的放矢
和 huo: 暖和
""".strip()
#: Words of pypinyin, grouped by character, that occur in official prose by chance or are read differently there.
NOT_TAKEN = """
行 建行 同行 上行 在行 中行 商行 成行 行规 行市 行行 行道 工行 下行 入行
重 一重 三重 重提 重行 重生 重影 重头
都 大都 中都 定都 京都
了 * 和 * 的 *
似 似的
乐 乐工
校 校改
系 系上
落 落子
省 内省
降 求降
解 解法
朝 朝阳
期 期年
长 长上
""".strip()


def make() -> str:
    """Return the whole table as text."""
    alone = {
        character: ALONE.get(character, _plain(readings.split(",")[0]))
        for character, readings in ((chr(code), readings) for code, readings in PINYIN_DICT.items())
        if _is_common(character)
    }
    words = _words(alone)
    lines = [
        f"# Readings of Chinese characters, made from pypinyin {version('pypinyin')} (MIT) by tests.tables.",
        "# A reading and the characters read so by themselves; + what else they may be read; then words.",
        *_grouped(((reading, character) for character, reading in alone.items()), ""),
        *_grouped(sorted(_others(alone)), "+"),
        *(
            f"{character} {reading} {' '.join(sorted(found))}"
            for (character, reading), found in sorted(words.items())
        ),
    ]
    return "\n".join(lines) + "\n"


def _plain(reading: str) -> str:
    return convert(reading, Style.NORMAL, False).replace("ü", "v")


def _is_common(character: str) -> bool:
    try:
        return "一" <= character <= "\u9fff" and bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _readings() -> Iterator[tuple[str, list[str]]]:
    """Yield the words of pypinyin with a reading for each character."""
    for word, readings in PHRASES_DICT.items():
        if len(word) == len(readings) and all(map(_is_common, word)):
            yield word, [_plain(reading[0]) for reading in readings]


def _by_hand() -> Iterator[tuple[str, str, list[str]]]:
    for line in WORDS.splitlines():
        head, _, words = line.partition(": ")
        character, reading = head.split()
        yield character, reading, words.split()


def _not_taken() -> Iterator[tuple[str, str]]:
    character = ""
    for word in NOT_TAKEN.split():
        if len(word) == 1 and word != "*":
            character = word
        else:
            yield character, word


def _others(alone: dict[str, str]) -> set[tuple[str, str]]:
    attested = {
        (reading, character)
        for word, readings in _readings()
        for character, reading in zip(word, readings, strict=True)
    }
    attested |= {(reading, character) for character, reading, _ in _by_hand()}
    return {pair for pair in attested if alone[pair[1]] != pair[0]}


def _words(alone: dict[str, str]) -> dict[tuple[str, str], list[str]]:
    """Return words by a character in them and its reading there; words listed by hand take precedence over pypinyin's."""
    mine = {character for character, _, _ in _by_hand()}
    words: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for character, reading, found in _by_hand():
        words[character, reading] += found
    not_taken = set(_not_taken())
    general = sorted(_readings(), key=lambda pair: len(pair[0]))
    for word, readings in general:
        for character, reading in zip(word, readings, strict=True):
            known = words[character, reading]
            differs = reading != alone[character] and len(word) <= LONGEST_WORD
            if not_taken & {(character, word), (character, "*")}:
                continue
            if differs and word.count(character) == 1 and not any(short in word for short in known):
                by_hand = any(
                    short in word
                    for other, found in words.items()
                    if other[0] == character
                    for short in found
                )
                if not (character in mine and by_hand):
                    known.append(word)
    return {key: found for key, found in words.items() if found}


def _grouped(pairs: Iterator[tuple[str, str]] | list[tuple[str, str]], mark: str) -> list[str]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for reading, character in pairs:
        groups[reading].append(character)
    return [f"{mark}{reading} {''.join(sorted(found))}" for reading, found in sorted(groups.items())]
