"""Faults of the machine (a full disk, a port that is taken) in one line each: what is wrong, and what to do."""

import errno
import socket

_ELSEWHERE = "build into another one: mkdocs build --site-dir FOLDER"
# What is wrong with a file or folder, and what to do.
_FILES = {
    errno.ENOSPC: ("the disk is full", f"Free some space, or {_ELSEWHERE}"),
    errno.EDQUOT: ("your share of the disk is used up", f"Free some space, or {_ELSEWHERE}"),
    errno.EROFS: ("the disk can only be read", f"Copy the project to a folder of your own, or {_ELSEWHERE}"),
    errno.EACCES: ("you may not write or read it", f"Ask for the right to, or {_ELSEWHERE}"),
    errno.EPERM: ("you may not change it", f"Ask for the right to, or {_ELSEWHERE}"),
    errno.ENOTDIR: ("a file stands where a folder is wanted", f"Move the file away, or {_ELSEWHERE}"),
    errno.EISDIR: ("a folder stands where a file is wanted", "Move the folder away"),
    errno.ENOENT: ("it is not there, or cannot be made", f"Make the folder around it, or {_ELSEWHERE}"),
    errno.EFBIG: ("it is larger than a file may be here", "Raise the limit: ulimit -f unlimited"),
    errno.ENAMETOOLONG: ("its name is too long", "Give the file a shorter name"),
    errno.EMFILE: ("too many files are open", "Allow more, and build again: ulimit -n 4096"),
}
_LAST_PORT = 65_535
_OWN_PORTS = 1024  # those before are for the administrator


def explain_file_fault(error: OSError) -> str:
    """The line for an error of the file system that ended a build."""
    # Of a copy, the second name is what could not be written.
    name = error.filename2 or error.filename or "a file"
    reason, remedy = _FILES.get(error.errno or 0, (error.strerror or str(error), "Mend that, and build again"))
    return f"{name}: {reason}. {remedy}."


def explain_port_fault(host: str, port: int) -> str | None:
    """The line for a port that the preview cannot have; None for one that it can."""
    if not 0 < port <= _LAST_PORT:
        return f"Port {port}: a port is a number from 1 to {_LAST_PORT}. Choose one: make serve PORT=8001"
    another = port + 1 if _OWN_PORTS <= port < _LAST_PORT else 8001
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except PermissionError:
        return f"Port {port}: ports below {_OWN_PORTS} are for administrators. Choose another: make serve PORT={another}"
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return f"Port {port} is taken by another program. Choose another: make serve PORT={another}"
        return f"{host}:{port}: {error.strerror}. Name an address of this machine: mkdocs serve --dev-addr 127.0.0.1:8001"
    return None
