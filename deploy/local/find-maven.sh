#!/bin/sh
# Prints the Maven command, MVN or mvn, or says what to install. Needs a JAVA_HOME that fits.

LEAST_MAJOR=3
LEAST_MINOR=8
LEAST_PATCH=6

mvn=${MVN:-mvn}

complain() {
  cat >&2 <<END
Latchkey needs Maven $LEAST_MAJOR.$LEAST_MINOR.$LEAST_PATCH or newer: $1
  Debian, Ubuntu   apt-get install maven
  macOS            brew install maven
  anywhere         https://maven.apache.org/download.cgi
If it is installed in an unusual place, say where: make ... MVN=/path/to/bin/mvn
END
  exit 1
}

command -v "$mvn" >/dev/null 2>&1 || complain "there is no $mvn on the path."

version=$("$mvn" -B --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
[ -n "$version" ] || complain "$mvn --version does not tell its version."

IFS=. read -r major minor patch rest <<END
$version
END
newer=$(((major - LEAST_MAJOR) * 1000000 + (${minor:-0} - LEAST_MINOR) * 1000 + ${patch:-0} - LEAST_PATCH))
[ "$newer" -ge 0 ] || complain "$mvn is $version."
printf '%s\n' "$mvn"
