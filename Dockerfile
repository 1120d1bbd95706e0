# The bot as an image: locked packages, bytecode compiled while it is built, a user without rights.
#   docker build -t mentoring-bot .
#   docker run --env-file .env -e HEALTH_LISTEN=127.0.0.1:9000 -v mentoring-data:/app/data mentoring-bot

FROM python:3.13-slim AS packages
COPY requirements/run.txt /tmp/run.txt
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --no-compile --require-hashes --requirement /tmp/run.txt \
 && /venv/bin/python -m compileall -q -j 0 /venv/lib

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /app --no-create-home mentoring \
 && install -d -o mentoring -g mentoring -m 700 /app/data /app/backups
WORKDIR /app
COPY --from=packages /venv /venv
COPY bot bot
COPY handlers handlers
COPY locales locales
COPY mentoring mentoring
COPY messaging messaging
COPY programmes programmes
COPY reports reports
COPY services services
COPY simulator simulator
COPY storage storage
COPY surveys surveys
RUN /venv/bin/python -m compileall -q -j 0 /app
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HEALTH_LISTEN=127.0.0.1:9000
USER mentoring
VOLUME ["/app/data", "/app/backups"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:9000/ready', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
