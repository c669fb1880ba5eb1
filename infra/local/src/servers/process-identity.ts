import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Identifies a running process by id and start time, since ids are reused; null if it is gone or not examinable. */
export async function identifyProcess(pid: number, platform = process.platform): Promise<string | null> {
  return platform === 'linux' ? identifyOnLinux(pid) : identifyByPs(pid);
}

/** Field 22 of /proc/<pid>/stat is the start time in ticks since boot. The boot id distinguishes one boot from another. */
async function identifyOnLinux(pid: number): Promise<string | null> {
  try {
    const [stat, bootId] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // Field 2 is the program name in parentheses, which may itself contain spaces and parentheses.
    const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[22 - 3];
    return startedAt === undefined ? null : `${bootId.trim()} ${startedAt}`;
  } catch {
    return null;
  }
}

async function identifyByPs(pid: number): Promise<string | null> {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env }).catch(() => ({ stdout: '' }));
  return stdout.trim() || null;
}
