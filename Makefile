# make run      build, and answer queries/headline.sql
# make test     build, and run every test
# make lint     formatting and import arrows
# make format   format the sources in place
# make bench    the benchmark program, with ARGS="--suite queries --json FILE"
# make install  copy the program, its manual and the completions of shells below PREFIX
# make clean    forget everything that was built

PREFIX ?= /usr/local
SWIFT_BUILD = swift build -c release --static-swift-stdlib
PROGRAM = .build/release/rummage
SHARE = $(DESTDIR)$(PREFIX)/share

.PHONY: run test program bench lint format install clean setup

run: program
	$(PROGRAM) --format box -f queries/headline.sql

test: program
	swift test -c release --scratch-path .build/tests
	$(PROGRAM) test queries

program: setup
	$(SWIFT_BUILD) --product rummage

bench: program
	$(SWIFT_BUILD) --product benchmark
	.build/release/benchmark $(ARGS)

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
	.ci/check-imports

format:
	swift format format --in-place --parallel --recursive Package.swift Sources Tests

install: program
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/rummage
	$(call document,man,man/man1/rummage.1)
	$(call document,bash,bash-completion/completions/rummage)
	$(call document,zsh,zsh/site-functions/_rummage)
	$(call document,fish,fish/vendor_completions.d/rummage.fish)

# What the program prints of itself, put below SHARE.
define document
$(PROGRAM) --generate $(1) >.build/rummage.$(1)
	install -D -m 644 .build/rummage.$(1) $(SHARE)/$(2)
endef

clean:
	rm -rf .build

setup:
	@.ci/setup
