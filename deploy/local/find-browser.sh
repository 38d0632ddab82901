#!/bin/sh
# Makes sure that the tests find a browser: installs Debian's Chromium if it can, else says how to.
# Its headless shell comes first: the same browser without the windows that nobody sees, for less
# than half of the processor time.

for browser in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$browser" >/dev/null 2>&1; then
    exit 0
  fi
done
for browser in \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
  /Applications/Chromium.app/Contents/MacOS/Chromium; do
  if [ -x "$browser" ]; then
    exit 0
  fi
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "No browser here; installing Debian's Chromium for the end-to-end tests."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  for package in chromium-headless-shell chromium; do
    if apt-get install -y -qq --no-install-recommends "$package"; then
      exit 0
    fi
  done
fi

cat >&2 <<END
The end-to-end tests drive a browser, Chromium or Google Chrome, and there is none.
  Debian           sudo apt-get install chromium-headless-shell
  Ubuntu           https://www.google.com/chrome (its chromium is a snap, which also works)
  macOS            brew install --cask google-chrome
END
exit 1
