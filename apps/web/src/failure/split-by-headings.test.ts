import { expect, test } from 'vitest';
import { splitByHeadings } from './split-by-headings.ts';

test('splitByHeadings separates headings from the text below them', () => {
  expect(
    splitByHeadings('Pods ran out of memory.\n\n## Resolution\n\nRaised the limit.\n# Root cause\nA leak'),
  ).toEqual([
    { heading: null, text: 'Pods ran out of memory.' },
    { heading: 'Resolution', text: 'Raised the limit.' },
    { heading: 'Root cause', text: 'A leak' },
  ]);
});

test('splitByHeadings keeps references to issues, and comments in code blocks', () => {
  const text = '#123 broke it\n```\n# restart\nkubectl rollout restart\n```';
  expect(splitByHeadings(text)).toEqual([{ heading: null, text }]);
});
