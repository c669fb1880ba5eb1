import type { Cause } from '@refrain/domain';

/**
 * Maps the categories of public post-mortem collections to Refrain's causes. If a category names both a cause and a symptom, it is mapped
 * to the cause. The first matching rule wins; categories without a rule are not scored.
 */
const rules: readonly (readonly [RegExp, Cause])[] = [
  [/third[- ]part/iu, 'dependency'],
  // The removal of a component that was still needed is an operation and not a code change.
  [/component removal/iu, 'process'],
  [/bugs? \/ config|config errors?/iu, 'configuration'],
  // Matches too much load from any source, and exhausted resources.
  [/payload flood|excessive flow|insufficient resource|bugs? \/ space|capacity/iu, 'capacity'],
  [/hardware|power|cooling|external causes \/ network/iu, 'infrastructure'],
  // Matches dates that passed before anybody acted, and dates that the code handled wrongly.
  [/^time$|leap|expir/iu, 'expiry_time'],
  [/database/iu, 'data'],
  // A conflict is a failure of two components together. Each of them works without the other.
  [/conflicts?/iu, 'code_defect'],
  [/softwares? bugs/iu, 'code_defect'],
  [/^unknown$/iu, 'unknown'],
];

export function mapToCauses(categories: readonly string[]): Cause[] {
  return categories.map(causeOfCategory).filter((cause): cause is Cause => cause !== null && cause !== 'unknown');
}

function causeOfCategory(category: string): Cause | null {
  return rules.find(([pattern]) => pattern.test(category))?.[1] ?? null;
}
