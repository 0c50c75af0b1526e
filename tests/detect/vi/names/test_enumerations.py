"""Names one after another: what the head of a list tells goes before what a name looks like."""

import pytest
from nested import nested, plain

from desktop.detect import detect

LINES = [
    "Điểm thu mua đặt tại bốn xã: [L:Hòa Lạc], [L:Minh Tú], [L:Trường Giao] và [L:Tân Cửu].",
    "Giáo xứ gồm các xã thuộc [L:huyện Phù Yên]: [L:Mỹ Châu], [L:Mỹ Trinh], [L:Cát Hanh] và [L:thị trấn Phù Yên].",
    "Điện về các xã [L:Hạ Lý] ([L:huyện Phù Yên]), [L:Nam Hoan], [L:Văn Đức] và [L:Kim Hoàn].",
    "Bị can khai trú [L:Xuân Trì], ngụ [L:Vĩnh Lộc B] từ nhỏ.",
    "Học sinh từ các trường [O:Trần Đại Nghĩa], [O:Lương Thế Vinh], [O:Gò Vấp].",
    "Các bệnh viện [O:Nhiệt đới Trung ương], [O:Đa khoa [L:tỉnh Thanh Hóa]] quá tải.",
    "Gồm ba công ty [L:Đức], [L:Hà Lan], [L:Singapore].",
    "Xe không qua được đoạn [L:Tam Kỳ] - [L:Mông Phụ]. [L:Mông Phụ] bị cô lập.",
    "Đội hình: [P:Văn Lâm], [P:Tấn Sinh], [P:Hồng Quân], [P:Rafaelson]",
    "Kết quả: [O:Bình Định] 3-1 [O:Sài Gòn]; [L:Việt Nam] 2-0 [L:Lào]. [O:Bình Định] đá hay ở [L:Bình Định].",
    "Phía đông giáp [L:xã Tân Lập], [L:Mỹ Hòa]; phía tây giáp với [L:xã Hòa Thắng], [L:Minh Tân].",
    "Mưa to ở [L:Mộc Châu], [L:Gò Sậy] và [L:Hồng Giang]; [L:bãi Nổi], [L:Phúc Sậy], [L:Bạch Sậy] ngập.",
    "Ở [L:Huế], Hòa Sậy bán nhà; khách thăm [L:Hà Nội], Smart Gò.",
    "Em thi các môn Lý, Hóa, Nga vào đầu hè.",
    "Đoàn [O:Bộ Chính trị] và Đoàn [O:Ngân hàng Nhà nước] dâng hoa; ông [P:Đoàn Bình Minh].",
]


@pytest.mark.parametrize("line", LINES)
def test_lists_and_stretches_of_a_line(line):
    text = plain(line)
    spans = [span for span in detect(text).spans if span.label in ("PERSON", "LOCATION", "ORGANIZATION")]
    assert nested(text, spans) == line
