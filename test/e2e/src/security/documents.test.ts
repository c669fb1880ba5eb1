import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../start-refrain.ts';

test.each(['docs/security.md', 'docs/asvs.md'])('each file that %s names exists', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const named = [...text.matchAll(/`((?:apps|packages|test|docs|infra)\/[\w./-]+\.\w+|[A-Z]+\.md)`/gu)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('each promise in docs/promises.md names existing tests, the change that broke the promise, and the resulting test failure', () => {
  const rows = readFileSync(join(root, 'docs/promises.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!promise |decision |-)/u.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThan(70);
  for (const [, promise = '', tests = '', brokenBy, message] of rows) {
    const files = [...tests.matchAll(/`([\w./-]+)`/gu)].map(([, path]) => `${path}.test.ts`);
    const absent = files.filter((path) => !existsSync(join(root, path)));
    expect({ promise, tests: files.length > 0, absent, brokenBy, said: message }).toEqual({
      promise,
      tests: true,
      absent: [],
      brokenBy: expect.stringMatching(/\w/u),
      said: expect.stringMatching(/\w/u),
    });
  }
});

function readRows(document: string, begin: RegExp): string[][] {
  const lines = readFileSync(join(root, document), 'utf8').split('\n');
  return lines.filter((line) => begin.test(line)).map((line) => line.split('|').map((cell) => cell.trim()));
}

/**
 * Returns the requirement numbers in a list. For example, `2.1.1–2.1.3, 2.5.2` stands for four requirements. Throws if the text is no such
 * list.
 */
function expandPoints(cell: string): string[] {
  return cell.split(', ').flatMap((part) => {
    const [, section, first, last = first] = /^(\d+\.\d+)\.(\d+)(?:–\1\.(\d+))?$/u.exec(part) ?? [];
    if (section === undefined || Number(last) < Number(first))
      throw new Error(`Not a list of requirement numbers such as 2.1.1–2.1.3, 2.5.2: ${cell}`);
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${section}.${Number(first) + at}`);
  });
}

test('the ASVS checklist has each requirement of levels 1 and 2 exactly once', () => {
  const points = readRows('docs/asvs.md', /^\| \d/u).flatMap(([, cell = '']) => expandPoints(cell));
  const list = readFileSync(join(root, 'test/e2e/src/security/asvs-4.0.3.txt'), 'utf8').trim().split(/\s+/u);
  expect(list).toHaveLength(259);
  expect(points.toSorted()).toEqual(list.toSorted());
  expect(() => expandPoints('1.1.1-1.1.7')).toThrow('Not a list');
});

test('each requirement of the ASVS checklist names a test or gives a reason for having none', () => {
  for (const [, point, asks = '', shownBy = ''] of readRows('docs/asvs.md', /^\| \d/u)) {
    expect(asks, point).not.toBe('');
    const hasReason = /^(?:\*\*not met\*\*|no test|does not apply): \S/u.test(shownBy);
    expect(hasReason || /`[\w./-]+\.test\.ts`/u.test(shownBy), `${point}: ${shownBy}`).toBe(true);
  }
});

test('each threat in docs/security.md has a countermeasure and a test', () => {
  const rows = readRows('docs/security.md', /^\|[^|]*\| [STRIDE] +\|/u);
  expect(rows.length).toBeGreaterThan(20);
  for (const [, , , threat, holds = '', shownBy = ''] of rows) {
    expect(holds, threat).not.toBe('');
    expect(shownBy, threat).toMatch(/`[\w./-]+\.test\.ts`/u);
  }
});
