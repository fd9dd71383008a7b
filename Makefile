# Two commands for a newcomer: `make serve` and `make test`. What is missing is installed once; a second run installs nothing.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := serve

TRUNK_VERSION := 0.21.14
TWIGGY_VERSION := 0.8.0
GECKODRIVER_VERSION := 0.37.1
DENY_VERSION := 0.20.2
CYCLONEDX_VERSION := 0.5.9
FUZZ_VERSION := 0.13.2
# The command line tool must be of the very version the code is compiled with.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
BROWSERS ?= chromium,firefox,webkit
# As index.html has them for Trunk.
WASM_FEATURES := $(shell sed -n 's/.*data-wasm-opt-params="[^"]*--converge \([^"]*\)".*/\1/p' index.html | head -n 1)
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

# The release is small because the standard library is built anew, for size, and because what cannot go on stops at once instead
# of telling a panic's story. Stable Rust does that only on request; `trunk serve` and a plain `trunk build` do without it.
# Inlined is what is smaller so, or hardly larger (measured: 0.3 KB of brotli less in the widget, 0.2 in the finder, than by `-Copt-level=z` alone).
SMALL := RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$(CURDIR)/target/small \
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none -Ctarget-feature=-reference-types -Cllvm-args=-inline-threshold=7"

export PATH := $(CURDIR)/node_modules/.bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

.PHONY: serve build size test check native browser npm archive matrix screenshots soak soak-native reliability fuzz supply sbom reproducible \
  bench bare man tools toolchain browsers

serve: tools ## build the demo and serve it at http://127.0.0.1:8080, rebuilding on change
	@# What is ignored there must exist.
	@mkdir -p target dist node_modules
	@# Trunk.toml names files, and the trace of one is lost where an editor saves it by renaming: here the folder is watched.
	trunk serve --watch . --ignore target --ignore dist --ignore node_modules --ignore .git

build: tools ## the release in dist/, with its sizes
	$(SMALL) trunk build --release

size: build ## what the bytes of the release are spent on; records its sizes for the check in `make test`
	@scripts/tool.sh twiggy twiggy $(TWIGGY_VERSION)
	for program in finder widget; do \
	  $(SMALL) cargo build --locked --release --target wasm32-unknown-unknown --features $$program --bin $$program && \
	  wasm-bindgen --keep-debug --target web --out-dir target/size --out-name $$program \
	    target/small/wasm32-unknown-unknown/release/$$program.wasm && \
	  wasm-opt -g -Oz --converge $(WASM_FEATURES) target/size/$${program}_bg.wasm -o target/size/$$program.named.wasm || exit 1; \
	done
	node scripts/size.mjs target/size/finder.named.wasm target/size/widget.named.wasm

test: check native build browser npm ## everything

check: toolchain ## formatting, and clippy on both targets
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	@# A target that a plain `cargo test` leaves out is none of "all".
	cargo clippy --locked --test browser -- -D warnings
	@# Each program alone, so that neither reaches into the other.
	for program in finder widget; do \
	  cargo clippy --locked --target wasm32-unknown-unknown --features $$program --lib --bin $$program -- -D warnings || exit 1; \
	done
	cargo clippy --locked --target wasm32-unknown-unknown --features component --lib -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --features bake --lib --bin bake -- -D warnings
	node scripts/sinks.mjs src www index.html

native: toolchain node_modules/.tests ## tests without a browser
	cargo test --locked

browser: build browsers ## the release's size, and stories in real browsers on it
	node scripts/budget.mjs
	node scripts/sinks.mjs dist
	BROWSERS="$(BROWSERS)" cargo test --locked --test browser
	node scripts/matrix.mjs --check "$(BROWSERS)"
	node scripts/reliability.mjs --check

matrix: ## the table of what works where in the README, from the last results of the stories
	node scripts/matrix.mjs

soak: BROWSERS := chromium
soak: build browsers ## reads at random for SOAK_MINUTES (20) from SEED (printed); SEED=… STEPS=… plays a reading again
	SOAK_MINUTES="$(if $(STEPS),,$(or $(SOAK_MINUTES),20))" SEED="$(SEED)" STEPS="$(STEPS)" BROWSERS="$(BROWSERS)" \
	  cargo test --locked --test browser -- a_long_random_reading --nocapture

soak-native: toolchain ## the state machine, with ten million events of random readings
	EVENTS="$(or $(EVENTS),10000000)" SEED="$(or $(SEED),11)" cargo test --locked --release --test intent properties

reliability: ## docs/reliability.md, from what the last runs of the tests have noted
	node scripts/reliability.mjs

screenshots: BROWSERS := chromium
screenshots: build browsers ## the pictures of the README, from the demo
	BROWSERS=chromium SCREENSHOTS=docs/screenshots cargo test --locked --test browser

