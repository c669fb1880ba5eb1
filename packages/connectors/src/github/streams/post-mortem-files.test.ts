import { describe, expect, it } from 'vitest';
import { findDayOfPostMortem, selectPostMortemFiles } from './post-mortem-files.ts';

const blob = (path: string, size: number | null = 900) => ({ path, sha: path, size });
const takenOf = (chosen: string, ...paths: string[]) =>
  selectPostMortemFiles(
    paths.map((path) => blob(path)),
    chosen,
  ).map(({ path }) => path);

describe('selectPostMortemFiles', () => {
  it.each([
    'pm/2024-05-01-db.md',
    'pm/index-corruption.MD',
    'pm/summary-of-may.markdown',
    'pm/email-templates.md',
    'pm/2024-05-01-outage/README.md',
    'pm/2024/db down/index.md',
    'pm/template-rendering-outage.md',
    'pm/2024-05-01-email-template.md',
  ])('selectPostMortemFiles selects %s', (path) => {
    expect(takenOf('pm', path)).toEqual([path]);
  });

  it('selects the README of a folder in the root of a repository', () => {
    expect(takenOf('', 'README.md', 'db down/README.md')).toEqual(['db down/README.md']);
  });

  it('selects a README only in the folder of a single incident', () => {
    const own = ['pm/2024/db down/README.md', 'pm/2024-05-01/README.md', 'pm/2024-05-01/timeline.md'];
    expect(takenOf('pm', 'pm/2024/README.md', 'pm/shop/index.md', 'pm/shop/a.md', ...own)).toEqual([
      'pm/shop/a.md',
      ...own,
    ]);
  });

  it.each([
    'pm/README.md',
    'pm/_draft.md',
    'pm/template.md',
    'pm/0000-template.md',
    'pm/post-mortem-template.md',
    'pm/template_incident.md',
    'pm/templates/README.md',
    'pm/templates/db.md',
    'pm/db/_draft.md',
    'pm/Index.md',
    'pm/db.txt',
    'pm/.md',
    `${'x'.repeat(600)}.md`,
  ])('selectPostMortemFiles omits %s', (path) => {
    expect(takenOf('pm', path)).toEqual([]);
  });

  it('omits files that are too large to be written by hand', () => {
    expect(selectPostMortemFiles([blob('pm/db.md', 2_000_000)], 'pm')).toEqual([]);
    expect(selectPostMortemFiles([blob('pm/db.md', null)], 'pm')).toHaveLength(1);
  });
});

it.each([
  ['pm/2024-05-01-db.md', '2024-05-01T00:00:00.000Z'],
  ['2023-01-01/db 2024-05-01.md', '2024-05-01T00:00:00.000Z'],
  ['2024-05-01/db.md', '2024-05-01T00:00:00.000Z'],
  ['pm/2024-05-01-outage/README.md', '2024-05-01T00:00:00.000Z'],
  ['2024-05-01/down/db.md', null],
  ['pm/2024-13-01-db.md', null],
  ['pm/12024-05-011.md', null],
])('the day in the file or folder name %s is %s', (path, day) => {
  expect(findDayOfPostMortem(path)).toBe(day);
});
