import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '@refrain/local';
import { createRequester } from '../processes/index.ts';

const main = join(projectFolder, 'infra/local/dist/main.js');

export interface LocalInstance {
  /** A request with the token of the installation; throws with the problem's sentence for anything but 2xx. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** What `npm run backup` and the like do. @returns what it says */
  run(...command: readonly string[]): Promise<string>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
  /** As `npm start`, of what is in the folder. */
  start(): Promise<void>;
}

/** Refrain on one machine as a user has it, with all that it keeps in this folder: started by `start`. */
export function localInstance(folder: string, settings: Readonly<Record<string, string>>): LocalInstance {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REFRAIN_DATA_DIR: folder, ...settings };
  let running: ChildProcess | null = null;
  let access: { readonly url: string; readonly token: string } | null = null;
  return {
    ask: (method, path, body) => createRequester(access?.url ?? '', access?.token ?? '')(method, path, body),
    async run(...command) {
      const child = spawn(process.execPath, [main, ...command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
      if (child.exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${child.exitCode}: ${complaint}`);
      return said;
    },
    async stop() {
      const child = running;
      running = null;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    async start() {
      const child = spawn(process.execPath, [main, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      running = child;
      let said = '';
      for await (const part of child.stdout.setEncoding('utf8')) {
        said += part;
        if (said.includes('Ctrl-C stops it.')) break;
      }
      if (!said.includes('Ctrl-C stops it.')) throw new Error(`It did not start: ${said}`);
      access = JSON.parse(await readFile(join(folder, 'cli.json'), 'utf8'));
    },
  };
}
