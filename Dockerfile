# syntax=docker/dockerfile:1

# The Rust service. What enters the build is listed in .dockerignore.
FROM rust:1.95-bookworm AS build
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libpq-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
# Without the default features the system's libpq is linked: unlike the bundled one it speaks TLS.
# The caches keep the registry and the compiled dependencies between builds; the binary is copied out of them.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked -p hamkor --no-default-features \
 && install -D target/release/hamkor /out/hamkor

FROM debian:bookworm-slim
# The authorities are for TLS to PostgreSQL, mail servers and webhooks.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates libpq5 \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 hamkor \
 && useradd --uid 10001 --gid hamkor --no-create-home --home-dir /data --shell /usr/sbin/nologin hamkor \
 && install -d -o hamkor -g hamkor -m 0750 /data
COPY --from=build /out/hamkor /usr/local/bin/hamkor
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/hamkor/

ENV HAMKOR_DATA=/data \
    HAMKOR_BIND=0.0.0.0:8080
# By number, so that an orchestrator can see that it is not root.
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
# Asks /readyz on HAMKOR_BIND; the image needs no curl for it.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["hamkor", "healthcheck"]
ENTRYPOINT ["hamkor"]
CMD ["serve"]
