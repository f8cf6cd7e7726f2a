"""python -m tests.bench [RUNS]: start, cold build and bank reading, each against its peer in the same run."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from tests.bench.big_bank import write_bank
from tests.bench.clock import compare, show
from tests.bench.fonts import chinese_truetype
from tests.bench.ready_data import flat

ROOT = Path(__file__).parents[2]
LAYOUT = ROOT / "layouts" / "cs-supervisor.yaml"


def _ready(path: Path) -> None:
    from generator.batch.order import Wish, order_from_layout
    from generator.diagnostics import Report
    from generator.layout import KeyComposer, PaperComposer
    from generator.selection import draw

    report = Report()
    order = order_from_layout(str(LAYOUT), Wish(), report)
    report.check()
    assert order is not None
    form = draw(order.blueprint, order.banks, seed=order.seed, variants=("",), report=report)[0]
    paper = PaperComposer(order.style, report).compose(form.paper)
    key = KeyComposer(order.style, report).compose(form.key)
    path.write_text(json.dumps({"paper": flat(paper), "key": flat(key)}, ensure_ascii=False), "utf-8")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    python = sys.executable
    os.environ["EXAMPAPER_CACHE"] = "off"  # what is read is read, but where the cache is what is measured
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        ours = [python, "-m", "generator", "--help"]
        show(
            "start: --help against a bare interpreter",
            *compare(ours, [python, "-c", "pass"], str(ROOT), runs),
            5.0,
        )

        _ready(here / "data.json")
        ours = [python, "-m", "generator", "build", str(LAYOUT), "--out", str(here / "ours")]
        peer = str(ROOT / "tests" / "bench" / "plain_peer.py")
        theirs = [python, peer, str(here / "data.json"), chinese_truetype(), str(here / "theirs")]
        title = "cold build: paper and key, DOCX and PDF, against python-docx + reportlab"
        show(f"{title}, without the cache", *compare(ours, theirs, str(ROOT), runs), 0.8)
        os.environ["EXAMPAPER_CACHE"] = str(here / "built")  # filled by the first pair, which is thrown away
        show(f"{title}, the cache filled", *compare(ours, theirs, str(ROOT), runs), 0.5)
        os.environ["EXAMPAPER_CACHE"] = "off"

        bank = here / "big.yaml"
        write_bank(bank, 10_000)
        load = (
            "from pathlib import Path; from generator.bank import load; from generator.diagnostics import Report; "
            "r = Report(); b = load([(Path('big.yaml'), 'big.yaml')], r); r.check(); assert len(b[0].questions) == 10000"
        )
        peer_load = "import yaml; yaml.load(open('big.yaml', encoding='utf-8'), yaml.CSafeLoader)"
        environment = f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
        read = [python, "-c", environment + load], [python, "-c", peer_load], folder, max(2, runs // 3)
        show("a bank of 10,000 questions, read and checked, against CSafeLoader alone", *compare(*read), 1.0)
        os.environ["EXAMPAPER_CACHE"] = str(here / "cache")  # filled by the first pair, which is thrown away
        show("the same bank, unchanged since the last run, against CSafeLoader alone", *compare(*read), 0.1)


if __name__ == "__main__":
    main()
