"""The strict YAML reader: what it reads, what it refuses and where, and its exact limits."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest
import yaml

from tui.outline_file import yaml_reader
from tui.outline_file.yaml_reader import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_KEYS,
    MAX_NODES,
    Mapping,
    Scalar,
    Sequence,
    YamlNode,
    read_yaml,
)
from tui.report.errors import DataError


def read(text: str | bytes, max_keys: int = MAX_KEYS) -> YamlNode:
    return read_yaml(text.encode() if isinstance(text, str) else text, "a.yaml", max_keys)


def refusal(text: str | bytes, max_keys: int = MAX_KEYS) -> str:
    with pytest.raises(DataError) as caught:
        read(text, max_keys)
    return str(caught.value)


def test_the_pure_python_loader_is_used_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is built without libyaml."""
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    spec = importlib.util.find_spec("tui.outline_file.yaml_reader")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert repr(module.read_yaml(b"a: 1", "a.yaml")) == repr(read("a: 1"))


def key(line: int, column: int, name: str, value: YamlNode, plain: bool = True) -> Mapping:
    """Return a mapping with one key."""
    return Mapping(line, column, {name: (Scalar(line, column, name, plain), value)})


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("a: 1\n", key(1, 1, "a", Scalar(1, 4, "1", True))),
        ("\ufeffa: 1\n", key(1, 1, "a", Scalar(1, 4, "1", True))),
        ("--- \na: 1\n...\n", key(2, 1, "a", Scalar(2, 4, "1", True))),
        ("'<<': 1\n", key(1, 1, "<<", Scalar(1, 7, "1", True), plain=False)),
        ("a: 'x'\n", key(1, 1, "a", Scalar(1, 4, "x", False))),
        ('a: "x"\n', key(1, 1, "a", Scalar(1, 4, "x", False))),
        ("a: |\n  x\n  y\n", key(1, 1, "a", Scalar(1, 4, "x\ny\n", False))),
        ("a: >\n  x\n", key(1, 1, "a", Scalar(1, 4, "x\n", False))),
        ("a:\n", key(1, 1, "a", Scalar(1, 3, "", True))),
        ("a:\n  b: 中\n", key(1, 1, "a", key(2, 3, "b", Scalar(2, 6, "中", True)))),
        (
            "- a\n- [b, c]\n- {d: e}\n",
            Sequence(
                1,
                1,
                [
                    Scalar(1, 3, "a", True),
                    Sequence(2, 3, [Scalar(2, 4, "b", True), Scalar(2, 7, "c", True)]),
                    Mapping(3, 3, {"d": (Scalar(3, 4, "d", True), Scalar(3, 7, "e", True))}),
                ],
            ),
        ),
    ],
)
def test_nodes_have_line_and_column(text: str, node: YamlNode) -> None:
    assert read(text) == node


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"a: 1\nbc: \xff\n", "2:5: 不是 UTF-8 文本"),
        (b"a: 1\nbc: 1\nd\xff\n", "3:2: 不是 UTF-8 文本"),
        (b"\xff", "1:1: 不是 UTF-8 文本"),
        (b"\n\xff", "2:1: 不是 UTF-8 文本"),
        (b"", "1:1: 文件是空的"),
        ("# x\n", "1:1: 文件是空的"),
        ("%YAML 1.1\n---\na: 1\n", "1:1: 不允许 YAML 指令 (%)"),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", "1:1: 不允许 YAML 指令 (%)"),
        ("a: 1\n---\nb: 2\n", "2:1: 只允许一个文档"),
        ("a:\n  b: &x 1\n", "2:6: 不允许锚点 &x"),
        ("a: &x [1]\n", "1:4: 不允许锚点 &x"),
        ("a: &x {b: 1}\n", "1:4: 不允许锚点 &x"),
        ("&x a: 1\n", "1:1: 不允许锚点 &x"),
        ("a: [x, *y]\n", "1:8: 不允许别名 *y"),
        ("*x\n", "1:1: 不允许别名 *x"),
        ("a: !t 1\n", "1:4: 不允许标签 !t"),
        ("a: !t [1]\n", "1:4: 不允许标签 !t"),
        ("a: !!str 1\n", "1:4: 不允许标签 tag:yaml.org,2002:str"),
        ("? [a]\n: 1\n", "1:3: 键必须是文本"),
        ("a:\n  <<: 1\n", "2:3: 不允许合并键 <<"),
        ("a: 1\n\nb: 2\na: 3\n", "4:1: 键“a”重复，前一个在第 1 行"),
        (f"{'k' * 41}: 1\n{'k' * 41}: 1\n", f"2:1: 键“{'k' * 40}”重复，前一个在第 1 行"),
        ("a: b: c\n", "1:5: YAML 语法错误：此处不能有“键: 值”"),
        ("a: 1\nb\n", "3:1: YAML 语法错误：缺少冒号"),
        ("a:\n - 1\n b: 2\n", "3:2: YAML 语法错误：缩进或括号不对应"),
        ("a: 'x\n", "2:1: YAML 语法错误：引号或括号没有结束"),
        ("a: [1}\n", "1:6: YAML 语法错误：缩进或括号不对应"),
        ("a: 1\n- b\n", "2:1: YAML 语法错误：此处应为键，检查缩进"),
        ('a: "\\q"\n', "1:5: YAML 语法错误：不认识的转义字符"),
        ("a: @b\n", "1:4: YAML 语法错误：此字符不能开头"),
        ("a: }\n", "1:4: YAML 语法错误：此处缺少内容"),
        ("a: !x!y z\n", "1:4: YAML 语法错误：不允许标签"),
        ("%YAML 1.1\n%YAML 1.1\n---\na: 1\n", "2:1: YAML 语法错误：指令重复"),
        ("%YAML 2.0\n---\na: 1\n", "1:1: YAML 语法错误：不支持此 YAML 版本"),
        ("a: 1\n... x\n", "2:5: YAML 语法错误：只允许一个文档"),
        ("a:\n\tb: 1\n", "2:1: YAML 语法错误：不能用制表符 (Tab) 缩进"),
        ("b: - x\n", "1:4: YAML 语法错误：此处不能有“- ”列表项"),
        ("a: |0\n", "1:5: YAML 语法错误：found an indentation indicator equal to 0"),
        ("a: \x01\n", "1:4: 有 YAML 不允许的控制字符"),
        ("a: 中\nb: 文\x07x\n", "2:5: 有 YAML 不允许的控制字符"),
    ],
)
def test_refusals_have_line_and_column(text: str | bytes, said: str) -> None:
    assert refusal(text) == f"a.yaml:{said}"