bench: BROWSERS := chromium
bench: build browsers ## how fast, beside others and by size; writes docs/performance.md
	npm ci --ignore-scripts --prefix bench
	cargo bench --locked --bench steps
	cargo bench --locked --bench growth
	node bench/run.mjs

man: toolchain ## the command line's manual, in target/man
	cargo run --locked --quiet -- man target/man

npm: tools node_modules/.tests examples/edge/node_modules/.installed ## the npm module in target/npm/, its tests, and those of the worker at the edge
	scripts/npm.sh
	node --test tests/npm/*.test.mjs
	deno test --no-check --allow-read --quiet tests/npm/bake.test.mjs
	node --test examples/edge/test.mjs

archive: toolchain target/archive/.installed ## an archive baked in Spark's local cluster: articles a second by number of workers
	cargo build --locked --release --bin context-cards
	target/archive/bin/python3 examples/archive/run.py --command $(CURDIR)/target/release/context-cards

# Spark is a program of Java's; nothing else here needs either.
target/archive/.installed: examples/archive/requirements.txt
	command -v java >/dev/null || { $(SUDO) apt-get update && $(SUDO) apt-get install --yes default-jre-headless; }
	python3 -m venv target/archive
	target/archive/bin/pip install --quiet --requirement examples/archive/requirements.txt
	touch $@

bare: ## the README's two commands in a fresh clone, with nothing installed or cached, and how long they take
	@BROWSERS="$(BROWSERS)" scripts/bare.sh

fuzz: FUZZ_SECONDS ?= 300
fuzz: BROWSERS := chromium
fuzz: build browsers ## searches for inputs that break a property, five minutes for each of `ls fuzz/fuzz_targets` and for articles in a browser, or FUZZ_SECONDS
	@scripts/tool.sh cargo-fuzz cargo-fuzz $(FUZZ_VERSION)
	scripts/fuzz.sh $(FUZZ_SECONDS)
	FUZZ_SECONDS=$(FUZZ_SECONDS) SEED=$(or $(SEED),$(shell date +%s)) BROWSERS="$(BROWSERS)" \
	  cargo test --locked --test browser -- random_articles --nocapture

supply: toolchain ## licences, doubled and unknown crates, licences of npm packages, and known holes where their list can be fetched
	@scripts/tool.sh cargo-deny cargo-deny $(DENY_VERSION)
	cargo deny --locked --offline check bans licenses sources
	node scripts/npm_licenses.mjs package-lock.json bench/package-lock.json examples/edge/package-lock.json
	@scripts/advisories.sh

sbom: toolchain ## dist/sbom.json: what the release is made of (CycloneDX)
	@scripts/tool.sh cargo-cyclonedx cargo-cyclonedx $(CYCLONEDX_VERSION)
	scripts/sbom.sh

reproducible: tools ## builds the release twice, in two places, and compares it byte by byte
	scripts/reproducible.sh

tools: toolchain node_modules/.installed ## what a build needs
	@scripts/tool.sh trunk trunk $(TRUNK_VERSION)
	@scripts/tool.sh wasm-bindgen wasm-bindgen-cli $(BINDGEN_VERSION)

# Toolchain files do not install by themselves everywhere: the toolchain, its components and its target are asked for by name.
toolchain:
	@command -v rustup >/dev/null || { echo 'rustup is missing: install it from https://rustup.rs, then run make again.' >&2; exit 1; }
	@command -v npm >/dev/null || { echo 'Node.js with npm is missing: install it (https://nodejs.org), then run make again.' >&2; exit 1; }
	@rustc --version >/dev/null 2>&1 || rustup toolchain install "$$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)" --profile minimal
	@rustup target list --installed | grep -x wasm32-unknown-unknown >/dev/null || rustup target add wasm32-unknown-unknown
	@for part in clippy rustfmt rust-src; do rustup component list --installed | grep "^$$part" >/dev/null || rustup component add $$part; done

# What the tests have installed stays.
node_modules/.installed: package-lock.json
	npm ci --ignore-scripts $(if $(wildcard node_modules/.tests),,--omit=dev)
	node node_modules/esbuild/install.js
	touch $@ $(wildcard node_modules/.tests)

# Added to what is there, as the lock file has it: `npm ci` would first take that away from a `make serve` beside.
node_modules/.tests: node_modules/.installed
	npm install --ignore-scripts --no-save
	touch $@

examples/edge/node_modules/.installed: examples/edge/package-lock.json
	npm ci --ignore-scripts --prefix examples/edge
	node examples/edge/node_modules/esbuild/install.js
	touch $@

browsers: toolchain node_modules/.tests ## the browsers the tests drive, and what goes into their pages
	@BROWSERS="$(BROWSERS)" SUDO=$(SUDO) GECKODRIVER_VERSION=$(GECKODRIVER_VERSION) scripts/browsers.sh
