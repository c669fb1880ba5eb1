import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { findProcessScript } from '@refrain/local';
import { onTestFinished } from 'vitest';

export interface StartedCommand {
  /** Waits until stderr matches the expression. Throws if the command exits before that. */
  find(pattern: RegExp): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts the built `refrain`. If it still runs at the end of the test, it is killed. */
export function startCommand(args: readonly string[], env: Record<string, string>): StartedCommand {
  const child = spawn(process.execPath, [findProcessScript('cli'), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  const stdout = text(child.stdout);
  const ended = once(child, 'close').then(async ([code]) => ({ code, stdout: await stdout, stderr }));

  async function find(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(stderr)?.[0];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`The command exited with ${child.exitCode}: ${stderr}`);
      await Promise.race([once(child.stderr, 'data'), ended]);
    }
  }
  return { find, ended };
}
