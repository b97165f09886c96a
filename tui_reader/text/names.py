"""Is it the name of a person? One validator for cleaning and tagging, over folded (simplified, lower-case) text.

A name is accepted by its form: a surname and one or two characters, a compound surname, a foreign or minority name with a
dot, a name in Latin letters. What has the form of a name and is a word is rejected by characters that no given name
contains, and by a list of words and places.
"""

import re
from collections.abc import Iterator

from tui_reader.text.surnames import COMPOUND, FREQUENT, RARE

LONGEST_NAME = 4
"""Han characters of the longest Chinese name: a surname of two and a given name of two."""
LONGEST_PEN_NAME = 20
"""Characters of a pen name."""

_HAN = re.compile(r"[\u3400-\u9fff]{2,4}$")
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·・‧•.][\u3400-\u9fff]{1,10}){1,3}$")
_LATIN = re.compile(r"[a-z\u00c0-\u024f][a-z\u00c0-\u024f.'’-]*(?: [a-z\u00c0-\u024f][a-z\u00c0-\u024f.'’-]*){0,3}$")
_PEN = re.compile(r"[\w\u3400-\u9fff·・‧.~@&'’★☆_ -]{2,20}$")
_NEVER_GIVEN = frozenset(
    "的了吗呢吧们这哪谁什么怎为被把让从到对以及或其它她他您你我不没别很太更最每某各些个位次种类件条篇页张户款项号版栏题稿编辑摄影印刷搜索录注册载链址箱账密码"
    "邮价格费税债股票券贷款险购买卖店铺厂司局厅部院所校园区县市省镇乡村街巷室站网社报刊讯闻电视播频道说称问答话讲看读听写做去来进出上下里外前后间内时分秒年月日周期"
    "是有在就也都还又再却但而且与给跟向由于将会能可要想需请已经曾正即便虽则若如果因故者家员长官兵机车船票港湾岛洲际级型款式场馆厦厕屋案件罪犯死伤亡病症疫苗药医"
    "点击阅览赞评论转贴帖发布告知公示示范试验测量统计算数据量率比例万亿千百元块角毛钱"
    "第几双多少半约近超过低快慢大小好坏新旧老"
) - frozenset("正如可长大小万元家新向由知公千发来近老将约苗时际有里分月日年上以为其能会要可再亿需量百半双期数角车船港岛洲园村点示医官兵社电布写讲印读多少即若则因章故转贴厦超")
"""Characters that stand in no given name."""
_WORDS = frozenset(
    """
    楼主 正文 本站 网友 查看 关于 时间 全文 路透社 东方 万元 方面 常用 应用 安全 平台 成员 于是 管理 商城 商业 文化 金融 时尚 时政 游戏 石油 高铁 家居 房产 公益 项目 连载 毕业 关注 推荐
    文章 文学 文字 文艺 文件 文物 文明 文教 文旅 文图 文摘 时报 综合 即时 专题 通讯 时事 党报 都市 古典 古代 古风 高校 高考 高级 高清 高端 高层 高温 白皮书 白酒 金属 黄金 华人 华语 华裔 石化 雷达 龙头 马上
    马路 江湖 江山 方案 方向 方法 方便 方式 易购 安装 安卓 安排 连接 连线 连锁 关闭 关键 关系 单位 单机 单项 全部 全球 全国 全网 全新 全景 全媒体 包括 包含 程序 钱包 钱币 章节 符号 舒适 房价 房屋 司机 司法 游记
    游客 游泳 蓝色 简介 简单 简体 简历 简讯 施工 庄园 洪水 武术 武侠 武器 武警 严选 严重 万众 万科 万能 史上 史学 段落 段子 白天 秦朝 唐朝 宋朝 明朝 金牌 石头 任务 任何 钟头 马拉松 牛市 牛奶 车型 车市 车展 车讯
    项链 米线 冷知识 司仪 易车 连环 解读 解说 解密 解决 解释 解析 盛大 盛典 华文 华盛顿 华北 华东 华南 华中 向上 向前 单曲 单篇 章程 应急 应届 应对 费用 代码 代理 代表 付费 付款 官方 官网 官微 练习 商务 商品 商家
    商圈 乔迁 桂花 项圈 曲目 路线 路况 路透 路由器 管家 管道 辛苦 古文 古诗 古籍 吉祥 常见 常识 常态 齐全 易学 易经 江南 江东 江北 秦岭 范围 范文 谢谢 何时 何处 何以 何况 许多 许可 曾经 于此 余额 叶子 董事 程度
    任意 金额 金币 金价 夏天 夏季 方程 石材 贺岁 贺词 陶瓷 顾客 万象 钱塘 严格 武装 莫名 温度 温馨 温暖 康复 纪录 纪念 纪实 纪检 安利 安心 毛利 常务 常委 齐鲁 甘草 祝福 祝贺 包装 包邮 宁可 尚未 符合 梅花 苗族 曲线 曲艺 左右
    柳树 路人 管制 柴油 房东 尤其 阳光 司令 古董 吉他 车主 车友 连载中 米饭 桂林 应该 罗马 罗列 谈判 宋体 黑体 楷体 高亮 高速 梁山 谢幕 黄色 周边 周末 周刊 周报 周五 周一 周二 周三 周四 周六 周日 周年 周期 徐徐
    孙子 马云飞 朱砂 胡同 胡说 郭台 何人 林业 林地 高等 高中 高手 高效 高峰 高新 高管 高兴 高尔夫 罗盘 郑重 宋代 唐代 唐诗 许愿 邓论 韩国 韩剧 韩流 韩元 韩语 曹操传 田径 田园 袁大头 于今 余下 叶片 杜绝 苏联 魏晋 程式 丁香 任期 卢布
    姜饼 崔健 谭木匠 石榴 戴上 贾府 夏令营 江边 江水 雷同 雷电 雷霆 黎明 史料 史记 龙虎榜 龙年 贺卡 陶艺 严肃 赖账 洪荒 武林 莫非 孔子 庄严 施行 施压 游览 游艇 詹森 简报 简称 简易 简要 颜色 颜值 欧元 欧盟 欧洲 欧美 欧冠 涂鸦 童话 童年
    童装 蓝图 温泉 凌晨 巫师 纪律 康熙 安全感 安静 毛衣 常规 齐心 易拉罐 樊笼 兰花 牛仔 申请 申报 申诉 关税 关怀 关节 焦点 焦虑 左侧 甘蔗 包裹 宁静 尚且 符文 梅雨 霍乱 苗条 曲折 路径 路途 辛勤 管控 柴米 房贷 房地产 屈服 饶恕 艾滋 尤为
    阳台 古老 吉利 车祸 车辆 车次 项目部 连续 冷却 冷静 米兰 柏林 应对 费率 代购 付出 卓越 岳父 章鱼 鲁迅 单价 单元 向来 盛开 盛世 华丽 解放 解锁 解除 蒙古 谷歌 谷物 丘陵 官司 练兵 阙如 商标 祖国 祖先 乔木 桑拿 洋葱 洋流
    白云 方正 金山 高德 易车网 万维 百度 新浪 搜狐 网易 腾讯 凤凰 人民 新华 中新 环球 光明 法制 法治 国际 国内 社会 娱乐 体育 财经 科技 教育 健康 汽车 旅游 地方 生活 两岸 大陆 港澳 台湾 军事 评论 视频 图片 专栏 博客 论坛 首页
    最新 热门 精选 头条 快讯 要闻 滚动 独家 原创 转载 收藏 分享 打印 列印 字号 字体 举报 纠错 返回 登录 注册 搜寻 搜索 上一篇 下一篇 编辑 作者 来源 责编 记者 摄影 通讯员 特约 实习 本报 本网 本刊 本台 佚名 匿名 未知 不详 网络 互联网
    常用语 余震 党员 党委 和平 国家 国民 国庆 国防 平安 平常 平均 海外 海军 海关 海报 区域 区块链 花费 权利 权威 强制 门户 门店 门票 云端 云计算 银行 银河 玉米 富豪 富士康 利率 利润 信用 展览 展会 展示 元旦 元月 智能 智库 智慧 计划 计算机
    索引 索赔 宣布 宣传 平板 原因 原文 原来 南方 南海 班级 储存 燕郊 师资 师生 荣誉 明星 明年 池塘 查询 封面 谈话 乐器 劳动 皮肤 满意 位置 伊朗 时代 时事 时光 农业 农村 成本 成立 成功 成绩 成人 景区 景点 党建 党校 席位 卫生 卫星 宗教 宗旨 全民
    边境 师范 沙发 沙滩 荣获 全体 广告 广播 广场 东南 东北 经济 红包 红色 关联 公司 公告 公开 公安
    """.split()
)
"""Words with the form of a name: a surname, and a character or two."""
_PLACES = frozenset(
    """
    高雄 花莲 云林 金门 马祖 成都 武汉 沈阳 南京 常州 温州 徐州 郑州 苏州 扬州 安庆 安徽 包头 江西 江苏 海南 海口 云南 吉林 石家庄 连云港 华盛顿 贵阳 贵州 昌平 宁波 宁夏 广州 湖南 湖北 平壤 柏林 伦敦 莫斯科 华沙 温哥华
    洛杉矶 秦皇岛 龙岩 邯郸 汤山 万华 于都 武昌 左营 凤山 新竹 安顺 丰原 汕头 牛津 田纳西 金山 金华 金昌 马鞍山 马尼拉 马德里 马来西亚 马六甲 黄山 黄石 黄冈 黄浦 江门 江阴 江宁 江北 江夏 沈丘 常德 常熟 梅州 梅县 荆州 荆门 莫干山
    梧州 柳州 桂林 温岭 温江 温县 武夷山 武威 武清 汉中 方城 万州 万宁 石狮 石嘴山 石景山 夏威夷 雷州 龙门 龙泉 龙口 龙华 龙岗 高淳 高邮 高密 高要 罗湖 罗定 罗东 罗马尼亚 苗栗 苗票 林口 林芝 彭州 彭水 唐山 宋庄 曹县 曲阜 曲靖 范县
    安阳 安康 安丘 安吉 安溪 安平 宁德 宁海 宁乡 宁国 萧山 萧县 余姚 余杭 叶县 丁庄 任丘 吕梁 冯坡 程海 汪清 陆丰 陆川 戴河 贾汪 夏津 侯马 邹平 熊本 孟加拉 孟买 秦淮 江津 尹川 段店 黎平 黎巴嫩 陶乐 顾村 龚滩 邵阳 邵武 钱江 严州 覃塘 洪湖
    洪洞 武进 武安 武隆 武冈 孔林 汤阴 庄河 施秉 简阳 欧洲 童庄 蓝田 蓝山 凌源 巫山 康定 康平 葛洲坝 安乡 毛里求斯 常山 常宁 齐河 齐齐哈尔 易县 伍家岗 庞各庄 兰州 兰考 兰溪 邢台 牛山 申城 关岛 关山 焦作 左权 甘肃 甘孜 祝桥 包河 尚义
    苗岭 曲江 辛集 房山 屈原 阳江 阳泉 阳朔 阳明山 古巴 古田 吉安 吉首 连江 连州 项城 米兰 柏乡 应城 应县 费城 费县 代县 卓资 岳阳 章丘 鲁山 单县 盛泽 华阴 华容 蒙城 蒙自 谷城 丘北 商丘 商洛 乔治亚 桑植 洋浦 洋县 祖鲁 池州 池上 麻城
    南投 南通 南宁 南昌 南阳 南充 南平 鹿港 鹿特丹 海淀 海盐 海宁 海门 海安 平度 平阳 平谷 平顶山 丰台 丰都 丰县 邓州 都江堰 都匀 巴黎 巴西 巴中 国道 乌鲁木齐 乌镇 乌克兰 乌兰 来宾 和田 和县 明斯克 明尼苏达 乐山 乐清 荣成 荣昌 沙特 沙田
    沙坪坝 云浮 普陀 普宁 浦东 浦江 晋江 晋中 晋城 平湖 元朗 信阳 信宜 智利 衡阳 衡水 富阳 富顺 利川 利比亚 公安县 文山 文昌 景德镇 景洪 成安 广元 广安 广东 广西 广岛 东京 东莞 东营 东台 越南
    屏东 台北 台中 台南 台东 台湾 桃园 基隆 嘉义 彰化 宜兰 澎湖 新北 北京 上海 天津 重庆 深圳 香港 澳门 纽约 首尔 日内瓦 布鲁塞尔 维也纳 悉尼 墨尔本 多伦多 新加坡 曼谷 雅加达
    """.split()
)
"""Places, and words that stand where a place does, of two to four characters."""
_DAYS = re.compile(r"(?:星期|周|礼拜)[一二三四五六日天]?$|.{0,2}(?:月|日|号|年|时|点|分)$")
_COUNT = re.compile(r"[\d,.]+\s?[kw万亿+]?\s?(?:次|人|条|则|篇|个|楼|赞|阅读|点击|评论|views?|comments?)?$")
_CONTROL = re.compile(
    r"列印|打印|友善|字[号体级]|文字大小|字型|放大|缩小|分享|转发|收藏|点赞|搜[寻索]|检索|登[录入陆]|注册|加入会员|评论|留言|回复|回应|跟帖|举报|检举|纠错|下载|扫[码一]|二维码|微信|朋友圈|微博|"
    r"点击|点阅|阅读|浏览|人气|次数|首页|主页|正文|全文|原创|转[载自贴]|来源|编辑|责编|审核|校对|上一篇|下一篇|更多|展开|收起|关注|订阅|推荐|热门|专题|频道|栏目|标签|分类|目录|上一[页章]|下一[页章]|返回|"
    r"版权|声明|免责|隐私|联系|客服|电话|传真|邮箱|地址|广告|投稿|新闻中心|新闻网|网站|平台|公众号|客户端|发[布表]|更新|时间|日期|报[道导]|记者|通讯员|本[报网刊站台]|综合|综合报|未知|佚名|匿名|不详|无名|系统|管理员|网友|图片|视频|"
    r"cookie|javascript|loading|tweet|share|print|email|link|login|logout|sign|subscribe|copyright|powered|wordpress|discuz|joomla|drupal|typecho|hexo|hugo|blogger|dedecms|https?|www\.|\.com|\.cn|\.net|\.org|&[a-z]+;|[<>{}\[\]【】《》「」\"“”=/\\|]"
)
"""Words of a page's controls, of its makers and of markup: no name contains them."""
_NOBODY = re.compile(
    r"(?:admin(?:istrator)?|editors?|editor|guest|author|root|staff|user|test|null|none|undefined|unknown|anonymous|webmaster|system|default|news|home|by|posted|updated|the|and|reporter|admin\d*|小编|官方|管理员|本站|楼主|作者|编者|网编|热心网友|管理者)$"
)
_SEPARATOR = re.compile(r"\s*[、,&;/＋+]\s*|\s+(?:and\s+)?|\s*及\s*|\s*和\s*(?=[\u3400-\u9fff]{2,3}(?:$|[、,]))")


