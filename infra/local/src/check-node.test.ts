import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectFolder } from './data-folder-paths.ts';

async function runWithNode(version: string, command: string) {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-old-node-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const claim = join(folder, 'claim.cjs');
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  await writeFile(claim, `Object.defineProperty(process, 'versions', { value: ${versions} });\n`);
  const path = [join(projectFolder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { PATH: path, HOME: process.env.HOME, NODE_OPTIONS: `--require=${claim}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: projectFolder, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const { scripts } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

test.each([
  ['npm start and npm run demo', scripts.built],
  ['npm run refrain', `${scripts.refrain} --version`],
  ['npx refrain', 'refrain --version'],
])('%s refuse an old Node with one sentence before anything else is loaded', async (_title, command = '') => {
  expect(await runWithNode('18.20.8', command)).toEqual({
    status: 1,
    output: 'Refrain needs Node.js 20.19 or newer, this is 18.20.8. Install a newer one.\n',
  });
});

test.each([
  ['20.18.3', 1],
  ['20.19.0', 0],
  ['22.0.0', 0],
  ['8.17.0', 1],
])('the check of Node %s exits with %i', async (version, status) => {
  expect(await runWithNode(version, 'node apps/cli/bin/check-node.cjs')).toMatchObject({ status });
});

test('npm start and npm run demo check Node before they run anything', () => {
  for (const name of ['start', 'demo', 'backup', 'restore', 'new-key']) {
    expect(scripts[name]).toMatch(/^npm run --silent built && /u);
  }
});
