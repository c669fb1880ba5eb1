import { type GuardrailOutcome, PatternGuardrails } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardrailLibrary } from './library/all.ts';
import { recommendGuardrails } from './recommend-guardrails.ts';
import { createPatternMember, createRecommendationInput } from './testing.ts';

const certificate = 'Root cause: the certificate of the listener had expired, nothing renewed it.';
const expired = {
  pattern: {
    id: 'p',
    cause: 'expiry_time' as const,
    trigger: 'time' as const,
    causes: [{ cause: 'expiry_time' as const, confidence: 0.8, evidence: [] }],
    triggers: [{ trigger: 'time' as const, confidence: 0.7, evidence: [] }],
  },
};
const release = {
  pattern: {
    id: 'p',
    cause: 'code_defect' as const,
    trigger: 'deployment' as const,
    causes: [{ cause: 'code_defect' as const, confidence: 0.9, evidence: [] }],
    triggers: [{ trigger: 'deployment' as const, confidence: 0.9, evidence: [] }],
  },
};
const estimate = { low: 1, mean: 2, high: 4 };
const hours = { low: 5, high: 20 };

function outcome(guardrailId: string, given: Partial<GuardrailOutcome> = {}): GuardrailOutcome {
  return { guardrailId, patternId: 'other', outcome: 'came_back', causes: ['expiry_time'], ...given };
}

function firstOf(input: Parameters<typeof recommendGuardrails>[0]): string | undefined {
  return recommendGuardrails(input).recommendations[0]?.guardrail.id;
}

