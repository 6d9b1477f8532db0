"""A guide on another subject, small enough to read: two teas, one claim, two pages. Tests break it in one place."""

from pathlib import Path
from textwrap import dedent

FRONT = """\
---
title: {title}
summary: What is in a cup of it, and what is not.
published: 2026-01-02
updated: 2026-01-03
last_review: 2026-01-03
next_review: 2027-01-03
written_by: the tea team
---
"""

FILES = {
    "index.md": FRONT.format(title="All of tea")
    + "\n## Warm {#warm}\n\nTea is warm. Really. [[claim: tea-is-warm]]\n\n[[contents]]\n",
    "teas.md": FRONT.format(title="The kinds of tea")
    + "\n## Kinds {#kinds}\n\nSee [warm](index.md#warm).\n\n[[care: too-hot]]\n\n[[habit: sip]]\n\n[[quiz: teas]]\n\n"
    "[[picture: cup]]\n\n[[glossary]]\n",
    "evidence.md": FRONT.format(title="How sure we are") + "\n## All\n\n[[table: claims]]\n",
    "sources.md": FRONT.format(title="Where it is from") + "\n[[bibliography]]\n",
    "data/claims.yml": """\
        - id: tea-is-warm
          kind: claim
          page: index
          section: Tea
          where: line 1
          claim: Tea warms everybody.
          verdict: supported with caveats
          kinds: [people]
          evidence_type: [cohort]
          strength: limited
          nuance: Iced tea does not.
          say_instead: Tea may warm you.
          references: [kettle-2001]
        """,
    "data/references.yml": """\
        - id: kettle-2001
          type: article-journal
          title: Warm & <warmer>
          authors: [Kettle K]
          container: Journal of Cups
          year: 2001
          url: https://cups.example/kettle
          study_design: cohort
          found: Cups were warm.
          record: confirmed
        """,
    "data/tables.yml": """\
        claims:
          title: Claims
          caption: Every claim.
          one: claim
          many: claims
          rowPrefix: claim
          files:
            - path: claims.yml
              schema:
                fields:
                  - {name: id, title: Id}
                  - {name: kind, title: Whose}
                  - {name: page, title: Page}
                  - {name: section, title: Section}
                  - {name: where, title: Where}
                  - {name: claim, title: What is said}
                  - {name: verdict, title: Verdict}
                  - {name: kinds, title: Kinds, type: list}
                  - {name: evidence_type, title: Studies, type: list}
                  - {name: strength, title: Strength}
                  - {name: nuance, title: Nuance}
                  - {name: say_instead, title: What we say}
                  - {name: references, title: Sources, type: list}
          columns:
            - {name: claim, parts: [{field: claim}]}
            - {name: used, title: Used on, parts: [{field: id, show: backlinks}]}
        """,
    "data/care.yml": """\
        - id: too-hot
          urgency: soon
          heading: Get help soon
          lead: For a burn that
          signs:
            - {says: is <b>large</b>, sources: [kettle-2001]}
            - {says: is white & dry, sources: [kettle-2001]}
          why: It may be deep.
          action: Cool it.
          claims: [tea-is-warm]
        """,
    "data/habits.yml": """\
        - id: sip
          group: life
          heading: Sip
          why: It may warm you.
          why_claims: [tea-is-warm]
          start: [Boil water., Wait.]
          how_often: Once a day.
          how_often_claims: [tea-is-warm]
          caution: None known
        """,
    "data/questions.yml": """\
        - id: is-it-warm
          page: teas
          question: Is tea warm?
          answers: [{says: 'Yes', right: true}, {says: 'No', right: false}]
          reason: It was boiled.
          claims: [tea-is-warm]
        """,
    "data/pictures.yml": """\
        - id: cup
          file: assets/pictures/cup.svg
          title: A cup
          caption: A cup of tea.
          twin: [The cup is round.]
          labels: [cup]
        """,
    "data/glossary.yml": """\
        - term: Tannins (bitter parts)
          also: [tannic acid]
          means: What makes tea bitter.
        """,
    "assets/pictures/cup.svg": '<svg viewBox="0 0 1 1"><title>A cup</title><path d="M0 0"/></svg>',
}


def write_guide(folder: Path, **changes: str | None) -> list[str]:
    """Write the guide into a folder and return the paths of its pages.

    A change replaces a file (``care="..."`` is data/care.yml, ``teas="..."`` is teas.md); None leaves it out.
    """
    for path, content in FILES.items():
        text = changes.get(Path(path).stem, content)
        if text is not None:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(dedent(text), encoding="utf-8")
    return sorted(path for path in FILES if path.endswith(".md") and (folder / path).exists())
