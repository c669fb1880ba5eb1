import { describe, expect, test } from 'vitest';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import type { Document } from '../text/document.ts';
import { normalise } from '../text/normalise.ts';
import { findPhrase } from './find-phrase.ts';

const write = (id: string, title: string): Document => ({ id, title, text: '', occurredAt: '2024-01-01T00:00:00Z' });
const others = [write('x', 'Search is slow'), write('y', 'Mail is late'), write('z', 'Disk is full')];

function name(...titles: string[]): string {
  const members = titles.map((title, index) => write(`m${index}`, title));
  return findPhrase(members.map(normalise), createCorpusStatistics([...members, ...others]));
}

describe('findPhrase', () => {
  test('takes the phrase that most titles share, as it is written', () => {
    expect(
      name('Checkout: connection pool exhausted', 'Connection pool exhausted on Friday', 'Connection pools exhausted'),
    ).toBe('connection pool exhausted');
  });

  test('looks through a revert to what was reverted', () => {
    expect(name('Revert "Enable new cache layer" (#12)', 'Revert "Enable new cache layer"')).toBe(
      'Enable new cache layer',
    );
  });

  test('where no phrase is shared takes the most typical title, on one line and not too long', () => {
    const found = name('Nodes not ready', `Everything ${'else '.repeat(40)}`);
    expect(['Nodes not ready']).toContain(found);
    expect(name(`${'word '.repeat(40)}`, 'b').length).toBeLessThanOrEqual(80);
    expect(name('', '')).toBe('Failures without a title');
  });
});

test('without titles the texts name them', () => {
  const members = ['Quota exceeded for disks', 'quota exceeded again'].map((text, index) => ({
    ...write(`m${index}`, ''),
    text,
  }));
  expect(findPhrase(members.map(normalise), createCorpusStatistics([...members, ...others]))).toBe('Quota exceeded');
});
