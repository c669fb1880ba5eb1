import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { endProcess, isAlive } from './process-life.ts';

const run = promisify(execFile);

/**
 * Ends the server that a killed run left behind. A process id may have gone to another program since, so only a process
 * that names `folder` in its command or works in it is ended.
 * @param pidFile its first line is the process id
 */
export async function stopOwnProcess(pidFile: string, folder: string, signal: NodeJS.Signals): Promise<void> {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (isAlive(pid) && (await describeProcess(pid)).includes(folder)) await endProcess(pid, signal, 15_000);
  if (!isAlive(pid)) await rm(pidFile, { force: true });
}

/** The command line of a process and the folder it works in; empty when it is gone or not ours to look at. */
async function describeProcess(pid: number): Promise<string> {
  const [command, folder] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => output('ps', ['-ww', '-o', 'args=', '-p', String(pid)])),
    readlink(`/proc/${pid}/cwd`).catch(() => output('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'])),
  ]);
  return `${command}\n${folder}`;
}

async function output(command: string, args: string[]): Promise<string> {
  const { stdout } = await run(command, args).catch(() => ({ stdout: '' }));
  return stdout;
}
