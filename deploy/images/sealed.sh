#!/bin/sh
# Runs a command with a folder as its whole file system, as a container would: read-only but for
# /tmp, as a user that is not root. Needs root itself.
#
#   sealed.sh ROOT UID:GID REGISTRY COMMAND...
#
# Of this machine it has /proc and a few devices; a folder with the registry file, as a ConfigMap
# would be; and the files of the C library alone, which the base of a real image brings along.
set -eu

if [ "${LATCHKEY_SEALED:-}" != yes ]; then
  LATCHKEY_SEALED=yes exec unshare --mount --propagation private sh "$0" "$@"
fi
unset LATCHKEY_SEALED

root=$1 user=$2 registry=$3
shift 3

mount --bind "$root" "$root"
for name in 'ld-linux*' libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2 'libnss_*'; do
  for file in /lib64/$name /lib/*-linux-gnu/$name; do
    if [ -e "$file" ]; then
      mkdir -p "$root${file%/*}"
      cp -L "$file" "$root$file"
    fi
  done
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
