import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { findDatabaseUser } from '../servers/run-as.ts';
import { changeFolderOwner, copyFolder } from './copy-folder.ts';
import { type CopyCheckOptions, checkCopiedFolder } from './manifest.ts';

/**
 * Matches everything except the data of a cluster. The settings in a backup could contain commands for PostgreSQL to run or let
 * anybody in, and `recovery.signal` and `tablespace_map` could make PostgreSQL follow another server or write elsewhere.
 */
const allButData = /^(?!(?:PG_VERSION|backup_label|base|global|pg_[a-z_]+)(?:\/|$))/u;

/** Settings that `initdb` would write and that differ from PostgreSQL's built-in defaults. */
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
 * Copies the cluster of a backup, with Refrain's own settings instead of those in the backup.
 * @param to a folder that only this user can enter, because the finished cluster belongs to the user of PostgreSQL
 * @throws {AppError} `invalid_input` if the cluster contains a link, which could lead out of the backup, or if it does not match
 * the manifest
 */
export async function restoreCluster(from: string, to: string, check: CopyCheckOptions): Promise<void> {
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
  if (owner !== null) await changeFolderOwner(to, owner);
}
