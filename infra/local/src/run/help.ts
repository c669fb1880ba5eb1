export const overview = `Runs Refrain on this machine.

  npm start                  PostgreSQL, Redis, the API, the page and the workers, ready for real accounts
  npm run demo               the same with an emulated GitHub and PagerDuty of a sample organisation
  npm run demo -- --reset    forgets the demo's data first

  npm run --silent backup -- <folder>    copies the database and its key, also while it runs
  npm run --silent restore -- <folder>   puts such a copy in place of what is there
  npm run --silent new-key               makes a new encryption key, for a rotation

  node infra/local/dist/main.js start | demo [--reset] | backup <folder> | restore <folder> | new-key | tools <name…>   each with --help`;

const settings = `Settings (environment):
  PORT               port of the API and the page (default 4400; without REFRAIN_PUBLIC_URL also the next free one)
  DATABASE_URL       a PostgreSQL to use instead of starting one
  REDIS_URL          a Redis to use instead of starting one
  REFRAIN_DATA_DIR   where data and logs go (default .refrain in the project)
  REFRAIN_PUBLIC_URL the address under which people and webhooks reach the API
  All of them, with the ones of the processes: .env.example`;

const texts = {
  start: `start: starts Refrain, and prints its address and a one-time sign-in link. Ctrl-C stops all of it.\n\n${settings}`,
  demo: `demo [--reset]: starts Refrain beside an emulated GitHub and PagerDuty, connects both, takes in two years of a sample
organisation and opens the first improvement issues. Its data lies in .refrain/demo, apart from that of \`start\`.
A second run goes on where the first ended. Ctrl-C stops all of it. It does not read .env, which is of real accounts.

  --reset            deletes the demo's data first

${settings}`,
  backup: `backup <folder>: copies the database of the data folder, with the encryption key, into a folder that is not there yet.
Refrain may run meanwhile. Whoever has the copy can read everything in it: keep it as you would keep the key.

  REFRAIN_DATA_DIR   whose database it is (default .refrain in the project)`,
  restore: `restore <folder>: puts what \`backup\` has copied in place of the database, which is set aside within the data folder.
Refrain must not run. It needs the same version of PostgreSQL, which this version of Refrain brings, and the same kind of machine.
Restore only a backup that you made: whoever made a backup decides what the database does.

  REFRAIN_DATA_DIR   where it goes (default .refrain in the project)`,
  'new-key': `new-key: puts a new encryption key above the one in the data folder. It encrypts from the next start on; then
\`npx refrain keys rotate\` encrypts anew what is stored, and \`npx refrain keys status\` says when the former one is not needed.`,
  tools: `tools <name…>: finds programs on this machine, or installs them with the system's package manager:
redis and chromium for tests and the demo; valkey, pgbouncer, helm and iproute2 for tests alone.

  CHROMIUM_PATH      a Chromium to use`,
} as const;

export function commandHelp(command: keyof typeof texts): string {
  return texts[command];
}
