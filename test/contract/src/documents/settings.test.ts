import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import { expect, test } from 'vitest';
import { readDocuments } from './index.ts';

const documents = readDocuments();
const example = readFileSync(join(projectFolder, '.env.example'), 'utf8');

/** Variables that the operating system, CI and npm set. */
const ofOthers = ['PATH', 'HOME', 'CI', 'INIT_CWD'];

function findAll(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

const isSource = /(?:^|\/)src\/.*\.tsx?$/u;
const isOther = /\.test\.ts$|-under-test\.ts$|node_modules/u;
/** Matches quoted names of settings in the source code of the CLI. */
const quoted = /'(REFRAIN_[A-Z_]+)'/gu;

const isSchema = /(?:config|settings|keys)\.ts$/u;

/** Collects the keys of environment schemas, and the variables that are read by name. */
function readCode(): ReadonlySet<string> {
  const sources = ['apps', 'packages', 'infra', 'test/e2e'].flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => isSource.test(name) && !isOther.test(name))
      .map((name) => join(folder, name)),
  );
  const names = sources.flatMap((file) => {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    const ofSchema = isSchema.test(file) ? findAll(text, /^ {2}([A-Z][A-Z\d_]{2,}):/gmu) : [];
    const ofCommandLine = file.startsWith('apps/cli/') ? findAll(text, quoted) : [];
    return [...ofSchema, ...findAll(text, /\b(?:env|environment)\??\.([A-Z][A-Z\d_]+)/gu), ...ofCommandLine];
  });
  return new Set(names.filter((name) => !ofOthers.includes(name)));
}

/** Collects the variables in the image's entrypoint and in compose.yaml. */
function readDeployment(): string[] {
  const [entrypoint, compose] = ['entrypoint.sh', 'compose.yaml'].map((file) =>
    readFileSync(join(projectFolder, 'infra/docker', file), 'utf8'),
  );
  const [secrets = ''] = findAll(entrypoint ?? '', /^for name in (.+); do$/gmu);
  return [...secrets.split(' ').map((name) => `${name}_FILE`), ...findAll(compose ?? '', /\$\{([A-Z_]+)/gu)];
}

const code = readCode();
const known = new Set([...code, ...readDeployment()]);
const ours = /\b((?:REFRAIN|DATABASE|REDIS|CHROMIUM)_[A-Z\d]+(?:_[A-Z\d]+)*)(?![\w])/gu;

test('docs/settings.md documents every setting of the code', () => {
  const page = documents.find(({ file }) => file === 'docs/settings.md')?.text ?? '';
  expect(code.size).toBeGreaterThan(30);
  expect([...code].filter((name) => !page.includes(`\`${name}\``)).toSorted()).toEqual([]);
});

test('every setting in a document or .env.example exists in the code', () => {
  const named = [...documents.map(({ file, text }) => ({ file, text })), { file: '.env.example', text: example }];
  const unknown = named.flatMap(({ file, text }) =>
    [...findAll(text, ours), ...(file === '.env.example' ? findAll(text, /^#?([A-Z][A-Z_]+)=/gmu) : [])]
      .filter((name) => !known.has(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
});
