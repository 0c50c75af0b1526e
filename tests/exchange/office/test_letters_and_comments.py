"""Mailboxes, what is attached to a letter, what reviewers wrote beside a text in Word, tables of Rich Text."""

import io
import mailbox
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.exchange import mail
from desktop.exchange.documents import Raw
from desktop.exchange.office import rich, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = "Bà Hoa gặp ông Nam ở chợ Lang để bàn việc sửa lại con đường qua xóm Bến."


def letter(subject, attached=()):
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = (
        subject,
        "Cúc Phạm <cuc@lang.example>",
        "Fri, 03 May 2024 09:30:00 +0700",
    )
    made.set_content(f"{BODY}\n\nFrom xóm Bến về chợ, đường vẫn ngập.\n")
    for name, text in attached:
        made.add_attachment(text, filename=name)
    return made


def test_every_letter_of_a_mailbox_is_an_article_and_names_what_is_attached(tmp_path):
    box = mailbox.mbox(tmp_path / "thư.mbox")
    for each in (
        letter("Một", [("ghi chú.txt", "Nội dung đính kèm là một bài khác."), ("ảnh.bin", "x")]),
        letter("Hai"),
    ):
        box.add(each)
    box.close()
    found = [each for each in exchange.read(tmp_path / "thư.mbox") if isinstance(each, Raw)]
    told = [
        (each.meta.title, each.meta.byline, each.meta.published, each.meta.fields) for each in found if each.meta.title
    ]
    assert (told, [each.text for each in found if not each.meta.title]) == (
        [
            ("Một", "Cúc Phạm", "2024-05-03T09:30", {"attachments": "ghi chú.txt, ảnh.bin"}),
            ("Hai", "Cúc Phạm", "2024-05-03T09:30", {}),
        ],
        ["Nội dung đính kèm là một bài khác.\n"],
    )  # fmt: skip


def test_a_line_of_a_letter_that_begins_as_the_next_would_stays_in_it(tmp_path):
    box = mailbox.mbox(tmp_path / "thư.mbox")
    box.add(letter("Một"))
    box.close()
    (found,) = exchange.read(tmp_path / "thư.mbox")
    assert found.text.rstrip().split("\n")[-1] == "From xóm Bến về chợ, đường vẫn ngập."


def sent(subject="Thư từ bến đò"):
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, "Cúc Phạm <cuc@lang.example>", "toa@bao.example"
    return made


def read(made):
    (raw, *attached) = mail.read(Path("thư.eml"), made if isinstance(made, bytes) else made.as_bytes())
    return raw, attached


def test_a_letter_written_as_a_page_comes_whole():
    made = sent()
    made.set_content("<div>Chào anh,</div><div>Bà Hoa<br>đi chợ.</div><div>Cúc</div>", subtype="html")
    raw, _ = read(made)
    assert (raw.meta.title, raw.text.split("\n\n")) == ("Thư từ bến đò", ["Chào anh,", "Bà Hoa", "đi chợ.", "Cúc"])


def test_lines_that_a_program_broke_and_says_so_are_one():
    made = sent()
    made.set_content("Bà Hoa đi chợ \nvà về nhà.\nHết.\n-- \nCúc\n")
    made.set_param("format", "flowed")
    raw, _ = read(made)
    assert raw.text.rstrip().split("\n") == ["Bà Hoa đi chợ và về nhà.", "Hết.", "-- ", "Cúc"]


def test_a_letter_sent_on_is_an_article_and_one_without_words_is_what_is_attached_to_it():
    inner, around, bare = sent("Bên trong"), sent("Chuyển: Bên trong"), sent()
    inner.set_content("Bà Hoa đi chợ.\n")
    around.set_content("Anh xem giúp.\n")
    around.add_attachment(inner)
    bare.add_attachment("Ông Nam ở nhà.", filename="bài.txt")
    raw, (attached,) = read(around)
    alone, _ = read(bare)
    assert (raw.meta.title, attached.meta.title, attached.text.strip(), alone.text.strip()) == (
        "Chuyển: Bên trong", "Bên trong", "Bà Hoa đi chợ.", "Ông Nam ở nhà.",
    )  # fmt: skip


def test_a_letter_of_thousands_of_parts_is_refused_before_they_are_read():
    part = "--b\nContent-Type: text/plain\n\nHoa\n"
    with pytest.raises(ImportFileError) as caught:
        read(
            f"Subject: x\nFrom: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n{part * 20_000}--b--".encode()
        )
    assert caught.value.kind == "file-unreadable"


def test_a_head_that_does_not_encode_its_letters_is_read():
    head = "Subject: Thư từ bến đò\nFrom: Cúc Phạm <cuc@lang.example>\nTo: a@b.example\n\nBà Hoa.\n"
    raw, _ = read(head.encode())
    assert (raw.meta.title, raw.meta.byline) == ("Thư từ bến đò", "Cúc Phạm")


def document(body, comments):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/comments.xml", f"<w:comments {W}>{comments}</w:comments>")
    return packed.getvalue()


def test_comments_in_word_are_the_note_of_the_article_with_who_wrote_them_and_of_what():
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Bà Hoa gặp </w:t></w:r><w:commentRangeStart w:id="1"/><w:r><w:t>ông Nam</w:t></w:r>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> ở chợ.</w:t></w:r>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )  # fmt: skip
    said = "".join(
        f'<w:comment w:id="{at}" w:author="{who}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
        for at, who, words in ((0, "", "Thiếu ngày."), (1, "Cúc", "Nam nào?"))
    )
    (raw,) = word.read(Path("x.docx"), document(body, said))
    assert (raw.text, raw.meta.fields) == (
        "Bà Hoa gặp ông Nam ở chợ.",
        {"note": "Cúc: “ông Nam”: Nam nào?\nThiếu ngày."},
    )


def test_a_table_of_rich_text_is_a_line_of_cells_a_row():
    rows = "".join(
        rf"\trowd\cellx3000\cellx6000\intbl {one}\cell {two}\cell\row " for one, two in (("Muc", "Von"), ("Nen", "150"))
    )
    content = rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Arial;}}}}\f0 Bang gia\par {rows}\pard Het\par}}"
    (raw,) = rich.read(Path("x.rtf"), content.encode())
    assert raw.text.split("\n") == ["Bang gia", "Muc\tVon", "Nen\t150", "Het"]
