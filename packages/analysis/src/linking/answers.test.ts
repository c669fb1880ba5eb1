import type { Change, ChangeAssessment, Correction, CorrectionDecision, Failure } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { at, createChange, createDeployment, createFailure, createRevert, routineChanges } from './testing.ts';

const merged = createChange('p1', 0, { number: 12, title: 'Retry refund postings', paths: ['src/fees.ts'] });
const live = createDeployment('d1', 0.2, 'p1');
const everyday = Array.from({ length: 40 }, (_, index) =>
  createChange(`old${index}`, -100 - index * 40, { title: 'Routine work', paths: [`src/part${index}.ts`] }),
);
const world: readonly Change[] = [...routineChanges, ...everyday, merged, live];
const incident = createFailure('i1', 0.7, { title: 'Payments red', services: ['Payments'], resolvedAt: at(2) });
const back = createChange('r1', 1.8, { kind: 'commit', title: 'Revert "Retry refund postings"' });

function answerOf(
  overrides: Partial<Failure>,
  { more = [], failures = [], changes = world, decisions = [] }: Partial<Situation> = {},
): ChangeAssessment {
  const input = {
    failures: [{ ...incident, ...overrides }, ...failures],
    changes: [...changes, ...more],
    corrections: decisions.map(decided),
  };
  const found = linkFailures(input).changeAssessments.find(({ failureId }) => failureId === 'i1');
  if (found === undefined) throw new Error('linkFailures returned no assessment of the incident.');
  return found;
}

interface Situation {
  readonly more: readonly Change[];
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly decisions: readonly CorrectionDecision[];
}

function decided(decision: CorrectionDecision, minutes: number): Correction {
  return { id: `k${minutes}`, decision, decidedAt: at(minutes / 60) };
}

const link = (failureId: string, targetId: string, right: boolean): CorrectionDecision => ({
  kind: 'link',
  type: 'caused_by',
  failureId,
  targetId,
  right,
});
const joinDetails = ({ evidence }: { evidence: readonly { readonly detail: string }[] }): string =>
  evidence.map(({ detail }) => detail).join('; ');

describe('linkFailures: cause of an incident', () => {
  const reverted = { more: [back], failures: [createRevert('p1', 'r1', 1.8)] };

  it('linkFailures names the change that was reverted during the incident as the cause', () => {
    const answer = answerOf({}, reverted);
    expect(answer).toMatchObject({ verdict: 'change', isDecided: false, candidates: [{ changeId: 'p1' }] });
    expect(answer.confidence).toBe(answer.candidates[0]?.score);
    expect(joinDetails(answer)).toContain('taken back 1.1 h after it began');
  });

  it.each([
    ['an expiry', 'The TLS certificate expired overnight.', 'expired'],
    ['high load', 'A surge of requests from the flash sale.', 'flash sale'],
    ['a hardware failure', 'A failed disk in rack 4, hardware failure.', 'failed disk'],
    ["a provider's outage", 'The provider had an outage on their side.', 'on their side'],
  ])('linkFailures judges an incident not change-related if the text states %s', (_, text, word) => {
    const answer = answerOf({ text, resolvedAt: null });
    expect(answer.verdict).toBe('not_change_related');
    expect(answer.confidence).toBeGreaterThan(0.8);
    expect(joinDetails(answer).toLowerCase()).toContain(word);
  });

  it('linkFailures is more certain that no change was the cause if the text says that nothing was deployed', () => {
    const silent = answerOf({});
    const denied = answerOf({ text: 'Nothing was deployed today.' });
    expect([silent.verdict, denied.verdict]).toEqual(['not_change_related', 'not_change_related']);
    expect(denied.confidence).toBeGreaterThan(silent.confidence);
    expect(joinDetails(denied)).toContain('the text says “Nothing was deployed');
  });

  it('linkFailures leaves the cause undecided between two equally likely changes', () => {
    const twin = createChange('p2', 0.01, { number: 13, title: 'Retry refund postings', paths: ['src/other.ts'] });
    const answer = answerOf(
      { text: 'refund postings run twice on retry' },
      { more: [twin, createDeployment('d2', 0.21, 'p2')] },
    );
    expect(answer.verdict).toBe('undecided');
    expect(
      answer.candidates
        .slice(0, 2)
        .map(({ changeId }) => changeId)
        .sort(),
    ).toEqual(['p1', 'p2']);
    expect(joinDetails(answer)).toMatch(
      /acme\/payments#1[23] \(0\.\d\d\) and acme\/payments#1[23] \(0\.\d\d\) may have/u,
    );
  });

  it('linkFailures leaves the cause undecided if no changes are known, unless the text states a reason', () => {
    expect(answerOf({}, { changes: [] })).toMatchObject({
      verdict: 'undecided',
      candidates: [],
      evidence: [{ detail: 'no changes are recorded' }],
    });
    expect(answerOf({ text: 'The certificate expired.' }, { changes: [] }).verdict).toBe('not_change_related');
  });

  it('linkFailures ranks at most five candidate changes, likeliest first, with probabilities that sum to at most 1', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      createChange(`m${index}`, 0.1 + index / 100, { title: 'Retry refund postings' }),
    );
    const { candidates } = answerOf({ text: 'refund postings run twice, since the release' }, { more: many });
    expect(candidates).toHaveLength(5);
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1);
  });

  it('linkFailures ranks a change first that was made weeks ago but is reverted during the incident', () => {
    const late = { occurredAt: at(24 * 20), resolvedAt: at(24 * 20 + 2) };
    const { candidates } = answerOf(late, {
      more: [createChange('r1', 24 * 20 + 1.8, { kind: 'commit' })],
      failures: [createRevert('p1', 'r1', 24 * 20 + 1.8)],
    });
    expect(candidates[0]).toMatchObject({ changeId: 'p1' });
  });
});

