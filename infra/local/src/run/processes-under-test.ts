import { readdir, readFile, readlink } from 'node:fs/promises';

export interface FoundProcess {
  readonly pid: number;
  readonly command: string;
}

export async function listProcessesOfFolder(folder: string): Promise<FoundProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
      const [command, environment] = await Promise.all([read('cmdline'), read('environ')]);
      const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      const isOurs = [command, environment, cwd].some((text) => text.includes(folder));
      return isOurs ? [{ pid: Number(pid), command: command.replaceAll('\0', ' ').trim() }] : [];
    }),
  );
  return found.flat();
}
