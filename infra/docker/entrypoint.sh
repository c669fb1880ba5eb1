#!/bin/sh
# Runs one role of the image. A setting may come from a file, such as a mounted secret, whose path is in NAME_FILE. Encryption
# keys are an exception: the processes read their file themselves, because it may contain several keys.
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

# By default V8 limits the heap to 2 to 4 GB, whatever the memory. Use three quarters of the container's or machine's memory, and
# leave the rest for memory outside the heap.
heap() {
  case ${NODE_OPTIONS:-} in *max[-_]old[-_]space[-_]size*) return ;; esac
  node -p '`--max-old-space-size=${Math.floor((0.75 * Math.min(process.constrainedMemory() || Infinity, os.totalmem())) / 2 ** 20)}`'
}

role=${1:-}
[ $# -eq 0 ] || shift
case $role in
  api)
    # Leave one processor to requests during a garbage collection, and use no more threads than Node's default.
    cores=$(nproc)
    exec node $(heap) --v8-pool-size=$((cores > 4 ? 4 : cores > 1 ? cores - 1 : 1)) "$app/apps/api/bundle/main.js"
    ;;
  ingest-worker | analysis-worker | improvement-worker) exec node $(heap) "$app/apps/$role/bundle/main.js" ;;
  migrate) exec node "$app/apps/migrate/bundle/main.js" ;;
  refrain) exec node "$app/apps/cli/bundle/main.js" "$@" ;;
  # Health check: the API responds on its public port, a worker on its metrics port if it has one.
  healthy)
    # With an init process, the role is its child. The brackets keep the pattern from matching this command itself.
    if grep -qs 'apps/[a]pi/' /proc/[0-9]*/cmdline; then port=${PORT:-4400}
    elif grep -qs 'apps/[a-z]*-[w]orker/' /proc/[0-9]*/cmdline; then port=${REFRAIN_METRICS_PORT:-}
    else port=; fi
    [ -n "$port" ] || exit 0
    exec node -e "fetch('http://127.0.0.1:$port/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
    ;;
  --help | help) echo "$usage" ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
