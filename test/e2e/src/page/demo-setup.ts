import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, open, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

const stopWithinMs = 20_000;

/**
 * Vitest's global set-up of the page tests. Builds what has changed, because page tests open the built page. Then starts the demo like
 * `npm run demo`, in a temporary folder, but does not wait until it is ready, so that other tests can run meanwhile. While you write tests,
 * set REFRAIN_DEMO_DIR to the data folder of a running demo; then nothing is built.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { PATH, HOME, REFRAIN_DEMO_DIR } = process.env;
  if (REFRAIN_DEMO_DIR !== undefined) {
    project.provide('demoFolder', dirname(resolve(REFRAIN_DEMO_DIR)));
    return async () => {};
  }
  // Vitest loads this file before the packages are compiled, so it imports them only here.
  const { findDataRoot, findFreePort, findToolsFolder, projectFolder } = await import('@refrain/local');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed. Correct the printed errors, then run again.');
  const folder = await mkdtemp(join(tmpdir(), 'refrain-demo-'));
  await symlink(findToolsFolder(findDataRoot(process.env)), findToolsFolder(folder));
  const output = await open(join(folder, 'output'), 'w');
  const child = spawn(process.execPath, [join(projectFolder, 'infra/local/dist/main.js'), 'demo'], {
    // Two test runs at the same time would choose the same default port.
    env: { PATH, HOME, REFRAIN_DATA_DIR: folder, PORT: String(await findFreePort()) },
    stdio: ['ignore', output.fd, output.fd],
  });
  child.once('exit', (code, signal) => writeFileSync(join(folder, 'ended'), String(code ?? signal)));
  project.provide('demoFolder', folder);
  return async () => {
    const failed = child.exitCode !== null || child.signalCode !== null;
    await stop(child);
    await output.close();
    // After a failure, keep the log files, because the error of a waiting test names them.
    if (!failed) await rm(folder, { recursive: true, force: true });
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