def is_person(folded: str) -> bool:
    """Is it a Chinese name with a frequent or compound surname? Two to four Han characters."""
    return _is_chinese_name(folded, FREQUENT)


def is_person_by_label(folded: str) -> bool:
    """Same as is_person, rare surnames too: for places where a name is expected."""
    return _is_chinese_name(folded, FREQUENT | RARE) or is_dotted(folded)


def _is_chinese_name(folded: str, surnames: frozenset[str]) -> bool:
    if not _HAN.match(folded) or is_word(folded):
        return False
    if folded[:2] in COMPOUND and len(folded) > 2:
        return not _NEVER_GIVEN.intersection(folded[2:])
    return len(folded) < LONGEST_NAME and folded[0] in surnames and not _NEVER_GIVEN.intersection(folded[1:])


def is_dotted(folded: str) -> bool:
    """Is it a foreign or minority name in Han characters, its parts joined by a dot (买买提·阿不都)?"""
    return _DOTTED.match(folded) is not None and not is_control(folded)


def is_latin(folded: str) -> bool:
    """Could it be a name in Latin letters, one to four words?"""
    return len(folded) > 2 and _LATIN.match(folded) is not None and not is_control(folded) and not _NOBODY.match(folded)


def is_pen_name(folded: str) -> bool:
    """Could it be any name a person writes under? Only for what stands behind a label or in an author's element."""
    return (
        _PEN.match(folded) is not None
        and not is_control(folded)
        and not is_word(folded)
        and not _NOBODY.match(folded)
        and not _COUNT.match(folded)
        and not _DAYS.match(folded)
    )


