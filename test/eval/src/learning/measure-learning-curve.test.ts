import { createFailure } from '@refrain/analysis/testing';
import type { Cause, Trigger } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { measureCurves } from './measure-learning-curve.ts';
import type { IncidentLabel, LabelledOrganisation } from './read-labelled-organisations.ts';

const options = { counts: [0, 4], seeds: [1, 2] };

function createLabel(cause: Cause, trigger: Trigger, group: string | null): IncidentLabel {
  return { cause, trigger, doubtful: false, group, strength: group === null ? null : 'firm' };
}

/** Incidents whose text states a full disk, which this organisation calls a mistake in a process. */
const incidents: LabelledOrganisation = {
  name: 'acme',
  failures: Array.from({ length: 8 }, (_, nth) =>
    createFailure(`i${nth}`, 700 * nth, { title: `Outage of host ${nth}`, text: 'The disk was full.' }),
  ),
  incidentLabels: new Map(
    Array.from({ length: 8 }, (_, nth) => [`i${nth}`, createLabel('process', 'maintenance', 'full disks')]),
  ),
  verdicts: new Map(),
};

const hosts = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];

/** Unclear reverts of two kinds, of which one is planned. */
const reverts: LabelledOrganisation = {
  name: 'acme',
  failures: hosts.flatMap((host, nth) => [
    createFailure(`drain ${host}`, 24 * nth, {
      kind: 'reverted_change',
      repository: 'acme/infra',
      title: `Drain ${host} for maintenance`,
      isFailure: false,
      confidence: 0.5,
    }),
    createFailure(`other ${host}`, 24 * nth, {
      kind: 'reverted_change',
      repository: 'acme/infra',
      title: `Give ${host} ${'more '.repeat(nth)}memory`,
      isFailure: false,
      confidence: 0.5,
    }),
  ]),
  incidentLabels: new Map(),
  verdicts: new Map(
    hosts.flatMap((host) => [
      [`drain ${host}`, 'planned'],
      [`other ${host}`, 'unclear'],
    ]),
  ),
};

describe('measureCurves', () => {
  const curves = measureCurves([incidents], [reverts], options, () => undefined);

  test('scores only what no correction names, beside the labels without generalisation', () => {
    const [none, some] = curves.verdicts.all;
    expect(none).toMatchObject({ corrections: 0, scored: 12, learnt: { accuracy: 0.5 }, alone: { accuracy: 0.5 } });
    expect(some).toMatchObject({ corrections: 4, scored: 8 });
    expect(some?.learnt.accuracy).toBe(1);
    expect(some?.alone.accuracy).toBe(6 / 8);
  });

  test('shows that corrected causes and triggers change incidents with the same mechanism', () => {
    const [none, some] = curves.causes.all;
    expect(none?.learnt.accuracy).toBe(0);
    expect(some?.learnt.accuracy).toBe(1);
    expect(some?.alone.accuracy).toBe(0);
    expect(curves.triggers.byOrganisation.acme?.[1]).toMatchObject({ corrections: 4, scored: 4 });
  });

  test('has no curve of groups beyond 0 corrections if no incident is in a wrong pattern', () => {
    const figures = { bCubedF1: 1, pairwiseF1: 1 };
    expect(curves.groups.all).toEqual([{ corrections: 0, scored: 8, learnt: figures, alone: figures }]);
  });

  test('scores the groups of the incidents that no correction names', () => {
    const labels = [...incidents.incidentLabels].map(([id, label], nth) => {
      const group = nth < 4 ? 'early' : 'late';
      return [id, { ...label, group }] as const;
    });
    const divided = { ...incidents, incidentLabels: new Map(labels) };
    const { groups } = measureCurves([divided], [], { counts: [0, 1], seeds: [1] }, () => undefined);
    expect(groups.all.map(({ corrections, scored }) => [corrections, scored])).toEqual([
      [0, 8],
      [1, 6],
    ]);
    expect(groups.all[0]?.alone.bCubedF1).toBeLessThan(1);
  });
});
