import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../start-refrain.ts';

/** Matches a line of Node's module log: the required package and the folders that Node searched. */
const lookUp = /looking for "((?:@[\w.-]+\/)?[\w-][\w.-]*)[^"]*" in (\[.*\])/gu;

// Node also searches the folders above the project for a package. Another user may have put a package there.
test.each([
  ['apps/cli/bin/refrain.js', 'import', 'package.json'],
  ...['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'].map((app) => [`apps/${app}/dist/main.js`]),
  ['infra/local/dist/main.js', 'start', '--help'],
])('%s loads no package from outside the project', (script, ...args) => {
  const env = { PATH: process.env.PATH, NODE_DEBUG: 'module' };
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 60_000 } as const;
  const { stderr } = spawnSync(process.execPath, [join(root, script), ...args], options);
  const wanted = new Map([...stderr.matchAll(lookUp)].map(([, name = '', folders = '[]']) => [name, folders]));
  const isInProject = ([name, folders]: [string, string]) =>
    (JSON.parse(folders) as string[]).some((folder) => folder.startsWith(root) && existsSync(join(folder, name)));
  expect([...wanted].filter((one) => !isInProject(one)).map(([name]) => name)).toEqual([]);
});
