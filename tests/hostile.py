"""One table of texts that break careless programs, for imports, exports, searches and widgets."""

HOSTILE = {
    "emoji": "Mừng 🎉 đại hội 👩‍👩‍👧 ở 🇻🇳 rồi",
    "nfd": "Co\u0302 Tha\u0306\u0301m o\u031b\u0309 đu\u031bo\u031b\u0300ng so\u0302\u0301 4",
    "crlf": "Dòng một\r\nDòng hai\rDòng ba\n\r\nHết",
    "nbsp": "Giá\u00a012\u202f000\u00a0đồng",
    "separators": "trước\u2028giữa\u2029sau\x85hết",
    "zero_width": "xã\u200b Hòa\u200d An\u2060 và\ufeff thôn",
    "surrogates": "đầu \ud83d giữa \udc00 cuối",
    "noncharacters": "đầu \ufdd0 giữa \ufdd1 cuối \uffff",
    "bom": "\ufeffcó dấu ở đầu",
    "two_boms": "\ufeff\ufeffcó hai dấu ở đầu",
    "form_feed": "trang một\ftrang hai\vtrang ba",
    "controls": "chuông \x07 thoát \x1b[31m đỏ \x00 hết",
    "right_to_left": "chữ \u202eABC\u202c và שלום rồi مرحبا",
    "combining_alone": "\u0301đầu\u0323 x\u0309\u0301\u0323",
    "markup": '</mark></div><script>alert("x")</script> &amp; &#0; <!-- -->',
    "formula": "=cmd|'/c calc'!A1",
    "formulas": "+1+1 @SUM(A1) -2 \t=1 ＝1",
    "quotes": 'nói: "một", \'hai\'; `ba`\n"bốn"\n\n"""',
    "query": '"đảng" AND NOT (NEAR(viên* -chi^)) OR title:x',
    "percent": "100%_\\'; DROP TABLE article; --",
    "case_grows": "İstanbul ẞ ŉ ﬁn ǰ ΐ",
    "blank_lines": "\n\n  \n\u00a0\n một \n\n\n",
    "one_letter": "đ",
    "astral": "𝒜𝓑 𠀋 chữ nôm 𡨸喃",
}
# 1 MB in UTF-8, one line, with a mark or three in every six hundred characters
LONG_LINE = (
    "Bà Hoa nhận 12 lá thư ở xã Hòa An. " + "Trời trong, gió nhẹ thổi suốt cả buổi và ai cũng thong thả. " * 10
) * 1_250
