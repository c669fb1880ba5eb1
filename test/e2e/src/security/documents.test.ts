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

test('each point of the checklist has a test, a reason why it needs none, or says that it is not met', () => {
  const rows = readFileSync(join(root, 'docs/asvs.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/u.test(line));
  expect(rows.length).toBeGreaterThan(90);
  const points = rows.map((row) => row.split('|')[1]?.trim());
  expect(points.filter((point, at) => points.indexOf(point) !== at)).toEqual([]);
  for (const row of rows) expect(row.split('|')[3]?.trim()).not.toBe('');
});
