export const overview = `Runs Refrain on this machine.

  npm start                  PostgreSQL, Redis, the API, the page and the workers, ready for real accounts
  npm run demo               the same with an emulated GitHub and PagerDuty of a sample organisation
  npm run demo -- --reset    forgets the demo's data first

  node infra/local/dist/main.js start | demo [--reset] | tools <name…>   each with --help`;

const settings = `Settings (environment):
  PORT               port of the API and the page (default 4400, or the next free one)
  DATABASE_URL       a PostgreSQL to use instead of starting one
  REDIS_URL          a Redis to use instead of starting one
  REFRAIN_DATA_DIR   where data and logs go (default .refrain in the project)
  REFRAIN_PUBLIC_URL the address under which people and webhooks reach the API
  All of them, with the ones of the processes: .env.example`;

const texts = {
  start: `start: starts Refrain, and prints its address and a one-time sign-in link. Ctrl-C stops all of it.\n\n${settings}`,
  demo: `demo [--reset]: starts Refrain beside an emulated GitHub and PagerDuty, connects both, takes in two years of a sample
organisation and opens the first improvement issues. Its data lies in .refrain/demo, apart from that of \`start\`.
A second run goes on where the first ended. Ctrl-C stops all of it.

  --reset            deletes the demo's data first

${settings}`,
  tools: `tools <name…>: finds programs on this machine, or installs them with the system's package manager:
redis and chromium for tests and the demo; valkey, pgbouncer, helm and iproute2 for tests alone.

  CHROMIUM_PATH      a Chromium to use`,
} as const;

export function commandHelp(command: keyof typeof texts): string {
  return texts[command];
}
