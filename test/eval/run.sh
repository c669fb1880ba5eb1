#!/bin/sh
# `npm run eval -- <what>`: `compare` is a tool of development, everything else is the user's own `refrain eval`.
set -e
if [ "${1:-}" = compare ]; then
  shift
  tsc -b apps/cli test/eval 1>&2
  exec node test/eval/dist/compare/main.js "$@"
fi
tsc -b apps/cli 1>&2
exec node apps/cli/dist/main.js eval "$@"
