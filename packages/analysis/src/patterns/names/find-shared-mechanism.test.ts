import { describe, expect, test } from 'vitest';
import { readReport } from '../../extraction/read-report.ts';
import { findLikelyMechanism, findSharedMechanism } from './find-shared-mechanism.ts';

function read(...texts: readonly string[]) {
  const members = texts.map((text, at) => ({
    id: `m${at}`,
    title: 'Shop down',
    text,
    occurredAt: '2024-01-01T00:00:00Z',
  }));
  return {
    read: members.map((member) => ({ member, reading: readReport(member) })),
    episodes: members.map(({ id }) => ({ failureIds: [id] })),
  };
}
const stated = 'The root cause was that the cart service ran out of memory.';
const hinted = 'The root cause was high memory usage.';
const other = 'The root cause was an expired certificate.';

describe('findSharedMechanism', () => {
  test('findSharedMechanism finds the mechanism that half of the episodes state, and a failure of each of them', () => {
    const found = findSharedMechanism(read(stated, stated, other));
    expect(found?.mechanism.id).toBe('memory-exhausted');
    expect(found?.failureIds).toHaveLength(2);
  });

  test('findSharedMechanism names no mechanism if as many other episodes state another', () => {
    expect(findSharedMechanism(read(stated, stated, other, other))).toBeNull();
    expect(findSharedMechanism(read(`${stated} ${other}`, `${stated} ${other}`))).not.toBeNull();
  });

  test('findSharedMechanism does not count episodes that only hint at a mechanism', () => {
    expect(findSharedMechanism(read(stated, hinted, other))).toBeNull();
  });
});

describe('findLikelyMechanism', () => {
  test('findLikelyMechanism finds a mechanism that one episode states and others hint at', () => {
    const found = findLikelyMechanism(read(stated, hinted, hinted, other));
    expect(found).toMatchObject({ mechanism: { id: 'memory-exhausted' }, example: { quote: stated } });
    expect(found?.failureIds).toHaveLength(3);
  });

  test('findLikelyMechanism finds a mechanism that clearly more episodes state than any other', () => {
    const silent = 'Nobody knows why.';
    const texts = [stated, stated, stated, other, silent, silent, silent];
    expect(findLikelyMechanism(read(...texts))?.mechanism.id).toBe('memory-exhausted');
    expect(findLikelyMechanism(read(...texts.slice(1)))).toBeNull();
  });

  test('findLikelyMechanism quotes the newest of equally clear sentences', () => {
    const { read: members, episodes } = read(stated, stated, hinted, hinted);
    const days = ['2024-01-04', '2024-01-07', '2024-01-05', '2024-01-06'];
    const dated = members.map((one, at) => ({
      ...one,
      member: { ...one.member, occurredAt: `${days[at]}T00:00:00Z` },
    }));
    const apart = [...episodes.slice(2), { failureIds: ['m0', 'm1'] }];
    expect(findLikelyMechanism({ read: dated, episodes: apart })?.example.member.id).toBe('m1');
  });

  test('findLikelyMechanism finds nothing if one episode of several states a mechanism', () => {
    expect(findLikelyMechanism(read(stated, other))).toBeNull();
    expect(findLikelyMechanism(read(stated, hinted))).toBeNull();
  });
});
