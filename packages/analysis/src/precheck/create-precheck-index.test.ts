import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWording } from '../blameless/check-wording.ts';
import { createPrecheckIndex, precheckChange, replayPrecheck } from './create-precheck-index.ts';
import type { PrecheckHistory } from './precheck.ts';
import {
  createHistoryWithFailures,
  createOrdinaryChanges,
  createPastChange,
  createPastFailure,
  toInstantOfHistoryDay,
} from './testing.ts';

const past = createHistoryWithFailures();
const index = createPrecheckIndex(past);
const similar = createPastChange('new', 100, { title: 'feat(ledger): Export journal archives to the tax office' });

describe('precheckChange', () => {
  it('precheckChange reports what a change shares with failed changes, and how recently they failed', () => {
    const finding = precheckChange(index, similar);
    expect(finding?.failureIds[0]).toMatch(/^failure of export \d+$/u);
    expect(finding?.sharedTerms).toEqual(expect.arrayContaining(['journal', 'tax', 'office']));
    expect(finding?.score).toBeGreaterThan(5 * (finding?.averageScore ?? 1));
    expect(finding?.rank).toBeLessThanOrEqual(0.02);
    expect(finding?.explanation.join(' ')).toMatch(
      /shares words with \d earlier changes that failed: .*“journal”.* 1[0-9] days ago/u,
    );
    expect(finding?.explanation.map(checkWording)).toEqual(finding?.explanation.map(() => []));
  });

  it('precheckChange returns null for a change that only resembles successful changes', () => {
    const ordinary = createOrdinaryChanges(40).slice(-8);
    expect(ordinary.map((change) => precheckChange(index, change))).toEqual(ordinary.map(() => null));
    expect(precheckChange(index, createPastChange('new', 100))).toBeNull();
  });

  it('precheckChange recognises a second attempt at a failed change by its title, with or without words such as "Reapply"', () => {
    const failed = createPastChange('failed', 95, { title: 'fix(mail): Reuse connections between letters' });
    const later = createPrecheckIndex({
      ...past,
      changes: [...past.changes, failed],
      failures: [...past.failures, createPastFailure(failed)],
    });
    for (const title of [
      failed.title,
      `${failed.title} (second attempt)`,
      `Revert "Revert "${failed.title}""`,
      `Reapply "${failed.title}"`,
    ]) {
      const finding = precheckChange(later, createPastChange('again', 96, { title }));
      expect(finding?.failureIds[0], title).toBe('failure of failed');
      expect(finding?.explanation[0], title).toContain('same title');
    }
    expect(precheckChange(later, createPastChange('back', 96, { title: `Revert "${failed.title}"` }))).toBeNull();
    expect(precheckChange(index, failed)).toBeNull();
  });

  it('precheckChange returns null if the history has too few failures or changes', () => {
    const few = { ...past, failures: past.failures.slice(0, 9) };
    expect(precheckChange(createPrecheckIndex(few), similar, { alertRate: 1 })).toBeNull();
    expect(precheckChange(createPrecheckIndex({ ...past, changes: past.changes.slice(-190) }), similar)).toBeNull();
    expect(precheckChange(createPrecheckIndex({ ...past, changes: [], failures: [] }), similar)).toBeNull();
    expect(
      precheckChange(createPrecheckIndex({ ...few, failures: past.failures.slice(0, 10) }), similar),
    ).not.toBeNull();
  });

  it('precheckChange reports the pattern with the most episodes in the last 90 days', () => {
    expect(precheckChange(index, similar)).toMatchObject({ patternId: 'often', recentEpisodes: 7 });
    const oneEpisode = past.failures.map((one) => ({
      ...one,
      episodeId: one.patternId === 'often' ? 'the one' : null,
    }));
    const folded = createPrecheckIndex({ ...past, failures: oneEpisode });
    expect(precheckChange(folded, similar)).toMatchObject({ patternId: 'seldom', recentEpisodes: 3 });
  });

  it('precheckChange compares the paths of two changes if the paths of both are known', () => {
    const files = createPrecheckIndex(createHistoryWithFailures(true));
    const silent = createPastChange('new', 100, { title: 'chore: Tidy up', paths: ['src/ledger/export/journal.ts'] });
    expect(precheckChange(files, silent)?.sharedPaths).toEqual(['src/ledger/export/journal.ts']);
    expect(precheckChange(files, { ...silent, paths: ['src/ledger/export/new.ts'] })?.sharedPaths).toEqual([
      'src/ledger/export/',
    ]);
    expect(precheckChange(files, { ...silent, paths: null })).toBeNull();
    expect(precheckChange(files, { ...silent, paths: ['src/mail/rows.ts'] })).toBeNull();
    expect(precheckChange(files, { ...silent, repository: 'acme/other' })).toBeNull();
  });
});

