import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { root } from '../start-refrain.ts';
import { listSourceFiles } from './list-regexes.ts';

/** Permitted algorithm of each cryptographic function. */
const algorithms: Readonly<Record<string, string>> = {
  createHash: 'sha256',
  createHmac: 'sha256',
  createCipheriv: 'aes-256-gcm',
  createDecipheriv: 'aes-256-gcm',
};

/** Other permitted functions of Node's crypto module: random values, constant-time comparison, key parsing. */
const others = ['createPrivateKey', 'randomBytes', 'randomUUID', 'timingSafeEqual'];

/** Files that may use Math.random, each with its purpose. None of these purposes needs unpredictable numbers. */
const byChance: Readonly<Record<string, string>> = {
  'apps/improvement-worker/src/handlers.ts': 'how long a delivery waits for its next try',
  'packages/jobs/src/request-limits.ts': 'how long a request waits for its turn',
  'packages/jobs/src/worker.ts': 'how long a job waits for its next run',
  'packages/store/src/sql/advisory-lock.ts': 'how long a lock is waited for',
};

interface Used {
  readonly calls: string[];
  readonly imports: string[];
  readonly usesChance: boolean;
}

function readUsed(file: string, text: string): Used {
  const calls: string[] = [];
  const imports: string[] = [];
  let usesChance = false;
  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      if (!/^(?:node:)?crypto$/u.test(source.value)) return;
      // Namespace imports are forbidden, because this check could not see which functions they use.
      for (const one of specifiers)
        imports.push(one.type === 'ImportSpecifier' && 'name' in one.imported ? one.imported.name : '*');
    },
    CallExpression({ callee, arguments: [algorithm] }) {
      if (callee.type !== 'Identifier' || algorithms[callee.name] === undefined) return;
      calls.push(`${callee.name} ${algorithm?.type === 'Literal' ? algorithm.value : 'of a name that is made'}`);
    },
    MemberExpression({ object, property }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      if (object.name === 'Math' && property.name === 'random') usesChance = true;
    },
  }).visit(parseSync(file, text).program);
  return { calls, imports, usesChance };
}

const used = listSourceFiles().map((file) => ({ file, ...readUsed(file, readFileSync(join(root, file), 'utf8')) }));

test('digests are SHA-256, encryption is AES-256-GCM, and no other cryptography is used', () => {
  const calls = used.flatMap((one) => one.calls);
  expect(calls.length).toBeGreaterThan(10);
  const allowed = new Set(Object.entries(algorithms).map((pair) => pair.join(' ')));
  expect(calls.filter((call) => !allowed.has(call))).toEqual([]);
  const known = new Set([...Object.keys(algorithms), ...others]);
  expect(
    used.flatMap(({ file, imports }) => imports.filter((name) => !known.has(name)).map((name) => [file, name])),
  ).toEqual([]);
});

test("secrets are drawn from the system's randomness, and Math.random only determines delays", () => {
  expect(used.filter(({ usesChance }) => usesChance).map(({ file }) => file)).toEqual(Object.keys(byChance));
});

test('the cryptography check finds a weak digest, a computed algorithm, a namespace import, and Math.random', () => {
  const strange = "import * as all from 'crypto'; createHash('md5'); createCipheriv(mode, key, iv); Math.random();";
  expect(readUsed('strange.ts', strange)).toEqual({
    calls: ['createHash md5', 'createCipheriv of a name that is made'],
    imports: ['*'],
    usesChance: true,
  });
});
