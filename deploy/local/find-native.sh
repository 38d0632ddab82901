#!/bin/sh
# What Maven is told about where native executables are built: here, if there is a GraalVM or
# Mandrel for JDK 25, else in a container, if something runs those. Says what is missing if neither
# is there.
set -eu

# The one that Quarkus would take: it does not look at versions.
native=
for home in "${GRAALVM_HOME:-}" "${JAVA_HOME:-}"; do
  if [ -z "$native" ] && [ -n "$home" ] && [ -x "$home/bin/native-image" ]; then
    native=$home/bin/native-image
  fi
done
if [ -z "$native" ]; then
  native=$(command -v native-image || true)
fi
if [ -n "$native" ]; then
  case $("$native" --version 2> /dev/null) in
    'native-image 25' | 'native-image 25'[!0-9]*) exit 0 ;;
  esac
  echo "$native is not for JDK 25, and is passed over." >&2
fi
for runtime in docker podman; do
  if command -v "$runtime" > /dev/null 2>&1 && "$runtime" info > /dev/null 2>&1; then
    echo "-Dquarkus.native.container-build=true -Dquarkus.native.container-runtime=$runtime"
    exit 0
  fi
done
echo 'A native executable is built by GraalVM or Mandrel for JDK 25: set GRAALVM_HOME, or put' >&2
echo 'native-image on the path; or start docker or podman, to build in a container.' >&2
exit 1
