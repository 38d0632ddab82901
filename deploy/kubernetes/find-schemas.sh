#!/bin/sh
# Prints the folder with check.mjs and the schemas that it needs, which npm brings the first time; or
# says what to install. Only the tests of the manifests need it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
fetched=$here/target/schemas

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  cat >&2 <<END
The manifests' tests check them against the JSON schemas of npm packages: that needs Node.js 20 or newer, and npm.
  Debian, Ubuntu   apt install npm
  macOS            brew install node
END
  exit 1
fi

if ! cmp -s "$here/schemas/package-lock.json" "$fetched/package-lock.json" || [ ! -e "$fetched/complete" ]; then
  mkdir -p "$fetched"
  rm -f "$fetched/complete"
  cp "$here/schemas/package.json" "$here/schemas/package-lock.json" "$fetched"
  (cd "$fetched" && npm ci --loglevel=error --prefer-offline --no-audit --no-fund --ignore-scripts >&2) || {
    echo "npm could not bring the JSON schemas of the manifests: the first time after a clean it needs the network." >&2
    exit 1
  }
  touch "$fetched/complete"
fi
cp "$here/schemas/check.mjs" "$fetched"
printf '%s\n' "$fetched"
