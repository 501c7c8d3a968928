"""A poor line: a port of this machine that passes on so many bytes a second and no more."""

import socket
import threading
import time
from types import TracebackType
from typing import Self

BUFFER = 4096
"""Bytes that may be under way in each direction, as a modem or a router holds them."""

TICK = 0.01
"""Seconds between one portion and the next."""


class SlowLine:
    """A line to a port, slow both ways; it breaks when the block ends."""

    def __init__(self, port: int, rate: int) -> None:
        """`rate` in bytes a second, each way."""
        self._to, self._rate = port, rate
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.passed = 0
        """Bytes that have come from the server."""
        self._ends: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._begin(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.cut()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def cut(self) -> None:
        """Break the connections in the middle of whatever they carry."""
        for end in self._ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def _begin(self, target: object, *arguments: object) -> None:
        assert callable(target)
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.socket()
            server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
            server.connect(("127.0.0.1", self._to))
            self._ends += [client, server]
            self._begin(self._pass, client, server, False)
            self._begin(self._pass, server, client, True)

    def _pass(self, giver: socket.socket, taker: socket.socket, counts: bool) -> None:
        """Pass on what comes, in portions."""
        with giver:
            try:
                while data := giver.recv(max(1, int(self._rate * TICK))):
                    time.sleep(len(data) / self._rate)
                    taker.sendall(data)
                    self.passed += len(data) if counts else 0
                taker.shutdown(socket.SHUT_WR)
            except OSError:
                return
