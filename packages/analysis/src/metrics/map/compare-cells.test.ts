import { describe, expect, it } from 'vitest';
import { compareCells } from './compare-cells.ts';

/** Returns cells of equal exposure. The first cell has `count` episodes. */
function group(count: number, others: readonly number[]) {
  const counts = [count, ...others];
  return {
    cells: counts.map((each) => ({ count: each, exposure: 2 })),
    count: counts.reduce((sum, each) => sum + each, 0),
    exposure: 2 * counts.length,
  };
}

const similar = [10, 9, 12, 8, 11, 10, 9, 12, 9];

describe('compareCells', () => {
  it("compareCells returns each cell's rate per unit of exposure beside the common rate", () => {
    expect(compareCells([group(10, similar)], 0.05)[0]?.[0]).toMatchObject({
      observed: 5,
      organisation: 5,
      isAbove: false,
    });
  });

  it('compareCells marks a cell as above the common rate if the exact test, adjusted for the number of cells, is significant', () => {
    // From scipy 1.15.3: binom.sf(23, 114, 0.1) = 0.00034374, times ten cells 0.0034374.
    expect(compareCells([group(24, similar)], 0.003438)[0]?.[0]).toMatchObject({ isAbove: true });
    expect(compareCells([group(24, similar)], 0.003437)[0]?.[0]).toMatchObject({ isAbove: false });
    const groups = [group(24, similar), group(10, similar), group(10, similar)];
    expect(compareCells(groups, 0.003438)[0]?.[0]).toMatchObject({ isAbove: false });
  });

  it('compareCells marks no cell as above the common rate if there is no other cell', () => {
    expect(compareCells([group(500, [])], 0.05)[0]?.[0]).toMatchObject({ isAbove: false });
    expect(compareCells([], 0.05)).toEqual([]);
  });
});
