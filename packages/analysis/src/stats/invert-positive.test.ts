import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invertPositive } from './invert-positive.ts';

test('a matrix times its inverse is the unit, and the matrix is left as it is', () => {
  const square = fc
    .integer({ min: 1, max: 6 })
    .chain((size) =>
      fc
        .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size })
        .map((roots) => ({ size, roots })),
    );
  fc.assert(
    fc.property(square, ({ size, roots }) => {
      // Roots · rootsᵀ + 1 is symmetric and positive definite, whatever the roots.
      const matrix = Float64Array.from({ length: size * size }, (_, at) => {
        const [row, column] = [Math.floor(at / size), at % size];
        const start = row === column ? 1 : 0;
        return Array.from(
          { length: size },
          (_, nth) => (roots[row * size + nth] ?? 0) * (roots[column * size + nth] ?? 0),
        ).reduce((sum, part) => sum + part, start);
      });
      const before = [...matrix];
      const inverse = invertPositive(matrix, size);
      expect([...matrix]).toEqual(before);
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++) {
          let sum = 0;
          for (let nth = 0; nth < size; nth++)
            sum += (matrix[row * size + nth] ?? 0) * (inverse[nth * size + column] ?? 0);
          expect(sum).toBeCloseTo(row === column ? 1 : 0, 6);
        }
      }
    }),
  );
});
