import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, onTestFinished } from 'vitest';

/**
 * Creates a zombie, which is a process that has ended and whose parent never waits for it, and returns its id. The zombie is
 * removed after the test.
 */
export async function createZombieProcess(): Promise<number> {
  // `exec` replaces the shell by `sleep` before the child ends, because a shell would wait for the child.
  const parent = spawn('/bin/sh', ['-c', 'sleep 1 & echo $!; exec sleep 60']);
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [chunk] = await once(parent.stdout, 'data');
  const pid = Number(String(chunk));
  await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ');
  return pid;
}