def test_a_file_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert MAX_BYTES == 8 << 20
    assert isinstance(read(b"a: " + b"x" * (MAX_BYTES - 3)), Mapping)
    assert refusal(b"a: " + b"x" * (MAX_BYTES - 2)) == "a.yaml: 文件有 8388609 字节，大纲最多 8388608 字节"


@pytest.mark.parametrize("inner", ["[", "{a: "])
def test_nodes_may_be_nested_as_deep_as_the_limit_and_no_deeper(inner: str) -> None:
    assert MAX_DEPTH == 32
    closed = {"[": "]", "{a: ": "}"}[inner]
    read(inner * 32 + "x" + closed * 32)
    column = len(inner) * 32 + 1
    assert refusal(inner * 33 + "x" + closed * 33) == f"a.yaml:1:{column}: 嵌套超过 32 层"


def test_a_document_may_have_as_many_nodes_as_the_limit_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_NODES == 600_000
    monkeypatch.setattr(yaml_reader, "MAX_NODES", 100)
    read(b"- a\n" * 99)
    assert refusal(b"- a\n" * 100) == "a.yaml:100:3: 超过 100 个节点"


def test_a_mapping_may_have_as_many_keys_as_the_limit_and_no_more() -> None:
    assert MAX_KEYS == 64
    read("".join(f"k{number}: 1\n" for number in range(64)))
    keys = "".join(f"k{number}: 1\n" for number in range(65))
    assert refusal(keys) == "a.yaml:65:1: 一个映射里的键超过 64 个"
    read(keys, max_keys=65)
    assert refusal("a: 1\nb: 2\n", max_keys=1) == "a.yaml:2:1: 一个映射里的键超过 1 个"


@pytest.mark.parametrize(
    "error", [ValueError, OverflowError, RecursionError, yaml.YAMLError, yaml.MarkedYAMLError]
)
def test_any_exception_of_the_parser_is_an_error_of_the_file(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Parser:
        def __init__(self, text: str) -> None:
            pass

        def get_event(self) -> Any:
            raise error

    monkeypatch.setattr(yaml_reader, "_Loader", Parser)
    said = refusal("a: 1\n")
    expected = "None" if error is yaml.MarkedYAMLError else error.__name__
    assert said == f"a.yaml: YAML 语法错误：{expected}"


def test_the_mark_of_the_context_replaces_a_missing_one_of_the_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mark = yaml.Mark("", 3, 0, 3, None, 0)

    class Parser:
        def __init__(self, text: str) -> None:
            pass

        def get_event(self) -> Any:
            raise yaml.MarkedYAMLError("while reading", mark)

    monkeypatch.setattr(yaml_reader, "_Loader", Parser)
    assert refusal("a: 1\n") == "a.yaml:1:4: YAML 语法错误：while reading"


def test_a_character_the_parser_does_not_name_is_reported_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    class Parser:
        def __init__(self, text: str) -> None:
            pass

        def get_event(self) -> Any:
            raise yaml.reader.ReaderError("", 0, -1, "unicode", "input error")

    monkeypatch.setattr(yaml_reader, "_Loader", Parser)
    assert refusal("a: 1\n") == "a.yaml:2:1: 有 YAML 不允许的控制字符"
