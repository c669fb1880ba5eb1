import { execFile } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ensureProgramCopyForAllUsers } from './postgres-binaries.ts';

async function openFolders() {
  const root = await mkdtemp(join(tmpdir(), 'refrain-shared-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await chmod(root, 0o755);
  const [closed, shared] = [join(root, 'closed'), join(root, 'shared')];
  await mkdir(join(closed, 'bin'), { recursive: true, mode: 0o700 });
  await writeFile(join(closed, 'bin/greet-1'), '#!/bin/sh\necho hello\n', { mode: 0o700 });
  await symlink('greet-1', join(closed, 'bin/greet'));
  return { closed, shared, copy: join(shared, '18') };
}

const nobody = { cwd: '/', uid: 65_534, gid: 65_534 };

describe.runIf(process.getuid?.() === 0)('a shared copy of programs', () => {
  test('every user can run the shared copy of PostgreSQL, only root can change the copy, and the next start reuses it', async () => {
    const { closed, shared, copy } = await openFolders();
    await ensureProgramCopyForAllUsers(closed, copy);
    expect((await promisify(execFile)(join(copy, 'bin/greet'), [], nobody)).stdout).toBe('hello\n');
    expect(await readlink(join(copy, 'bin/greet'))).toBe('greet-1');
    for (const path of [shared, copy, join(copy, 'bin/greet-1')]) {
      const { uid, mode } = await lstat(path);
      expect([path, uid, mode & 0o777]).toEqual([path, 0, 0o755]);
    }
    await rm(closed, { recursive: true });
    await ensureProgramCopyForAllUsers(closed, copy);
    expect(await readdir(shared)).toEqual(['18']);
  });

  test('a shared copy of PostgreSQL is refused if another user could change or replace it', async () => {
    const { closed, shared, copy } = await openFolders();
    await ensureProgramCopyForAllUsers(closed, copy);
    await chown(copy, 65_534, 65_534);
    const advice = 'has to be a folder that only root can change, because Refrain runs programs in it.';
    await expect(ensureProgramCopyForAllUsers(closed, copy)).rejects.toThrow(`${copy} ${advice}`);
    await chmod(shared, 0o777);
    await expect(ensureProgramCopyForAllUsers(closed, copy)).rejects.toThrow(`${shared} ${advice}`);
  });

  test('a failed attempt to copy PostgreSQL leaves nothing behind, and the error says what to do', async () => {
    const { closed, shared, copy } = await openFolders();
    await expect(ensureProgramCopyForAllUsers(join(closed, 'missing'), copy)).rejects.toThrow(
      `root cannot copy it to ${copy} (ENOENT). Run Refrain as an ordinary user, move Refrain to a folder that every user may enter, or set DATABASE_URL.`,
    );
    expect(await readdir(shared)).toEqual([]);
  });
});
