"""The fast reader of outline files: what it reads, with its places, and where it leaves the file to the full reader."""

from __future__ import annotations

import itertools

import pytest

from tui.outline_file.canonical import MAX_BYTES, MAX_DEPTH, read_canonical
from tui.outline_file.yaml_events import read_yaml
from tui.outline_file.yaml_nodes import MAX_KEYS, Mapping, Scalar, Sequence, YamlNode
from tui.report.errors import DataError

READ = {
    "plain": "a: 1\n",
    "checksum": "a: 1\n# sha256 0123\n",
    "keys": "a: 1\nb_2: x\n_c: y\n",
    "spaces in text": "a: x y  z\n",
    "marks in text": "a: x-y?z,[]{}&*!|>'\"%@`=~\n",
    "Chinese": "标题: 1\na: 中，文。\n".partition("\n")[2],
    "double quotes": 'a: "x: y # z"\n',
    "empty quotes": "a: \"\"\nb: ''\n",
    "single quotes": "a: 'x \"y\" z'\n",
    "one inside": "a:\n  b: 1\n  c: 2\nd: 3\n",
    "deep": "a:\n  b:\n    c:\n      d: 1\ne: 2\n",
    "list": "a:\n- b: 1\n  c: 2\n- b: 3\nd: 4\n",
    "list in a list": "a:\n- b:\n  - c: 1\n  - c: 2\n  d: 3\n- b:\n  - c: 4\n",
    "mapping in a list": "a:\n- b:\n    c: 1\n  d: 2\n",
    "brackets": "a: [1, 22, x]\nb: [中]\n",
    "quoted in brackets": "a: [\"1.5\", '2']\n",
    "braces": "a: {b: 1, cc: x y}\n",
    "quoted in braces": "a: {\"b\": '1', c: \"x\"}\n",
    "colon in quotes in braces": 'a: {b: "x: y", c: 1}\n',
    "block": "a: |\n  x\n  y\nb: 1\n",
    "block with empty lines": "a: |\n  x\n\n  y\n\n\nb: 1\n",
    "block with indent": "a: |\n  x\n    y\n",
    "block with any text": "a: |\n  - b: [ # }\n  'x\n",
    "stripped block": "a: |-\n  x\n  y\nb: 1\n",
    "stripped block with empty lines": "a: |-\n  x\n\n\nb: 1\n",
    "kept block": "a: |+\n  x\n\n\nb: 1\n",
    "kept block at the end": "a: |+\n  x\n\n",
    "set in block": "a: |2\n    x\n  y\n",
    "block that begins empty": "a: |2\n\n  x\n",
    "stripped and set in": "a: |2-\n    x\n  y\n",
    "kept and set in": "a: |2+\n\n  x\n\n",
    "block in a list": "a:\n- b: |\n    x\n    y\n  c: 1\n",
    "block behind a block": "a: |\n  x\nb: |\n  y\n",
    "trailing spaces in a block": "a: |\n  x  \n  y\n",
}  # fmt: skip

