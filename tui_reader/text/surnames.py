"""Surnames, in folded (simplified) characters.

Frequent ones: the hundred most frequent of the mainland (Ministry of Public Security, National Name Report 2020) and of
Taiwan (Ministry of the Interior, National Name Statistics 2018), with those that follow them in both. Rare and compound
ones: the Hundred Family Surnames (百家姓), without those that are far more often another word (的, 我).
"""

FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹"
    "段雷黎史龙贺陶顾龚郝邵万钱严赖覃洪武莫孔汤庄施游詹简颜柯翁欧涂童蓝温凌巫纪康倪葛殷季俞安毛常齐易伍庞樊兰邢牛翟申耿关焦左柳甘祝包宁尚符舒阮梅裴霍苗曲骆路辛管柴"
    "蒲喻祁房屈饶艾尤阳穆司古吉车项连卜冷米柏瞿桂佟应费蔺闫代付卓岳章聂鲁单向盛华靳鲍解岑辜蒙谷丘官练习粘洋阙商乔桑祖"
)
"""Each is a surname wherever a name is expected."""
RARE = frozenset(
    "成毕娄娘窦戚景党宫晏席卫宗全臧闵苟邬边卞姬师和仇栾隋刁沙荣寇郎甄丛仲虞敖巩明佘池查麻苑迟邝封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼楼盘满闻位厉伊区郜海花权强"
    "帅屠豆朴盖廉禹井漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普浦戈伏鹿薄邸雍羊乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利呼居揭干但尉冶斯元束檀衣信展阴"
    "昝智幸奉植衡富尧闭由滕牟时农缪芦麦褚翦邴郤须支咎经裘干宦艾慎戈庾终暨步耿弘匡文寇广东殴殳沃蔚越夔师巩厍库晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后红竺权逯盖益桓公"
) - frozenset("来都但那后和须终空公由经干明原展修信母")
"""A surname only beside stronger evidence: most of them are everyday words too."""
COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 轩辕 令狐 宇文 长孙 慕容 司徒 司空 夏侯 南宫 独孤 端木 百里 呼延 东郭 公羊 澹台 钟离 申屠 太史 闻人 濮阳 淳于 单于 公冶 宗政 赫连 拓跋 西门 第五 梁丘 左丘 "
    "张简 范姜 欧杨 陈林 陈李 张廖 江谢 郭李".split()
)
"""Surnames of two characters, and the double surnames frequent in Taiwan."""
