"""Titles in 《》: those of works keep their wording, those of laws and reports are converted."""

import re

_TITLE = re.compile(r"《([^《》\n]{1,40})》")
"""Longer matches are unclosed brackets."""

_TRANSLATED = re.compile(
    r"(?:法|法案|草案|法典|条例|條例|细则|細則|规定|規定|规则|規則|规范|規範|规划|規劃|规章|規章|章程|宪章|憲章|公约|公約|协定|協定|协议|協議|条约|條約"
    r"|合约|合約|备忘录|備忘錄|宣言|声明|聲明|公报|公報|报告|報告|报告书|報告書|白皮书|白皮書|蓝皮书|藍皮書|绿皮书|綠皮書|年鉴|年鑑|指南|指引|指导意见|"
    r"意见|意見|办法|辦法|方案|计划|計畫|計劃|战略|戰略|纲要|綱要|决议|決議|决定|決定|通知|公告|通告|倡议|倡議|标准|標準|目录|目錄|清单|清單|名单|名單|大纲|大綱)"
    r"(?:[（(][^（）()]{1,12}[)）])?$"
)
"""Endings of names of laws, treaties, plans and reports."""


def work_titles(text: str) -> frozenset[int]:
    """Offsets within titles of works, without brackets."""
    if "《" not in text:
        return frozenset()
    return frozenset(
        place
        for title in _TITLE.finditer(text)
        if not _TRANSLATED.search(title[1])
        for place in range(title.start(1), title.end(1))
    )
