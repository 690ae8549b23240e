from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from according.engine import local
from according.engine.local import Workers, processes
from according.errors import WorkerError

HERE = os.getpid()


def squared(number: int) -> tuple[int, int]:
    """The square of a number, and the process that worked it out. Numbers below 0 are a mistake; 13 is death."""
    if number < 0:
        raise ValueError(f"{number} is negative")
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number, os.getpid()


def opened(gate: Path) -> str:
    """What is written into a pipe, once it is."""
    return gate.read_text()


def test_as_many_processes_as_the_machine_carries() -> None:
    assert 1 <= processes() <= (os.cpu_count() or 1)


@pytest.mark.parametrize(
    ("jobs", "cores", "here"),
    [
        pytest.param(0, 2, 3, id="few items are not worth a process unasked; many are"),
        pytest.param(0, 1, 22, id="a small machine works in one"),
        pytest.param(1, 2, 22, id="one is this one"),
        pytest.param(2, 1, 0, id="those that are asked for work from the first item on"),
    ],
)
def test_results_are_those_of_their_items_wherever_they_are_worked_out(
    jobs: int, cores: int, here: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "FEW", 3)
    monkeypatch.setattr(local, "processes", lambda: cores)
    with Workers(squared, jobs) as workers:
        assert workers.jobs == (jobs or cores)
        waiting = [workers.start(number) for number in (*range(12), *range(100, 110))]
        results = [wait() for wait in reversed(waiting)][::-1]
    assert [result for result, _ in results] == [n * n for n in (*range(12), *range(100, 110))]
    assert [process == HERE for _, process in results] == [True] * here + [False] * (22 - here)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_it_is_told_whether_waiting_is_of_no_use(tmp_path: Path) -> None:
    with Workers(squared, 1) as workers:
        assert workers.start(2).is_done(), "nobody else works on it"
    with Workers(opened, 2) as workers:
        gate = tmp_path / "gate"
        os.mkfifo(gate)
        work = workers.start(gate)
        assert not work.is_done()
        gate.write_text("open")
        assert work() == "open"
        assert work.is_done()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_reaches_the_caller_and_costs_no_other_item(jobs: int) -> None:
    with Workers(squared, jobs) as workers:
        before, mistaken, after = (workers.start(number) for number in (1, -1, 2))
        with pytest.raises(ValueError, match="-1 is negative"):
            mistaken()
        assert (before()[0], after()[0]) == (1, 4)


def test_a_process_that_dies_is_told_with_what_to_do() -> None:
    with Workers(squared, 2) as workers:
        fine = workers.start(2)
        assert fine()[0] == 4
        with pytest.raises(WorkerError, match=r"--jobs 1"):
            workers.start(13)()
        with pytest.raises(WorkerError, match=r"is safe"):
            workers.start(3)()


PROGRAM = """
import os, signal
from according.engine import local

def process(item):
    return os.getpid()

if __name__ == "__main__":
    try:
        with local.Workers(process, 2) as workers:
            print(workers.start(0)(), flush=True)
            {then}
    except KeyboardInterrupt:
        print("stopped")
"""


def program(folder: Path, then: str) -> subprocess.Popen[str]:
    """Start a program that prints the number of a process that has worked for it, and then does something."""
    (folder / "program.py").write_text(PROGRAM.format(then=then))
    return subprocess.Popen(
        [sys.executable, str(folder / "program.py")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
class TestTogether:
    def test_processes_end_with_the_one_that_started_them(self, tmp_path: Path) -> None:
        # What they inherited is open until the last of them ends: only then is the output complete.
        with program(tmp_path, then="os.kill(os.getpid(), signal.SIGKILL)") as started:
            output, _ = started.communicate(timeout=60)
        assert int(output) != started.pid
        assert started.returncode == -signal.SIGKILL

    def test_an_interrupt_is_for_the_one_that_started_them(self, tmp_path: Path) -> None:
        with program(tmp_path, then="signal.pause()") as started:
            assert started.stdout
            assert int(started.stdout.readline())
            os.killpg(started.pid, signal.SIGINT)
            output, errors = started.communicate(timeout=60)
        assert (started.returncode, output, errors) == (0, "stopped\n", "")
