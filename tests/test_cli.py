from __future__ import annotations

import json
import os
import pty
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from according.cli.printable import json_line, one_line, printable
from tests.test_record import NEWS

HOSTILE = "\x1b[31mred\x1b]0;title\x07 \x9b2J\u202egnp.exe [bold]no markup[/bold] :smile: {x} \x00\r \x7f \U000e0041"

READ = ("read", "news", "--articles-only")
"""Who and what is named is looked for in TestWho."""

Run = Callable[..., tuple[int, str, str]]
"""The fixture `run` of conftest.py."""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for name, text in NEWS.items():
        (tmp_path / "news" / name).write_text(text, "utf-8")


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "according", *arguments], **options)


def in_terminal(*arguments: str, **environment: str) -> bytes:
    """Run in a shell on a terminal and return all that the terminal receives."""
    main_end, terminal = pty.openpty()
    command = ["sh", "-c", " ".join([shlex.quote(sys.executable), "-m", "according", *arguments])]
    environment = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(command, stdout=terminal, stderr=terminal, env=environment) as process:
        os.close(terminal)
        received = b""
        try:
            while piece := os.read(main_end, 65536):
                received += piece
        except OSError:
            pass  # how Linux says that the other end is closed
        process.wait()
    os.close(main_end)
    return received


