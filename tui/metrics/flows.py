"""Tell what was done over a span of years from what had been reached at its end."""

from __future__ import annotations

import re
from functools import lru_cache

#: The next clauses compare the number with that of another year: it is one of a year itself.
_YEAR_COMPARED = r"(?:同比|[比较] ?[上去]年|[比较是为] ?\d{4} ?年)"
_IS_YEARLY = re.compile(rf"[^,;。\d]{{0,12}},?均?{_YEAR_COMPARED}|[^;。]{{0,80}}?,分别{_YEAR_COMPARED}")
#: The first characters of the words for what was done: to look for one of them first takes a tenth of the time.
_FIRST = "降涌新建改扩续修兴筹援共重完投引实治整培安转化关淘拆开竣发拨减让争获荣夺取制出办受查破打抓调审颁立下公精压削清消解帮救资扶惠脱搬分交铺架创举承派选招盘征收供地植造绿栽退封复除加疏硬上挂签落兑支累总合增净处追挽接表评推授奖捐对组布配购更启谋储摘告"
#: What stands before a number that was done over the whole time: 新建学校3所. Sums of the national accounts are yearly.
_DONE = re.compile(
    rf"(?=[{_FIRST}])(?:新[增建改扩开辟办植造修添引上认创培选签入落投获设]|(?<!已)建成(?!区|率)|(?<!城市)(?<!在)建设(?!用地|水平)|(?:改|扩|续|修|兴|筹|援|共|重)建(?!筑)|"
    r"完成(?!.{0,6}(?:生产总值|增加值|总产值|财政收入|预算收入|率))|投入(?!产出)|引进|引资|实施|改造|治理|整治|整合|培育|培训|安置|转移|化解|关[闭停]|淘汰|拆[除迁改]|关改|搬转|开工|竣工|投产|"
    r"发放|拨付|减免|减税|降费|让利|筹集|筹措|争取|获批|获得|荣获|夺得|取得|获[^得]{0,8}[奖金银铜]|制[定订]|出台|办[理结]|受理|查[处办]|破获|打掉|抓获|涌现|获[^得,;。\d]{0,16}(?:成果|称号|专利)|调处|审[结议]|颁布|立法|取消|下放|公开|"
    r"精简|压减|削减|清[理淤退]|消灭|解决|帮助|救助|资助|扶持|惠及|脱贫|减贫|搬迁|解困|分配|交付|修[缮复]|铺设|架设|开[通设展办行]|打造|创[建成作]|[举承]办|派出|选派|招聘|引导|盘活|出让|"
    r"征[收迁]|收储|供地|供应|植树|造林|绿化(?!覆盖|率)|栽植|退耕|封育|复垦|除险|加固|疏浚|整修|硬化|发行|上市(?!公司|企业|[((])|挂牌|签约|落[地户]|兑现|支[出付援]|累计|共计|总计|合计|"
    r"(?<!公)共(?=[^同享青治产达有建]|建成)|增加(?!值)|增设|减少|净增|下达|处置|追回|挽回|接待|表彰|评选|推[广出]|授予|奖励|出版|捐赠|对口|组建|布局|配备|购置|更新|启动|谋划|储备|摘[掉帽]|告别|退出)"
)
#: The same: 新缔结友城2个, but not 新能源汽车.
_NEW = re.compile(r"(?:^|[,;、。])[^,;、。\d]{0,6}新(?![型兴能区城农时材技产冠媒闻疆生高优质的格业]|一代)")
#: The same for words that count only where nothing says that the number was reached.
_MAY_BE_DONE = re.compile("就业(?!人[数员口]|率)|到位(?!率)|投资|融资|贷款|建立|设立|成立|推进|提供|组织")
#: What stands before a number that was reached at the end, whatever else stands there: 总里程达到.
_REACHED = re.compile(
    r"(?=[增提上下降减压缩扩发升拓延调优改恢壮至规稳保控拥现已有总存余里覆普比人每进迈跨跃翻生G零出财预销营旅居纯])(?:(?:增加|增长|提高|提升|上升|下降|降低|减少|压缩|缩短|扩大|发展|增|升|降|扩展|延伸|拓展|上调|调整|优化|改善|恢复|缩小|壮大)(?:到|至|为)|"
    r"至[约近超过]*$|规模(?:分别)?(?:已?达|为|超)|稳定在|保持在?|控制在|拥有|[现已]有|总[量数里值]|总(?:产量|规模|人口|面积|装机|里程|资产|产值|收入)|存量|余额|保有量|里程|覆盖率|普及率|"
    r"比重|比例|人均(?!.{0,6}累计)|每万人|进入|迈上|跨上|跨入|跃上|翻|(?:生产总值|GDP|零售总额|进出口|出口总?[额值]|增加值|财政收入|预算收入|销售收入|营业收入|旅游收入|居民.{0,4}收入|纯收入|进出口))"
)
#: The same where nothing says that it was done: 突破.
_MAY_BE_REACHED = re.compile(r"达(?!标|成|产|州|县|效)|突破|超过|[占居为]$")
#: 由500家整合到30家: where it came from, whatever was done.
_CAME_FROM = re.compile(r"[由从][^,;。]{0,30}[^,;。\d](?:到|至|为|成)[^,;。]{0,3}$")
#: 新增181家,累计达到247家: the sum is of all there are, not of those years.
_TOTAL_NOW = re.compile("(?:^|、)累计(?:分别)?已?(?:达到?|有)?$")
_ADDED = re.compile("新增[^;。]*$")
#: 累计完成7亿元,其中公路投资达2亿元: a part of a sum is a sum.
_PART = re.compile("^其中")
#: Characters before a number in which its verb is looked for.
_NEAR_CHARACTERS = 48
_COMMA, _ADDED_UP, _YEAR = ",", "累计", "年"
_PAUSE = re.compile("[,;。:]")
_DIGIT = re.compile(r"\d")
#: A sum of all years, whatever it is a sum of.
_SUM = re.compile(r"累计|共计|总计|合计")
#: The same right before the number.
_OF_YEARS = re.compile(r"(?<![十来])[三四五]年(?![来间内前后计规里一度期])")
#: What follows a number that was done over the whole time.
_DONE_AFTER = re.compile(
    r"(?:(?![已达占率])[^,;。]){0,40}?(?:建成|建立|投用|投产|开工|竣工|完工|落[户地]|通车|获批|脱贫|摘[掉帽]|成为|入驻|上市|挂牌|投入使用|投入运营|[列退]出|销号|搬迁|入住|获[得准]|"
    r"通过|得到|迁入|受益|完成|实[施现]|改造|治理|开展|免[收除]|重组|改制|转制|混改|被?评为|荣获|夺得|当选|列入|入[选围]|跻身|命名|晋[升级]|升格|用上|喝上|全[面部])"
)


