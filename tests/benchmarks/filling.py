"""A library of many small articles, generated: the same each time, with sources, dates, states, tags and marks of all kinds."""

import random
import uuid
from pathlib import Path

from desktop import operations
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Change, Line, Role, State, Status

PLACES = [
    "Mây Trắng",
    "Suối Lạnh",
    "Đồi Chè",
    "Bản Xôi",
    "Ấp Dừa",
    "Cồn Cát",
    "Đá Bạc",
    "Thác Mơ",
    "Rừng Thông",
    "Ghềnh Ráng",
]
THINGS = [
    "chè",
    "lúa",
    "cà phê",
    "cầu treo",
    "lớp học đêm",
    "trạm y tế",
    "đường bê tông",
    "chợ phiên",
    "đàn trâu",
    "hồ chứa",
]
DOINGS = ["vào vụ", "khởi công", "được mùa", "mở rộng", "gặp hạn", "về đích sớm", "xuống giá", "lên giá"]
TAGS = ["đọc lại", "số liệu", "nhân sự", "trích dẫn", "nghi ngờ"]
LABELS = ["PERSON", "ORGANIZATION", "LOCATION", "TIME", "COUNT", "MONEY"]
_BATCH = 2000


def article(number: int, chance: random.Random) -> tuple[Article, list[Annotation]]:
    """Return one article of some 300 characters and its marks."""
    place, thing, doing = chance.choice(PLACES), chance.choice(THINGS), chance.choice(DOINGS)
    title = f"Xã {place}: {thing} {doing} {number}"
    body = f"Năm nay {thing} ở xã {place} {doing}, {number} hộ dân góp công. " * 4
    text = f"{title}\n\n{body}\n"
    made = Article(
        ArticleId(str(uuid.UUID(int=chance.getrandbits(128), version=4))),
        title,
        text,
        f"{number:064}",
        source=f"Báo {place}",
        published=f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        added=f"2026-01-01T00:00:00.{number % 1000:03}Z",
        state=chance.choices(tuple(State), (80, 5, 15))[0],
        tags=tuple(chance.sample(TAGS, chance.choices((0, 1, 2), (70, 20, 10))[0])),
        lines=(
            Line(0, len(title), Role.HEADLINE),
            Line(len(title) + 2, len(title) + 2 + len(body.rstrip()), Role.BODY),
        ),
        detected="generated",
    )
    marks = [
        Annotation(
            AnnotationId(str(uuid.UUID(int=chance.getrandbits(128), version=4))), made.id, at * 9, at * 9 + 5, chance.choice(LABELS),
            status=chance.choices(tuple(Status), (60, 35, 5))[0], by="generated", created=made.added, modified=made.added,
        )
        for at in range(chance.randint(0, 8))
    ]  # fmt: skip
    return made, marks


def fill(path: Path, articles: int) -> None:
    """Make a library of so many articles, in a few steps."""
    chance = random.Random(20)
    store = operations.open_library(path)
    changes: list[Change] = []
    for number in range(articles):
        made, marks = article(number, chance)
        changes += [Change(None, each) for each in (made, *marks)]
        if number % _BATCH == _BATCH - 1 or number == articles - 1:
            store.apply("Import", changes)
            changes.clear()
    store.close()
