import { expect, test } from 'vitest';
import { readReport } from '../extraction/read-report.ts';
import { combineMechanismStrengths, findCommonStrength } from './mechanism-strengths.ts';

const read = (text: string) => readReport({ title: 'Shop down', text }).mechanisms;
const memory = read('The root cause was that the cart service ran out of memory.');
const hint = read('The root cause was high memory usage.');
const certificate = read('The root cause was an expired certificate.');

test('combineMechanismStrengths takes the strongest statement of each mechanism', () => {
  const combined = combineMechanismStrengths([hint, memory, certificate]);
  const alone = combineMechanismStrengths([memory]);
  expect(combined.get('memory-exhausted')).toBe(alone.get('memory-exhausted'));
  expect(combined.get('memory-exhausted')).toBeGreaterThan(
    combineMechanismStrengths([hint]).get('memory-exhausted') ?? 1,
  );
});

test('findCommonStrength returns the strength of the weaker of two statements, and 0 for different mechanisms', () => {
  const [strong, weak, other] = [memory, hint, certificate].map((matches) => combineMechanismStrengths([matches]));
  if (!strong || !weak || !other) throw new Error('a reading is missing');
  expect(findCommonStrength(strong, weak)).toBe(weak.get('memory-exhausted'));
  expect(findCommonStrength(strong, other)).toBe(0);
});
