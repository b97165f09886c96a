"""The most common characters of Chinese text: they distinguish right decodings from wrong ones.

Wrong decodings consist of characters that nobody uses. The list contains the most common characters of modern prose in
both scripts: more than a third of all Han characters in any real text.
"""

_SIMPLIFIED = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五"
    "果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回"
    "则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花"
    "带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织"
)
_TRADITIONAL = (
    "這個國時來們過說產種後學經進著電裡現實兩體機當點從業應開還間樣與關線內數麼質氣變條沒結問無係軍題黨總設長頭資邊級圖統較將組見計"
    "別農幾區強決戰則據處隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車萬達積議聲報鬥類離華確張馬節話況傳許廣記觀織為會動於發對"
    "台灣臺嗎讓該卻雖億營億導願員試連錢買賣義陸網際專寫讀聽遊戲歲藝藥獲費飛餐館樂團選舉縣鄉鎮檢調環護衛緊備書畫"
)
COMMON = frozenset(_SIMPLIFIED + _TRADITIONAL)