class TestRead:
    def test_says_what_was_saved_and_where(self, run: Run) -> None:
        code, out, err = run(*READ)
        assert (code, err) == (0, "")
        assert "3 inputs: 3 new documents with 3 articles, 0 known already. Saved in record.according." in out
        assert Path("record.according").exists()

    def test_again_finds_all_of_it_known(self, run: Run) -> None:
        run(*READ)
        assert "(3 unchanged): 0 new documents with 0 articles, 3 known already." in run(*READ)[1]

    def test_lost_input_is_named_and_gives_exit_code_3(self, run: Run) -> None:
        Path("news/broken.pdf").write_bytes(b"%PDF-1.4 cut short")
        code, out, err = run(*READ)
        assert (code, err) == (3, "")
        assert "lost   news/broken.pdf" in out
        assert "1 notice, 1 lost" in out
        assert "news/broken.pdf" in run("notices")[1]
        assert objects(run("notices", "--json")[1])[0]["lost"] is True

    def test_json_reports_each_batch_and_the_end(self, run: Run) -> None:
        events = objects(run(*READ, "--json")[1])
        saved = [id for event in events if event["event"] == "saved" for id in event["documents"]]
        assert len(saved) == 3
        assert events[-1] == {"event": "finished", "total": events[-2]["total"], "entities": []}
        assert events[-1]["total"]["new"] == 3

    def test_maps_columns(self, run: Run) -> None:
        Path("t.csv").write_text("a,b\nThe delegations met on Monday.,Talks\n")
        assert run("read", "t.csv", "--articles-only", "--map", "text=a,title=b")[0] == 0
        assert objects(run("articles", "--json")[1])[0]["title"] == "Talks"

    def test_mappings_add_up(self, run: Run) -> None:
        Path("t.csv").write_text("a,b\nThe delegations met on Monday.,Talks\n")
        assert run("read", "t.csv", "--articles-only", "--map", "text=a", "--map", "title=b")[0] == 0
        assert objects(run("articles", "--json")[1])[0]["title"] == "Talks"

    @pytest.mark.parametrize("mapping", ["text", "text=", "=body", "text=a,", "nonsense=a"])
    def test_mapping_that_makes_no_sense_is_wrong_usage(self, run: Run, mapping: str) -> None:
        code, out, err = run(*READ, "--map", mapping)
        assert (code, out) == (2, "")
        assert mapping.partition("=")[0] in err or "FIELD=COLUMN" in err
        assert not Path("record.according").exists()

    def test_record_is_named_by_option_or_environment(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run(*READ, "--record", "one.according")
        monkeypatch.setenv("ACCORDING_RECORD", "two.according")
        run(*READ)
        assert Path("one.according").exists()
        assert Path("two.according").exists()
        assert not Path("record.according").exists()

    def test_record_that_cannot_be_written(self, run: Run) -> None:
        code, out, err = run(*READ, "--record", "nowhere/record.according")
        assert (code, out) == (1, "")
        assert err.startswith("according: nowhere/record.according: it cannot be opened.")
        assert err.count("\n") == 1

    def test_interrupted_says_what_is_saved_and_goes_on_from_there(self, run: Run) -> None:
        rows = [{"text": f"The delegations met on day {number}.", "title": "Day"} for number in range(3000)]
        Path("t.jsonl").write_text("\n".join(map(json.dumps, rows)))
        with start(
            "read", "t.jsonl", "--articles-only", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout
            first = json.loads(process.stdout.readline())
            process.send_signal(signal.SIGINT)
            out, err = process.communicate()
        assert process.returncode == 130
        assert err.strip() == b""
        stopped = objects(out.decode())[-1]
        assert (stopped["event"], stopped["entities"]) == ("stopped", None)
        assert first["total"]["new"] <= stopped["total"]["new"] < 3000
        assert objects(run("status", "--json")[1])[0]["documents"] == stopped["total"]["new"]
        finished = objects(run("read", "t.jsonl", "--articles-only", "--json")[1])[-1]["total"]
        assert (finished["known"], finished["new"] + finished["known"]) == (stopped["total"]["new"], 3000)

    def test_two_at_once_share_a_record(self, run: Run) -> None:
        rows = [{"text": f"The delegations met on day {number}.", "title": "Day"} for number in range(500)]
        Path("t.jsonl").write_text("\n".join(map(json.dumps, rows)))
        processes = [
            start("read", "t.jsonl", "news", "--articles-only", stderr=subprocess.PIPE) for _ in range(2)
        ]
        for process in processes:
            _, err = process.communicate()
            assert (process.returncode, err) == (0, b"")
        assert objects(run("status", "--json")[1])[0]["articles"] == 503


class TestLists:
    def test_articles(self, run: Run) -> None:
        run(*READ)
        code, out, _ = run("articles")
        assert code == 0
        assert "Talks open in Geneva" in out
        assert "3 articles." in out
        assert [row["number"] for row in objects(run("articles", "--json")[1])] == [1, 2, 3]

    def test_filters(self, run: Run) -> None:
        run(*READ)
        rows = objects(run("articles", "--json", "--language", "fr")[1])
        assert [row["uri"] for row in rows] == ["news/three.txt"]
        assert len(objects(run("articles", "--json", "--limit", "2")[1])) == 2
        assert len(objects(run("articles", "--json", "--document", "news/one.txt")[1])) == 1
        assert "No article passes these filters." in run("articles", "--outlet", "nobody")[1]

    def test_filter_that_is_no_date(self, run: Run) -> None:
        run(*READ)
        for option in ("--since", "--until"):
            for day in (
                "tomorrow",
                "2021-13",
                "2021-13-45",
                "2021-02-29",
                "0000",
                "20210115",
                "2021-W01-1",
                "2021-1",
            ):
                code, out, err = run("articles", option, day)
                assert (code, out) == (2, "")
                advice = "is no date. Give a day, a month or a year: 2021-01-15, 2021-01, 2021."
                assert err == f"according: {day!r} {advice}\n"
            for day in ("2021", "2021-12", "2020-02-29"):
                assert run("articles", option, day)[0] == 0

    def test_why(self, run: Run) -> None:
        run(*READ)
        out = run("articles", "--why", "--document", "news/one.txt")[1]
        assert "▶  title" in out
        rows = objects(run("articles", "--why", "--json", "--document", "news/one.txt")[1])
        assert {"label", "margin", "reasons", "first", "span", "text"} <= set(rows[0])
        assert rows[0]["text"] == "Talks open in Geneva"

    def test_show(self, run: Run) -> None:
        run(*READ)
        out = run("show", "1")[1]
        assert "The two delegations met on Monday" in out
        row = objects(run("show", "1", "--json")[1])[0]
        assert row["text"] in NEWS["one.txt"]
        assert run("show", row["id"][:12])[1] == out

    def test_show_marks_what_is_not_the_article(self, run: Run) -> None:
        Path("page.txt").write_text(
            "Talks open in Geneva\n\nThe two delegations met on Monday and agreed on an agenda for the week.\n\n"
            "Also read: Ceasefire holds\n\nThey will meet again on Thursday, the mediators said in a statement.\n"
        )
        run("read", "page.txt", "--articles-only")
        mark = objects(run("show", "1", "--json")[1])[0]["boilerplate"][0]
        out = run("show", "1")[1]
        marked = next(line for line in out.splitlines() if "Also read" in line)
        assert marked.startswith(mark["kind"])
        assert "┆" in marked
        assert next(line for line in out.splitlines() if "They will meet" in line).lstrip().startswith("│")

    def test_show_nothing_by_that_name(self, run: Run) -> None:
        run(*READ)
        code, out, err = run("show", "99")
        assert (code, out) == (1, "")
        assert err == "according: There is no article '99'. `according articles` lists them.\n"

    def test_search(self, run: Run) -> None:
        run(*READ)
        assert "**Erévan**" in run("search", "EREVAN")[1]
        hit = objects(run("search", "erevan", "--json")[1])[0]
        assert [hit["snippet"][a:b] for a, b in hit["highlights"]] == ["Erévan"]
        assert "No article has all of these words." in run("search", "nonsense")[1]
        code, out, err = run("search", "…")
        assert (code, out) == (1, "")
        assert "at least one word" in err

    def test_status(self, run: Run) -> None:
        run(*READ)
        assert "Articles   3" in run("status")[1]
        assert objects(run("status", "--json")[1])[0]["articles"] == 3

    def test_export(self, run: Run) -> None:
        run(*READ)
        assert (
            "Wrote 14 files to out: 3 documents, 3 articles." in run("export", "--format", "jsonl", "out")[1]
        )
        assert len(Path("out/articles.jsonl").read_text().splitlines()) == 3
        assert objects(run("export", "--format", "jsonl", "out", "--json")[1])[0]["rows"]["articles"] == 3

    @pytest.mark.parametrize("verb", ["articles", "search word", "status"])
    def test_empty_record_says_how_to_fill_it(self, run: Run, verb: str) -> None:
        Path("empty").mkdir()
        run("read", "empty", "--articles-only")
        assert "The record is empty: according read PATH…" in run(*verb.split())[1]

    @pytest.mark.parametrize(
        "verb", ["articles", "search word", "status", "show 1", "notices", "export --format jsonl x"]
    )
    def test_missing_record(self, run: Run, verb: str) -> None:
        code, out, err = run(*verb.split())
        assert (code, out) == (1, "")
        assert err == "according: There is no record at record.according. `according read PATH` makes one.\n"


class TestTerminal:
    def test_nothing_in_a_document_is_obeyed(self, run: Run, tmp_path: Path) -> None:
        title = f"Talks {HOSTILE} open"
        Path("t.jsonl").write_text(
            json.dumps({"title": title, "text": f"Delegations met {HOSTILE}.", "outlet": HOSTILE})
        )
        Path("news/\x1b[2J.pdf").write_bytes(b"%PDF-1.4 cut short")
        outputs = [
            run(*arguments)[1]
            for arguments in (
                ("read", "t.jsonl", "news", "--articles-only"),
                ("articles",),
                ("articles", "--why"),
                ("show", "1"),
                ("show", "4"),
                ("search", "delegations"),
                ("notices",),
                ("status",),
                ("articles", "--json"),
                ("search", "delegations", "--json"),
                ("notices", "--json"),
                ("articles", "--why", "--json"),
            )
        ]
        for output in outputs:
            assert not set(output) & set("\x1b\x07\x9b\u202e\x00\r\x7f\U000e0041")
        assert any("[bold]no markup[/bold] :smile:" in output for output in outputs)

    def test_colours_only_where_somebody_sees_them(self) -> None:
        with start(*READ) as process:
            process.wait()
        piped = in_terminal("articles", "|", "cat")
        assert b"\x1b[" not in piped
        assert b"\x1b[1;36m" in in_terminal("articles")
        assert b"36m" not in in_terminal("articles", NO_COLOR="1")

    def test_a_pipe_that_closes_early_is_no_error_message(self) -> None:
        rows = "".join(
            f'{{"text": "The delegations met on day {number}.", "title": "Day {number}"}}\n'
            for number in range(500)
        )
        Path("t.jsonl").write_text(rows)
        with start("read", "t.jsonl", "--articles-only") as process:
            process.wait()
        for arguments in (("articles",), ("articles", "--json"), ("status",)):
            with start(*arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                assert process.stdout
                assert process.stderr
                process.stdout.close()
                assert process.stderr.read() == b""

    @pytest.mark.parametrize(
        "arguments", ["articles", "articles --json", "status", "read news --articles-only --json", "--help"]
    )
    def test_output_that_cannot_be_written_is_told(self, run: Run, arguments: str) -> None:
        run(*READ)
        with (
            Path("/dev/full").open("wb") as full,
            start(*arguments.split(), stdout=full, stderr=subprocess.PIPE) as process,
        ):
            _, err = process.communicate()
        assert process.returncode == 1
        assert err == b"according: No space left on device. Check the disk and where the output goes.\n"

    @pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
    @pytest.mark.parametrize("verb", ["status", "read news --articles-only"])
    def test_closed_streams_are_no_error(self, run: Run, verb: str, closed: str) -> None:
        run(*READ)
        command = f"{shlex.quote(sys.executable)} -m according {verb} {closed}"
        result = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S607 - whichever shell there is
        assert (result.returncode, result.stderr) == (0, b"")

    def test_a_terminal_that_knows_few_characters(self) -> None:
        environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
        with start(*READ) as process:
            process.wait()
        with start("search", "erevan", stdout=subprocess.PIPE, env=environment) as process:
            out, _ = process.communicate()
        assert process.returncode == 0
        assert b"Er\\xe9van" in out


def test_wrong_usage(run: Run) -> None:
    for arguments in (
        ("read",),
        ("nonsense",),
        ("export", "x"),
        ("articles", "--limit", "0"),
        ("articles", "--limit", "99999999999999999999"),
        ("search", "word", "--limit", "2147483648"),
        ("status", "--record", ""),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert "Usage: according" in err


def test_help_tells_exit_codes_and_examples(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert "Exit codes: 0 fine; 1 error; 2 wrong usage; 3 " in out
    assert "according read news/" in out


def test_version(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version")[1] == f"according, version {version('according')}\n"


def test_printable_keeps_line_ends_and_shows_the_rest() -> None:
    assert printable("a\r\nb\tc\x1b\rd\u202e\u2028\udc80") == "a\nb\tc␛␍d<U+202E><U+2028>\ufffd"
    assert one_line(" a\n\tb ") == "a b"
    assert (
        printable("Re\u200bu\u00adters\ufeff\u2060\u3164")
        == "Re<U+200B>u<U+00AD>ters<U+FEFF><U+2060><U+3164>"
    )
    assert printable("می\u200cخواهم 👩\u200d🚀 ❤\ufe0f") == "می\u200cخواهم 👩\u200d🚀 ❤\ufe0f"


def test_json_is_the_same_value_with_nothing_to_obey() -> None:
    value = {"text": HOSTILE + "Երևան \u2028"}
    line = json_line(value)
    assert json.loads(line) == value
    assert "Երևան" in line
    assert line.isprintable()
