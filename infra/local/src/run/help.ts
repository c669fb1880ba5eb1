export const overviewHelp = `Runs Refrain on this machine.

  npm start                  PostgreSQL, Redis, the API, the page and the workers, ready for real accounts
  npm run demo               the same with an emulated GitHub and PagerDuty of a sample organisation
  npm run demo -- --reset    deletes the demo's data first

  npm run --silent backup -- <folder>    copies the database and its key, even while Refrain is running
  npm run --silent restore -- <folder>   replaces the data with such a copy
  npm run --silent new-key               creates a new encryption key, for a rotation

  node infra/local/dist/main.js start | demo [--reset] | backup <folder> | restore <folder> | new-key | tools <name…>   each with --help`;

const settings = `Settings (environment):
  PORT               port of the API and the page (default 4400; without REFRAIN_PUBLIC_URL also the next free one)
  DATABASE_URL       a PostgreSQL to use instead of starting one
  REDIS_URL          a Redis to use instead of starting one
  REFRAIN_DATA_DIR   where data and logs go (default .refrain in the project)
  REFRAIN_PUBLIC_URL the URL at which people and webhooks reach the API
  All settings, including those of the processes: .env.example`;

export const commandHelp = {
  start: `start: starts Refrain, and prints its address and a one-time sign-in link. Ctrl-C stops everything.\n\n${settings}`,
  demo: `demo [--reset]: starts Refrain with an emulated GitHub and PagerDuty, connects both, ingests two years of a sample
organisation and opens the first improvement issues. Its data is in .refrain/demo, separate from that of \`start\`.
A second run continues where the first ended. Ctrl-C stops everything. It does not read .env, which is for real accounts.

  --reset            deletes the demo's data first

${settings}`,
  backup: `backup <folder>: copies the database of the data folder, with the encryption key, into a new folder.
Refrain may be running. Whoever has the copy can read everything in it: protect it like the key.

  REFRAIN_DATA_DIR   the data folder to back up (default .refrain in the project)`,
  restore: `restore <folder>: replaces the database by a copy of \`backup\`. The former one is moved to a folder within the data folder.
Refrain must not be running. The backup must come from the same PostgreSQL version and the same kind of machine.
Restore only a backup that you made: whoever made a backup decides what the database does.

  REFRAIN_DATA_DIR   the data folder to restore to (default .refrain in the project)`,
  'new-key': `new-key: adds a new encryption key to the data folder. It encrypts from the next start on. Then \`npx refrain keys rotate\`
re-encrypts everything, and \`npx refrain keys status\` says when the former key is no longer needed.`,
  tools: `tools <name…>: finds programs on this machine, or installs them with the system's package manager:
redis and chromium for tests and the demo; valkey, pgbouncer, helm and iproute2 only for tests.

  CHROMIUM_PATH      a Chromium to use`,
} as const;
