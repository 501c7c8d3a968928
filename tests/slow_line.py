"""A local TCP proxy that forwards a limited number of bytes a second."""

import socket
import threading
import time
from types import TracebackType
from typing import Self

BUFFER = 4096
"""Bytes buffered in each direction, as in a modem or a router."""

TICK = 0.01
"""Seconds between two chunks."""


class SlowLine:
    """A slow connection to a port, which is cut when the block ends."""

    def __init__(self, port: int, rate: int) -> None:
        """Listen; `rate` is in bytes a second in each direction."""
        self._target_port, self._rate = port, rate
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.passed = 0
        """Bytes that came from the server."""
        self._sockets: list[socket.socket] = []
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
        """Cut all connections."""
        for each in self._sockets:
            try:
                each.shutdown(socket.SHUT_RDWR)
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
            server.connect(("127.0.0.1", self._target_port))
            self._sockets += [client, server]
            self._begin(self._forward, client, server, False)
            self._begin(self._forward, server, client, True)

    def _forward(self, sender: socket.socket, receiver: socket.socket, is_counted: bool) -> None:
        """Forward data in chunks."""
        with sender:
            try:
                while data := sender.recv(max(1, int(self._rate * TICK))):
                    time.sleep(len(data) / self._rate)
                    receiver.sendall(data)
                    self.passed += len(data) if is_counted else 0
                receiver.shutdown(socket.SHUT_WR)
            except OSError:
                return