describe('recommendGuardrails', () => {
  it('recommendGuardrails recommends the guardrail that the texts suggest, and names each failure as evidence', () => {
    const choice = recommendGuardrails(createRecommendationInput(certificate, 5, expired));
    expect(PatternGuardrails.parse(choice)).toEqual(choice);
    const [first] = choice.recommendations;
    expect(first?.guardrail.id).toBe('certificate-renewal');
    const [mechanism, words] = first?.why ?? [];
    expect(mechanism?.statement).toBe('It guards against this cause: certificate expired.');
    expect(mechanism).toMatchObject({
      episodes: 5,
      failureIds: ['f4', 'f3', 'f2', 'f1', 'f0'].sort((a, b) => (a < b ? 1 : -1)),
    });
    expect(words?.statement).toContain('All 5 episodes mention “certificate');
  });

  it('recommendGuardrails recommends the guardrail that the texts suggest even if the assessed cause suggests another one', () => {
    expect(firstOf(createRecommendationInput(certificate, 5, { pattern: { ...release.pattern } }))).toBe(
      'certificate-renewal',
    );
    expect(
      firstOf(createRecommendationInput('ALTER TABLE waited for its lock and all writes queued behind it', 3, release)),
    ).toBe('migration-lock-timeout');
  });

  it('recommendGuardrails prefers a guardrail that prevents the mechanism of the pattern', () => {
    const text = 'Replication lagged behind. The certificate of the listener had expired, nothing renewed it.';
    const named = (mechanism: string) =>
      firstOf(createRecommendationInput(text, 3, { pattern: { ...release.pattern, mechanism } }));
    expect(named('Replication broken')).toBe('replication-lag-guard');
    expect(named('Certificate expired')).toBe('certificate-renewal');
  });

  it('recommendGuardrails recommends nothing and asks nothing if no guardrail fits', () => {
    const { recommendations, openQuestions } = recommendGuardrails(
      createRecommendationInput('It was slow for a while.', 4, release),
    );
    expect(recommendations).toEqual([]);
    expect(openQuestions).toEqual([]);
  });

  it('recommendGuardrails asks for reports if none is known', () => {
    expect(recommendGuardrails(createRecommendationInput('', 0)).openQuestions).toEqual([
      'No episode of this pattern has a report. Import the reports.',
    ]);
  });

  it('recommendGuardrails recommends nothing if each episode states a different mechanism', () => {
    const texts = [certificate, 'Root cause: the disk was full.', 'Root cause: the pod ran out of memory.'];
    const input = createRecommendationInput('', texts.length);
    const members = texts.map((text, index) => createPatternMember(`f${index}`, text));
    expect(recommendGuardrails({ ...input, members }).recommendations).toEqual([]);
  });

  it('recommendGuardrails recommends a guardrail for a mechanism that most reports state, but not for one that half of them state', () => {
    const recommend = (texts: string[]) =>
      firstOf({
        ...createRecommendationInput('', texts.length),
        members: texts.map((text, index) => createPatternMember(`f${index}`, text)),
      });
    const silent = 'It was slow for a while.';
    expect(recommend([certificate, certificate, silent])).toBe('certificate-renewal');
    expect(recommend([certificate, silent])).toBeUndefined();
  });

  it('recommendGuardrails recommends a guardrail that prevents well the different mechanisms of most episodes', () => {
    const texts = [
      'Root cause: the pod ran out of memory.',
      'Root cause: no memory limits were set, so that pods on the same node starved each other.',
      'It was slow for a while.',
    ];
    const members = texts.map((text, index) => createPatternMember(`f${index}`, text));
    expect(firstOf({ ...createRecommendationInput('', texts.length), members })).toBe('memory-limits');
  });

  it('recommendGuardrails does not recommend a guardrail that only shortens failures', () => {
    const texts = ['Root cause: a wrong setting was deployed.', 'Root cause: the new release has a regression.'];
    const members = texts.map((text, index) => createPatternMember(`f${index}`, text));
    const { recommendations } = recommendGuardrails({ ...createRecommendationInput('', texts.length), members });
    expect(recommendations.map(({ guardrail }) => guardrail.id)).not.toContain('rollback-rehearsal');
  });

  it('recommendGuardrails lets a mechanism that a guardrail does not prevent speak against the guardrail', () => {
    const fitOf = (text: string) =>
      recommendGuardrails(createRecommendationInput(text, 3)).recommendations.find(
        ({ guardrail }) => guardrail.id === 'memory-limits',
      );
    const memory = 'Root cause: the pods ran out of memory.';
    const leaking = fitOf(`${memory} The cause was a memory leak in the new version.`);
    expect(leaking?.arithmetic.fit ?? 0).toBeLessThan(fitOf(memory)?.arithmetic.fit ?? 0);
  });

  it('recommendGuardrails does not recommend a guardrail that the texts say is in place already', () => {
    const disk = 'Root cause: the disk was full.';
    expect(firstOf(createRecommendationInput(disk, 3))).toBe('disk-space-guard');
    expect(firstOf(createRecommendationInput(`${disk} Log rotation was already enabled.`, 3))).toBeUndefined();
  });

  it('recommendGuardrails counts a linked change in favour of release guardrails, and its absence against them', () => {
    const regression = 'The new release has a regression.';
    const applies = (isAfterChange: boolean | null) =>
      recommendGuardrails(
        createRecommendationInput('', 0, {
          ...release,
          members: ['a', 'b', 'c'].map((id) => createPatternMember(id, regression, { isAfterChange })),
        }),
      ).recommendations.find(({ guardrail: { id } }) => id === 'canary-with-rollback')?.arithmetic.fit ?? 0;
    expect(applies(true)).toBeGreaterThan(applies(null));
    expect(applies(false)).toBeLessThan(applies(null));
  });

  it('recommendGuardrails quotes only words of the library, no external text', () => {
    const hostile =
      '<script>alert(1)</script> [x](javascript:y) certificate expired `rm -rf` @@mallory the certificate lapsed';
    const choice = recommendGuardrails(createRecommendationInput(hostile, 3, expired));
    const output = JSON.stringify([
      choice.openQuestions,
      choice.recommendations.map(({ why, against, arithmetic }) => [why, against, arithmetic]),
    ]);
    for (const strange of ['script', 'javascript', 'mallory', '<']) expect(output).not.toContain(strange);
  });

  it('recommendGuardrails returns the same result for members and episodes in any order', () => {
    const input = createRecommendationInput(certificate, 6, {
      ...expired,
      expectedEpisodes: estimate,
      costHours: hours,
    });
    const turned = { ...input, members: [...input.members].reverse(), episodes: [...input.episodes].reverse() };
    expect(recommendGuardrails(turned)).toEqual(recommendGuardrails(input));
  });
});

