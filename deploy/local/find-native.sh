#!/bin/sh
# What Maven is told about where native executables are built: here, if there is a GraalVM, else in
# a container, if something runs those. Says what is missing if neither is there.
set -eu

if [ -n "${GRAALVM_HOME:-}" ] && [ -x "$GRAALVM_HOME/bin/native-image" ]; then
  exit 0
fi
if command -v native-image > /dev/null 2>&1; then
  exit 0
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
