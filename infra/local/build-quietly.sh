#!/bin/sh
# Checks the version of Node, then builds what has changed. Prints a line before the first build, and the output of a failed build.
node apps/cli/bin/check-node.cjs || exit 1
[ -e infra/local/dist/main.js ] || echo 'Building, which takes a minute or two the first time …' >&2
said=$(npm run --silent build 2>&1) || {
  printf '%s\n' "$said" >&2
  exit 1
}