describe('recommendGuardrails: value of a guardrail', () => {
  it('recommendGuardrails computes the value from fit, prevented share, history, cost and effort', () => {
    const { recommendations } = recommendGuardrails(
      createRecommendationInput(certificate, 5, { ...expired, expectedEpisodes: estimate, costHours: hours }),
    );
    for (const { arithmetic } of recommendations) {
      const { fit, share, history, effortDays, value, avoidedEpisodes, hoursSavedPerDay } = arithmetic;
      const stopped = fit * ((share.low + share.high) / 2) * history.factor;
      expect(value).toBeCloseTo((2 * stopped * 12.5) / ((effortDays.low + effortDays.high) / 2), 10);
      expect(avoidedEpisodes?.high).toBeCloseTo(4 * fit * share.high, 10);
      expect(hoursSavedPerDay?.low).toBeCloseTo(((avoidedEpisodes?.low ?? 0) * 5) / effortDays.high, 10);
    }
    expect(recommendations[0]?.arithmetic.explanation).toMatch(
      /^1 to 4 expected episodes in 90 days × [\d.]+ \(fit\) × 0\.\d+ to 0\.\d+ \(assumed share prevented\) × 1 \(past outcomes\) = .* avoided episodes\. Multiplied by 5 to 20 people-hours per episode and divided by 1 to 3 days of work, this saves .* hours per day of work\.$/u,
    );
  });

  it('recommendGuardrails never lowers the value for more expected episodes or a higher cost', () => {
    const value = (mean: number, cost: number) =>
      recommendGuardrails(
        createRecommendationInput(certificate, 4, {
          ...expired,
          expectedEpisodes: { low: 0, mean, high: 2 * mean },
          costHours: { low: 0, high: cost },
        }),
      ).recommendations.map(({ guardrail, arithmetic }) => [guardrail.id, arithmetic.value] as const);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), (a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        const more = new Map(value(many, 10));
        for (const [id, before] of value(few, 10)) expect(more.get(id) ?? 0).toBeGreaterThanOrEqual(before);
        const dearer = new Map(value(2, many));
        for (const [id, before] of value(2, few)) expect(dearer.get(id) ?? 0).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it.each(guardrailLibrary.map(({ id }) => id))(
    'recommendGuardrails lowers the value of %s after two recurrences and never improves its rank',
    (id) => {
      const input = createRecommendationInput(
        `${certificate} The token expired too, and the licence lapsed.`,
        4,
        expired,
      );
      const find = (history: GuardrailOutcome[]) =>
        recommendGuardrails({ ...input, history }).recommendations.find(({ guardrail }) => guardrail.id === id);
      const before = find([]);
      const after = find([outcome(id), outcome(id)]);
      if (before === undefined || after === undefined) return expect(after).toBeUndefined();
      expect(after.arithmetic.value).toBeLessThan(before.arithmetic.value);
      expect(after.rank).toBeGreaterThanOrEqual(before.rank);
      expect(after.against.map(({ statement }) => statement).join(' ')).toContain(
        'This fix was introduced for 2 other patterns in this organisation, and the failures came back.',
      );
    },
  );

  it('recommendGuardrails omits the saved hours and asks for the cost if forecast and cost are unknown', () => {
    const { recommendations, openQuestions } = recommendGuardrails(createRecommendationInput(certificate, 5, expired));
    expect(recommendations[0]?.arithmetic).toMatchObject({ avoidedEpisodes: null, hoursSavedPerDay: null });
    expect(openQuestions).toEqual([
      'How many hours of work did the last episode cost? With this figure, Refrain can estimate the hours saved.',
    ]);
  });
});

describe('recommendGuardrails: guardrails that were tried for the pattern', () => {
  it.each(['held', 'too_early', 'not_distinguishable', 'came_back'] as const)(
    'recommendGuardrails does not recommend a guardrail again if the outcome is %s',
    (then) => {
      const tried = outcome('certificate-renewal', { patternId: 'p', outcome: then });
      const choice = recommendGuardrails(createRecommendationInput(certificate, 5, { ...expired, history: [tried] }));
      expect(choice.tried).toEqual([tried]);
      expect(choice.recommendations.map(({ guardrail: { id } }) => id)).not.toContain('certificate-renewal');
    },
  );
});
