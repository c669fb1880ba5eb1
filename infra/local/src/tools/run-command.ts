import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { AppError } from '@refrain/domain';
import { sendSignal } from '../servers/process-life.ts';

interface RunCommandOptions {
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the command and its child processes. Absent for commands that must not be interrupted. */
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

const keptLines = 40;

/**
 * Runs a command to its end in a process group of its own, so that a Ctrl-C reaches it only through `signal`.
 * @throws {AppError} `unavailable` with the command's last line of output
 */
export function runCommand(command: string, args: readonly string[], options: RunCommandOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: { ...options.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    const collect = (line: string) => {
      if (line.trim() === '') return;
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      options.onLine?.(line);
    };
    // A chunk of output may end in the middle of a line.
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', collect);
    const cancel = () => {
      if (child.pid !== undefined) sendSignal(-child.pid, 'SIGTERM');
    };
    if (options.signal?.aborted) cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    const settle = (problem: string | null, cause?: unknown) => {
      options.signal?.removeEventListener('abort', cancel);
      if (problem === null) resolve();
      else reject(new AppError('unavailable', `${command} ${args[0] ?? ''} ${problem}`, { cause }));
    };
    child.once('error', (error) => settle(`cannot be run: ${error.message}`, error));
    child.once('close', (code, signal) => {
      const last = lines.findLast((line) => /^E:|error|failed/i.test(line)) ?? lines.at(-1) ?? '';
      settle(code === 0 ? null : `ended with ${signal ?? code}: ${last.trim().slice(0, 300)}`);
    });
  });
}
