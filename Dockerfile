# The image of the main branch: the same three layers as a release has, built where the job runs.
# Releases are built by Jib and pulled (docs/decisions/0007); DockerfileTest holds the two together.

FROM debian:bookworm-slim@sha256:abd67ffcfa541b485a3dff59865ab629aa048a6c613e639d36e7456b0b229241 AS base
WORKDIR /build
COPY src/image src/image
RUN src/image/base

FROM eclipse-temurin:25-jdk-noble@sha256:264fafc3390db78c93dc51da0109a0d66ad1fb59f7a893f12b7e3df1f15e52da AS dist
# mvnw unpacks Maven with unzip: the checksum it holds is that of the zip.
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN ./mvnw -B -Dquick package

FROM scratch
COPY --from=base /build/target/image/base/ /
COPY --from=dist /build/target/dist/runtime/ /opt/token-preflight/runtime/
COPY --from=dist /build/target/dist/start/ /opt/token-preflight/start/
ENV LC_CTYPE=C.UTF-8
LABEL org.opencontainers.image.title="Token Preflight" \
      org.opencontainers.image.description="Checks a GitHub token against what a workflow declares it needs." \
      org.opencontainers.image.source="https://github.com/token-preflight/token-preflight" \
      org.opencontainers.image.licenses="Apache-2.0"
ENTRYPOINT ["/opt/token-preflight/runtime/bin/java", "-XX:AOTCache=/opt/token-preflight/start/token-preflight.aot", "@/opt/token-preflight/start/java.args"]
