# Finds a JDK 25 and exports JAVA_HOME, or ends the calling script with one sentence.
# POSIX sh, made to be sourced: ./mvnw and ./token-preflight both do. Why: docs/decisions/0005.

# True if $1 is the home of a whole JDK 25: its `release` file says so, and it has a compiler.
jdk_is_25() {
  [ -n "$1" ] && [ -r "$1/release" ] || return 1
  [ -x "$1/bin/javac" ] || [ -x "$1/bin/javac.exe" ] || return 1
  while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
    case $jdk_line in
      'JAVA_VERSION="25"'* | 'JAVA_VERSION="25'[.+-]*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# Prints the home of the `java` on PATH. Asks it only if its link leads to no `release` file, as the
# stand-ins of macOS, jenv and asdf do: a start of Java takes longer than all the rest here.
jdk_on_path() {
  jdk_java=$(command -v java 2>/dev/null) || return 0
  jdk_java=$(readlink -f "$jdk_java" 2>/dev/null) || jdk_java=
  if [ -n "$jdk_java" ] && [ -r "${jdk_java%/bin/*}/release" ]; then
    printf '%s\n' "${jdk_java%/bin/*}"
  else
    java -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p'
  fi
}

find_jdk() {
  jdk_is_25 "${JAVA_HOME-}" && return 0
  for jdk_home in \
    "${JDK_25-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
    "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* /opt/jdk/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.asdf/installs/java/* \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /opt/hostedtoolcache/Java_*/25*/*; do
    if jdk_is_25 "$jdk_home"; then
      JAVA_HOME=$jdk_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Token Preflight needs a JDK 25: install one (Eclipse Temurin 25 will do), or set JAVA_HOME to the one you have." >&2
  exit 1
}

find_jdk
