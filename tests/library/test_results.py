"""The results of a search in a library as texts."""

from __future__ import annotations

from tui.library.library import Library


def test_texts_come_with_their_hits_and_where_each_is(library: Library) -> None:
    numbers = [report.id for report in library.reports()]
    for query in ("企业", "低空经济", "无此词语"):
        results = library.search(query)
        wanted = {found.report.id: found for found in results}
        found = list(results.texts(numbers))
        assert [one.report.id for one in found] == [one for one in numbers if one in wanted]
        for one in found:
            assert one.text == library.report(one.report.id).text
            hits = wanted[one.report.id].hits
            assert [(hit.start, hit.end) for hit in one.hits] == [(hit.start, hit.end) for hit in hits]
            assert list(one.paths) == [hit.path for hit in hits]
