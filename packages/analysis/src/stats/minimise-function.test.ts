import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimiseFunction } from './minimise-function.ts';

test('minimiseFunction finds the minimum of any convex quadratic function', () => {
  const bowl = fc.array(
    fc.record({ centre: fc.double({ min: -50, max: 50, noNaN: true }), width: fc.integer({ min: 1, max: 100 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(bowl, (sides) => {
      const found = minimiseFunction(
        (point, gradient) =>
          sides.reduce((value, { centre, width }, at) => {
            const away = (point[at] ?? 0) - centre;
            gradient[at] = 2 * width * away;
            return value + width * away * away;
          }, 0),
        new Float64Array(sides.length),
        1e-9,
      );
      sides.forEach(({ centre }, at) => {
        expect(found[at]).toBeCloseTo(centre, 3);
      });
    }),
  );
});

test('minimiseFunction follows a curved valley and does not modify the start point', () => {
  const start = Float64Array.of(-1.2, 1);
  const found = minimiseFunction(
    ([x = 0, y = 0], gradient) => {
      gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
      gradient[1] = 200 * (y - x * x);
      return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    },
    start,
    1e-9,
  );
  expect(found[0]).toBeCloseTo(1, 5);
  expect(found[1]).toBeCloseTo(1, 5);
  expect([...start]).toEqual([-1.2, 1]);
});

test('minimiseFunction returns the best known point if no step improves it', () => {
  const found = minimiseFunction((_, gradient) => {
    gradient[0] = 1;
    return 0;
  }, Float64Array.of(3));
  expect([...found]).toEqual([3]);
});
