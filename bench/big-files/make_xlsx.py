"""A large workbook in the layout of PCI 2013-2016 with made-up figures: make_xlsx.py FILE ROWS [LETTERS] [SEED].

LETTERS: each row has a text of so many letters of its own among the shared texts, in the column of the rating.
"""

import random
import sys
import zipfile

NAMES = ["An Giang", "Long An", "Hà Nội", "Đắk Lắk", "Cần Thơ"]
BLOCKS = ["Gia nhập thị trường", "Tiếp cận đất đai", "Tính minh bạch", "Chi phí thời gian", "Chi phí không chính thức",
          "Cạnh tranh bình đẳng", "Tính năng động", "Hỗ trợ doanh nghiệp", "Đào tạo lao động", "Thiết chế pháp lý", "PCI 2013"]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def text(value):
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def relationships(*ends):
    return '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(ends, 1)
    ) + "</Relationships>"


def shared(rows, letters, seed):
    """The texts that cells refer to by number: the names, then those of the rows."""
    yield from NAMES
    rng = random.Random(seed)
    for _ in range(rows if letters else 0):
        yield "Khá " + rng.randbytes(letters // 2).hex()


def main(file, rows, letters=0, seed=1):
    rng = random.Random(seed)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      + "".join(f'<Override PartName="/xl/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>' for part, kind in (
                          ("workbook", "sheet.main"), ("sheet1", "worksheet"), ("sharedStrings", "sharedStrings"))) + "</Types>")
        book.writestr("_rels/.rels", relationships(("officeDocument", "xl/workbook.xml")))
        book.writestr("xl/workbook.xml", f'<workbook {MAIN} xmlns:r="{OFFICE[:-1]}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", relationships(("worksheet", "sheet1.xml"), ("sharedStrings", "sharedStrings.xml")))
        with book.open("xl/sharedStrings.xml", "w", force_zip64=True) as texts:
            texts.write(f"<sst {MAIN}>".encode())
            for one in shared(rows, letters, seed):
                texts.write(f"<si><t>{one}</t></si>".encode())
            texts.write(b"</sst>")
        with book.open("xl/sheet1.xml", "w", force_zip64=True) as sheet:
            head = text("Thứ tự") + "".join(text("Tỉnh" if i == 0 else " ") + text(name) for i, name in enumerate(BLOCKS))
            head += text("Xếp hạng") + text("Nhóm xếp hạng")
            sheet.write(f"<worksheet {MAIN}><sheetData><row>{head}</row>".encode())
            for row in range(1, rows + 1):
                name = f'<c t="s"><v>{row % len(NAMES)}</v></c>'
                cells = "".join(f"{name}<c><v>{rng.random() * 10!r}</v></c>" for _ in BLOCKS)
                rating = f'<c t="s"><v>{len(NAMES) + row - 1}</v></c>' if letters else text("Khá")
                rank = f"<c><v>{row % 63 + 1}</v></c>{rating}"
                sheet.write(f"<row><c><v>{row}</v></c>{cells}{rank}</row>".encode())
            sheet.write(b"</sheetData></worksheet>")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *map(int, sys.argv[3:]))
