import { type ChildProcess, execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Returns whether a process with this id runs, including processes of other users. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/**
 * Returns whether a process is a zombie: it has ended, but its parent has not waited for it. Some parents never wait, such as the
 * first process of many containers. Always false without /proc.
 */
function isZombie(pid: number): boolean {
  return readStatFields(pid)?.[0] === 'Z';
}

/** Returns the fields of /proc/<pid>/stat from field 3, the state, on; null if there is no such file. */
function readStatFields(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 2 is the program name in parentheses, which may itself contain spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Sends a signal. Returns false if the process is already gone. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Sends a signal to a process, waits up to `timeoutMs`, then kills the process. Returns when it is gone. */
export async function endProcess(pid: number, signal: NodeJS.Signals, timeoutMs: number): Promise<void> {
  if (!sendSignal(pid, signal)) return;
  if (await isGoneWithin(pid, timeoutMs)) return;
  sendSignal(pid, 'SIGKILL');
  await isGoneWithin(pid, 5_000);
}

async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (isProcessAlive(pid)) {
    if (Date.now() >= deadline) return false;
    await sleep(15);
  }
  return true;
}

/**
 * Sends a signal to a child process that has not ended, and kills it after `timeoutMs`.
 * @param ended resolves when the process has ended
 */
export async function endChildProcess(
  child: ChildProcess,
  ended: Promise<unknown>,
  signal: NodeJS.Signals,
  timeoutMs: number,
): Promise<void> {
  child.ref();
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await ended;
  clearTimeout(force);
}

const run = promisify(execFile);

/**
 * Returns a text that identifies a running process even if its id is used again later; null if the process is gone or
 * cannot be examined.
 */
export async function identifyProcess(pid: number, platform = process.platform): Promise<string | null> {
  return platform === 'linux' ? identifyOnLinux(pid) : identifyByPs(pid);
}

/** Field 22 of /proc/<pid>/stat is the start time in ticks since boot. The boot id distinguishes one boot from another. */
async function identifyOnLinux(pid: number): Promise<string | null> {
  const startedAt = readStatFields(pid)?.[22 - 3];
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
  return startedAt === undefined || bootId === null ? null : `${bootId.trim()} ${startedAt}`;
}

async function identifyByPs(pid: number): Promise<string | null> {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env }).catch(() => ({ stdout: '' }));
  return stdout.trim() || null;
}
