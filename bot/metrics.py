"""What is counted. Labels are constant words; no ids, no names."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counters of one running bot."""

    def __init__(self) -> None:
        """Each bot has its own registry, so that a process may run several."""
        self.registry = CollectorRegistry()
        self.callbacks = Counter(
            "yotei_callbacks", "Callbacks by what became of them", ["outcome"], registry=self.registry
        )
        self.webhooks = Counter(
            "yotei_webhooks", "Jicoo's webhooks by what became of them", ["outcome"], registry=self.registry
        )
        self.work = Counter("yotei_work", "Pieces of work by what became of them", ["outcome"], registry=self.registry)
        self.work_seconds = Histogram(
            "yotei_work_seconds", "From acceptance to the end of the work", buckets=_SECONDS, registry=self.registry
        )
        self.replies = Counter("yotei_replies", "Answers by kind", ["reply"], registry=self.registry)
        self.calls = Counter(
            "yotei_provider_calls", "Calls to outside systems", ["provider", "call", "outcome"], registry=self.registry
        )
        self.call_seconds = Histogram(
            "yotei_provider_seconds", "Their duration", ["provider"], buckets=_SECONDS, registry=self.registry
        )
        self.alerts = Counter("yotei_alerts", "What an operator should look at", ["alert"], registry=self.registry)
        self.waiting = Gauge("yotei_store_waiting", "Jobs that wait in the store", registry=self.registry)
        self.oldest = Gauge("yotei_store_oldest_seconds", "Age of the oldest of them", registry=self.registry)
        self.dead = Gauge("yotei_store_dead", "Dead letters", registry=self.registry)

    def observe(self, provider: str, call: str, outcome: str, seconds: float) -> None:
        """One call to an outside system."""
        self.calls.labels(provider, call, outcome).inc()
        self.call_seconds.labels(provider).observe(seconds)

    def page(self) -> bytes:
        """All of it in the text format."""
        return generate_latest(self.registry)
