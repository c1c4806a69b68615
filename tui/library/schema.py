"""The schema of a library: one SQLite file that other programs can read, too.

Tables for reports, and for links between them, hold what can be made again from the files; tables of a person's own (``verdict``,
``saved_query``, ``saved_hit``; notes are not in the library, see :mod:`tui.notes.store`) name reports by their key, not their row, and are never made again. The views have plain
names and readable columns, for Datasette, DuckDB or pandas.
"""

from __future__ import annotations

#: ``PRAGMA application_id``: "HJTL", so that a foreign database is told from a library.
APPLICATION_ID = 0x484A544C
#: ``PRAGMA user_version``. A library of an older version is rebuilt, one of a newer version refused.
VERSION = 5

#: What a conversion gave. Offsets count characters of ``report.text``. Ids of reports and of paragraphs grow in the order in which
#: they are added; those of the paragraphs of a report follow one another.
TABLES = """
CREATE TABLE report(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,           -- SHA-256 of the text's letters and digits: one report in two formats has one key
    place TEXT NOT NULL,                -- as the report names it
    code TEXT NOT NULL,                 -- of GB/T 2260; empty if unknown
    today TEXT NOT NULL,                -- code under which the place goes on today
    level TEXT NOT NULL,                -- national, province, city, county, or empty
    parent TEXT NOT NULL,               -- code of the division above
    plan_year INTEGER,
    review_year INTEGER,
    date TEXT NOT NULL,                 -- ISO 8601; empty if not stated
    speaker TEXT NOT NULL,
    title TEXT NOT NULL,
    characters INTEGER NOT NULL,
    text TEXT NOT NULL,
    record BLOB NOT NULL,               -- JSON, compressed by zlib: front matter, outline, metrics, comparisons, doubts
    doubts TEXT NOT NULL,               -- of identity, a line each
    rules TEXT NOT NULL                 -- which version of the rules converted it
);
CREATE INDEX report_by_place ON report(today, plan_year, code, place, parent); -- what filters and addresses ask for, without texts
CREATE INDEX report_by_year ON report(plan_year, level);
CREATE TABLE file(
    path BLOB PRIMARY KEY,              -- absolute; bytes, as the system has them
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    report INTEGER REFERENCES report(id),
    error TEXT NOT NULL                 -- why it could not be added; empty if it could
) WITHOUT ROWID;
CREATE INDEX file_by_report ON file(report);
CREATE INDEX file_by_digest ON file(sha256);
CREATE TABLE paragraph(
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,             -- half-open span of report.text, without the line break
    "end" INTEGER NOT NULL,
    node TEXT NOT NULL,                 -- id of the innermost node in the outline
    tense TEXT NOT NULL,                -- review, plan, or empty
    lead INTEGER NOT NULL,              -- folded characters of the text before it
    length INTEGER NOT NULL,            -- its own folded characters
    folded TEXT NOT NULL,               -- as it is searched: those before it, its own, and some behind it
    dropped TEXT NOT NULL               -- what folding dropped, see tui/library/grams.py
);
CREATE INDEX paragraph_by_report ON paragraph(report);
CREATE TABLE node(
    report INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
    id TEXT NOT NULL,                   -- 1, 1.2, 1.2.3, opening, closing and so on
    level TEXT NOT NULL,                -- part, chapter, section, topic, item
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,                -- number and heading
    path TEXT NOT NULL,                 -- labels from the outermost node on
    PRIMARY KEY(report, id)
) WITHOUT ROWID;
CREATE TABLE metric(
    report INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
    id TEXT NOT NULL,                   -- m001 and on
    node TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    name TEXT NOT NULL,
    canonical TEXT NOT NULL,            -- id of content/indicators.yaml
    printed TEXT NOT NULL,              -- number and unit as printed: the only column that is exact, with all parts of a ratio
    value REAL,                         -- in the unit as printed; the lower end of a range, the first part of a ratio
    value_to REAL,                      -- the upper end of a range, the last part of a ratio
    unit TEXT NOT NULL,
    base_value REAL,                    -- value in base_unit
    base_value_to REAL,                 -- value_to in base_unit
    base_unit TEXT NOT NULL,            -- without powers of ten
    qualifier TEXT NOT NULL,
    measure TEXT NOT NULL,
    direction TEXT NOT NULL,
    status TEXT NOT NULL,
    from_year INTEGER,
    to_year INTEGER,
    attributes TEXT NOT NULL,
    part_of TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    PRIMARY KEY(report, id)
) WITHOUT ROWID;
CREATE INDEX metric_by_indicator ON metric(canonical, to_year) WHERE canonical <> '';
CREATE TABLE linked(
    plan INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
    results INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE, -- the report of the same place, a year later
    rules TEXT NOT NULL,                -- which version of the rules linked the two
    error TEXT NOT NULL,                -- why they could not be linked; empty if they are
    PRIMARY KEY(plan, results)
) WITHOUT ROWID;
CREATE INDEX linked_by_results ON linked(results);
CREATE TABLE link(
    plan INTEGER NOT NULL,
    results INTEGER NOT NULL,
    target TEXT NOT NULL,               -- id of the metric that promises, in the plan
    actual TEXT NOT NULL,               -- id of the metric that tells, in the results; empty if none does
    sentence_start INTEGER,             -- span of the sentence that tells, in the text of the results; NULL if none does
    sentence_end INTEGER,
    certainty TEXT NOT NULL,            -- sure, likely, none
    verdict TEXT NOT NULL,              -- of the program: exceeded, met, missed and so on
    gap TEXT NOT NULL,                  -- of the actual from the target, exact; empty if that cannot be said
    gap_unit TEXT NOT NULL,
    note TEXT NOT NULL,
    candidates TEXT NOT NULL,           -- sentences that may tell, as JSON: [[start, end, score], …]
    PRIMARY KEY(plan, results, target),
    FOREIGN KEY(plan, results) REFERENCES linked(plan, results) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE initials(
    report INTEGER PRIMARY KEY REFERENCES report(id) ON DELETE CASCADE,
    first INTEGER NOT NULL,             -- id of its first paragraph; the others follow
    paragraphs INTEGER NOT NULL,
    lengths BLOB NOT NULL,              -- of their folded characters, see tui/library/initials.py
    classes BLOB NOT NULL               -- of their folded characters, a byte each: how they are read
);
CREATE INDEX initials_by_first ON initials(first, report, paragraphs);
CREATE TABLE vocabulary(
    first TEXT PRIMARY KEY,             -- a folded letter
    followers TEXT NOT NULL             -- the letters that follow it in some paragraph, or did in one that is gone
) WITHOUT ROWID;
CREATE TABLE learnt(
    paragraph INTEGER NOT NULL          -- id up to which the vocabulary has the letters of all paragraphs
);
INSERT INTO learnt VALUES(0);
CREATE VIRTUAL TABLE gram USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE gram_word USING fts5vocab(gram, row);
CREATE VIRTUAL TABLE frequent USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE frequent_word USING fts5vocab(frequent, instance);
"""
#: A person's own.
OWN_TABLES = """
CREATE TABLE IF NOT EXISTS saved_query(
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    at TEXT NOT NULL                    -- when it was last run, ISO 8601; empty if never
);
CREATE TABLE IF NOT EXISTS saved_hit(
    name TEXT NOT NULL REFERENCES saved_query(name) ON DELETE CASCADE,
    key TEXT NOT NULL,                  -- of the report
    hits INTEGER NOT NULL,              -- when the query was last run
    PRIMARY KEY(name, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS verdict(
    key TEXT NOT NULL,                  -- of the report with the target
    start INTEGER NOT NULL,             -- of the target
    "end" INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    exact TEXT NOT NULL DEFAULT '',     -- the target as printed, and what stands around it: found again in a corrected text
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',     -- of the report: code of today, or name
    year INTEGER,                       -- the report plans
    PRIMARY KEY(key, start)
);
"""
#: Columns that tables of a person's own did not have in older versions, by table.
NEW_COLUMNS = {
    "verdict": (
        "exact TEXT NOT NULL DEFAULT ''",
        "prefix TEXT NOT NULL DEFAULT ''",
        "suffix TEXT NOT NULL DEFAULT ''",
        "place TEXT NOT NULL DEFAULT ''",
        "year INTEGER",
    )
}
#: Promises beside what became of them.
PROMISES_VIEW = """
    SELECT p.place, p.level, p.plan_year AS year, t.name AS target, t.canonical, t.printed AS target_printed,
        a.name AS actual, a.printed AS actual_printed, l.verdict, v.verdict AS own_verdict, v.note AS own_note, l.certainty,
        CASE l.gap WHEN '' THEN NULL ELSE CAST(l.gap AS REAL) END AS gap, l.gap_unit, l.note,
        substr(p.text, t.sentence_start + 1, t.sentence_end - t.sentence_start) AS target_sentence,
        substr(r.text, l.sentence_start + 1, l.sentence_end - l.sentence_start) AS actual_sentence,
        t.id AS target_id, a.id AS actual_id, l.plan AS report, l.results AS next_report
    FROM link l JOIN report p ON p.id = l.plan JOIN report r ON r.id = l.results
        JOIN metric t ON t.report = l.plan AND t.id = l.target
        LEFT JOIN metric a ON a.report = l.results AND a.id = l.actual
        LEFT JOIN verdict v ON v.key = p.key AND v.start = t.start
"""
VIEWS = f"""
CREATE VIEW reports AS
    SELECT id, place, code, level, parent, plan_year AS year, review_year, date, speaker, title, characters
    FROM report;
CREATE VIEW metrics AS
    SELECT r.place, r.level, r.plan_year AS report_year, m.id, m.name, m.canonical, m.printed, m.value, m.value_to, m.unit,
        m.base_value, m.base_value_to, m.base_unit, m.qualifier, m.measure, m.direction, m.status, m.from_year, m.to_year, m.attributes, m.part_of,
        substr(r.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence, r.id AS report
    FROM metric m JOIN report r ON r.id = m.report;
CREATE VIEW hits_by_year AS
    SELECT h.name AS query, r.plan_year AS year, count(*) AS reports, sum(h.hits) AS hits
    FROM saved_hit h JOIN report r ON r.key = h.key GROUP BY h.name, r.plan_year;
CREATE VIEW promises AS {PROMISES_VIEW};
"""
