#!/bin/sh
# Freezes what a release shares with the next one, from git: its scripts, what it keeps in Redis, its
# migrations, and the names that keys are derived by.
#
#   compatibility/freeze.sh 0.1.0 v0.1.0
set -eu

[ $# = 2 ] || { echo "usage: $0 NAME GIT-REF" >&2; exit 2; }
name=$1
commit=$(git rev-parse --verify "$2^{commit}")
cd "$(dirname "$0")/releases"
mkdir "$name"
cd "$name"
top=$(git rev-parse --show-toplevel)

files() {
  git -C "$top" ls-tree -r --name-only "$commit" "$1"
}
copy() {
  mkdir -p "$(dirname "$2")"
  git -C "$top" show "$commit:$1" >"$2"
}

echo "$commit" >commit
copy docs/redis-schema.md redis-schema.md
for file in $(files grant-state/src/main/resources/lua); do
  copy "$file" "lua/${file##*/}"
done
for pair in device-authz-service:registry token-service:issued verification-ui:people; do
  for file in $(files "${pair%:*}/src/main/resources/db/migration"); do
    copy "$file" "migrations/${pair#*:}/${file##*/}"
  done
done
# Of what runs side by side, as Release.now() has it: tools have names that nobody shares.
git -C "$top" grep -hoE '"latchkey[ /-][^"]*"' "$commit" -- \
  grant-state/src/main/java oauth-wire/src/main/java device-authz-service/src/main/java \
  token-service/src/main/java verification-ui/src/main/java | tr -d '"' | sort -u >derived-keys
echo "Frozen: compatibility/releases/$name. Write rows.sql, and empty differences.md and steps.md."
