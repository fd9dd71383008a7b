#!/usr/bin/env bash
# Do the README's two commands work where nothing is installed, and how long do they take? What is committed is cloned afresh; cargo
# and npm have nothing cached, the path holds what the README asks for, and there is one font. Rust's toolchain is reused, and how
# to reach the registries (configuration, proxies, certificates) is as it is outside. BROWSERS chooses browsers, PORT the page's port.
set -euo pipefail
cd "$(dirname "$0")/.."

PORT=${PORT:-8080}
page=http://127.0.0.1:$PORT
bare=$(mktemp -d)
serving=
end() { # Only the group of processes that was started here.
  [ -z "$serving" ] || kill -- "-$serving" 2>/dev/null || true
  serving=
}
trap 'end; rm -rf "$bare"' EXIT
fail() {
  echo "$*" >&2
  exit 1
}

# The program itself: a version manager's stand-in may look for its own settings in the home folder, which is another one here.
mkdir -p "$bare"/{path,home/.cargo,fonts}
for program in git make node npm rustup; do
  place=$(command -v "$program") || fail "$program is missing: the README asks for it."
  ln -s "$(readlink -f "$place")" "$bare/path/$program"
done
# rustup is all of these, by the name that it is called with.
for program in cargo rustc rustdoc rustfmt cargo-clippy cargo-fmt clippy-driver; do ln -s rustup "$bare/path/$program"; done

# How to reach the registries, in whatever way this machine is told.
for file in config.toml config; do
  [ ! -f "${CARGO_HOME:-$HOME/.cargo}/$file" ] || cp "${CARGO_HOME:-$HOME/.cargo}/$file" "$bare/home/.cargo/"
done
[ ! -f "$HOME/.npmrc" ] || cp "$HOME/.npmrc" "$bare/home/"
reach=()
while IFS= read -r -d '' variable; do
  case ${variable%%=*} in
    *_proxy | *_PROXY | *SSL_CERT* | *_CA_CERTS | *_CA_BUNDLE | GIT_SSL_CAINFO) reach+=("$variable") ;;
    npm_config_cache | NPM_CONFIG_CACHE | npm_config_prefix | NPM_CONFIG_PREFIX) ;;
    npm_config_* | NPM_CONFIG_* | CARGO_HTTP_* | CARGO_NET_* | CARGO_REGISTR* | CARGO_SOURCE_* | RUSTUP_DIST_* | RUSTUP_UPDATE_*) reach+=("$variable") ;;
  esac
done < <(env -0)

# One font, unlike any that a page would ask for.
font=$(fc-match --format '%{file}' monospace) && [ -f "$font" ] || fail "There is no font on this machine: the browsers need one."
cp "$font" "$bare/fonts/"
cat >"$bare/fonts.conf" <<END
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$bare/fonts</dir><cachedir>$bare/home/fonts</cachedir></fontconfig>
END

git clone --quiet . "$bare/clone"
[ -z "$(git status --porcelain)" ] || echo "Only what is committed is tried: this work tree has changes that are not."
cd "$bare/clone"
bare() {
  exec env -i "${reach[@]}" HOME="$bare/home" PATH="$bare/path:/usr/sbin:/usr/bin:/sbin:/bin" LANG=C.UTF-8 \
    RUSTUP_HOME="$toolchains" FONTCONFIG_FILE="$bare/fonts.conf" TRUNK_SERVE_PORT="$PORT" "$@"
}
toolchains=${RUSTUP_HOME:-$HOME/.rustup}
is_there() { node -e 'fetch(process.argv[1]).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))' "$1"; }
told() { echo "$1: $((SECONDS / 60)) min $((SECONDS % 60)) s"; }

! (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null || fail "Something else listens on port $PORT: end it, or name another with PORT."

SECONDS=0
# A group of processes of its own, which can be ended as one.
set -m
(bare make serve) &
serving=$!
set +m
until is_there "$page/" && is_there "$page/widget_bg.wasm"; do
  kill -0 "$serving" 2>/dev/null || fail "make serve has ended before the page answered."
  sleep 1
done
serve=$(told "make serve, until the page answered")
end

SECONDS=0
(bare make test ${BROWSERS:+BROWSERS="$BROWSERS"})
test=$(told "make test")
changed=$(git status --porcelain)
[ -z "$changed" ] || fail "make test has changed files:"$'\n'"$changed"
printf '\n%s\n%s\n' "$serve" "$test"
