#!/bin/sh
# Prints the home of a JDK that can build and run Latchkey, or says what to install.
#
# JAVA_HOME wins if it fits: whoever set it meant it. Otherwise the newest of all that are found in
# the usual places. A home fits if it has a javac (a JRE has none) and is new enough.
#
# JDK_PLACES, a list of patterns one per line, replaces the usual places (for tests).

LEAST=21

places() {
  if [ -n "${JDK_PLACES+set}" ]; then
    printf '%s\n' "$JDK_PLACES"
    return
  fi
  cat <<END
/usr/lib/jvm/*
/usr/java/*
/Library/Java/JavaVirtualMachines/*/Contents/Home
$HOME/Library/Java/JavaVirtualMachines/*/Contents/Home
/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
${SDKMAN_DIR:-$HOME/.sdkman}/candidates/java/*
$HOME/.jdks/*
END
}

# The major version of the JDK in $1; nothing if there is none.
major_version() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return
  version=
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" | head -n 1)
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9].*\)/\1/p' | head -n 1)
  fi
  # 1.8.0_402 is 8; 21.0.2 is 21; 26-ea is 26.
  printf '%s\n' "$version" | sed -n 's/^1\.//; s/^\([0-9][0-9]*\).*/\1/p'
}

fits() {
  major=$(major_version "$1")
  [ -n "$major" ] && [ "$major" -ge "$LEAST" ]
}

# The home that the `java` on the path belongs to, through all links.
home_on_path() {
  java=$(command -v java) || return
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case $target in
      /*) java=$target ;;
      *) java=$(dirname "$java")/$target ;;
    esac
  done
  (cd "$(dirname "$java")/.." 2>/dev/null && pwd -P)
}

candidates() {
  home_on_path
  if [ -z "${JDK_PLACES+set}" ] && [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$LEAST+" 2>/dev/null
  fi
  places | while IFS= read -r pattern; do
    (
      IFS=
      for home in $pattern; do # unquoted: the pattern unfolds, spaces in names survive
        printf '%s\n' "$home"
      done
    )
  done
}

newest() {
  candidates | {
    best=
    best_major=0
    while IFS= read -r home; do
      if fits "$home" && [ "$major" -gt "$best_major" ]; then
        best=$home
        best_major=$major
      fi
    done
    printf '%s\n' "$best"
  }
}

if [ -n "${JAVA_HOME:-}" ] && fits "$JAVA_HOME"; then
  printf '%s\n' "$JAVA_HOME"
  exit 0
fi

found=$(newest)
if [ -z "$found" ]; then
  cat >&2 <<END
Latchkey needs a JDK $LEAST or newer (with javac; a JRE is not enough), and found none.
  Debian, Ubuntu   apt-get install openjdk-21-jdk-headless   (or a newer one)
  macOS            brew install openjdk
  anywhere         https://adoptium.net or https://sdkman.io (sdk install java)
If it is installed in an unusual place, say where: make ... JAVA_HOME=/path/to/jdk
END
  exit 1
fi
printf '%s\n' "$found"
