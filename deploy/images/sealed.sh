#!/bin/sh
# Runs a command with a folder as its whole file system, as a container would: read-only but for
# /tmp, as a user that is not root. Needs root itself.
#
#   sealed.sh ROOT UID:GID REGISTRY COMMAND...
#
# Of this machine it has /proc and a few devices; a folder with the registry file, as a ConfigMap
# would be; and the C library, which the base of a real image brings along.
set -eu

if [ "${LATCHKEY_SEALED:-}" != yes ]; then
  LATCHKEY_SEALED=yes exec unshare --mount --propagation private sh "$0" "$@"
fi
unset LATCHKEY_SEALED

root=$1 user=$2 registry=$3
shift 3

mount --bind "$root" "$root"
for library in /lib /lib64 /usr/lib; do
  if [ -d "$library" ]; then
    mkdir -p "$root$library"
    mount --bind "$library" "$root$library"
    mount -o remount,bind,ro "$root$library"
  fi
done
mkdir -p "$root/proc" "$root/dev" "$root/tmp" "$root/etc/latchkey"
mount --rbind /proc "$root/proc"
for device in null zero random urandom; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root/tmp"
mount --bind "$registry" "$root/etc/latchkey"
mount -o remount,bind,ro "$root"

cd /
exec chroot --userspec="$user" "$root" "$@"
