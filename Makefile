# Two commands for a newcomer: `make serve` and `make test`. What is missing is installed once; a second run installs nothing.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := serve

TRUNK_VERSION := 0.21.14
TWIGGY_VERSION := 0.8.0
# The command line tool must be of the very version the code is compiled with.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
BROWSERS ?= chromium,firefox,webkit
# As index.html has them for Trunk.
WASM_FEATURES := $(shell sed -n 's/.*data-wasm-opt-params="--converge \([^"]*\)".*/\1/p' index.html)
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

# The release is small because the standard library is built anew, for size, and because what cannot go on stops at once instead
# of telling a panic's story. Stable Rust does that only on request; `trunk serve` and a plain `trunk build` do without it.
SMALL := RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$(CURDIR)/target/small \
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none -Ctarget-feature=-reference-types"

export PATH := $(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

.PHONY: serve build size test check native browser screenshots bench tools browsers

serve: tools ## build the demo and serve it at http://127.0.0.1:8080, rebuilding on change
	@mkdir -p target dist
	@# Trunk.toml names files, and the trace of one is lost where an editor saves it by renaming: here the folder is watched.
	trunk serve --watch . --ignore target --ignore dist --ignore node_modules --ignore .git

build: tools ## the release in dist/, with its sizes
	$(SMALL) trunk build --release

size: build ## what the bytes of the release are spent on; records its sizes for the check in `make test`
	@twiggy --version 2>/dev/null | grep -qx 'twiggy-opt $(TWIGGY_VERSION)' || cargo install --locked twiggy@$(TWIGGY_VERSION)
	$(SMALL) cargo build --locked --release --target wasm32-unknown-unknown --bin widget
	wasm-bindgen --keep-debug --target web --out-dir target/size --out-name widget \
	  target/small/wasm32-unknown-unknown/release/widget.wasm
	wasm-opt -g -Oz --converge $(WASM_FEATURES) target/size/widget_bg.wasm -o target/size/named.wasm
	node scripts/size.mjs target/size/named.wasm

test: check native build browser ## everything

check: tools ## formatting, and clippy on both targets
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --lib --bin widget -- -D warnings

native: tools ## tests without a browser, and the demo's decks
	cargo test --locked
	cargo run --locked --quiet -- check www/decks/*.json

browser: build browsers ## the release's size, and stories in real browsers on it
	node scripts/budget.mjs
	BROWSERS=$(BROWSERS) cargo test --locked --test browser
	node scripts/matrix.mjs

screenshots: BROWSERS := chromium
screenshots: build browsers ## the pictures of the README, from the demo
	BROWSERS=chromium SCREENSHOTS=docs/screenshots cargo test --locked --test browser

bench: BROWSERS := chromium
bench: build browsers ## how fast, beside others and by size; writes docs/performance.md
	npm ci --ignore-scripts --prefix bench
	cargo bench --locked --bench steps
	cargo bench --locked --bench growth
	node bench/run.mjs

tools: .toolchain node_modules/.installed ## what a build needs
	@trunk --version 2>/dev/null | grep -q ' 0\.21\.' || cargo install --locked trunk@$(TRUNK_VERSION)
	@wasm-bindgen --version 2>/dev/null | grep -qx 'wasm-bindgen $(BINDGEN_VERSION)' \
	  || cargo install --locked wasm-bindgen-cli@$(BINDGEN_VERSION) || cargo install wasm-bindgen-cli@$(BINDGEN_VERSION)

# Toolchain files do not install by themselves everywhere: the toolchain, its components and its target are asked for by name.
.PHONY: .toolchain
.toolchain:
	@command -v rustup >/dev/null || { echo 'rustup is missing: install it from https://rustup.rs, then run make again.' >&2; exit 1; }
	@command -v npm >/dev/null || { echo 'Node.js with npm is missing: install it (https://nodejs.org), then run make again.' >&2; exit 1; }
	@rustc --version >/dev/null 2>&1 || rustup toolchain install "$$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)" --profile minimal
	@rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
	@for part in clippy rustfmt rust-src; do rustup component list --installed | grep -q "^$$part" || rustup component add $$part; done

node_modules/.installed: package-lock.json
	npm ci --ignore-scripts
	node node_modules/esbuild/install.js
	touch $@

browsers: ## the browsers the tests drive
	@BROWSERS=$(BROWSERS) SUDO=$(SUDO) scripts/browsers.sh
