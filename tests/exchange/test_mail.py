"""Web archives and letters: the page or the text in them, and what their heads say."""

import quopri
from pathlib import Path

import pytest

from desktop.errors import ImportFileError
from desktop.exchange import mail
from desktop.model import Meta

TEXT = (
    "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công, thay cầu gỗ đã mục."
)
PAGE = f"<html><head><title>Cầu mới | Báo Làng</title></head><body><h1>Cầu mới</h1><p>{TEXT}</p></body></html>"


def archive(page=PAGE):
    body = quopri.encodestring(page.encode()).decode()
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://lang.example/1.html\n"
    head += "Subject: =?utf-8?Q?x?=\nDate: Fri, 3 May 2024 09:30:00 -0000"
    part = f"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://lang.example/1.html\n\n{body}"
    return f'{head}\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\n{part}\n--B--\n'.encode()


def test_an_archive_is_the_page_in_it_and_not_of_the_day_on_which_it_was_saved():
    (raw,) = mail.read(Path("x.mhtml"), archive())
    assert (raw.text, raw.meta, raw.url, raw.content) == (
        f"Cầu mới\n{TEXT}", Meta("Cầu mới", "Báo Làng"), "https://lang.example/1.html", archive(),
    )  # fmt: skip


def test_a_letter_has_its_subject_and_its_date():
    letter = (
        "From: a@lang.example\nSubject: =?utf-8?q?C=E1=BA=A7u_m=E1=BB=9Bi?=\n"
        + f"Date: Fri, 3 May 2024 02:30:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
    )
    (raw,) = mail.read(Path("x.eml"), letter.encode())
    assert (raw.text.strip(), raw.meta) == (TEXT, Meta("Cầu mới", None, None, "2024-05-03T09:30"))


@pytest.mark.parametrize(
    "content", [b"MIME-Version: 1.0", b"From: a\nContent-Type: image/png\n\nx", b"From: a\nMIME-Version: 1.0\n\n"]
)
def test_an_archive_without_a_page_is_refused(content):
    with pytest.raises(ImportFileError):
        mail.read(Path("x.mhtml"), content)
