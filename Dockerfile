# The image of the action and of the command line.
# Base images are pinned by tag for now; by digest once the image is made small.

FROM eclipse-temurin:25-jdk-noble AS build
# Without unzip, mvnw takes another archive of Maven, which the checksum in .mvn does not fit.
RUN apt-get update \
 && apt-get install -y --no-install-recommends unzip \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
# Tests and analysers have run in CI.
RUN ./mvnw -q -B package -Dquick
# The program as a module names what it needs: java.base, java.logging (Jackson), java.net.http, and jdk.httpserver for
# `demo`. Left out on purpose: jdk.crypto.ec is empty since JDK 22, its curves are in java.base; java.naming (LDAP) plays
# no part in HTTPS. Debug names stay in, so that the trace of a bug tells lines.
RUN "$JAVA_HOME/bin/jlink" \
      --module-path "$(echo target/token-preflight-*.jar):target/lib" \
      --add-modules io.github.tokenpreflight \
      --add-options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData" \
      --compress zip-6 --no-header-files --no-man-pages \
      --output /opt/app
# For people and for CI systems that start a shell in the image. The action does not use it.
RUN printf '#!/bin/sh\nexec /opt/app/bin/java -m io.github.tokenpreflight/io.github.tokenpreflight.cli.Main "$@"\n' \
      > /usr/local/bin/token-preflight \
 && chmod 755 /usr/local/bin/token-preflight

FROM debian:trixie-slim
COPY --from=build /opt/app /opt/app
COPY --from=build /usr/local/bin/token-preflight /usr/local/bin/token-preflight
# Without a UTF-8 locale the JVM destroys every value and path that is not ASCII.
ENV LC_CTYPE=C.UTF-8
# No USER: GitHub demands root, for its files belong to a user that differs from runner to runner.
ENTRYPOINT ["/opt/app/bin/java", "-m", "io.github.tokenpreflight/io.github.tokenpreflight.cli.Main"]
