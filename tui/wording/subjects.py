"""The subjects that reports are divided by, and the words that go with each.

A word tells of its subject wherever it is, and may tell of several. All have two characters, since texts are compared by pairs of
characters; 务业 stands for 服务业.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

#: Subjects with their words; 社会保持和谐稳定 goes with 社会治理 because words of both are in ``order``.
SUBJECT_WORDS: Mapping[str, str] = {
    "farming": (
        "农业 农民 农产 农田 农机 农垦 三农 粮食 粮棉 粮油 种植 种业 良种 播种 养殖 畜牧 畜禽 生猪 水产 蔬菜 水果 耕地 灌溉 水利 水库 农资 合作 农户 农技 惠农 支农 "
        "林果 渔业 菜篮"
    ),
    "villages": "农村 乡村 村庄 新农 美丽 人居 户厕 农户 村级 村民 宅基 乡镇 集镇 沼气 饮水",
    "poverty": "扶贫 贫困 脱贫 返贫 帮扶 攻坚 低收 温饱",
    "industry": "工业 制造 规上 规模 技改 装备 集群 产业 链条 汽车 化工 电子 材料 医药 钢铁 建材 纺织 煤炭 能源 新兴 传统 企业 产能 品牌 产值 数字 智能 园区 开发",
    "parks": "园区 开发 集聚 入园 厂房 平台 载体 高新",
    "services": "务业 旅游 景区 商贸 物流 电商 商务 会展 酒店 文旅 家政 快递 游客 商业 批发 零售 三产",
    "consumption": "消费 内需 商圈 夜间 零售 家电 购物",
    "investment": "投资 项目 招商 引资 开工 竣工 签约 投产 续建 储备 亿元 外资 落地",
    "science": "科技 创新 研发 专利 科研 技术 攻关 实验 院士 知识 孵化 成果 转化 院所",
    "talents": "人才 院士 引才 博士 专家 硕士 技能",
    "reform": "改革 国企 国有 审批 简政 放权 营商 商事 民营 非公 市场 主体 产权 体制 登记 证照 股份 改制 放管 管服",
    "finance": "金融 银行 贷款 融资 信贷 上市 债务 财政 税收 税费 预算 国债 财税 货币 增收 债券 证券 基金",
    "trade": "开放 外贸 出口 进口 外资 口岸 保税 自贸 带一 通关 跨境 外商 海关 班列 国际 外经 贸易 一路",
    "regions": "区域 协同 一体 同城 都市 京津 长三 珠三 湾区 合作 对接 融入 西部 中部 东北",
    "cities": (
        "城市 城镇 城区 县城 城乡 镇化 规划 旧城 更新 棚户 老旧 小区 供热 供水 供气 管网 停车 绿化 市容 道路 路网 街道 亮化 拆违 违建 城管 新城 市政 旧改 主城 广场 "
        "环卫 公园"
    ),
    "transport": "高速 铁路 机场 高铁 港口 公路 轨道 地铁 航线 通车 交通 国道 省道 桥梁 枢纽 干线 公交 基础 航空 码头",
    "environment": (
        "生态 污染 环保 环境 大气 水质 减排 节能 造林 湿地 绿色 低碳 污水 垃圾 碳达 河长 林长 空气 优良 森林 蓝天 碧水 净土 能耗 治污 资源 流域 扬尘 排放 水土 绿水 "
        "青山 美丽"
    ),
    "education": "教育 学校 学前 义务 幼儿 高校 教师 学生 学位 职业 高中 中学 小学 大学 办学 校区 职教",
    "health": "卫生 医疗 医院 医改 健康 疫情 疾病 计生 生育 中医 诊疗 防控 医药 人口 公卫 医保 妇幼 疾控",
    "culture": "文化 体育 文物 图书 健身 文明 文艺 遗产 非遗 博物 赛事 全民 演出 价值 新闻 广播 戏曲 文体 竞技 精神",
    "employment": "就业 创业 失业 毕业 劳务 工资 收入 零就 下岗 岗位 再就 劳动 增收",
    "welfare": "社保 养老 低保 救助 残疾 参保 五保 福利 廉租 保障 住房 安居 慈善 老年 医保 孤儿 优抚 托育 殡葬 公租 困难 保险 民政 棚户 危房",
    "livelihood": "民生 实事 百姓 福祉 幸福 惠民 群众 生活 居民 民心 公共",
    "order": "治安 信访 平安 矛盾 纠纷 应急 维稳 扫黑 除恶 防灾 消防 社区 隐患 安全 食品 药品 稳定 和谐 治理 犯罪 突发 风险 法治 化解 反恐 调解 网格 综治 底线 打击 救灾",
    "law": "人大 政协 依法 法治 执法 普法 民主 建议 提案 监督 法律 决策 立法 法制 复议 法规 公开",
    "conduct": "廉政 腐败 作风 四风 三公 审计 勤政 从严 廉洁 效能 务实 自身 政府 公务 八项 形式 党风 行政 职能 清廉 担当 政务",
    "army": "双拥 国防 部队 民兵 退役 征兵 军民 军政 武警 军队 预备 人防 动员 优抚",
    "peoples": "民族 宗教 侨务 少数 台湾 港澳 统战 外事 妇女 儿童 老龄",
    "nation": "香港 澳门 两制 统一 祖国 台湾 两岸 回归",
    "diplomacy": "外交 和平 友好 邻国 睦邻 大国 霸权 多边 关系 联合",
}


def _by_word() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for subject, words in SUBJECT_WORDS.items():
        for word in words.split():
            found[word].append(subject)
    return {word: tuple(subjects) for word, subjects in found.items()}


#: The subjects that each word tells of.
SUBJECTS_BY_WORD: Mapping[str, tuple[str, ...]] = _by_word()


def subjects_of(words: Iterable[str]) -> set[str]:
    """Return the subjects that words tell of."""
    return {subject for word in words for subject in SUBJECTS_BY_WORD.get(word, ())}


def count_subjects(words: Mapping[str, int]) -> Mapping[str, float]:
    """Return how often words tell of each subject; one that tells of several counts as a part for each."""
    counts: defaultdict[str, float] = defaultdict(float)
    for word, count in words.items():
        subjects = SUBJECTS_BY_WORD.get(word, ())
        for subject in subjects:
            counts[subject] += count / len(subjects)
    return counts
