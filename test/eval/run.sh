#!/bin/sh
# `npm run eval -- <what>`: `compare`, `trend`, `effect`, `link`, `precheck`, `org`, `resolution` and `seen` are tools of development, everything else is the user's own `refrain eval`.
set -e
case "${1:-}" in
  compare | trend | effect | link | precheck | org | resolution | seen)
    tool=$1
    shift
    tsc -b apps/cli test/eval 1>&2
    exec node "test/eval/dist/$tool/main.js" "$@"
    ;;
esac
tsc -b apps/cli 1>&2
exec node apps/cli/dist/main.js eval "$@"
