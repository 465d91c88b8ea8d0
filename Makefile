# `make help` lists what can be made. Everything sets up what it needs first.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run demo-code test check bench screenshots catalogs migration lock run-environment test-environment

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

run: run-environment ## start quizapp with demonstration data (HOST, PORT, DATABASE_URL, QUIZAPP_DATA, DEMO=yes)
	@exec $(BIN)/quizapp serve --demo

demo-code: run-environment ## the present codes of the demonstration trainers and administrator
	@$(BIN)/quizapp demo-code

test: test-environment ## every test: unit, house, PostgreSQL, browser
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(TESTS)

check: test-environment ## lint, types, floors, templates, catalogs, lessons
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint --lint --quiet quizapp
	$(BIN)/python tools/catalogs.py check
	$(BIN)/quizapp check-content

bench: test-environment ## the budgets, as ratios measured in one run
	@$(BIN)/python -m bench

screenshots: test-environment ## pictures of every page, in the folder screenshots/
	@$(BIN)/python tools/screenshots.py

catalogs: test-environment ## take new texts into the translation catalogs
	@$(BIN)/python tools/catalogs.py update

lock: ## write the lock files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra test --output-file locks/test.txt pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra build --constraint locks/test.txt --output-file locks/run.txt pyproject.toml

run-environment:
	@$(PYTHON) tools/environment.py run
	@$(BIN)/python tools/catalogs.py compile

test-environment:
	@$(PYTHON) tools/environment.py test --browser
	@$(BIN)/python tools/catalogs.py compile
