import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFixByStoppingBounds } from './stopping-bounds.ts';

const bounds = { heldUpTo: [-1, -1, 0, 1], backFrom: [Number.POSITIVE_INFINITY, 3, 4, 4] };

describe('judgeFixByStoppingBounds', () => {
  it.each([
    [
      'held at the first interim test with few enough episodes',
      [0, 0, 0, 1],
      { verdict: 'held', decidedAt: 2, heldAt: null },
    ],
    [
      'came_back at the first interim test with too many episodes',
      [2, 3],
      { verdict: 'came_back', decidedAt: 1, heldAt: null },
    ],
    [
      'not_distinguishable at the last interim test',
      [0, 1, 2, 2],
      { verdict: 'not_distinguishable', decidedAt: 3, heldAt: null },
    ],
    ['too_early before a bound is reached', [0], { verdict: 'too_early', decidedAt: null, heldAt: 2 }],
    ['too_early and a later `heldAt` after an episode', [0, 1], { verdict: 'too_early', decidedAt: null, heldAt: 3 }],
    ['too_early and no `heldAt` after two episodes', [0, 2], { verdict: 'too_early', decidedAt: null, heldAt: null }],
  ] as const)('judgeFixByStoppingBounds returns %s', (_, counts, expected) => {
    expect(judgeFixByStoppingBounds(bounds, counts, counts.at(-1) ?? 0)).toEqual(expected);
  });

  it('judgeFixByStoppingBounds postpones `heldAt` if an episode has occurred since the latest interim test', () => {
    expect(judgeFixByStoppingBounds(bounds, [0], 1).heldAt).toBe(3);
  });

  it('judgeFixByStoppingBounds never changes a verdict, and never returns `held` because more episodes occurred', () => {
    const steps = fc.array(fc.nat(2), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(steps, fc.nat(3), (added, more) => {
        let sum = 0;
        const counts = added.map((step) => {
          sum += step;
          return sum;
        });
        const early = judgeFixByStoppingBounds(
          bounds,
          counts.slice(0, more + 1),
          counts[Math.min(more, counts.length - 1)] ?? 0,
        );
        const all = judgeFixByStoppingBounds(bounds, counts, sum);
        if (early.decidedAt !== null) expect(all).toEqual(early);
        const worse = judgeFixByStoppingBounds(
          bounds,
          counts.map((count, at) => count + Number(at >= more)),
          sum + 1,
        );
        if (all.verdict !== 'held') expect(worse.verdict).not.toBe('held');
      }),
    );
  });
});
