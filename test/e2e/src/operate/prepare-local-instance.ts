import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '@refrain/local';
import { createApiRequester } from '../processes/index.ts';

const main = join(projectFolder, 'infra/local/dist/main.js');

export interface LocalInstance {
  /** Sends a request with the installation's token. Throws an error with the response body for any status except 2xx. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Runs an npm command, such as `backup`, and returns its output. */
  run(...command: readonly string[]): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Prepares a single-machine installation of Refrain, as users run it, with its data in the folder. */
export function prepareLocalInstance(folder: string, settings: Readonly<Record<string, string>>): LocalInstance {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REFRAIN_DATA_DIR: folder, ...settings };
  let running: ChildProcess | null = null;
  let access: { readonly url: string; readonly token: string } | null = null;
  return {
    ask: (method, path, body) => createApiRequester(access?.url ?? '', access?.token ?? '')(method, path, body),
    async run(...command) {
      const child = spawn(process.execPath, [main, ...command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
      if (child.exitCode !== 0) throw new Error(`${command.join(' ')} exited with ${child.exitCode}: ${complaint}`);
      return output;
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
      let output = '';
      for await (const part of child.stdout.setEncoding('utf8')) {
        output += part;
        if (output.includes('Ctrl-C stops it.')) break;
      }
      if (!output.includes('Ctrl-C stops it.')) throw new Error(`Refrain did not start: ${output}`);
      access = JSON.parse(await readFile(join(folder, 'cli.json'), 'utf8'));
    },
  };
}
