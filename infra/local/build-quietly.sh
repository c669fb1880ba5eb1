#!/bin/sh
# Builds what changed, and says so where there is nothing built yet; what went wrong is told, and nothing else.
[ -e infra/local/dist/main.js ] || echo 'Building, which takes a minute or two the first time …' >&2
said=$(npm run --silent build 2>&1) || {
  printf '%s\n' "$said" >&2
  exit 1
}
