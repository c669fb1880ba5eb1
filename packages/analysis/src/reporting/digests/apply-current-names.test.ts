import type { Digest } from '@refrain/domain';
import { expect, test } from 'vitest';
import { applyCurrentNames } from './apply-current-names.ts';

test('applyCurrentNames renames patterns and improvements in lists, statements and sources, and nothing else', () => {
  const source = { at: null, url: null };
  const section = { id: 'changed', title: 'What changed', table: null, chart: null, isDetail: false };
  const digest = {
    patterns: [{ patternId: 'p', name: 'Old pool' }],
    document: {
      sections: [
        {
          ...section,
          statements: [
            { label: 'Old pool', text: 'Old pool returned.', refs: ['P1'], method: null },
            { label: 'Old pool: limits', text: 'In progress.', refs: ['I1'], method: null },
            { label: '3 May', text: 'Disk full', refs: ['P1'], method: null },
          ],
        },
      ],
      sources: [
        { ...source, ref: 'P1', kind: 'pattern', id: 'p', title: 'Old pool' },
        { ...source, ref: 'I1', kind: 'improvement', id: 'i', title: 'Old pool: limits' },
        { ...source, ref: 'E1', kind: 'episode', id: 'e', title: 'Disk full' },
      ],
    },
  } as unknown as Digest;
  const { patterns, document } = applyCurrentNames(
    digest,
    new Map([
      ['p', 'Pool runs dry'],
      ['i', 'Pool runs dry: limits'],
    ]),
  );
  expect(patterns.map(({ name }) => name)).toEqual(['Pool runs dry']);
  expect(document.sources.map(({ title }) => title)).toEqual(['Pool runs dry', 'Pool runs dry: limits', 'Disk full']);
  expect(document.sections[0]?.statements.map(({ label }) => label)).toEqual([
    'Pool runs dry',
    'Pool runs dry: limits',
    '3 May',
  ]);
});
