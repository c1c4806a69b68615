"""Read the name of what is counted behind its number: 30个省市重点项目."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.metrics.limits import is_a_people
from tui.metrics.name_before import tidy
from tui.metrics.name_ends import NOUN_OF_VERB, RIGHT_END
from tui.metrics.name_tails import split_tail
from tui.metrics.name_words import ADVERB, DEED_WORDS, SCOPE
from tui.metrics.quantity import Quantity
from tui.metrics.units import COUNTED, base_quantity_power

_MAX_CHARACTERS = 26
#: Text between a number and the name behind it, in this order; an example, and its name.
SKIP_RULES = (
    (
        re.compile(r"[（(][家间个次户人处所段条座栋片只头套台]{1,2}[)）]"),
        "培育3家(户)龙头企业。",
        "培育龙头企业",
    ),
    (re.compile(r"(?:及?以上|以下|以内|左右|上下)(?!规模)"), "建成300个左右便民服务点。", "建成便民服务点"),
    (re.compile("进一步(?=全面|深化)"), "推出660项进一步深化改革举措。", "推出深化改革举措"),
    (re.compile(r"已(?=治理|改造|关闭|停产)"), "确保35条已治理河涌长治久清。", "治理河涌"),
    (re.compile(r"的"), "引进120台的数控机床。", "引进数控机床"),
    (
        re.compile(
            r"(?:余(?![热能额])|多(?![样元媒边功种层式双点晶彩能规语金跨肉]))(?=[\u4e00-\u9fff]{3})(?!.人口)"
        ),
        "转移9万多游牧民定居。",
        "转移游牧民定居",
    ),
    (
        re.compile(
            r"[、共]?\d+(?:\.\d+)?[万亿]?[余多]?(?:[人名个户套亩]|公里|平方米)(?!及?以上|及?以下|级|左右)(?=[\u4e00-\u9fff])"
        ),
        "配备109支2300余人应急救援队伍。",
        "配备应急救援队伍",
    ),
)
_SKIPPED = re.compile(r"[（(及以左上进已的余多、共\d]")  # their first characters
#: 50亿元以上项目, 投资超5亿元的项目: a limit is part of the name of what is counted.
LIMIT = re.compile(
    r"(?:总?投资|(?:预增|新增|年)?产值|年?营业?收入?|年?销售收入|年?主营业务收入|税收|纳税|面积|单体)?(?:额)?(?:超过?|达到?|在|过|突破)?"
    r"(?:\d+(?:\.\d+)?(?:[-—–~～至到]\d+(?:\.\d+)?)?|(?=[百千十]?[亿万]元))(?:[万亿千百十]*(?:元|美元|吨|亩|平方米|千瓦|公里|立方米|人|岁|张|级|头|千伏)|[Aa]级|A|G)(?:及?以上|及?以下|级|以内|左右)?的?(?!及?以[上下内])(?=[\u4e00-\u9fff“])"
)
#: Words that only describe, up to the last 的: 可推广、可复制的亮点项目.
DESCRIPTION = re.compile(r"(?:[^,，;；。\d]{2,24}、)?[^,，;；。、\d]{2,10}的(?=[\u4e00-\u9fff“])")
#: 1073个空置率50%以上的“空心村”: how much of something they have.
_OF_SIZE = re.compile(
    r"(?:[^,，;；。、\d的]{1,9}[率额值资入积量模税数度龄]|共)(?:可望|有望|超过?|达到?|在|过|不到|不足|低于|高于|约|首次)*(?:\d[\d.至—～~－-]*[万亿]*|[十百千万]{1,2}亿)(?:[%％元亩人户吨度岁]|美元|平方米|公里)(?:及?以[上下]的?|的)(?=[\u4e00-\u9fff“])"
    r"|总(?:规模|投资额?|面积|装机容量|长度?)(?:超过?|达到?|约|近)*\d[\d.]*[万亿]*(?:元|美元|亩|平方米|公里|千瓦)的?(?=[\u4e00-\u9fff“])"
)
#: 800名教师、构建一套有效的体系: what is described is another thing.
_OTHER_DEED = re.compile("、(?:构建|形成|建立|打造|建设|培育|引进|实施)")
#: Descriptions that say nothing of what is counted.
_PRAISE = re.compile(r"可|具有|有|符合|立足|面向|适应|能够|叫得响|带动力强|影响力")
#: What follows a number and is not what it counts: 405件和政协委员提案, 20万元完成了…亮化.
_NO_NAME = re.compile(
    r"[/（(及与、”’》〉)）是被到至]|和(?![美谐平睦田])|多(?!双边|[晶元边式层彩能规语金跨肉]|功能|媒体)|百分点|工作日|为(?!民)|对(?![外口接虾])|范围|人民币|季度|月|星期|年头|迈进|进军|冲刺|行列|年[底内初末]|[今明当全去]年|(?:[一二两三四五]个)?(?:新的?|大|千亿|百亿)*(?:台阶|大关|关口|门槛)|(?:提高|增加|增长|上升|提升|下降|降低|降|减少|升|增|压缩|扩大|调整|发展|回升|回落|恢复|扩|跃升|延长|缩短|精简|精减|压减|整合|合并|归并|撤并|转变|增至|减)[^,，;；。]{0,8}?(?:到|至|为)|"
    rf"位次|组织(?=[,，;；。])|打[好牢下]|奠定|并(?![网轨])|(?:完成|实施|建设(?!收费)|改造|新建|支持|开展|购置|补贴){NOUN_OF_VERB}|"
    r"位居|用于|等(?=[^级待候效离外])|的?(?:优异|优良|历史最好|最好)(?:成绩|成效|佳绩)|基础上|之内|全部|上升|下降|增长|提高|占|(?:时|后|内|中|以来|以后)(?=[,，、])|内(?![陆河部外蒙容涝需环贸资销存控地镜])|不等|其中|目标|要求(?=[,，;；。、])|任务(?!清单)|差距"
)
#: 7.89亿元政府隐性债务化解目标: the verb behind the noun says what is done.
_DEED = re.compile(
    r"(?P<noun>[^,，;；。、\d]{2,16}?)(?P<verb>化解|整改|拆除|治理|收储|出让|压减|淘汰|盘活|消化|清偿)(?:目标|任务|工作)"
)
#: 3所学校获评…示范学校: a general word, and what became of the things.
_BECAME = re.compile(
    r"(?P<thing>学校|企业|机构|单位|项目|产品|村|社区|景区|家|个|镇|乡镇|成果|案例|作品|医院|园区|品牌|人|集体|个人|小区)(?P<deed>获评|入选|获批|被评为|被认定为|被列为|被列入|列入|纳入|入围|荣获|获得|获)"
    r"(?P<what>[^,，;；。、\d]{4,20})(?=[,，;；。、])"
)
#: 130万人参加失业保险: what they do is what is counted.
_TAKE_PART = re.compile(r"(?P<deed>参加|享受)(?P<what>[^,，;；。、\d了]{3,16})(?=[,，;；。、])")
#: 7个县财政过20亿元: what they have more of.
_OVER_LIMIT = re.compile(
    r"(?P<thing>县[（(]?市?、?区?[)）]?|市|区|乡镇|镇|企业|园区|村)(?P<limit>(?:财政|税收|产值|年产值|营业收入|主营业务收入|销售收入|财政收入|公共财政收入|集体经济收入)(?:超过|突破|过|超)[\d.]*[百千]?[万亿]*元)(?=[,，;；。、])"
)
#: 1320户商贸、交通、建设等领域的国有企业: of what sorts they are.
_SORTS = re.compile(r"\A[^,，;；。\d的]{2,24}等(?:重点)?(?:领域|行业|方面|产业)的?(?=[\u4e00-\u9fff]{2})")
#: 218个事项“免证可办”, 132个事项实现“跨省通办”.
_DONE_ONLINE = re.compile(
    r"(?P<thing>政务服务事项|审批事项|事项|业务|服务)(?:全部|均|已)?(?:实现|可)?(?P<how>“[^“”]{3,8}”)"
)
#: 78个中心卫生院和1万个村卫生室改造任务: what is done to both.
_DONE_TO_BOTH = re.compile(
    r"(?P<noun>[^,，;；。、\d]{2,14}?)(?<!建设)(?<!加固)(?<!改造)(?<!扩建)(?<!新建)(?<!撤并)(?<!整治)(?<!治理)(?<!提升)(?<!强链)[、和及]\d+(?:\.\d+)?[万亿]?[余多]?[个家所处座户项条台栋套][^,，;；。、\d等加]{2,12}?(?P<verb>(?:脱硫|脱硝|节能|技术|升级)?改造|建设|改扩建|整治|治理)(?:任务|工程|工作)?(?=[,，;；。])"
)
#: 4万多游牧民定居和58.8万农牧民饮水困难问题.
_PROBLEM = r"(?:饮用?水|用水|吃水|出行|行路|住房|用电|就业|上学|就医|温饱)*(?:不?安全|困?难)*问题"
_TO_PROBLEM = r"[、和及]\d+(?:\.\d+)?[万亿]?[余多]?[^,，;；。、\d未解决]{2,14}?的?"
_PERSONS_PROBLEM = re.compile(
    rf"(?P<noun>[^,，;；。、\d]{{1,14}}?[民户口众生员]){_TO_PROBLEM}(?P<problem>{_PROBLEM})(?=[,，;；。])"
)
_PROBLEM_OF_BOTH = re.compile(
    rf"(?P<noun>[^,，;；。、\d]{{2,14}}?)(?<!问题){_TO_PROBLEM}{_PROBLEM}(?=[,，;；。])"
)
#: 解决282万人、822万头牲畜的饮水问题.
_PROBLEM_OF_ALL = re.compile(
    rf"[、和及与]\d+(?:\.\d+)?[万亿]?[余多]?[头只人户](?:[（(][头只][)）])?[^,，;；。、\d未解决]{{0,8}}?的?(?P<problem>{_PROBLEM})(?=[,，;；。])"
)
_WORKS_TEXT = "续建|新建|改扩建|在建"
#: Of what kind things are that are counted: 国家级, 小型, 百亿元级, 续建.
_KIND = rf"(?:[省市县区]重[大点]|[省市县区]定|{SCOPE}|[大中小]{{1,2}}型|[一二两三四五六七八九]?[十百千万]*亿元?级|(?:\d+(?:\.\d+)?)?[十百千万亿]*[亿万]元(?:及?以上|级)?|{_WORKS_TEXT})"
#: 3个国家级和4个省级示范园: the noun stands behind the last.
_SHARED = re.compile(
    rf"(?P<own>{_KIND})(?:[、和及与]\d+(?:[-—–~～至到.]\d+)?[个家项所处座户名件条](?:以上|左右)?{_KIND}){{1,3}}(?P<noun>[^,，;；。、\d]{{2,20}}?)(?=[和及与]一批|[,，;；。、:：\d]|\Z)"
)
#: 5条续建和3条新建跨河桥梁: the noun behind the last number, too, is said of what is done.
_WORKS = re.compile(_WORKS_TEXT)
_AFTER_WORKS = re.compile(rf"\d[个家项所处座户名件条]{{1,2}}(?:{_WORKS_TEXT})[、和及与]\Z")
#: 企业的改革改制, 中小学校移交工作: what was done to them, in fewer words.
_DEED_OF = re.compile(
    r"的?(?P<deed>(?<=的)[^的]{0,8}(?:改造|整治|改革|改制|重组|规划|编制|破产|建设|治理|清理|拆除|搬迁)|改造|整治|改制|重组|编制|移交|治理|清理|拆除|搬迁)(?:工作|任务)?\Z"
)
#: 9个国家建立机制: countries, not what is 国家4A级.
_COUNTRIES = re.compile(r"国家(?=[,，;；。、的在不]|进行|建立|设立|缔结|开展|\d{1,3}[多余]?[个座])")
#: 减免31项收费等措施: what one thing is only an example of.
_AS_A_MEASURE = re.compile(r"(?<=..)等(?:一系列)?(?:措施|办法|方式|手段)\Z")
#: 试点县的支持力度, 大项目的落实: what is meant for the things counted.
_CARE_FOR = re.compile(
    r"(?<=..)的?(?:简政放权的)?(?:政策(?=支持|扶持)|扶持|支持|帮扶|倾斜|整治|保护|工作|拆改|建设|治理|监管|推进|协调|投入|指导|服务|协调服务)*(?:力度|(?:承载|带动|辐射|集聚)+(?:能力|力)|(?<=的)(?:要求|需要|落实|部署|决定|战略部署|协调服务|跟踪服务|工作?衔接|支持|扶持|帮扶|管理和服务))\Z"
)
#: 重点园区的集聚力: the things are counted, not what they have.
_QUALITY_OF = re.compile(
    r"(?<=[园区业县村镇乡市校院户厂家目群岸站])的[^的]{0,6}(?:[集聚带动吸引竞争影响]力|[^的]{0,8}(?:防治|监控|监管|管理|改造|整治|推进)工作|能力|水平|速度|效率|作用|优势|综合开发|管理|运营|运行)\Z"
)
#: 完成138条“城中村”改造的目标.
_AIM = re.compile(r"(?<=..)的(?:目标|任务)\Z")
#: 投资项目的深入商谈工作: the things are counted, not what is done about them.
_WORK_ON = re.compile(r"(?<=项目|企业|工程)的[^的]{0,6}(?:工作|衔接|协调|洽谈|商谈)\Z")
#: 贫困人口脱贫任务, 示范区创建工作: deeds that say so themselves.
_WORK = re.compile(
    r"(?<=[\u4e00-\u9fff”]{3}[设善贫置迁理造查复植收测训化划转建制绿])任务\Z|(?<=[县区乡镇村屯])(?:扶贫开发|对口帮扶)工作\Z|(?<=试点|创建|转制|转属|复绿|移交|征收|育林|清理|普查|编制)工作\Z"
)
_LIST_ITEM = re.compile(r"、(?!总|数量|占|合计|第)[^,，;；。、\d]{2,12}")
#: 94个生态农业、生态工业、商贸服务和旅游项目: the last one says what all are.
_LONG_LIST = re.compile(
    r"(?:、[^,，;；。、\d和及与]{2,8}){1,4}(?:[和及与][^,，;；。、\d]{2,12}|(?<=项目|工程|企业|学校|品牌|场馆|业园|园区|基地))"
)
_ADVERBS = re.compile(ADVERB)
#: 重点治理项目: a verb that only begins a noun.
_MAIN, _NOUN = "重点", re.compile(r"项目|工程|任务|企业|单位|对象|区域|领域|课题|园区")
_GOES_ON = re.compile(rf"[^,，;；。、\d]{{0,8}}\d|[了到]|{ADVERB}")
_SCOPE_ONLY = re.compile(rf"(?!城市|县城|乡镇|社区|街道|城区)(?:{SCOPE})\Z")
#: 国家的相关城市缔结了友好关系: where a verb begins that the list does not know.
_DONE = re.compile(
    r"(?:(?<=[众民人工户业家村县乡镇区市校童生员])[\u4e00-\u9fff]|(?![众民人工户业家村县乡镇区市校童生员])[\u4e00-\u9fff]{2})了(?=[\u4e00-\u9fff“])"
)
_MIN_CHARACTERS, _PAST = 2, "了"
#: Characters of a text that are looked at.
_READ_CHARACTERS = 40
#: 蛋鸡养殖、某集团年产10万吨饲料: the next member has its own number.
_NEXT_AMOUNT = re.compile(r"(?:[年日]产|总?投资)?\d")
_FIRST_ITEM = re.compile(r"(?:(?:国家|[省市县区州])级?、)*(?:“[^“”]*”|[（(][^（()）]*[)）]|[^、])*")
#: Places are counted by one character.
PLACES = frozenset("县村镇乡市区州盟旗")
#: What is measured by weight may have a name of one character.
_MATERIAL, _WEIGHTS = re.compile(r"[钢铁铜铝煤油粮棉布糖盐茶](?=[,，;；。、])"), re.compile("[吨斤担匹]\\Z")
_PRODUCES, _OUTPUT = "产", "产量"
#: Rates and money of the things counted: 16个项目签约率, 1000家企业融资.
_OF_THINGS = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:融资|授信|(?:年度|完成|总)?投资额?(?=突破|超|达|总额)|(?:中选|采购)?价格(?=平均|下降|降幅|降低)|增[速幅](?=[高快]于|排|位|居|均)|(?:投资|建设|资金)?[^,，;；。、的]{2}率(?=[、均为达,，]|分别)|(?:水质|投资)?(?:达标|优良|办复|交付|合格|完成|开复工|开工|复工)率(?=\d)|"
    r"(?<=[品业区县镇乡村司团街）])(?:[规限]上|规模以上)?(?:工业)?(?:年?营业收入|年?主营业务收入|(?:年|开票)?销售收入|实际利用外资|外贸出口|进出口|年?销售额|年?总?产值|财政收入|(?:人均)?(?:地区生产总值|(?<!地区)生产总值)|税收|增加值|营收|利税)(?=[、和均为达超突过占实增]|合计|年均|平均|同比|全[国省市区]占)).*",
    re.DOTALL,
)
_QUOTED = re.compile(r"“[^“”]*”")
#: “升级版”企业: what is in quotation marks at the start says nothing of the things.
_QUOTE_AT = re.compile(r"“[^“”]{2,12}”(?=[\u4e00-\u9fff]{2})")
_MARKS = ",，;；。、:："
_TIME_UNITS_TEXT = "小时 分钟 天 个月 个工作日 课时 学时 米 厘米 毫米 倍"
TIME_UNITS = frozenset(_TIME_UNITS_TEXT.split())
#: Units of things that may be a list: 19平方公里研发、物流产业园.
_OF_LISTS = frozenset((*COUNTED, "平方公里"))


#: 24小时供水.
_ALL_HOURS = re.compile(
    r"过境免签(?:政策)?|(?:不间断|全天候?|稳定|连续|持续)?(?:供[水电气热暖]|服务|营业|值[班守]|开放|在线|监测|监控|运[行转营]|受理|预约通关|通关)(?:服务|工程|热线)?"
)
#: 1300多万绿城儿女奋进新征程: a whole people, whatever it does.
_A_PEOPLE = re.compile(
    r"(?P<who>[^,，;；。、\d的]{0,6}?(?:人民(?![币银检法医政生群公]|[^,，;；。、]{0,2}(?:代表|团体|调解))|儿女|父老乡亲|干部群众))(?=[\u4e00-\u9fff]{2}|[,，;；。、！!])"
)
_FORMS = (
    (_A_PEOPLE, r"\g<who>"),
    (_DEED, r"\g<verb>\g<noun>"),
    (_BECAME, r"\g<deed>\g<what>"),
    (_DONE_ONLINE, r"\g<how>\g<thing>"),
    (_TAKE_PART, r"\g<deed>\g<what>"),
    (_OVER_LIMIT, r"\g<limit>的\g<thing>"),
)
#: The same where another number follows in a list.
_FORMS_OF_LISTS = (
    *_FORMS,
    (_SHARED, r"\g<own>\g<noun>"),
    (_DONE_TO_BOTH, r"\g<noun>\g<verb>"),
    (_PERSONS_PROBLEM, r"\g<noun>\g<problem>"),
    (_PROBLEM_OF_BOTH, r"\g<noun>问题"),
    (_PROBLEM_OF_ALL, r"\g<problem>"),
)
_LISTED_NUMBER = re.compile(r"[、和及与]\d")
#: 27个省、自治区、直辖市.
_ALL_PROVINCES = re.compile(r"\A省(?:、自治区|、直辖市|[（(][^（()）]{1,8}[)）]|、?区、?市)+")
_PROVINCES = "省份"
#: 30万吨级码头 is what a thing is called.
_GRADE, _OF, _LIST_MARK = "级", "的", "、"


def name_behind(text: str, quantity: Quantity) -> str:
    """Return the name behind a number; empty where there is none."""
    if quantity.unit in TIME_UNITS:
        service = _ALL_HOURS.match(text, quantity.end, quantity.end + _MAX_CHARACTERS)
        return tidy(text[quantity.start : quantity.end] + service[0]) if service else ""
    rest = text[quantity.end : quantity.end + 2 * _MAX_CHARACTERS]
    if is_a_people(quantity, rest):
        return ""
    if _WEIGHTS.search(quantity.unit) and (material := _MATERIAL.match(rest)):
        return material[0] + (_OUTPUT if text.endswith(_PRODUCES, 0, quantity.start) else "")
    kind = (
        _WORKS.match(rest) if _AFTER_WORKS.search(text, max(0, quantity.start - 16), quantity.start) else None
    )
    if kind and quantity.unit in COUNTED and (thing := up_to_verb(rest[kind.end() :])):
        return tidy(kind[0] + thing)
    return _name_of_rest(
        text[quantity.start : quantity.end],
        rest,
        is_counted=base_quantity_power(quantity.unit)[1] in _OF_LISTS,
        is_described=text.endswith(_OF, 0, quantity.start),
    )


@lru_cache(maxsize=256)  # lists repeat what they count
def _name_of_rest(quote: str, rest: str, *, is_counted: bool, is_described: bool) -> str:
    """Return the name a text behind a number begins with; behind 的 a verb belongs to the noun: 确定的12个重点培育小镇."""
    rest = _ALL_PROVINCES.sub(_PROVINCES, rest)
    if _SKIPPED.match(rest):
        rest = _without_skipped(rest)
    if rest.startswith(_GRADE) and (name := up_to_verb(rest[1:])):
        return tidy(quote + _GRADE + name)
    for pattern, form in _FORMS_OF_LISTS if _LISTED_NUMBER.search(rest) else _FORMS:
        if match := pattern.match(rest):
            return tidy(_shared(match) if pattern is _SHARED else match.expand(form))
    if limit := LIMIT.match(rest):
        name = _WORK_ON.sub("", up_to_verb(rest[limit.end() :], joins_lists=is_counted))
        return tidy(limit[0] + name) if name else ""
    if (
        is_counted
        and (size := _OF_SIZE.match(rest))
        and (name := up_to_verb(rest[size.end() :], joins_lists=True))
    ):
        return tidy(size[0] + name)
    if _NO_NAME.match(rest) or (_says_what_was_done(rest) and not is_described):
        return ""
    return _thing(rest, is_counted=is_counted)


def _without_skipped(rest: str) -> str:
    for pattern, _, _ in SKIP_RULES:
        if match := pattern.match(rest):
            rest = rest[match.end() :]
    return rest


def _shared(match: re.Match[str]) -> str:
    noun = match["noun"].removeprefix(_OF)
    return match["own"] + (up_to_verb(noun) or noun)


def _says_what_was_done(rest: str) -> bool:
    """Tell whether a text says what was done or how, and not to what: 圆满完成, 建设了30所学校."""
    adverb = _ADVERBS.match(rest)
    if adverb and (verb := DEED_WORDS.at(rest, adverb.end())):
        return adverb[0] != _MAIN or not _NOUN.match(rest, adverb.end() + len(verb))
    return any(_GOES_ON.match(rest, len(word)) for word in DEED_WORDS.all_at(rest, 0))


def _is_verb(text: str, start: int) -> bool:
    return bool(DEED_WORDS.at(text, start))


def _thing(rest: str, *, is_counted: bool) -> str:
    if is_counted:
        rest = _OF_THINGS.sub("", _SORTS.sub("", rest))
    name = _CARE_FOR.sub("", up_to_verb(rest, joins_lists=is_counted))
    description = DESCRIPTION.match(rest)
    if description and _OTHER_DEED.search(description[0]):
        description = None
    if description and (_PRAISE.match(rest) or _LIST_MARK in description[0] or not name):
        name = _CARE_FOR.sub("", up_to_verb(rest[description.end() :], joins_lists=is_counted))
    is_scope = name not in PLACES and _SCOPE_ONLY.match(name)
    if is_scope and not _COUNTRIES.match(rest):
        return ""
    if _LIST_MARK not in name:
        name = _AS_A_MEASURE.sub("", name)
    name = _DEED_OF.sub(r"\g<deed>", _QUALITY_OF.sub("", name) if _OF in name else name)
    return _AIM.sub("", _WORK.sub("", _WORK_ON.sub("", name)))


def up_to_verb(rest: str, *, joins_lists: bool = False) -> str:
    """Return the name a text begins with; empty where it is one character or none, or too long."""
    rest = rest[:_READ_CHARACTERS]
    end = _end_of_list(rest, _stop_of(rest), joins_lists=joins_lists)
    if _PAST in rest and (done := _DONE.search(rest, _MIN_CHARACTERS, end)) is not None:
        end = done.start()
    if end >= _MAX_CHARACTERS and len(rest) > _MAX_CHARACTERS:
        return ""
    name = rest[:end].removeprefix(_OF)
    name = tidy(split_tail(name)[0] if rest[end : end + 1].isdigit() else name)
    if _QUOTED.fullmatch(name) and rest[end : end + 1] not in _MARKS:
        return ""  # 30万人“出棚进楼”实现安居梦: what they do, not what they are
    return name if len(name) > 1 or name in PLACES else ""


@lru_cache(maxsize=64)  # asked for the same text by several rules
def _stop_of(rest: str) -> int:
    """Return where the first word stands that says something of the things counted."""
    quoted = _QUOTE_AT.match(rest)
    stops = RIGHT_END.finditer(rest, quoted.end() if quoted else 0)
    stop = next((stop for stop in stops if stop.start() > 1 or not stop["nominal"]), None)
    return stop.start() if stop else len(rest)


def _end_of_list(rest: str, end: int, *, joins_lists: bool) -> int:
    """Return where a name ends that may be a list of two: 高校、院所人才团队."""
    first = _FIRST_ITEM.match(rest, 0, end)
    if first is None or first.end() == end:
        return end
    if not joins_lists or _NEXT_AMOUNT.match(rest, end):
        return first.end()
    if _OTHER_DEED.search(rest, first.end(), end):
        return first.end()
    is_list = _LIST_ITEM.fullmatch(rest, first.end(), end) or _LONG_LIST.fullmatch(rest, first.end(), end)
    marks = (at for at in range(first.end(), end) if rest[at] == _LIST_MARK)
    return end if is_list and not any(_is_verb(rest, at + 1) for at in marks) else first.end()
