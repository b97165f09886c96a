from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.cleaning.repair.injection import find_injected, without

TITLE = "海邊小鎮重開百年燈塔 遊客可夜宿守塔人小屋"
HONEST = (
    "燈塔關閉了整整三十年。上個月，小鎮用募來的錢修好了玻璃，又把旋梯一級一級磨亮。"
    "第一批客人是退休的船員，他們年輕時都靠這束光回過家。守塔人的小屋改成了民宿，沒有電視。"
    "鎮長說，來的人不是為了舒服，而是想聽一整夜的浪。燈塔的燈比從前更遠，起霧的晚上也看得見。"
)
PIECES = ("邊小", "鎮重", "開百", "年燈", "可夜", "宿守")


def scattered(text: str, pieces: tuple[str, ...], *, times: int, spam: str = "") -> str:
    """`text` with `pieces` put in at even distances, `times` times over, `spam` behind each last piece."""
    sequence = [piece + (spam if piece == pieces[-1] else "") for _ in range(times) for piece in pieces]
    step = len(text) // (len(sequence) + 1)
    parts = [text[i * step : (i + 1) * step] for i in range(len(sequence))]
    return "".join(part + piece for part, piece in zip(parts, sequence, strict=True)) + text[len(sequence) * step :]


def repaired(title: str, text: str) -> str:
    return without(text, find_injected(title, text))


def test_pieces_of_the_title_are_taken_out_and_the_sentences_read_right() -> None:
    assert repaired(TITLE, scattered(HONEST, PIECES, times=2)) == HONEST


def test_a_spam_word_behind_a_piece_goes_with_it() -> None:
    assert repaired(TITLE, scattered(HONEST, PIECES, times=2, spam="毛片")) == HONEST


def test_pieces_of_three_characters() -> None:
    assert repaired(TITLE, scattered(HONEST, ("海邊小", "重開百", "年燈塔", "可夜宿"), times=3)) == HONEST


def test_spam_phrases_in_the_middle_of_sentences_without_any_piece() -> None:
    text = (
        HONEST.replace("關閉了", "關閉一區二區三區了")
        .replace("第一批", "第久久精品一批")
        .replace("小屋改", "小一區二區屋改")
    )
    assert repaired(TITLE, text) == HONEST


def test_honest_text_stays_as_it_is() -> None:
    assert find_injected(TITLE, HONEST * 5) == []


def test_words_of_the_title_in_their_order_once_are_no_injection() -> None:
    assert find_injected("台北車站改建工程完工", "台北的車站要改建，工程在明年完工。" * 1) == []


def test_a_spam_word_alone_is_left_to_its_author() -> None:
    text = "警方破獲一個販售毛片的網站，並且查扣了主機。"
    assert repaired(TITLE, text * 5) == text * 5


@settings(max_examples=60)
@given(
    st.text("的一是不了在有人我他這中大來上個國燈塔小鎮夜，。", max_size=400),
    st.text("燈塔小鎮夜宿守人重開百年遊客", min_size=4, max_size=20),
)
def test_cuts_are_in_order_inside_the_text_and_lose_only_themselves(body: str, title: str) -> None:
    cuts = find_injected(title, body)
    assert all(0 <= cut.start < cut.end <= len(body) for cut in cuts)
    assert sum(cut.end - cut.start for cut in cuts) + len(without(body, cuts)) == len(body)
