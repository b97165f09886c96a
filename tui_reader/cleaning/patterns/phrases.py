"""Cue phrases of lines that do not belong to a story, in families.

Phrases match folded text, so one entry covers both scripts and all widths; `…` matches up to eight characters. Only
phrases of several sites, or that might be, are listed.
"""

from dataclasses import dataclass
from typing import Literal

from tui_reader.model import Role

Stop = Literal["", "soft", "hard"]
"""After a soft stop a body continues only if more prose follows than the stop weighs; after a hard stop never."""


def _of(phrases: str) -> tuple[str, ...]:
    return tuple(phrases.split("|"))


@dataclass(frozen=True, slots=True)
class Family:
    """Phrases of one meaning: a `whole` line, the `start` of a line, or `inside` a short line."""

    name: str
    role: Role
    reason: str
    stop: Stop = ""
    whole: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


FAMILIES: tuple[Family, ...] = (
    Family(
        "about_author",
        "dropped",
        "heading of an author box, or the author's address",
        stop="soft",
        whole=_of("關於作者|作者簡介|作者介紹|創作者介紹|關於本文作者|about the author"),
        start=_of(
            "作者簡介:|作者介紹:|作者電郵|作者郵箱|作者信箱|作者e-mail|作者email|本欄逢|本欄每|本專欄逢|本專欄每"
        ),
    ),
    Family(
        "end_mark",
        "dropped",
        "end mark",
        whole=_of("END|THE END|FIN|完|全文完|本文完|正文完|未完待續|待續"),
    ),
    Family(
        "notice",
        "dropped",
        "a notice about the browser or the site",
        whole=_of("知道了|Cookie|切換導航"),
        start=_of("您的瀏覽器|跳轉到|跳到主要|跳至主|skip to"),
        inside=_of(
            "升級瀏覽器|啟用JavaScript|使用cookie|隱私權政策|隱私政策|本網頁已閒置|無法正常顯示|在瀏覽器中閱讀|在瀏覽器中檢視|"
            "在瀏覽器中查看|view in browser|in your browser|收到…郵件…因為|received this email"
        ),
    ),
    Family(
        "waiting",
        "dropped",
        "loading placeholder",
        whole=_of("Loading|加載中|正在加載|載入中|請稍候"),
        start=_of("視頻加載中|影片載入中|圖片加載中|正在加載|正在載入"),
    ),
    Family(
        "share",
        "dropped",
        "a row for sharing, printing or text size",
        whole=_of(
            "分享|分享到|分享至|facebook|line|weibo|twitter|messenger|"
            "telegram|gplus|plurk|email|whatsapp|微信|微博|新浪微博|QQ空間|qq|"
            "豆瓣|人人|開心網|複製連結|列印|打印|留言|收藏|點讚|點贊|贊|舉報|小字號|大字號|字號|友善列印|"
            "參與討論|分享至好友和朋友圈|用微信掃碼二維碼|微信掃一掃|關注該公眾號|電郵|推薦|反對|贊同|感謝|關注|"
            "追蹤|訂閱|打賞|打賞作者|轉發|在看|A|A-|A+|A-A+|試聽|投訴|贊賞|讚賞|讚|喜歡|糾錯|我要糾錯|報錯"
        ),
        start=_of("字體大小|掃二維碼|掃碼|分享到:|分享至:|發表評論|字體:|字號:"),
        inside=_of("掃描二維碼|微信掃一掃|識別二維碼"),
    ),
    Family(
        "other",
        "dropped",
        "a pointer to another article or a list of tags",
        start=_of(
            "上一篇|下一篇|上一頁|下一頁|上一首|下一首|上一章|下一章|上一條|下一條|上一則|下一則|上一期|下一期|"
            "上一集|下一集|上一主題|下一主題|前一篇|後一篇|關鍵字:|關鍵詞:|標籤:|tags:|tag:|延伸閱讀:|相關閱讀:|"
            "推薦閱讀:|閱讀更多:|最新發展|【延伸閱讀】|【相關閱讀】|【相關新聞】|原文鏈接|原文連結|原文網址|"
            "閱讀原文|閱讀全文|點擊查看"
        ),
    ),
    Family(
        "related",
        "dropped",
        "heading of a list of other articles",
        "soft",
        whole=_of(
            "相關新聞|相關閱讀|相關文章|相關報道|相關報導|相關內容|相關推薦|相關資訊|相關鏈接|相關連結|相關資源|"
            "相關話題|相關視頻|相關主題|延伸閱讀|推薦閱讀|推薦文章|猜你喜歡|同類文章|熱門資訊|熱門新聞|熱門文章|"
            "熱點排行|最新消息|最新新聞|最新文章|隨機閱讀|友情鏈接|友情連結|更多|看更多|查看更多|更多內容|"
            "精彩推薦|編輯推薦|你可能喜歡|猜您喜歡|大家都在看|人氣文章|專題|視頻新聞|相關網站|即時新聞|快訊"
        ),
        start=_of("更多…新聞|更多…文章|推薦閱讀|相關閱讀|相關文章|相關新聞|相關報導|相關報道|新聞排行|延伸閱讀"),
    ),
    Family(
        "promotion",
        "dropped",
        "promotion of the site, its app or its channels",
        whole=_of("請繼續往下閱讀|繼續往下閱讀|繼續閱讀|continue reading|展開全文|展開|廣告|advertisement|sponsored"),
        start=_of("關注公眾號|歡迎關注|長按識別|掃碼關注|點這"),
        inside=_of("粉絲團|訂閱電子報|下載app|app下載|客戶端下載|更多精彩內容|立即訂閱|免費訂閱|查看更多精彩|免費下載"),
    ),
    Family(
        "hotline",
        "dropped",
        "a hotline box",
        "soft",
        # fixed wording that Taiwan's rules for reports of suicide and its law on alcohol ask of media; numbers: calls.is_hotline
        start=_of("珍惜生命…自殺|再給自己一次機會|飲酒過量…健康|飲酒過量…有害"),
    ),
    Family(
        "credit",
        "dropped",
        "an editor's or a source's credit",
        "hard",
        start=_of("責任編輯|責編|【編輯|(編輯|編輯:|編輯/|審核:|校對:|監製:|編審:"),
    ),
    Family(
        "credit_line",
        "dropped",
        "a note on sources, pictures or rights",
        start=_of(
            "資料來源:|資料來源/|圖片來源:|圖片來自|原標題:|(原標題:|文章來源:|題圖|本文轉載自|本文轉自|轉載自|圖源:"
        ),
        inside=_of("圖片來源:"),
    ),
    Family(
        "post",
        "dropped",
        "forum line below a post",
        "hard",
        whole=_of("--"),
        start=_of("※ 發信站|※發信站|◆ from:|※ 編輯:|※ 文章網址|※ 轉錄|※ …:轉錄|※ …轉錄至"),
    ),
    Family(
        "legal",
        "dropped",
        "a legal note",
        "hard",
        start=_of(
            "特別聲明|免責聲明|版權聲明|聲明:|©|copyright|未經授權|本文為…原創|轉載請註明|風險提示:|"
            "投資有風險|轉載請|如有侵權|侵權必究|本站聲明|凡本網註明|all rights|本文僅代表作者"
        ),
        inside=_of(
            "版權所有|著作權所有|權歸…所有|all rights reserved|不得轉載|禁止轉載|未經許可|未經授權|非經授權|"
            "icp備|icp證|公網安備|僅提供信息存儲|複製必究|增值電信業務|違法和不良信息舉報|觀點僅代表作者|"
            "不代表本…立場|不代表本…觀點|技術支持:|著作權聲明|隱私權聲明|copyright ©"
        ),
    ),
    Family(
        "replies",
        "dropped",
        "the readers' comments or the form for them",
        "hard",
        whole=_of(
            "網友評論|最新評論|熱門評論|全部評論|發表意見|留言規則|評論區|跟貼|沒有留言|讀者留言|回應|網友留言|"
            "發表留言|發表回應|我要評論|全部回復|最新回復|Comments|留言須知|參與評論"
        ),
        start=_of("更多評論|登入…留言"),
        inside=_of("登錄後才能評論|請先登入|請先登錄"),
    ),
)
"""In order of priority when a line begins with phrases of several families."""

