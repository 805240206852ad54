# The commands of the project; `make` alone lists them. What takes more than a line or two is in scripts/.

.DEFAULT_GOAL := help
.PHONY: help run frontend check test openapi code-lists generate clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: frontend ## build, then serve demo data at http://127.0.0.1:8080
	HAMKOR_BIND=127.0.0.1:8080 HAMKOR_FRONTEND=frontend/dist cargo run --locked --package hamkor -- serve --demo

frontend: ## build the single-page application into frontend/dist
	scripts/frontend build

check: ## the quick part: format, lints, back-end tests on SQLite, unit tests of the application
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	env -u HAMKOR_TEST_POSTGRES scripts/cargo-test
	scripts/check-compose --if-installed || [ $$? = 77 ]
	scripts/frontend check || [ $$? = 77 ]

test: ## everything, on SQLite and PostgreSQL; installs what it needs
	@scripts/test

openapi: ## write openapi/openapi.json anew
	@mkdir -p openapi target
	cargo run --quiet --package hamkor -- openapi > target/openapi.json
	mv target/openapi.json openapi/openapi.json

code-lists: ## write the code lists anew from their packages
	cd scripts && npm ci --no-audit --no-fund && npm run gen

generate: code-lists openapi ## write everything that is generated and checked in
	scripts/frontend gen

clean: ## remove what was built; demo data stays
	cargo clean
	rm -rf frontend/dist frontend/node_modules scripts/node_modules
