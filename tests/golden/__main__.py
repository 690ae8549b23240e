"""Write the expected results anew: `make golden`. Look at the diff before it is committed."""

from tests.golden import DOCUMENTS, FOLDER, expected, render

(FOLDER / "expected").mkdir(exist_ok=True)
for stale in set((FOLDER / "expected").iterdir()) - {expected(path) for path in DOCUMENTS}:
    stale.unlink()
for path in DOCUMENTS:
    expected(path).write_text(render(path), encoding="utf-8")