LIST_HEADS = _of(
    "相關|熱門|熱點|推薦|精選|精彩|最新|更多|延伸|排行|人氣|今日|本週|本周|本月|欄目|頻道|圖片|視頻|影音|獨家|同類|"
    "其他|即時|火熱|編輯|小編|為你|為您|大家|網友|往期"
)
LIST_TAILS = _of(
    "新聞|資訊|文章|閱讀|報道|報導|內容|推薦|排行|排行榜|熱點|話題|專題|圖集|圖片|視頻|影音|活動|消息|快報|快訊|"
    "鏈接|連結|主題|討論|回答|問題|帖子|熱帖|博文|商品|課程|關注|榜|熱榜|在看|都在看|喜歡|法規|政策|文件|作品|專欄|推薦|回顧|精選|精彩"
)
"""A short line with a word of the first kind followed by one of the second is a heading of other articles."""

NAVIGATION = _of(
    "app|home|login|menu|rss|search|top|上一頁|下一頁|下載|健康|博客|即時|取消|回到最上面|回到頁首|國內|國際|圖片|"
    "地方|娛樂|客戶端|專題|幫助|影音|房產|手機版|搜尋|搜索|政治|教育|文化|新聞|旅遊|更多|會員中心|汽車|熱門|生活|"
    "登入|登出|登錄|直播|確定|社會|科技|簡體|網站地圖|繁體|聯絡我們|聯繫我們|要聞|視頻|設置|註冊|評論|論壇|財經|"
    "軍事|返回|返回頂部|退出|關於我們|關閉|電腦版|首頁|體育"
)
"""Words that are whole menu entries."""

STANDFIRSTS = _of("摘要:|導讀:|導語:|核心提示:|內容提要:|內容摘要:|提要:|【摘要】|【導讀】|[摘要]|[導讀]")
"""Labels of decks."""