@lru_cache(maxsize=256)  # the clauses of a list are asked about again for each of its numbers
def is_done_over_time(before: str, clause: str, earlier: str, after: str) -> bool:
    """Return whether a number counts what was done over the whole time, not what was reached at its end.

    Args:
        before: The clause before the number, behind the number before it.
        clause: The whole clause before the number.
        earlier: The sentence before that clause, or its end.
        after: What follows the number.
    """
    if _ADDED_UP in (before or clause) and _TOTAL_NOW.search(before or clause) and _ADDED.search(earlier):
        return False
    if (
        _SUM.search(clause)
        or (_YEAR in before and _OF_YEARS.search(before))
        or (_PART.search(clause) and _SUM.search(earlier))
    ):
        return True
    if _IS_YEARLY.match(after) or _CAME_FROM.search(clause):
        return False
    for text in (before, clause[-_NEAR_CHARACTERS:]):
        if (is_done := _says_done(text)) is not None:
            return is_done
    return bool(_DONE_AFTER.match(after) or _continues_what_was_done(earlier))


def is_reached(before: str, clause: str) -> bool:
    """Return whether a number says what is to be reached at the end: 产业规模达500亿元.

    Args:
        before: The clause before the number, behind the number before it.
        clause: The whole clause before the number.
    """
    for text in (before, clause[-_NEAR_CHARACTERS:]):
        if (is_done := _says_done(text)) is not None:
            return not is_done
    return False


def _continues_what_was_done(earlier: str) -> bool:
    """Return whether a number without a verb continues a list of such: 新建学校3所,医院5家,公园8个."""
    for clause in reversed(_PAUSE.split(earlier.rstrip(_COMMA))):
        if not _DIGIT.search(clause):
            return False
        if (is_done := _says_done(clause)) is not None:
            return is_done
    return False


@lru_cache(maxsize=256)
def _says_done(text: str) -> bool | None:
    if _SUM.search(text):
        return True
    if _REACHED.search(text):
        return False
    if _DONE.search(text) or _NEW.search(text):
        return True
    if _MAY_BE_REACHED.search(text):
        return False
    return True if _MAY_BE_DONE.search(text) else None
