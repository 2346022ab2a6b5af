# A glibc image: the embedded store's binary does not run on musl (Alpine).
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin yotei \
    && install --directory --owner=yotei --mode=0700 /data

WORKDIR /app
COPY requirements.lock ./
RUN python -m venv /app/.venv \
    && /app/.venv/bin/pip install --require-hashes --no-deps --no-compile -r requirements.lock

COPY providers ./providers
COPY handlers ./handlers
COPY bot ./bot
RUN /app/.venv/bin/python -m compileall -q -j 0 /app/.venv/lib /app/providers /app/handlers /app/bot

USER yotei
ENV DATA_DIR=/data HOST=0.0.0.0 PORT=8000
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["/app/.venv/bin/python", "-c", \
    "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health/ready', timeout=2)"]

CMD ["/app/.venv/bin/python", "-m", "bot", "serve"]
