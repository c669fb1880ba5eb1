import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm, stat, unlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { endProcess, isProcessAlive } from './process-life.ts';
import { readRegularFile } from './read-regular-file.ts';

const run = promisify(execFile);

/**
 * Ends the server that a killed run left behind. Removes the pid file if it is unusable or names a process of another program,
 * because PostgreSQL would then not start. A pid file with the id of a dead process stays, because PostgreSQL uses it to find out
 * whether parts of a crashed server still run.
 * @param pidFile has the process id in its first line
 * @param folder is in the server's command line, or is its working folder
 */
export async function stopOrphanedServer(pidFile: string, folder: string, signal: NodeJS.Signals): Promise<void> {
  const text = await readRegularFile(pidFile);
  // If the pid file is a folder, it stays, and PostgreSQL's own error message names it.
  if (text === '') return unlink(pidFile).catch(() => {});
  const pid = Number.parseInt(text ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 1 || !isProcessAlive(pid)) return;
  const [description, realFolder] = await Promise.all([describeProcess(pid), realPath(folder)]);
  const isOwn = description.includes(folder) || description.includes(realFolder);
  if (isOwn) await endProcess(pid, signal, 15_000);
  else await rm(pidFile, { force: true });
}

/**
 * Kills the processes of a program whose working folder is `folder` or that were started with `-D <folder>`, even if it has
 * been moved. A server that hung when its supervisor was killed would otherwise keep writing to the folder. Works only on Linux.
 * @param program name of the program's file
 */
export async function killProcessesInFolder(folder: string, program: string): Promise<void> {
  const [folderStats, realFolder] = await Promise.all([stat(folder).catch(() => null), realPath(folder)]);
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/u.test(name));
  await Promise.all(
    pids.map(async (pid) => {
      const [cwd, name, command] = await Promise.all([
        stat(`/proc/${pid}/cwd`).catch(() => null),
        readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
        readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
      ]);
      const worksThere =
        folderStats !== null && cwd !== null && cwd.dev === folderStats.dev && cwd.ino === folderStats.ino;
      const named = /\0-D\0([^\0]+)\0/u.exec(command)?.[1];
      const isOfPath = named !== undefined && (named === folder || (await realPath(named)) === realFolder);
      if (name.trim() === program && (worksThere || isOfPath)) await endProcess(Number(pid), 'SIGKILL', 5_000);
    }),
  );
}

/** Returns the path with links resolved, or the path itself if nothing is there. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function describeProcess(pid: number): Promise<string> {
  const [command, folder] = await Promise.all([
    readProcessCommandLine(pid),
    readlink(`/proc/${pid}/cwd`).catch(() => output('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'])),
  ]);
  return `${command}\n${folder}`;
}

/** Returns the command line of a process; empty if the process is gone or cannot be examined. */
export async function readProcessCommandLine(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => output('ps', ['-ww', '-o', 'args=', '-p', String(pid)]));
}

async function output(command: string, args: string[]): Promise<string> {
  const { stdout } = await run(command, args).catch(() => ({ stdout: '' }));
  return stdout;
}