describe('linkFailures: resolution of an incident', () => {
  it.each<[ChangeAssessment['resolvedBy']['kind'], Partial<Failure>, Partial<Situation>]>([
    ['revert', {}, { more: [back], failures: [createRevert('p1', 'r1', 1.8)] }],
    [
      'rollback',
      { text: 'Errors since the release.' },
      { more: [createDeployment('first', -101, 'old0'), createDeployment('again', 1.9, 'old0')] },
    ],
    [
      'fix',
      { text: 'Errors since the release. acme/payments#14 is out' },
      { more: [createChange('p14', 1.8, { number: 14, title: 'Fix retry of refunds', paths: ['src/fees.ts'] })] },
    ],
    ['manual', { text: 'Disk full. Cleaned up by hand.' }, {}],
    ['self_resolved', { text: 'Auto-resolved.' }, {}],
    ['self_resolved', {}, {}],
    ['unknown', { resolvedAt: null }, {}],
  ])('linkFailures determines that the resolution of an incident is "%s"', (kind, overrides, situation) => {
    const { resolvedBy } = answerOf(overrides, situation);
    expect(resolvedBy.kind).toBe(kind);
    expect(resolvedBy.changeId !== null).toBe(['revert', 'rollback', 'fix'].includes(kind));
    expect(resolvedBy.confidence > 0).toBe(kind !== 'unknown');
  });

  it.each([
    ['Fix retry of refunds', 'p15'],
    ['Alert when refunds fail', null],
    ['Add a dashboard for refunds', null],
  ])('linkFailures determines whether a change with the title “%s” resolved an incident', (title, changeId) => {
    const more = [createChange('p15', 1.9, { number: 15, title, paths: ['src/fees.ts'] })];
    expect(answerOf({ text: 'Refunds fail since the release.' }, { more }).resolvedBy.changeId).toBe(changeId);
  });
});

describe('linkFailures without known changes', () => {
  it.each<[ChangeAssessment['resolvedBy']['kind'], Partial<Failure>]>([
    ['unknown', {}],
    ['unknown', { text: 'Restarted it twice. A fix has been rolled out.' }],
    ['self_resolved', { text: 'Auto-resolved.' }],
    ['manual', { text: 'We restarted the workers.' }],
    ['manual', { text: 'Events came once it had caught up. We mitigated the incident by rebalancing.' }],
  ])('linkFailures reads the resolution "%s" from the text of the incident alone', (kind, overrides) => {
    const answer = answerOf(overrides, { changes: [] });
    expect(answer.resolvedBy.kind).toBe(kind);
    expect(answer.verdict).toBe('undecided');
  });
});

