import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { projectFolder } from '@refrain/local';
import { expect, test } from 'vitest';
import { readDocuments } from './index.ts';

const documents = readDocuments();
const isElsewhere = (target: string) => /^(?:https?|mailto):/u.test(target);

/** Describes a broken link. Returns null if the target is an existing file and, with an anchor, an existing heading. */
function faultOf(from: string, target: string): string | null {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : normalize(join(dirname(from), path));
  const present = existsSync(join(projectFolder, file));
  if (!present || file.startsWith('..')) return `${from}: ${target} is not there`;
  if (statSync(join(projectFolder, file)).isDirectory())
    return `${from}: ${target} is a folder, and no page of the site`;
  if (anchor === undefined) return null;
  const known = documents.find((document) => document.file === file)?.anchors;
  return known?.has(anchor) ? null : `${from}: ${file} has no heading ${anchor}`;
}

test('every link in every document leads to an existing page and heading', () => {
  const links = documents.flatMap(({ file, targets }) =>
    targets.filter((target) => !isElsewhere(target)).map((target) => [file, target] as const),
  );
  expect(links.length).toBeGreaterThan(100);
  expect(links.map(([file, target]) => faultOf(file, target)).filter((fault) => fault !== null)).toEqual([]);
});

test('the navigation lists every documentation page, and the list of decisions every ADR', () => {
  const listedIn = (index: string) => {
    const targets = documents.find(({ file }) => file === index)?.targets ?? [];
    return targets.map((target) => normalize(join(dirname(index), target.split('#')[0] ?? '')));
  };
  const listed = new Set([...listedIn('docs/README.md'), ...listedIn('docs/adr/README.md'), 'docs/README.md']);
  expect(documents.map(({ file }) => file).filter((file) => !listed.has(file))).toEqual([]);
});

test('the README has fewer than 120 lines', () => {
  const text = documents.find(({ file }) => file === 'README.md')?.text ?? '';
  expect(text.split('\n').length).toBeLessThan(120);
});
