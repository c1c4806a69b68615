"""Tags and text of pages, well-formed or damaged."""

from __future__ import annotations

import pytest

from tui.convert.formats.html import html_text
from tui.convert.formats.html_tags import Attributes, read_tags


class Recorder:
    """Writes down what it is handed."""

    def __init__(self) -> None:
        self.seen: list[object] = []

    def start_tag(self, tag: str, attributes: Attributes) -> None:
        self.seen.append((tag, dict(attributes)))

    def end_tag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")

    def text(self, text: str) -> None:
        if self.seen and isinstance(self.seen[-1], list):
            self.seen[-1][0] += text
        else:
            self.seen.append([text])


def read(page: str) -> list[object]:
    recorder = Recorder()
    read_tags(page, recorder)
    return recorder.seen


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("", []),
        ("甲", [["甲"]]),
        ("<P Class='a b' ID=c d e=\"f>g\">甲</P >乙", [("p", {"class": "a b", "id": "c", "d": None, "e": "f>g"}), ["甲"], "/p", ["乙"]]),
        ("<p a=''>", [("p", {"a": ""})]),
        ("<p a=&lt;&#65;>", [("p", {"a": "<A"})]),
        ("<p a='b'c=d/e=f>", [("p", {"a": "b", "c": "d/e=f"})]),
        ("<br/>甲<br / ><hr />", [("br", {}), "/br", ["甲"], ("br", {}), ("hr", {}), "/hr"]),
        ("a &lt; b &amp; c &nbsp;&#20013;&bogus;", [["a < b & c \N{NO-BREAK SPACE}中&bogus;"]]),
        ("a < b <3 <", [["a < b <3 <"]]),
        ("甲<!-- <p> -->乙<!---->丙<!-- -- >丁", [["甲乙丙丁"]]),
        ("甲<!doctype html>乙<?xml a?>丙<!x>丁", [["甲乙丙丁"]]),
        ("甲<![CDATA[<p>]]>乙<![if !IE]>丙<![endif]>丁<![x]>戊", [["甲乙丙丁戊"]]),
        ("<script>a<b</p></SCRIPT >甲<style>b</style>", [("script", {}), ["a<b</p>"], "/script", ["甲"], ("style", {}), ["b"], "/style"]),
        ("<script/>甲", [("script", {}), "/script", ["甲"]]),
        ("甲<script>never ends</p>", [["甲"], ("script", {})]),
        ("甲</>乙</ p>丙</3>丁</p x=y>", [["甲乙"], "/p", ["丙丁"], "/p"]),
        ("甲<!-- never <b>ends", [["甲<!-- never <b>ends"]]),
        ("甲<p never ends", [["甲<p never ends"]]),
        ("甲<p a='never ends>乙<b>丙", [["甲<p a='never ends>乙"], ("b", {}), ["丙"]]),
        ("甲</p", [["甲</p"]]),
        ("&#" + "9" * 5000 + ";甲", [["\N{REPLACEMENT CHARACTER}甲"]]),
        ("<p a='&#" + "9" * 5000 + "'>", [("p", {"a": "\N{REPLACEMENT CHARACTER}"})]),
        ("&#" + "0" * 990 + "65;&#1114112;", [["A\N{REPLACEMENT CHARACTER}"]]),
    ],
)  # fmt: skip
def test_a_page_is_split_into_tags_and_text(page: str, seen: list[object]) -> None:
    assert read(page) == seen


def test_a_tag_of_too_many_attributes_is_text() -> None:
    most = " ".join(f"a{number}" for number in range(4095))
    (tag,) = read(f"<p {most}>")
    assert isinstance(tag, tuple) and len(tag[1]) == 4095
    assert read(f"<p {most} b c d>") == [[f"<p {most} b c d>"]]


def test_after_many_unclosed_tags_the_rest_of_one_is_not_scanned_again() -> None:
    """The first eight such tags end at the next ``>``, as ``html.parser`` takes them."""
    seen = read('<a x="> <i>" ' * 20)
    assert seen.count(("i", {})) == 8
    assert seen[-1] == ['" ' + '<a x="> <i>" ' * 12]


def test_text_in_a_damaged_page_is_kept() -> None:
    page = "<html><body><p>政府工作报告</p><p>第一段</p><p class='x"
    assert html_text(page).text == "政府工作报告\n第一段\n<p class='x\n"
