"""Flow of least cost in a small network, a unit at a time along the cheapest path."""

from __future__ import annotations

from collections import deque


class Network:
    """Nodes 0, 1, … joined by arcs with a capacity and a price. Each arc has its reverse at `arc ^ 1`."""

    __slots__ = ("_arcs", "_head", "_price", "_room", "_unlimited")

    def __init__(self) -> None:
        self._arcs: list[list[int]] = []  # arcs that leave each node
        self._head: list[int] = []
        self._room: list[int] = []
        self._price: list[int] = []
        self._unlimited = 1  # more than any path costs

    def node(self) -> int:
        self._arcs.append([])
        return len(self._arcs) - 1

    def arc(self, tail: int, head: int, price: int) -> int:
        """An arc for one unit; returns its number."""
        number = len(self._head)
        self._arcs[tail].append(number)
        self._arcs[head].append(number + 1)
        self._head += (head, tail)
        self._room += (1, 0)
        self._price += (price, -price)
        self._unlimited += abs(price)
        return number

    def used(self, arc: int) -> bool:
        return not self._room[arc]

    def send(self, start: int, sink: int) -> int | None:
        """Send one unit by the cheapest path and return what it cost; None when there is no path.

        Sent one after another from any starts, the units together cost the least (successive shortest paths).
        """
        head, room, price = self._head, self._room, self._price
        cost = [self._unlimited] * len(self._arcs)
        came = [-1] * len(self._arcs)
        waiting = [False] * len(self._arcs)
        cost[start] = 0
        queue = deque([start])
        while queue:
            node = queue.popleft()
            waiting[node] = False
            here = cost[node]
            for arc in self._arcs[node]:
                if room[arc]:
                    there = head[arc]
                    if here + price[arc] < cost[there]:
                        cost[there] = here + price[arc]
                        came[there] = arc
                        if not waiting[there] and there != sink:
                            waiting[there] = True
                            queue.append(there)
        if came[sink] < 0:
            return None
        node = sink
        while node != start:
            arc = came[node]
            room[arc] -= 1
            room[arc ^ 1] += 1
            node = head[arc ^ 1]
        return cost[sink]

    def reached(self, start: int) -> set[int]:
        """Nodes to which a unit could still be sent."""
        found = {start}
        stack = [start]
        while stack:
            for arc in self._arcs[stack.pop()]:
                if self._room[arc] and self._head[arc] not in found:
                    found.add(self._head[arc])
                    stack.append(self._head[arc])
        return found
