import { execFile, execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** A copy of the sources, so that the rule can be broken in it. */
const root = join(import.meta.dirname, '../../..');
const copy = await mkdtemp(join(tmpdir(), 'refrain-rule-'));
afterAll(() => rm(copy, { recursive: true, force: true }));

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
await Promise.all(files.map((file) => cp(join(root, file), join(copy, file)).catch(ignoreDeleted)));
await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
execFileSync('git', ['init', '--quiet'], { cwd: copy });

/** A file that is deleted and not yet committed is listed and absent. */
function ignoreDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function check(args = ['run', '--silent', 'check:imports']): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile('npm', args, { cwd: copy }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

async function whileBroken(file: string, text: string, args?: string[]): Promise<{ code: number; output: string }> {
  const before = await readFile(join(copy, file), 'utf8');
  await appendFile(join(copy, file), text);
  try {
    return await check(args);
  } finally {
    await writeFile(join(copy, file), before);
  }
}

test('the tree keeps the import rule', async () => {
  expect((await check()).code).toBe(0);
});

test.each([
  ['a package that imports its sibling', 'packages/analysis/src/index.ts', "import '@refrain/store';"],
  [
    'a package that reaches into its sibling by path',
    'packages/analysis/src/index.ts',
    "import '../../store/src/index.ts';",
  ],
  ['an app that imports another app', 'apps/api/src/main.ts', "import '../../ingest-worker/src/config.ts';"],
  ['PostgreSQL outside the store', 'packages/connectors/src/index.ts', "import 'pg';"],
  ['the queue outside jobs', 'apps/api/src/main.ts', "import 'bullmq';"],
  ['the page that imports more than the domain', 'apps/web/src/main.tsx', "import '@refrain/connectors';"],
])('the check fails on %s', async (_what, file, line) => {
  const { code, output } = await whileBroken(file, `\n${line}\n`);
  expect(code).not.toBe(0);
  expect(output).toContain(file);
});

test.each([
  ['packages/jobs/src/index.ts', 'pg'],
  ['packages/store/src/index.ts', 'bullmq'],
  ['apps/api/src/main.ts', 'stemmer'],
  ['packages/analysis/src/index.ts', '@octokit/rest'],
])('%s may not import %s even where it is declared', async (file, name) => {
  const { code, output } = await whileBroken(file, `\nimport '${name}';\n`, ['exec', '--', 'biome', 'lint', file]);
  expect(code).not.toBe(0);
  expect(output).toContain('noRestrictedImports');
});

test.each([
  ['apps/web', 'src/main.tsx', '@refrain/connectors'],
  ['packages/analysis', 'src/index.ts', '@refrain/store'],
])('in %s declaring the forbidden dependency does not help', async (folder, file, name) => {
  const manifestPath = join(copy, folder, 'package.json');
  const before = await readFile(manifestPath, 'utf8');
  const manifest = JSON.parse(before);
  manifest.dependencies[name] = '0.1.0';
  await writeFile(manifestPath, JSON.stringify(manifest));
  const { code, output } = await whileBroken(join(folder, file), `\nimport '${name}';\n`);
  await writeFile(manifestPath, before);
  expect(code).not.toBe(0);
  expect(output).toContain(manifest.name);
});
