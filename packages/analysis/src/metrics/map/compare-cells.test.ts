import { describe, expect, it } from 'vitest';
import { compareCells } from './compare-cells.ts';

/** Cells of equal exposure, one of them with `count`. */
function group(count: number, others: readonly number[]) {
  const counts = [count, ...others];
  return {
    cells: counts.map((each) => ({ count: each, exposure: 2 })),
    count: counts.reduce((sum, each) => sum + each, 0),
    exposure: 2 * counts.length,
  };
}

const usual = [10, 9, 12, 8, 11, 10, 9, 12, 9];

describe('cells of one kind', () => {
  it('have their rate in the unit of the exposure beside that of all', () => {
    expect(compareCells([group(10, usual)], 0.05)[0]?.[0]).toMatchObject({
      observed: 5,
      organisation: 5,
      isAbove: false,
    });
  });

  it('are above where the exact test says so among all that are asked', () => {
    // scipy 1.15.3: binom.sf(23, 114, 0.1) = 0.00034374, of ten cells 0.0034374.
    expect(compareCells([group(24, usual)], 0.003438)[0]?.[0]).toMatchObject({ isAbove: true });
    expect(compareCells([group(24, usual)], 0.003437)[0]?.[0]).toMatchObject({ isAbove: false });
    const asked = [group(24, usual), group(10, usual), group(10, usual)];
    expect(compareCells(asked, 0.003438)[0]?.[0]).toMatchObject({ isAbove: false });
  });

  it('are never above where there is nothing to compare with', () => {
    expect(compareCells([group(500, [])], 0.05)[0]?.[0]).toMatchObject({ isAbove: false });
    expect(compareCells([], 0.05)).toEqual([]);
  });
});
