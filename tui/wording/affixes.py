"""Words that terms hardly begin or end with, words that terms often end with, and words that say little by themselves."""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text, the longest first."""
    return tuple(sorted(set(text.split()), key=lambda word: (-len(word), word)))


#: Characters that no term begins with: 的发展.
NEVER_FIRST = frozenset(
    "的了着和与及或等是将把被让使向从由于也都又更还再已而且则就很所该其这那各每并到在以为对按中上下内后前年月日次项名个们之者地得性化率县乡镇村里亿元比型式量业室"
)
#: Characters that no term ends with: 推进了.
NEVER_LAST = frozenset(
    "的了着和与及或等是将把被让使向从由于也都又更还再已而且则就很所该其这那各每并到在以为对按之第不要可能会来个我们有全一二三四五六七八九十两比同最年月日次项"
)
#: What clauses rather than terms begin with.
LEADING = _words(
    "推进 推动 加快 加强 加大 加速 完善 深化 实施 提升 提高 促进 强化 优化 扩大 建立 健全 构建 打造 开展 落实 贯彻 坚持 支持 鼓励 引导 培育 做好 抓好 抓住 "
    "打好 打赢 确保 实现 启动 完成 推出 出台 制定 着力 大力 积极 切实 努力 继续 深入 扎实 稳步 有效 不断 持续 严格 严厉 坚决 巩固 拓展 激发 增强 改善 创建 "
    "争创 争取 力争 搞好 按照 围绕 通过 根据 结合 适应 形成 成为 达到 突破 新增 新建 保持 稳定 探索 推行 推广 组织 举办 参与 融入 深度 用好 发挥 释放 规范 "
    "维护 保护 保障 解决 满足 顺应 把握 聚焦 突出 立足 依托 统筹 协调 进一步 更好 更加 加力 全力 全面 有序 率先 广泛 充分 始终 必须 主动 精心 创造 引进 "
    "吸引 承接 盘活 获批 荣获 入选 认真 牢固 树立 弘扬 践行 传承 倡导 营造 提供 设立 成立 组建 编制 修订 发布 最大 建设 发展 全国 全省 全市 全县 全区 我国 "
    "我省 我市 我县 我区 一批 一个 一是 二是 三是 基本 重点 举行 召开 执行 学习 开工 建成 投资 投入 改造 培养 壮大 做强 做大 做优 严守 守住 防止 遏制 压实 "
    "抓紧 着眼 牢记 紧扣 紧紧 紧盯 锚定 奋力 谱写 迈出 迈上 走好 走出 新的 自觉 依法 科学 合理 同步 联合 全程 连续 逐步 尽快 尽力 强力 稳妥 妥善 精准 深刻 "
    "集中 拓展 整合 繁荣 挖掘 夯实 千方百计 迎接 我们 调整 转变 带动 进入 站在 迎接 展现 减少 降低 控制 防范 开放 高质量 高标准 高水平 更大力度"
)
#: What says how terms go on, rather than ends them.
TRAILING = _words(
    "工作 情况 方面 力度 水平 能力 质量 步伐 进程 建设 发展 推进 实施 提升 提高 增强 完善 加强 加快 达到 突破 完成 增长 增加 保持 成为 形成 取得 全面 持续 "
    "不断 深入 明显 显著 进一步 有力 有效 有序 成效 问题 任务 目标 要求 基础 作用 优势 环境 领域 项目 为指导 为主 为重点 以上 以来 得到 进行 开展 加大 实现 "
    "启动 建成 投入 投用 运行 落实 服务 管理 举措 成本 实力 板块 新增 体制机制"
)
#: How names of policies, programmes and aims end: 枢纽经济; and how they end that are often no more than a measure: 绿化工程.
POLICY_ENDS = _words(
    "战略 经济 强市 强省 强县 强区 攻坚战 保卫战 型 都市 思想 农村 清单 政策 模式 革命 理念 格局 共同体 生产力 新常态 走廊 高地 振兴 体系 制度 改革 社会"
)
MEASURE_ENDS = _words("行动 工程 计划 化 机制 城市 合作 方式 市场 融合 转型")
#: What no term has inside: 春节等大型活动.
NEVER_INSIDE = re.compile("等|我们|要在|以上|各位")
#: Words that say little: a term of nothing else is none.
GENERIC = frozenset(
    (
        *LEADING,
        *TRAILING,
        *_words(
            "经济 社会 政府 人民 群众 企业 产业 国家 城市 农村 地区 中心 体系 机制 制度 政策 措施 力量 活动 重大 重要 主要 关键 一系列 各类 各级 部门 单位 干部 市场 "
            "资源 条件 需求 生产 生活 创新 改革 安全 良好 健康 快速 较快 平稳 更大 更高 更多 新 大 高 稳 好 快 多 及其 以及 时期 阶段 方式 结构 效益 效率 总体 整体 "
            "综合 全年 今年 去年 明年 过去 五年 累计 年均 同比 规模 总量 总额 数量 能够 有关 相关 人员 人才 技术 科技 教育 文化 卫生 医疗 农业 工业 服务业 交通 生态 "
            "环保 设施 基础设施 公共 民生 示范 绿化 培训 谋划 区域 特色 开放"
        ),
    )
)
#: What figures are about rather than terms.
STATISTICAL = _words(
    "增长 累计 年均 同比 增加值 以上 达到 突破 左右 总额 余额 万元 亿元 位居 居全 第一 面积 辆 会议 代表 常委会 人次 五年来 一年来 过去 排名 生产总值 伟大旗帜 指导思想 坚强领导 正确领导"
)
#: How names of projects, institutions and places end, which tell little of policy.
PROJECT_ENDS = _words(
    "大桥 高速 高铁 铁路 公路 机场 快速路 大道 隧道 车站 水库 电站 医院 学校 大学 学院 中学 小学 公司 集团 产业园 工业园 园区 开发区 新区 片区 广场 小镇 街道 社区 景区 "
    "公园 博物馆 图书馆 体育馆 研究院 项目 一期 二期 三期 生产线 号线 枢纽 码头 港区 电厂 污水处理厂 论坛 大会 博览会 运动会 艺术节 文化节"
)
