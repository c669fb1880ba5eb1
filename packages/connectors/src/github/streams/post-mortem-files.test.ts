import { describe, expect, it } from 'vitest';
import { dayNamedBy, isPostMortemFile } from './post-mortem-files.ts';

describe('isPostMortemFile', () => {
  it.each(['pm/2024-05-01-db.md', 'pm/index-corruption.MD', 'pm/summary-of-may.markdown', 'email-templates.md'])(
    'takes %s',
    (path) => {
      expect(isPostMortemFile({ path, size: 900 })).toBe(true);
    },
  );

  it.each([
    'pm/README.md',
    'pm/_draft.md',
    'pm/template.md',
    'pm/0000-template.md',
    'pm/Index.md',
    'pm/db.txt',
    'pm/.md',
    `${'x'.repeat(600)}.md`,
  ])('leaves out %s', (path) => {
    expect(isPostMortemFile({ path, size: 900 })).toBe(false);
  });

  it('leaves out what is no text that anyone wrote', () => {
    expect(isPostMortemFile({ path: 'pm/db.md', size: 2_000_000 })).toBe(false);
    expect(isPostMortemFile({ path: 'pm/db.md', size: null })).toBe(true);
  });
});

describe('dayNamedBy', () => {
  it.each([
    ['pm/2024-05-01-db.md', '2024-05-01T00:00:00.000Z'],
    ['2023-01-01/db 2024-05-01.md', '2024-05-01T00:00:00.000Z'],
    ['2024-05-01/db.md', null],
    ['pm/2024-13-01-db.md', null],
    ['pm/12024-05-011.md', null],
  ])('of %s is %s', (path, day) => {
    expect(dayNamedBy(path)).toBe(day);
  });
});
