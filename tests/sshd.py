"""Runs OpenSSH's sshd on the loopback interface, and clients for it."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests.pseudoterminal import Terminal

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
PATIENCE = 30.0
"""Seconds to wait for a process to start or end."""


def need(*programs: str) -> None:
    """Skip the test if a program is not installed, or fail it on CI."""
    for program in programs:
        if not (SSHD if program == "sshd" else shutil.which(program)):
            missing = f"{program} is not installed"
            if os.environ.get("CI"):
                pytest.fail(missing)
            pytest.skip(missing)


class Server:
    """An sshd that accepts one key, and is killed with its sessions when the block ends."""

    def __init__(
        self,
        folder: Path,
        *,
        options: str = "",
        accepts: str = "LANG LC_*",
        environment: Mapping[str, str] = {},
    ) -> None:
        """Prepare the keys and a home.

        Args:
            folder: A folder for its files.
            options: The options of the key in `authorized_keys`.
            accepts: The variables that a client may set.
            environment: The variables of every session besides HOME.
        """
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self.port = 0
        self._environment = {"HOME": str(self.home), **environment}
        self._accepts = accepts
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)],
                check=True,
            )
        key = (folder / "user.pub").read_text()
        (folder / "authorized_keys").write_text(f"{options} {key}".lstrip())
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # the privilege separation directory on Debian
        for _ in range(5):  # another program may take the free port first
            self.port = free_port()
            if self._listens():
                return self
        raise OSError((self.folder / "log").read_text())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for pid in [*self.processes(), *self._started()]:
            kill(pid)
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        for pid in self._started():
            wait_until_gone(pid)

    def client(
        self, *command: str, options: Sequence[str] = (), port: int | None = None
    ) -> Sequence[str]:
        """Return the command line of a client that requests a terminal."""
        there = ["127.0.0.1", "--", *command] if command else ["127.0.0.1"]
        return ["ssh", *self.settings(port), *options, "-tt", *there]

    def settings(self, port: int | None = None) -> Sequence[str]:
        """Return options for a client that ignores the user's own configuration."""
        known = self.folder / "known_hosts"
        key = " ".join((self.folder / "host.pub").read_text().split()[:2])
        known.write_text(f"{HOST} {key}\n")
        options = {
            "BatchMode": "yes",
            "HostKeyAlias": HOST,
            "IdentitiesOnly": "yes",
            "IdentityFile": self.folder / "user",
            "LogLevel": "ERROR",
            "Port": port or self.port,
            "SendEnv": "LANG",
            "User": pwd.getpwuid(os.getuid()).pw_name,
            "UserKnownHostsFile": known,
        }
        return [
            "-F",
            "/dev/null",
            *(word for name in options for word in ("-o", f"{name}={options[name]}")),
        ]

    def terminal(
        self,
        *command: str,
        options: Sequence[str] = (),
        port: int | None = None,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] = {},
    ) -> Terminal:
        """Start a client on a terminal."""
        return Terminal(
            self.client(*command, options=options, port=port),
            columns=columns,
            rows=rows,
            environment=environment,
        )

    def processes(self) -> list[int]:
        """Return its descendants, its own processes for connections included."""
        return [] if self._process is None else [*below(self._process.pid)]

    def readers(self) -> list[int]:
        """Return its descendants that run briefing."""
        return [pid for pid in self.processes() if "tui" in command_line(pid)]

    def _started(self) -> list[int]:
        """Return all processes started in its sessions, whose connections may be gone."""
        sign = f"HOME={self.home}"
        return [pid for pid in running() if sign in _read(Path(f"/proc/{pid}/environ")).split("\0")]

    def _listens(self) -> bool:
        """Start the server, and return whether it accepts connections."""
        settings = {
            "AcceptEnv": self._accepts,
            "AuthorizedKeysFile": self.folder / "authorized_keys",
            "HostKey": self.folder / "host",
            "ListenAddress": "127.0.0.1",
            "MaxStartups": 100,
            "PasswordAuthentication": "no",
            "PermitRootLogin": "prohibit-password",
            "PermitUserEnvironment": "yes",
            "PidFile": "none",
            "Port": self.port,
            "PrintMotd": "no",
            "SetEnv": " ".join(f'"{name}={value}"' for name, value in self._environment.items()),
            "StrictModes": "no",
            "Subsystem": "sftp internal-sftp",
            "UsePAM": "no",
            "X11Forwarding": "yes",
        }
        config = self.folder / "sshd_config"
        config.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
        log = self.folder / "log"
        assert SSHD is not None
        self._process = subprocess.Popen([SSHD, "-D", "-f", config, "-E", log])
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < end:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1) as connection:
                    return connection.recv(4) == b"SSH-"
            except OSError:
                time.sleep(0.02)
        return False


HOST = "briefing-test"
"""The name of the server's key for clients, whatever its port."""


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def running() -> list[int]:
    """Return the ids of all processes."""
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]


def below(pid: int) -> Iterator[int]:
    """Yield the descendants of a process."""
    parents: dict[int, list[int]] = {}
    for each in running():
        status = _read(Path(f"/proc/{each}/stat"))
        if status:
            parent = int(status.rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(each)
    found = list(parents.get(pid, ()))
    for child in found:
        found.extend(parents.get(child, ()))
    yield from found


def command_line(pid: int) -> list[str]:
    """Return the arguments of a process, or an empty list item if it is gone."""
    return _read(Path(f"/proc/{pid}/cmdline")).split("\0")


def is_alive(pid: int) -> bool:
    """Return whether a process exists and is not a zombie."""
    status = _read(Path(f"/proc/{pid}/stat"))
    return bool(status) and status.rpartition(")")[2].split()[0] != "Z"


def kill(pid: int) -> None:
    """Kill a process, if it exists."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def wait_until_gone(pid: int) -> None:
    """Wait for a process to end, or raise `TimeoutError`."""
    end = time.monotonic() + PATIENCE
    while is_alive(pid):
        if time.monotonic() > end:
            raise TimeoutError(f"{pid} still runs: {command_line(pid)}")
        time.sleep(0.02)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
