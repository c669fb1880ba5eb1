import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDataRoot, projectFolder, toolsFolder } from '@refrain/local';
import type { TestProject } from 'vitest/node';

/** How long the demo may take to stop, in milliseconds. */
const stopWithinMs = 20_000;

/**
 * Vitest's global set-up of the page's tests: the demo, as `npm run demo` starts it, in a folder of its own. It is not waited
 * for: other tests run until it is ready. REFRAIN_DEMO_DIR names the data folder of one that runs already, for who writes tests.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { PATH, HOME, REFRAIN_DEMO_DIR } = process.env;
  if (REFRAIN_DEMO_DIR !== undefined) {
    project.provide('demoFolder', REFRAIN_DEMO_DIR);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'refrain-demo-'));
  // What was installed for the tests need not be installed again.
  await symlink(toolsFolder(findDataRoot(process.env)), toolsFolder(folder));
  const output = await open(join(folder, 'output'), 'w');
  const child = spawn(process.execPath, [join(projectFolder, 'infra/local/dist/main.js'), 'demo'], {
    env: { PATH, HOME, REFRAIN_DATA_DIR: folder },
    stdio: ['ignore', output.fd, output.fd],
  });
  project.provide('demoFolder', folder);
  return async () => {
    await stop(child);
    await output.close();
    await rm(folder, { recursive: true, force: true });
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  child.kill('SIGINT');
  await ended;
  clearTimeout(timer);
}
