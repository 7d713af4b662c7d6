#!/bin/sh
# Starts Plumbline with the Java that lies beside it, or else with a Java 25 found on this machine.
# PLUMBLINE_JAVA_OPTS is handed to java, split at spaces.

needed=25

self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$self")/.." && pwd -P) || exit 1

# Sets java if the folder $1 holds a Java that is new enough. The version is read from its release file: asking java
# itself costs as much as a third of our own start.
java=
looked=
try() {
  [ -z "$java" ] && [ -x "$1/bin/java" ] || return 0
  version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value; do
      [ "$key" = JAVA_VERSION ] && version=${value#\"}
    done <"$1/release"
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\).*/\1/p')
  fi
  version=${version%%[!0-9]*}
  if [ "${version:-0}" -ge $needed ]; then
    java=$1/bin/java
  else
    case $looked in
      *"  $1 ("*) ;;
      *) looked="$looked
  $1 (Java ${version:-unknown})" ;;
    esac
  fi
}

try "$home/jre"
bundled=$java

if [ -z "$java" ] && [ -n "${JAVA_HOME:-}" ]; then
  try "$JAVA_HOME"
fi
if [ -z "$java" ]; then
  for folder in \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    "${HOME:-/}"/.jdks/* "${HOME:-/}"/.sdkman/candidates/java/* \
    "${HOME:-/}"/.local/share/mise/installs/java/* "${HOME:-/}"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    try "$folder"
  done
fi
if [ -z "$java" ] && onpath=$(command -v java); then
  onpath=$(readlink -f "$onpath" 2>/dev/null || echo "$onpath")
  try "$(dirname "$(dirname "$onpath")")"
fi

if [ -z "$java" ]; then
  cat >&2 <<END
plumbline: Java $needed or newer is needed, and none was found.
Looked at JAVA_HOME (${JAVA_HOME:-not set}), java on the PATH, /usr/lib/jvm, /usr/java, /opt, ~/.jdks, sdkman, mise,
asdf and the places of macOS. Too old:${looked:- none, there is no Java at all}
To mend it: install a JDK $needed, or set JAVA_HOME to the folder of one that is already here,
or use the archive made by "mvn -Pdist package", which brings its own.
END
  exit 1
fi

# In a POSIX locale java could neither be told nor write a Chinese file name.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac

set -- -jar "$home/lib/plumbline.jar" "$@"
if [ -n "$bundled" ] && [ -f "$home/plumbline.aot" ]; then
  # Made with exactly this runtime and these jars; any other Java would only complain about it.
  set -- "-XX:AOTCache=$home/plumbline.aot" "$@"
fi
set -f
# shellcheck disable=SC2086
exec "$java" -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true ${PLUMBLINE_JAVA_OPTS:-} "$@"
