#!/bin/sh
# Makes sure that the tests find a browser: installs Debian's chromium if it can, else says how to.

for browser in chromium chromium-browser google-chrome google-chrome-stable; do
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
  echo "No browser here; installing Debian's chromium for the end-to-end tests."
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; then
    exit 0
  fi
fi

cat >&2 <<END
The end-to-end tests drive a browser, Chromium or Google Chrome, and there is none.
  Debian           sudo apt-get install chromium
  Ubuntu           https://www.google.com/chrome (its chromium is a snap, which also works)
  macOS            brew install --cask google-chrome
END
exit 1
