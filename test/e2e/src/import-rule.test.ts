import { execFile, execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
/** A copy of the project, in which tests change files so that they violate the import rule. */
const copy = await mkdtemp(join(tmpdir(), 'refrain-rule-'));
afterAll(() => rm(copy, { recursive: true, force: true }));

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
await Promise.all(files.map((file) => cp(join(root, file), join(copy, file)).catch(ignoreDeleted)));
await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
execFileSync('git', ['init', '--quiet'], { cwd: copy });

/** Ignores the error for a file that git still lists because its deletion is not committed yet. */
function ignoreDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

interface Result {
  readonly code: number;
  readonly output: string;
}

function npm(...args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    execFile('npm', args, { cwd: copy }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

/** Appends a line to each file, runs `check`, and restores the files. */
async function whileBroken(
  breaches: readonly { readonly file: string; readonly line: string }[],
  check: () => Promise<Result>,
): Promise<Result> {
  const before = new Map<string, string>();
  for (const { file, line } of breaches) {
    before.set(file, before.get(file) ?? (await readFile(join(copy, file), 'utf8')));
    await appendFile(join(copy, file), `\n${line}\n`);
  }
  try {
    return await check();
  } finally {
    for (const [file, text] of before) await writeFile(join(copy, file), text);
  }
}

/** Runs `work` while the manifests of workspaces declare the given additional dependencies. */
async function whileDeclared<T>(
  dependencies: readonly { readonly folder: string; readonly name: string }[],
  work: () => Promise<T>,
): Promise<T> {
  const before = new Map<string, string>();
  for (const { folder, name } of dependencies) {
    const path = join(copy, folder, 'package.json');
    const text = await readFile(path, 'utf8');
    before.set(path, text);
    const manifest = JSON.parse(text);
    manifest.dependencies[name] = '0.1.0';
    await writeFile(path, JSON.stringify(manifest));
  }
  try {
    return await work();
  } finally {
    for (const [path, text] of before) await writeFile(path, text);
  }
}

const checkImports = () => npm('run', '--silent', 'check:imports');
/** Splits the output of `check:imports` into problems. Each problem begins with `x` or `×`. */
const problemsOf = ({ output }: Result) => output.split(/^ {2}[x×] /mu).slice(1);

const undeclared = [
  {
    what: 'a package that imports its sibling',
    file: 'packages/analysis/src/index.ts',
    imported: '@refrain/store',
  },
  {
    what: 'a package that reaches into its sibling by path',
    file: 'packages/analysis/src/index.ts',
    imported: '../../store/src/index.ts',
  },
  {
    what: 'an app that imports another app',
    file: 'apps/api/src/main.ts',
    imported: '../../ingest-worker/src/config.ts',
  },
  { what: 'PostgreSQL outside the store', file: 'packages/connectors/src/index.ts', imported: 'pg' },
  { what: 'the queue outside jobs', file: 'apps/api/src/main.ts', imported: 'bullmq' },
  {
    what: 'the page that imports more than the domain',
    file: 'apps/web/src/main.tsx',
    imported: '@refrain/connectors',
  },
] as const;

const restricted = [
  { file: 'packages/jobs/src/index.ts', imported: 'pg' },
  { file: 'packages/store/src/index.ts', imported: 'bullmq' },
  { file: 'apps/api/src/main.ts', imported: '@pagerduty/pdjs' },
  { file: 'packages/analysis/src/index.ts', imported: '@octokit/rest' },
] as const;

const declared = [
  { folder: 'apps/web', file: 'apps/web/src/main.tsx', name: '@refrain/connectors', manifest: '@refrain/web' },
  {
    folder: 'packages/analysis',
    file: 'packages/analysis/src/index.ts',
    name: '@refrain/store',
    manifest: '@refrain/analysis',
  },
] as const;

const toLine = (name: string) => `import '${name}';`;
const clean = await checkImports();
const broken = await whileBroken(
  undeclared.map(({ file, imported }) => ({ file, line: toLine(imported) })),
  checkImports,
);
const linted = await whileBroken(
  restricted.map(({ file, imported }) => ({ file, line: toLine(imported) })),
  () => npm('exec', '--', 'biome', 'lint', ...restricted.map(({ file }) => file)),
);
const brokenThoughDeclared = await whileDeclared(declared, () =>
  whileBroken(
    declared.map(({ file, name }) => ({ file, line: toLine(name) })),
    checkImports,
  ),
);

test('all files of the project follow the import rule', () => {
  expect(clean.code).toBe(0);
});

test.each(undeclared)('check:imports fails on $what', ({ file, imported }) => {
  expect(broken.code).not.toBe(0);
  const found = problemsOf(broken).filter((problem) => problem.includes(`\`${imported}\``) && problem.includes(file));
  expect(found).toHaveLength(1);
});

test.each(restricted)(
  'check:imports rejects the import of $imported in $file even if the dependency is declared',
  ({ file, imported }) => {
    expect(linted.code).not.toBe(0);
    const [, found = ''] = linted.output.split(`${file}:`);
    expect(found).toMatch(/^\d+:\d+ lint\/style\/noRestrictedImports/u);
    expect(found).toContain(toLine(imported));
  },
);

test.each(declared)('check:imports still fails if $folder declares the forbidden dependency $name', ({ manifest }) => {
  expect(brokenThoughDeclared.code).not.toBe(0);
  expect(problemsOf(brokenThoughDeclared).filter((problem) => problem.includes(manifest))).not.toEqual([]);
});
