"""Surnames, in folded (simplified) characters.

Frequent ones: the hundred most frequent of the mainland (Ministry of Public Security, National Name Report 2020) and of
Taiwan (Ministry of the Interior, National Name Statistics 2018), with those that follow them in both. Rare and compound
ones: the Hundred Family Surnames (百家姓), except those that are far more often another word (的, 我).
"""

FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹"
    "段雷黎史龙贺陶顾龚郝邵万钱严赖覃洪武莫孔汤庄施游詹简颜柯翁欧涂童蓝温凌巫纪康倪葛殷季俞安毛常齐易伍庞樊兰邢牛翟申耿关焦左柳甘祝包宁尚符舒阮梅裴霍苗曲骆路辛管柴"
    "蒲喻祁房屈饶艾尤阳穆司古吉车项连卜冷米柏瞿桂佟应费蔺闫代付卓岳章聂鲁单向盛华靳鲍解岑辜蒙谷丘官练习粘洋阙商乔桑祖"
)
"""Surnames wherever a name is expected."""
RARE = frozenset(
    "丛东丰乌乐乜云亓井亢仇仲伊伏位佘储元党全养冀农况冶冼刁初利劳勾匡区南卞卫印危卿厉厍呼咎哈国夔奉奚姬娄娘宗宣宦宫容宾宿寇富封尉尧居屠嵇巢巩巴帅师席平幸广库庾廉弘强惠慎慕戈戎成战戚扈揭支敖敬文斯时昝晁晋晏"
    "普景智暨朴权束杭查栗栾桓植楚楼檀步殳殴毋毕池沃沙浦海湛滕满漆燕牟狄玉班甄皮益盖盘相禹窦竺粟索红缪羊翦胥臧芦芮花苑苟茅茹荆荣蒯蔚薄虞融衡衣裘褚訾计诺谈谌豆赫越边迟逯邝邬邰邴邸郁郎郜郤鄢银门闭闵闻阚阴隆隋雍鞠鲜鹿麦麻"
)
"""Surnames that need stronger evidence: most are also common words."""
COMPOUND = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "轩辕",
        "令狐",
        "宇文",
        "长孙",
        "慕容",
        "司徒",
        "司空",
        "夏侯",
        "南宫",
        "独孤",
        "端木",
        "百里",
        "呼延",
        "东郭",
        "公羊",
        "澹台",
        "钟离",
        "申屠",
        "太史",
        "闻人",
        "濮阳",
        "淳于",
        "单于",
        "公冶",
        "宗政",
        "赫连",
        "拓跋",
        "西门",
        "第五",
        "梁丘",
        "左丘",
        "张简",
        "范姜",
        "欧杨",
        "陈林",
        "陈李",
        "张廖",
        "江谢",
        "郭李",
    ]
)
"""Two-character surnames, and double surnames frequent in Taiwan."""