describe('linkFailures: decisions about the cause', () => {
  const reverted = { more: [back], failures: [createRevert('p1', 'r1', 1.8)] };
  const noChange: CorrectionDecision = { kind: 'not_change_related', failureId: 'i1' };

  it("linkFailures keeps a person's decision that no change was the cause, despite contrary signals", () => {
    expect(answerOf({}, { ...reverted, decisions: [noChange] })).toMatchObject({
      verdict: 'not_change_related',
      confidence: 1,
      isDecided: true,
      candidates: [],
    });
  });

  it("linkFailures keeps a person's decision that a change was the cause, despite contrary signals", () => {
    const answer = answerOf({}, { decisions: [link('i1', 'other-mail-200', true)] });
    expect(answer).toMatchObject({ verdict: 'change', confidence: 1, isDecided: true });
    expect(answer.candidates).toMatchObject([{ changeId: 'other-mail-200', score: 1 }]);
  });

  it('linkFailures lets a later decision revoke an earlier one', () => {
    const both = [link('i1', 'p1', true), noChange];
    expect(answerOf({}, { decisions: both }).verdict).toBe('not_change_related');
    expect(answerOf({}, { decisions: both.toReversed() })).toMatchObject({ verdict: 'change', isDecided: true });
    const { links } = linkFailures({ failures: [incident], changes: world, corrections: both.map(decided) });
    expect(links.filter(({ type }) => type === 'caused_by')).toMatchObject([{ targetId: 'p1', status: 'rejected' }]);
  });

  it('linkFailures removes a rejected change from the candidates', () => {
    const { candidates } = answerOf({}, { ...reverted, decisions: [link('i1', 'p1', false)] });
    expect(candidates.map(({ changeId }) => changeId)).not.toContain('p1');
  });
});

describe('linkFailures: learning from decisions', () => {
  /** Each week has one change, which is followed by an incident. */
  const weeks = [1, 2, 3, 4, 5, 6];
  const at0 = (week: number): number => week * 168;
  function history(service: string, repository: string, text: string, hours = 0.5) {
    return {
      changes: weeks.map((week) => createChange(`c${week}`, at0(week), { repository, title: `Step ${week}` })),
      failures: weeks.map((week) =>
        createFailure(`w${week}`, at0(week) + hours, {
          services: [service],
          title: 'Red',
          text,
          resolvedAt: at(at0(week) + 3),
        }),
      ),
    };
  }
  function scoreOfLast({ changes, failures }: ReturnType<typeof history>, decisions: CorrectionDecision[]): number {
    const { changeAssessments: answers } = linkFailures({
      failures,
      changes: [...routineChanges, ...changes],
      corrections: decisions.map(decided),
    });
    const last = answers.find(({ failureId }) => failureId === 'w6');
    return last?.candidates.find(({ changeId }) => changeId === 'c6')?.score ?? 0;
  }
  const onFirst = (count: number, right: boolean) =>
    weeks.slice(0, count).map((week) => link(`w${week}`, `c${week}`, right));

  it('linkFailures learns that a repository belongs to a service with another name', () => {
    const albatross = history('Albatross', 'acme/kestrel', 'Errors since the release.');
    const scores = [0, 1, 3, 5].map((count) => scoreOfLast(albatross, onFirst(count, true)));
    expect(scores[0]).toBeLessThan(0.1);
    expect(scores[3]).toBeGreaterThan(0.5);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
  });

  it('linkFailures trusts signals less after people rejected changes that had these signals', () => {
    const payments = history('Payments', 'acme/payments', 'Errors since the release.');
    const scores = [0, 1, 3, 5].map((count) => scoreOfLast(payments, onFirst(count, false)));
    expect(scores[0]).toBeGreaterThan(0.4);
    expect(scores[3]).toBeLessThan(0.25);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const unrelated = weeks
      .slice(0, 5)
      .map((week): CorrectionDecision => ({ kind: 'not_change_related', failureId: `w${week}` }));
    expect(scoreOfLast(payments, unrelated)).toBeLessThan(scores[0] ?? 0);
  });

  it('linkFailures learns from incidents of one service how long changes take to cause incidents of other services', () => {
    const probe = createFailure('w6', 3_000, {
      services: ['Payments'],
      title: 'Red',
      text: 'Errors since the release.',
    });
    const late = createChange('c6', 2_970, { title: 'Step 6' });
    const scoreAfter = (hours: number): number => {
      const mail = history('Mail', 'acme/mail', 'Errors since the release.', hours);
      const training = {
        changes: [...mail.changes.slice(0, 5), late],
        failures: [...mail.failures.slice(0, 5), probe],
      };
      return scoreOfLast(training, onFirst(5, true));
    };
    expect(scoreAfter(30)).toBeGreaterThan(1.1 * scoreAfter(0.5));
  });

  it('linkFailures returns the same result for decisions and failures in any order', () => {
    const albatross = history('Albatross', 'acme/kestrel', 'Errors since the release.');
    const corrections = onFirst(4, true).map(decided);
    const input = { failures: albatross.failures, changes: [...routineChanges, ...albatross.changes] };
    const expected = linkFailures({ ...input, corrections });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(corrections, { minLength: corrections.length }),
        fc.shuffledSubarray(input.failures, { minLength: input.failures.length }),
        (shuffled, failures) => {
          expect(linkFailures({ ...input, failures, corrections: shuffled })).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});
