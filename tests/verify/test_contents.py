"""Files that look right and say what they should not, with all records mended: the content alone tells."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pikepdf
import pytest

from generator.model.content import Str
from generator.model.document import Choices, Fragment, Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.document import Document, Piece
    from tests.building import Pair
    from tests.verify.forger import Forger

SECRET = "看候选人能否先听后说"  # of the analysis of every essay
LEAK = "verify-leak"


def test_forms_are_whole(forms: Forger) -> None:
    assert forms.found() == set()


# Wrong, but whole ------------------------------------------------------------------------------------


def test_papers_of_two_candidates_swapped(forger: Forger) -> None:
    for format_ in ("docx", "pdf"):
        forger.swap(forger.path("1001", "paper", format_), forger.path("1002", "paper", format_))
    found = forger.found()
    assert "verify-candidate" in found
    assert "verify-key-differs" in found


def test_a_paper_given_to_two(forger: Forger) -> None:
    for format_ in ("docx", "pdf"):
        forger.path("1002", "paper", format_).write_bytes(forger.path("1001", "paper", format_).read_bytes())
    forger.mend()
    assert "verify-candidate" in forger.found()


@pytest.mark.parametrize("role", ["paper", "key"])
def test_files_of_two_forms_swapped(forms: Forger, role: str) -> None:
    for format_ in ("docx", "pdf"):
        forms.swap(forms.path("made-A", role, format_), forms.path("made-B", role, format_))
    assert {"verify-key-differs", "verify-other-question"} & forms.found()


def test_one_format_of_two_forms_swapped(forms: Forger) -> None:
    forms.swap(forms.path("made-A", "key", "pdf"), forms.path("made-B", "key", "pdf"))
    assert "verify-formats-differ" in forms.found()


def test_a_key_in_place_of_the_paper(forms: Forger) -> None:
    for format_ in ("docx", "pdf"):
        forms.path("made-A", "paper", format_).write_bytes(forms.path("made-A", "key", format_).read_bytes())
    forms.mend()
    assert LEAK in forms.found()


# Set anew by our own renderers ------------------------------------------------------------------------


def _with_body(document: Document, change: Callable[[list[Part]], None]) -> Document:
    parts = list(document.body)
    change(parts)
    return document._replace(body=tuple(parts))


def _line(text: str, role: str = "question_more") -> Part:
    return Part(Fragment("", (Paragraph(role, (Str(text),)),)))


def _places(parts: list[Part], role: str) -> list[int]:
    return [
        k for k, part in enumerate(parts) if any(getattr(p, "role", "") == role for p in part.fragment.pieces)
    ]


def _with_pieces(part: Part, pieces: list[Piece]) -> Part:
    return part._replace(fragment=Fragment("", tuple(pieces)))


def _answer_in_front(parts: list[Part]) -> None:
    parts.insert(1, _line(SECRET, "instructions"))


def _answer_at_the_end(parts: list[Part]) -> None:
    parts.append(_line(SECRET))


def _letter_at_the_end(parts: list[Part]) -> None:
    parts.append(_line("1.B 2.C"))


def _questions_swapped(parts: list[Part]) -> None:
    one, two = _places(parts, "question")[-2:]
    parts[one], parts[two] = (
        parts[two]._replace(label=parts[one].label), parts[one]._replace(label=parts[two].label),
    )  # fmt: skip


def _question_lost(parts: list[Part]) -> None:
    del parts[_places(parts, "question")[-1]]


def _number_wrong(parts: list[Part]) -> None:
    last = _places(parts, "question")[-1]
    parts[last] = parts[last]._replace(label=(Str("7."),))


def _options_swapped(parts: list[Part]) -> None:
    place = _places(parts, "option")[0]
    pieces = list(parts[place].fragment.pieces)
    options = next(piece for piece in pieces if isinstance(piece, Choices))
    (a, one), (b, two), *rest = options.options
    pieces[pieces.index(options)] = options._replace(options=((a, two), (b, one), *rest))
    parts[place] = _with_pieces(parts[place], pieces)


def _reworded(old: str, new: str) -> Callable[[list[Part]], None]:
    """The first paragraph with a text that says `old` says `new`."""

    def change(parts: list[Part]) -> None:
        for k, part in enumerate(parts):
            for n, piece in enumerate(part.fragment.pieces):
                for m, inline in enumerate(getattr(piece, "inlines", ())):
                    changed = _said_anew(inline, old, new)
                    if changed != inline:
                        pieces = list(part.fragment.pieces)
                        pieces[n] = piece._replace(
                            inlines=(*piece.inlines[:m], changed, *piece.inlines[m + 1 :])
                        )
                        parts[k] = _with_pieces(part, pieces)
                        return
        raise AssertionError(old)

    return change


def _said_anew(inline: object, old: str, new: str) -> object:
    if isinstance(inline, Str):
        return Str(inline.text.replace(old, new))
    children = getattr(inline, "children", None)
    if children is None:
        return inline
    return inline._replace(children=tuple(_said_anew(child, old, new) for child in children))


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (_answer_in_front, {LEAK}),
        (_answer_at_the_end, {LEAK, "verify-key-differs"}),
        (_letter_at_the_end, {"verify-key-differs"}),
        (_questions_swapped, {"verify-key-differs"}),
        (_question_lost, {"verify-questions"}),
        (_number_wrong, {"verify-key-differs"}),
        (_options_swapped, {"verify-key-differs"}),
        (_reworded("连续三次", "连续两次"), {"verify-key-differs"}),
        (_reworded("8分", "9分"), {"verify-heading", "verify-key-differs"}),
        (_reworded("（2分）", "（3分）"), {"verify-marks", "verify-key-differs"}),
        (_reworded("共3题", "共4题"), {"verify-heading", "verify-key-differs"}),
        (_reworded("总分6分", "总分16分"), {"verify-heading"}),
    ],
)
def test_a_paper_set_anew(
    forms: Forger, set_forms: list[Pair], change: Callable[[list[Part]], None], codes: set[str]
) -> None:
    forms.print("made-A", "paper", _with_body(set_forms[0].paper, change))
    assert codes <= forms.found()


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (_questions_swapped, {"verify-key-differs"}),
        (_question_lost, {"verify-not-in-key"}),
        (_reworded("3分", "4分"), {"verify-points"}),
        (_reworded("连续三次", "连续两次"), {"verify-key-differs"}),
        (_reworded("连续三次", "连续三次不"), {"verify-key-differs"}),
        (_options_swapped, {"verify-key-differs"}),
    ],
)
def test_a_key_set_anew(
    forms: Forger, set_forms: list[Pair], change: Callable[[list[Part]], None], codes: set[str]
) -> None:
    forms.print("made-A", "key", _with_body(set_forms[0].key, change))
    assert codes & forms.found()


def test_a_summary_that_is_wrong(forms: Forger, set_forms: list[Pair]) -> None:
    key = set_forms[0].key
    (place,) = _places(list(key.body), "summary")
    grid = key.body[place].fragment.pieces[0]
    row = list(grid.rows[1])
    row[1] = row[1]._replace(inlines=(Str("9"),))
    parts = list(key.body)
    parts[place] = _with_pieces(
        parts[place], [grid._replace(rows=(grid.rows[0], tuple(row), *grid.rows[2:]))]
    )
    forms.print("made-A", "key", key._replace(body=tuple(parts)))
    assert "verify-summary" in forms.found()


def test_pages_numbered_wrong(forms: Forger, set_forms: list[Pair]) -> None:
    paper = set_forms[0].paper
    forms.print("made-A", "paper", paper._replace(footer=(Str("第1页　共3页"),)))
    assert "verify-page-number" in forms.found()
    forms.print("made-A", "paper", paper._replace(footer=(*paper.footer[:-2], Str("9页"))))
    assert "verify-page-number" in forms.found()


def test_an_answer_in_the_header_or_title(forms: Forger, set_forms: list[Pair]) -> None:
    paper = set_forms[0].paper
    forms.print("made-A", "paper", paper._replace(header=(Str(SECRET),)))
    assert LEAK in forms.found()
    forms.print("made-A", "paper", paper._replace(title=SECRET))
    assert LEAK in forms.found()


def test_both_formats_must_say_the_same(forms: Forger, set_forms: list[Pair]) -> None:
    before = forms.path("made-A", "paper", "docx").read_bytes()
    forms.print("made-A", "paper", _with_body(set_forms[0].paper, _reworded("连续三次", "连续两次")))
    forms.path("made-A", "paper", "docx").write_bytes(before)
    forms.mend()
    assert "verify-formats-differ" in forms.found()


# Inside a DOCX ----------------------------------------------------------------------------------------

RUN = f"<w:r>{{}}<w:t>{SECRET}</w:t></w:r></w:p>"
FOREIGN = "verify-foreign-part"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _last_paragraph(properties: str) -> Callable[[str], str]:
    def change(xml: str) -> str:
        before, _, after = xml.rpartition("</w:p>")
        return before + RUN.format(properties) + after

    return change


def _in_element(name: str, text: str) -> Callable[[str], str]:
    return lambda xml: re.sub(f"(<{name}[^>/]*>)", rf"\g<1>{text}", xml, count=1)


@pytest.mark.parametrize(
    ("part", "change", "codes"),
    [
        ("word/document.xml", _last_paragraph(""), {LEAK, "verify-key-differs", "verify-formats-differ"}),
        ("word/document.xml", _last_paragraph("<w:rPr><w:vanish/></w:rPr>"), {LEAK, "verify-foreign-element"}),
        ("word/document.xml", _last_paragraph('<w:rPr><w:sz w:val="2"/></w:rPr>'), {LEAK, "verify-hidden-text"}),
        ("word/document.xml", _last_paragraph('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), {LEAK, "verify-foreign-element"}),
        ("word/document.xml", lambda xml: xml.replace("<w:body>", f'<w:body w:x="{SECRET}">'), {LEAK}),
        ("word/document.xml", lambda xml: xml.replace("<w:pPr>", f"<!-- {SECRET} --><w:pPr>", 1), {"verify-broken-part"}),
        ("word/footer.xml", _last_paragraph(""), {LEAK}),
        ("word/styles.xml", lambda xml: xml.replace('w:val="Normal"', f'w:val="{SECRET}"'), {LEAK}),
        ("word/settings.xml", lambda xml: xml.replace("</w:settings>", f"<w:x>{SECRET}</w:x></w:settings>"), {LEAK}),
        ("docProps/core.xml", _in_element("dc:creator", SECRET), {LEAK}),
        ("docProps/core.xml", _in_element("dc:title", SECRET), {LEAK, "verify-formats-differ"}),
        ("docProps/app.xml", lambda xml: xml.replace("<Pages>", "<Pages>1"), {"verify-pages", "verify-field-pages"}),
        ("docProps/custom.xml", lambda _: f"<p>{SECRET}</p>", {LEAK, FOREIGN}),
        ("word/comments.xml", lambda _: f'<w:t xmlns:w="{MAIN}">{SECRET}</w:t>', {LEAK, FOREIGN}),
        ("word/embeddings/x.bin", lambda _: SECRET, {LEAK, FOREIGN}),
        ("word/media/x.png", lambda _: "x", {"verify-picture"}),
    ],
)  # fmt: skip
def test_something_in_a_docx(forms: Forger, part: str, change: Callable[[str], str], codes: set[str]) -> None:
    file = forms.path("made-A", "paper", "docx")
    forms.edit_part(file, part, change)
    forms.mend()
    assert codes <= forms.found()


@pytest.mark.parametrize(("old", "code"), [("（2分）", "verify-marks"), ("8分", "verify-heading")])
def test_marks_in_the_docx_alone(forms: Forger, old: str, code: str) -> None:
    file = forms.path("made-A", "paper", "docx")
    forms.edit_part(
        file, "word/document.xml", lambda xml: xml.replace(old, old.replace(old.strip("（分）"), "5"), 1)
    )
    forms.mend()
    assert {code, "verify-formats-differ"} <= forms.found()


def test_a_comment_of_the_archive(forms: Forger) -> None:
    import zipfile

    with zipfile.ZipFile(forms.path("made-A", "paper", "docx"), "a") as archive:
        archive.comment = SECRET.encode()
    forms.mend()
    assert forms.found() == {LEAK}


def test_bytes_behind_the_archive(forms: Forger) -> None:
    file = forms.path("made-A", "paper", "docx")
    file.write_bytes(file.read_bytes() + SECRET.encode())
    forms.mend()
    assert {LEAK, "verify-broken-archive"} & forms.found()


# Inside a PDF -----------------------------------------------------------------------------------------


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["key.txt"] = SECRET.encode()


def _keywords(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Keywords"] = SECRET


def _note(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9], Contents=SECRET
    )
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=SECRET)


@pytest.mark.parametrize("change", [_attach, _keywords, _note, _script])
def test_another_program_adds_to_a_pdf(forms: Forger, change: Callable[[pikepdf.Pdf], None]) -> None:
    forms.edit_pdf(forms.path("made-A", "paper", "pdf"), change)
    forms.mend()
    assert {LEAK, "verify-foreign-bytes"} <= forms.found()


def _stray(bodies: list[bytes]) -> None:
    bodies.append(b"<</Length %d>>\nstream\n%b\nendstream" % (len(SECRET.encode()), SECRET.encode()))


def _in_the_title(bodies: list[bytes]) -> None:
    place = next(k for k, body in enumerate(bodies) if b"/Producer" in body)
    bodies[place] = bodies[place].replace(
        b"/Producer", b"/Subject(\xfe\xff%b)/Producer" % SECRET.encode("utf-16-be")
    )


def _as_hex(bodies: list[bytes]) -> None:
    place = next(k for k, body in enumerate(bodies) if b"/Producer" in body)
    secret = SECRET.encode("utf-16-be").hex().encode()
    bodies[place] = bodies[place].replace(b"/Producer", b"/Trapped<feff%b>/Producer" % secret)


def _in_the_outline(bodies: list[bytes]) -> None:
    place = next(k for k, body in enumerate(bodies) if body.startswith(b"<</Title") and b"/Parent" in body)
    bodies[place] = (
        b"<</Title(\xfe\xff%b)/Parent" % SECRET.encode("utf-16-be") + bodies[place].partition(b"/Parent")[2]
    )


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (_stray, {LEAK, "verify-stray-object"}),
        (_in_the_title, {LEAK, "verify-foreign-object"}),
        (_as_hex, {LEAK}),
        (_in_the_outline, {LEAK, "verify-outline"}),
    ],
)
def test_an_object_of_a_pdf(forms: Forger, change: Callable[[list[bytes]], None], codes: set[str]) -> None:
    forms.edit_objects(forms.path("made-A", "paper", "pdf"), change)
    forms.mend()
    assert codes <= forms.found()


def test_hidden_text_and_characters_that_no_page_shows(forms: Forger, set_forms: list[Pair]) -> None:
    import zlib

    paper = set_forms[0].paper

    def invisible(bodies: list[bytes], paint: bool) -> None:
        """What the last paragraph says is no longer painted, or not even written."""
        for k, body in enumerate(bodies):
            head, found, packed = body.partition(b">>\nstream\n")
            if not found or b"/Subtype" in head:
                continue
            content = zlib.decompress(packed.removesuffix(b"\nendstream"))
            if b" Tf" in content:
                cut = content.rfind(b"BT", 0, content.rfind(b"BT"))
                hidden = zlib.compress(content[:cut] + b"3 Tr " + content[cut:] if paint else content[:cut])
                bodies[k] = b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (
                    len(hidden),
                    hidden,
                )

    for paint, code in ((True, "verify-hidden-text"), (False, "verify-font")):
        forms.print("made-A", "paper", _with_body(paper, lambda parts: parts.append(_line("爨饕餮"))))
        change = partial(invisible, paint=paint)
        forms.edit_objects(forms.path("made-A", "paper", "pdf"), change)
        forms.mend()
        assert code in forms.found()


def test_bytes_behind_a_pdf(forms: Forger) -> None:
    file = forms.path("made-A", "paper", "pdf")
    file.write_bytes(file.read_bytes() + SECRET.encode())
    forms.mend()
    assert {LEAK, "verify-foreign-bytes"} <= forms.found()


def test_a_front_that_is_not_that_of_the_others(forger: Forger) -> None:
    file = forger.path("1002", "paper", "docx")
    forger.edit_part(file, "word/document.xml", lambda xml: xml.replace("签字笔作答", "签字笔作答BCA", 1))
    forger.mend()
    assert "verify-front" in forger.found()
