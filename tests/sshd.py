"""OpenSSH's sshd on this machine alone, for as long as a block lasts, and its clients."""

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
"""Seconds that anything here may take at most."""


def need(*programs: str) -> None:
    """Skip a test where a program is not installed; but fail where everything must be tested."""
    for program in programs:
        if not (SSHD if program == "sshd" else shutil.which(program)):
            missing = f"{program} is not installed"
            if os.environ.get("CI"):
                pytest.fail(missing)
            pytest.skip(missing)


class Server:
    """An sshd that lets in one key; it and whatever it has started end with the block."""

    def __init__(
        self,
        folder: Path,
        *,
        options: str = "",
        accepts: str = "LANG LC_*",
        environment: Mapping[str, str] = {},
    ) -> None:
        """`folder` is for its files; `options` stand before the key in `authorized_keys`.

        `accepts` are the variables that a client may set, and `environment` those that every
        session has; its HOME is a folder of its own.
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
            Path("/run/sshd").mkdir(exist_ok=True)  # where OpenSSH on Debian locks itself in
        for _ in range(5):  # another program may take the port that was free
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
        """The command line of a client that asks for a terminal."""
        there = ["127.0.0.1", "--", *command] if command else ["127.0.0.1"]
        return ["ssh", *self.settings(port), *options, "-tt", *there]

    def settings(self, port: int | None = None) -> Sequence[str]:
        """What a client must be told to come here, and to heed nothing else of this machine."""
        known = self.folder / "known_hosts"
        key = " ".join((self.folder / "host.pub").read_text().split()[:2])
        known.write_text(f"{HOST} {key}\n")
        told = {
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
            *(word for name in told for word in ("-o", f"{name}={told[name]}")),
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
        """A client on a terminal."""
        return Terminal(
            self.client(*command, options=options, port=port),
            columns=columns,
            rows=rows,
            environment=environment,
        )

    def processes(self) -> list[int]:
        """Whatever runs below it, its own processes for each connection included."""
        return [] if self._process is None else [*below(self._process.pid)]

    def readers(self) -> list[int]:
        """Whatever reads briefings below it."""
        return [pid for pid in self.processes() if "tui" in command_line(pid)]

    def _started(self) -> list[int]:
        """Whatever has been started in a session, also where its connection is gone."""
        sign = f"HOME={self.home}"
        return [pid for pid in running() if sign in _read(Path(f"/proc/{pid}/environ")).split("\0")]

    def _listens(self) -> bool:
        """Start it; whether it has begun to take connections."""
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
"""The name under which a client knows the key of the server, whatever its port."""


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def running() -> list[int]:
    """All processes of this machine."""
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]


def below(pid: int) -> Iterator[int]:
    """The processes that a process has started, and those that these have started."""
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
    """The words with which a process was started; none when it is gone."""
    return _read(Path(f"/proc/{pid}/cmdline")).split("\0")


def is_alive(pid: int) -> bool:
    """Whether a process is there, and is not only waiting to be counted as dead."""
    status = _read(Path(f"/proc/{pid}/stat"))
    return bool(status) and status.rpartition(")")[2].split()[0] != "Z"


def kill(pid: int) -> None:
    """End a process at once."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def wait_until_gone(pid: int) -> None:
    """Wait for the end of a process; raises `TimeoutError` if it does not come."""
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
