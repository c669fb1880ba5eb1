import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { endProcess, isAlive } from './process-life.ts';

const run = promisify(execFile);

/**
 * Ends the server that a killed run left behind. The process id in its file may belong to another program by now, which is left
 * alone; PostgreSQL would not start beside that file, so the file is removed. The id of a dead process stays: by it PostgreSQL
 * finds out whether parts of a crashed server still run.
 * @param pidFile its first line is the process id
 * @param folder the server has it in its command line or works in it
 */
export async function stopOwnProcess(pidFile: string, folder: string, signal: NodeJS.Signals): Promise<void> {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  if ((await describeProcess(pid)).includes(folder)) await endProcess(pid, signal, 15_000);
  else await rm(pidFile, { force: true });
}

/** The command line of a process and the folder it works in; empty when it is gone or not ours to look at. */
async function describeProcess(pid: number): Promise<string> {
  const [command, folder] = await Promise.all([
    readCommand(pid),
    readlink(`/proc/${pid}/cwd`).catch(() => output('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'])),
  ]);
  return `${command}\n${folder}`;
}

/** Returns the command line of a process; empty if it is gone or cannot be examined. */
export async function readCommand(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => output('ps', ['-ww', '-o', 'args=', '-p', String(pid)]));
}

async function output(command: string, args: string[]): Promise<string> {
  const { stdout } = await run(command, args).catch(() => ({ stdout: '' }));
  return stdout;
}
