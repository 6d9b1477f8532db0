"""A fault of the machine is one line: what is wrong, and what to do."""

import errno
import os
import socket
from collections.abc import Iterator

import pytest

from microsite.build.faults import explain_file_fault, explain_port_fault


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize(
    ("number", "reason", "remedy"),
    [
        (errno.ENOSPC, "the disk is full", "Free some space"),
        (errno.EDQUOT, "your share of the disk is used up", "Free some space"),
        (errno.EROFS, "the disk can only be read", "Copy the project to a folder of your own"),
        (errno.EACCES, "you may not write or read it", "Ask for the right to"),
        (errno.EPERM, "you may not change it", "Ask for the right to"),
        (errno.ENOTDIR, "a file stands where a folder is wanted", "Move the file away"),
        (errno.EISDIR, "a folder stands where a file is wanted", "Move the folder away"),
        (errno.ENOENT, "it is not there, or cannot be made", "Make the folder around it"),
        (errno.EFBIG, "it is larger than a file may be here", "Raise the limit"),
        (errno.ENAMETOOLONG, "its name is too long", "Give the file a shorter name"),
        (errno.EMFILE, "too many files are open", "Allow more"),
        (errno.EIO, os.strerror(errno.EIO), "Mend that"),
    ],
)
def test_a_fault_of_a_file_is_told_with_its_name_and_remedy(number: int, reason: str, remedy: str) -> None:
    line = explain_file_fault(OSError(number, os.strerror(number), "site/a.html"))
    assert line.startswith(f"site/a.html: {reason}. {remedy}")
    assert "\n" not in line


def test_of_a_copy_the_name_of_the_new_file_is_told() -> None:
    fault = OSError(errno.ENOSPC, "No space left on device", "docs/a.svg", None, "site/a.svg")
    assert explain_file_fault(fault).startswith("site/a.svg: the disk is full")
    assert explain_file_fault(OSError(errno.ENOSPC, "No space left on device")).startswith("a file: the disk is full")


def test_a_port_that_is_taken_is_told_with_another(taken: int) -> None:
    line = explain_port_fault("127.0.0.1", taken)
    another = taken + 1 if taken < 65_535 else 8001
    assert line == f"Port {taken} is taken by another program. Choose another: make serve PORT={another}"


def test_a_port_that_is_free_is_no_fault(taken: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    assert explain_port_fault("127.0.0.1", free) is None


@pytest.mark.parametrize("port", [0, -1, 65_536, 99_999])
def test_what_is_no_port_is_told(port: int) -> None:
    assert explain_port_fault("127.0.0.1", port) == (
        f"Port {port}: a port is a number from 1 to 65535. Choose one: make serve PORT=8001"
    )


def test_a_port_for_administrators_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket, "create_server", refuse)
    assert explain_port_fault("127.0.0.1", 80) == (
        "Port 80: ports below 1024 are for administrators. Choose another: make serve PORT=8001"
    )


def test_an_address_of_another_machine_is_told() -> None:
    line = explain_port_fault("203.0.113.1", 8000)  # for documentation only, so nobody's
    assert line
    assert "Name an address of this machine: mkdocs serve --dev-addr 127.0.0.1:8001" in line