LEFT = {
    "nothing": "",
    "no line break at the end": "a: 1",
    "not UTF-8": "a: \udcff\n",
    "control": "a: x\x07\n",
    "carriage return": "a: 1\r\n",
    "zero width": "a: x\u200by\n",
    "empty line": "a: 1\n\nb: 2\n",
    "comment": "# x\na: 1\n",
    "comment behind": "a: 1 # x\n",
    "colon in text": "a: b: c\n",
    "trailing space": "a: 1 \n",
    "two spaces": "a:  1\n",
    "equal keys": "a: 1\na: 2\n",
    "equal keys in braces": "a: {b: 1, b: 2}\n",
    "quoted key": '"a": 1\n',
    "upper case key": "A: 1\n",
    "key with a dash": "a-b: 1\n",
    "scalar": "a\n",
    "list at the top": "- a: 1\n",
    "list of scalars": "a:\n- b\n",
    "list set in": "a:\n  - b: 1\n",
    "odd indent": "a:\n   b: 1\n",
    "set in without a parent": "a: 1\n  b: 2\n",
    "less indent than the parent": "a:\n    b: 1\n  c: 2\n",
    "starts set in": "  a: 1\n",
    "key of the list too far left": "a:\n- b: 1\n c: 2\n",
    "nothing below": "a:\n",
    "nothing below, then a key": "a:\nb: 1\n",
    "escape": 'a: "x\\ny"\n',
    "quote in single quotes": "a: 'it''s'\n",
    "open quote": 'a: "x\n',
    "text behind quotes": 'a: "x" y\n',
    "anchor": "a: &x 1\n",
    "alias": "a: *x\n",
    "tag": "a: !x 1\n",
    "folded": "a: >\n  x\n",
    "unknown header": "a: |3\n   x\n",
    "header with a comment": "a: | # x\n  x\n",
    "empty block": "a: |\nb: 1\n",
    "block at the end": "a: |\n",
    "block begins with an empty line": "a: |\n\n  x\n",
    "block begins set in": "a: |\n    x\n  y\n",
    "open bracket": "a: [1, 2\n",
    "wrong bracket": "a: [1, 2}\n",
    "wrong brace": "a: {b: 1]\n",
    "empty brackets": "a: []\n",
    "empty braces": "a: {}\n",
    "comma without a space": "a: [1,2]\n",
    "comma at the end": "a: [1, ]\n",
    "nested brackets": "a: [[1], 2]\n",
    "braces in brackets": "a: [{b: 1}]\n",
    "no value in braces": "a: {b, c: 1}\n",
    "two values in braces": "a: {b: 1: 2}\n",
    "comma in quotes": 'a: ["x, y"]\n',
    "document end": "a: 1\n...\n",
    "second document": "a: 1\n---\nb: 1\n",
    "dash at the start of text": "a: -1\n",
    "question mark at the start": "a: ?x\n",
    "comma at the start": "a: ,x\n",
    "brace at the start": "a: }x\n",
    "equals at the start": "a: =\n",
    "tilde": "a: ~\n",
    "percent": "a: %x\n",
    "hash in the text": "a: x#y\n",
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_is_written_is_read_as_the_full_reader_reads_it(name: str) -> None:
    data = READ[name].encode()
    assert read_canonical(data) == read_yaml(data, "a.yaml")


@pytest.mark.parametrize("name", LEFT)
def test_anything_else_is_left_to_the_full_reader(name: str) -> None:
    assert read_canonical(LEFT[name].encode(errors="surrogateescape")) is None


def test_each_kind_of_value_has_its_place() -> None:
    text = 'a:\n- b: "x"\n  c: {d: 1, e: \'y\'}\n  f: |-\n    z\ng: [1, "2"]\n'
    inner: dict[str, tuple[Scalar, YamlNode]] = {
        "b": (Scalar(2, 3, "b", True), Scalar(2, 6, "x", False)),
        "c": (
            Scalar(3, 3, "c", True),
            Mapping(
                3,
                6,
                {
                    "d": (Scalar(3, 7, "d", True), Scalar(3, 10, "1", True)),
                    "e": (Scalar(3, 13, "e", True), Scalar(3, 16, "y", False)),
                },
            ),
        ),
        "f": (Scalar(4, 3, "f", True), Scalar(4, 6, "z", False)),
    }
    numbers = Sequence(6, 4, [Scalar(6, 5, "1", True), Scalar(6, 8, "2", False)])
    assert read_canonical(text.encode()) == Mapping(
        1,
        1,
        {
            "a": (Scalar(1, 1, "a", True), Sequence(2, 1, [Mapping(2, 3, inner)])),
            "g": (Scalar(6, 1, "g", True), numbers),
        },
    )


#: Each of these opens text that YAML takes for something else, alone or before a letter, in a block and in brackets.
INDICATORS = " -?:,[]{}#&*!|>'\"%@`=~\t"


@pytest.mark.parametrize(
    "form", ["a: {}\n", "a: [{}]\n", "a: [x, {}]\n", "a: {{b: {}}}\n", "a: {{{}: b}}\n", "{}: b\n"]
)
@pytest.mark.parametrize("mark", INDICATORS)
def test_marks_of_yaml_are_never_taken_for_text_that_they_are_not(mark: str, form: str) -> None:
    for text in (
        mark,
        mark + "x",
        "x" + mark,
        f"x{mark}y",
        f"x {mark}y",
        f"x{mark} y",
        f"x {mark} y",
        mark * 2,
        f"{mark}x{mark}",
    ):
        data = form.format(text).encode()
        fast = read_canonical(data)
        if fast is not None:
            assert fast == read_yaml(data, "a.yaml"), data


def test_short_texts_of_marks_are_read_alike_or_left() -> None:
    read = 0
    for length in (1, 2, 3, 4, 5):
        for letters in itertools.product("a:\n -|", repeat=length):
            data = ("a: |\n" + "".join(letters) + "\n").encode()
            fast = read_canonical(data)
            if fast is not None:
                read += 1
                assert fast == read_yaml(data, "a.yaml"), data
    assert read > 20


def test_the_limits_are_those_up_to_which_it_reads() -> None:
    assert (MAX_BYTES, MAX_DEPTH, MAX_KEYS) == (8 << 20, 12, 64)
    assert read_canonical(b"a: " + b"x" * (MAX_BYTES - 4) + b"\n") is not None
    assert read_canonical(b"a: " + b"x" * (MAX_BYTES - 3) + b"\n") is None
    keys = "".join(f"k{number}: 1\n" for number in range(65))
    assert read_canonical(keys.encode()[: keys.index("k64")]) is not None
    assert read_canonical(keys.encode()) is None


@pytest.mark.parametrize("kind", ["mappings", "lists"])
def test_it_reads_as_deep_as_its_limit(kind: str) -> None:
    def nested(depth: int) -> bytes:
        lines = ["  " * level + "a:\n" for level in range(depth)] + ["  " * depth + "a: 1\n"]
        return "".join(lines).encode()

    def listed(depth: int) -> bytes:
        lines = ["a:\n"] + ["  " * level + "- a:\n" for level in range(depth - 1)]
        return "".join([*lines, "  " * (depth - 1) + "- a: 1\n"]).encode()

    made = listed if kind == "lists" else nested
    assert read_canonical(made(12)) == read_yaml(made(12), "a.yaml")
    assert read_canonical(made(13)) is None


def test_hostile_input_is_left_quickly() -> None:
    for bomb in (
        b"a: " + b"[" * 100_000 + b"\n",
        b"".join(b"  " * n + b"a:\n" for n in range(2000)),
        b"a: &a [*a, *a]\n",
    ):
        assert read_canonical(bomb) is None
        with pytest.raises(DataError):
            read_yaml(bomb, "a.yaml")
