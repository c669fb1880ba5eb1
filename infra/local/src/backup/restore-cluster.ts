import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { findDatabaseUser } from '../servers/run-as.ts';
import { copyFolder, giveFolder } from './copy-folder.ts';
import { type CopyCheck, checkCopiedFolder } from './manifest.ts';

/**
 * Matches all but the data of a cluster: its settings, because they can name commands for PostgreSQL to run and let anybody in, and
 * `recovery.signal` and `tablespace_map`, which make it follow another server or write elsewhere.
 */
const allButData = /^(?!(?:PG_VERSION|backup_label|base|global|pg_[a-z_]+)(?:\/|$))/u;

/** The settings that `initdb` would write and that differ from PostgreSQL's built-in defaults. */
const settings = {
  'postgresql.conf': [
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "lc_messages = 'C'",
    "default_text_search_config = 'pg_catalog.english'",
    '',
  ].join('\n'),
  'postgresql.auto.conf': '',
  'pg_hba.conf': 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n',
  'pg_ident.conf': '',
};

/**
 * Copies the cluster of a backup, with settings of our own in place of those in the backup.
 * @param to a folder that only this user can enter, since the cluster belongs to the user of PostgreSQL in the end
 * @throws {AppError} `invalid_input` if there is a link in it, which could lead out of the backup, or if a file in it is missing or
 * differs from the manifest
 */
export async function restoreCluster(from: string, to: string, check: CopyCheck): Promise<void> {
  const owner = await findDatabaseUser(to);
  await copyFolder(from, to, {
    excludes: allButData,
    signal: check.signal,
    onSpecialFile(path) {
      throw new AppError(
        'invalid_input',
        `The backup contains ${join(from, path)}, which is neither a file nor a folder, so Refrain did not make it. Restore only a backup that you made.`,
      );
    },
  });
  await checkCopiedFolder(to, allButData, check);
  for (const [name, text] of Object.entries(settings)) {
    await writeFile(join(to, name), text, { mode: 0o600, flag: 'wx' });
  }
  if (owner !== null) await giveFolder(to, owner);
}
