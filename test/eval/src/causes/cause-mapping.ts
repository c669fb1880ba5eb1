import type { Cause } from '@refrain/domain';

/**
 * Maps the categories of public post-mortem collections to Refrain's causes. If a category names both a cause and a symptom, it is mapped
 * to the cause. The first matching rule wins; categories without a rule are not scored.
 */
const rules: readonly (readonly [RegExp, Cause])[] = [
  [/third[- ]part/iu, 'dependency'],
  // The removal of a component that was still needed is a manual operation, not a change to the code.
  [/component removal/iu, 'process'],
  [/bugs? \/ config|config errors?/iu, 'configuration'],
  // Categories about too much load from any source, and about exhausted resources.
  [/payload flood|excessive flow|insufficient resource|bugs? \/ space|capacity/iu, 'capacity'],
  [/hardware|power|cooling|external causes \/ network/iu, 'infrastructure'],
  // Categories about dates that passed before anybody acted, and about dates that the code handled wrongly.
  [/^time$|leap|expir/iu, 'expiry_time'],
  [/database/iu, 'data'],
  // A conflict is a failure of two components that work separately but not together.
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