describe('the history that precheckChange uses', () => {
  it('precheckChange returns the same finding for changes and failures in any order', () => {
    const expected = precheckChange(index, similar);
    const shuffled = <T>(items: readonly T[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
    fc.assert(
      fc.property(shuffled(past.changes), shuffled(past.failures), (changes, failures) => {
        expect(precheckChange(createPrecheckIndex({ ...past, changes, failures }), similar)).toEqual(expected);
      }),
      { numRuns: 4 },
    );
  });

  it('precheckChange uses only what was known when the checked change landed', () => {
    const replayed = new Map(
      replayPrecheck(past, { alertRate: 1 }).map(({ changeId, finding }) => [changeId, finding]),
    );
    const checked = past.changes.filter(({ id }) => id.startsWith('export') && replayed.get(id) != null).slice(-2);
    expect(checked).toHaveLength(2);
    for (const change of checked) {
      const before = createPrecheckIndex(withoutLater(past, change.occurredAt, change.id));
      expect(precheckChange(before, change, { alertRate: 1 })).toEqual(replayed.get(change.id));
      const asOf = createPrecheckIndex({ ...past, asOf: new Date(Date.parse(change.occurredAt) - 1).toISOString() });
      expect(precheckChange(asOf, similar)?.failureIds ?? []).not.toContain(`failure of ${change.id}`);
    }
  });

  it('precheckChange ignores a failure that becomes known only after the check', () => {
    const late = past.failures.map((failure) => ({ ...failure, knownAt: toInstantOfHistoryDay(101) }));
    expect(precheckChange(createPrecheckIndex({ ...past, failures: late }), similar)).toBeNull();
    expect(
      precheckChange(createPrecheckIndex({ ...past, asOf: toInstantOfHistoryDay(101), failures: late }), similar),
    ).not.toBeNull();
    const second = late.map((failure) => ({ ...failure, id: `second ${failure.id}` }));
    const both = createPrecheckIndex({ ...past, failures: [...past.failures, ...second] });
    expect(precheckChange(both, similar)?.failureIds).toEqual(precheckChange(index, similar)?.failureIds);
  });
});

function withoutLater({ changes, failures }: PrecheckHistory, asOf: string, except: string): PrecheckHistory {
  return {
    asOf,
    changes: changes.filter(({ id, occurredAt }) => id !== except && occurredAt <= asOf),
    failures: failures.filter(({ knownAt }) => knownAt <= asOf),
  };
}

describe('precheckChange with hostile text', () => {
  const hostile = [
    '('.repeat(100_000),
    `feat(${'a('.repeat(50_000)}`,
    `Revert "${'Revert "'.repeat(15_000)}`,
    `${'a-'.repeat(50_000)}1`,
    `${'#1 '.repeat(30_000)}`,
    ' \n'.repeat(50_000),
    '__proto__ constructor toString hasOwnProperty '.repeat(2_000),
    '\u0000\ud800'.repeat(50_000),
  ];

  it('precheckChange checks a change within 100 ms', () => {
    for (const text of hostile) {
      const began = process.cpuUsage();
      precheckChange(
        index,
        { repository: text, title: text, text, paths: [text, `${text}/${text}`] },
        { alertRate: 1 },
      );
      expect(process.cpuUsage(began).user / 1_000, text.slice(0, 20)).toBeLessThan(100);
    }
  });

  it('precheckChange finds the failure of a similar change although the history contains hostile text', () => {
    const more = hostile.map((text, at) => createPastChange(`hostile ${at}`, 90, { title: text, text, paths: [text] }));
    const poisoned = createPrecheckIndex({
      ...past,
      changes: [...past.changes, ...more],
      failures: [...past.failures, ...more.map((change) => createPastFailure(change))],
    });
    expect(precheckChange(poisoned, similar)?.failureIds[0]).toMatch(/^failure of export \d+$/u);
  });
});
