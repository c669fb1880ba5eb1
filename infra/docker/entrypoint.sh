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

# V8 by itself takes 2 to 4 GB at most, however much there is: three quarters of the container's memory, or of the machine's. The
# rest is for what lies outside of the heap.
heap() {
  case ${NODE_OPTIONS:-} in *max[-_]old[-_]space[-_]size*) return ;; esac
  node -p '`--max-old-space-size=${Math.floor((0.75 * Math.min(process.constrainedMemory() || Infinity, os.totalmem())) / 2 ** 20)}`'
}

role=${1:-}
[ $# -eq 0 ] || shift
case $role in
  api)
    # As few threads that collect garbage as leave a processor to the answers, and not more than Node takes by itself.
    cores=$(nproc)
    exec node $(heap) --v8-pool-size=$((cores > 4 ? 4 : cores > 1 ? cores - 1 : 1)) "$app/apps/api/bundle/main.js"
    ;;
  ingest-worker | analysis-worker | improvement-worker) exec node $(heap) "$app/apps/$role/bundle/main.js" ;;
  migrate) exec node "$app/apps/migrate/bundle/main.js" ;;
  refrain) exec node "$app/apps/cli/bundle/main.js" "$@" ;;
  # Whether what the container runs is well: the API answers where people ask it, a worker where it tells its figures, if it does.
  healthy)
    # With an init of its own the container runs it as a child of that; the brackets keep the search from finding itself.
    if grep -qs 'apps/[a]pi/' /proc/[0-9]*/cmdline; then port=${PORT:-4400}
    elif grep -qs 'apps/[a-z]*-[w]orker/' /proc/[0-9]*/cmdline; then port=${REFRAIN_METRICS_PORT:-}
    else port=; fi
    [ -n "$port" ] || exit 0
    exec node -e "fetch('http://127.0.0.1:$port/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
    ;;
  --help | help) echo "$usage" ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
