import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../start-refrain.ts';

test.each(['docs/security.md', 'docs/asvs.md'])('each file that %s names is there', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const named = [...text.matchAll(/`((?:apps|packages|test|docs|infra)\/[\w./-]+\.\w+|[A-Z]+\.md)`/gu)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** The cells of the rows of a document that begin so. */
function readRows(document: string, begin: RegExp): string[][] {
  const lines = readFileSync(join(root, document), 'utf8').split('\n');
  return lines.filter((line) => begin.test(line)).map((line) => line.split('|').map((cell) => cell.trim()));
}

test('each point of the checklist has a test, a reason why it needs none, or says that it is not met', () => {
  const rows = readRows('docs/asvs.md', /^\| \d/u);
  expect(rows.length).toBeGreaterThan(90);
  const points = rows.map(([, point]) => point);
  expect(points.filter((point, at) => points.indexOf(point) !== at)).toEqual([]);
  for (const [, point, , shownBy = ''] of rows) expect(shownBy, point).not.toBe('');
});

test('each threat has what holds it, and a test that shows so', () => {
  const rows = readRows('docs/security.md', /^\|[^|]*\| [STRIDE] +\|/u);
  expect(rows.length).toBeGreaterThan(20);
  for (const [, , , threat, holds = '', shownBy = ''] of rows) {
    expect(holds, threat).not.toBe('');
    expect(shownBy, threat).toMatch(/`[\w./-]+\.test\.ts`/u);
  }
});
