#!/usr/bin/env bash
# Installs the browsers and drivers named in BROWSERS that are missing, with the system's package manager.
set -euo pipefail

missing=()
want() { # a program, and the Debian packages it comes in
  local program=$1
  shift
  command -v "$program" >/dev/null || missing+=("$@")
}

for browser in ${BROWSERS//,/ }; do
  case $browser in
    chromium) want chromium chromium; want chromedriver chromium-driver ;;
    firefox) want firefox firefox-esr ;;
    webkit) want WebKitWebDriver webkit2gtk-driver; want Xvfb xvfb ;;
    *) echo "BROWSERS: \"$browser\" is unknown (use chromium, firefox or webkit, separated by commas)." >&2; exit 1 ;;
  esac
done

if [ ${#missing[@]} -gt 0 ]; then
  sentence="These packages are missing: ${missing[*]}. Install them (on Debian or Ubuntu: apt-get install ${missing[*]}), then run make again."
  if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && [ -z "${SUDO:-}" ]; }; then
    echo "$sentence" >&2
    exit 1
  fi
  # An old package list may name versions that are gone.
  { ${SUDO:-} apt-get update && DEBIAN_FRONTEND=noninteractive ${SUDO:-} apt-get install -y --no-install-recommends "${missing[@]}"; } \
    || { echo "$sentence" >&2; exit 1; }
fi

case $BROWSERS in
  *firefox*) scripts/tool.sh geckodriver geckodriver "$GECKODRIVER_VERSION" ;;
esac
