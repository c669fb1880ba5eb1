#!/bin/sh
# Runs one role of the image. A setting may stand in a file instead, as secrets are mounted: NAME_FILE names it. Keys the processes
# read from files themselves, since there may be several in one.
set -eu
app=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")/../.." && pwd)

usage='One of: api, ingest-worker, analysis-worker, improvement-worker, migrate, refrain [COMMAND…]'

for name in DATABASE_URL REDIS_URL REFRAIN_TOKEN REFRAIN_OIDC_CLIENT_SECRET REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET; do
  eval "file=\${${name}_FILE:-}"
  [ -n "$file" ] || continue
  [ -r "$file" ] || { echo "${name}_FILE cannot be read: $file" >&2; exit 2; }
  value=$(cat -- "$file")
  export "$name=$value"
  unset "${name}_FILE"
done

role=${1:-}
[ $# -eq 0 ] || shift
case $role in
  api)
    # As few threads that collect garbage as leave a processor to the answers, and not more than Node takes by itself.
    cores=$(nproc)
    exec node --v8-pool-size=$((cores > 4 ? 4 : cores > 1 ? cores - 1 : 1)) "$app/apps/api/bundle/main.js"
    ;;
  ingest-worker | analysis-worker | improvement-worker | migrate) exec node "$app/apps/$role/bundle/main.js" ;;
  refrain) exec node "$app/apps/cli/bundle/main.js" "$@" ;;
  # Whether what the container runs is well: only the API can be asked.
  healthy)
    # With an init of its own the container runs it as a child of that; the brackets keep the search from finding itself.
    grep -qs 'apps/[a]pi/' /proc/[0-9]*/cmdline || exit 0
    exec node -e "fetch('http://127.0.0.1:${PORT:-4400}/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
    ;;
  --help | help) echo "$usage" ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