def is_name(folded: str) -> bool:
    """Is it acceptable as an author at all: a person, a dotted or Latin name, or a pen name?"""
    return is_person_by_label(folded) or is_latin(folded) or is_pen_name(folded)


def is_word(folded: str) -> bool:
    """Is it a word or a place that has the form of a name?"""
    return folded in _WORDS or folded in _PLACES


def is_place(folded: str) -> bool:
    """Is it a place that the validator knows? Not a gazetteer: only places with the form of a name and big cities."""
    return folded in _PLACES


def is_control(folded: str) -> bool:
    """Does it contain a word of the page's controls, of markup or of a system?"""
    return _CONTROL.search(folded) is not None


def parts(folded: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a row of names stand: split at 、 , & ; / and at spaces that do not part a Latin name."""
    last = 0
    for match in _SEPARATOR.finditer(folded):
        between_latin = match[0].isspace() and folded[match.start() - 1 : match.start()].isascii()
        if match.start() > last and not (between_latin and folded[match.end() : match.end() + 1].isascii()):
            yield last, match.start()
            last = match.end()
    if last < len(folded):
        yield last, len(folded)


def are_people(folded: str) -> bool:
    """Is it one Chinese or dotted name or several, and nothing else?"""
    spans = list(parts(folded.strip()))
    return bool(spans) and all(is_person(p) or is_dotted(p) for p in (folded.strip()[a:b] for a, b in spans))
