import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@refrain/domain';
import { isAlive } from '../servers/process-life.ts';

/**
 * Takes a data folder for this process. What a killed run left is taken over.
 * @returns a function that gives it back
 * @throws {AppError} `conflict` while another live process holds it
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    }
    const holder = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
    if (holder > 1 && holder !== process.pid && isAlive(holder) && (await isNode(holder))) {
      throw new AppError(
        'conflict',
        `Refrain runs already with the data in ${dirname(path)} (process ${holder}): use it, or stop it with Ctrl-C there`,
      );
    }
    await rm(path, { force: true });
  }
  throw new AppError('conflict', `The lock ${path} cannot be taken: another run starts at the same moment`);
}

/** After a restart of the machine the number in the lock may belong to any program. */
async function isNode(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null || /node/.test(command);
}
