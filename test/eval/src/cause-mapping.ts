import type { Cause } from '@refrain/domain';

/**
 * From the categories of public post-mortem collections to the closed list of causes. A category that names both a
 * cause and how it showed is read as the cause. First matching entry wins; a category that fits none is left out of
 * the scoring.
 */
const rules: readonly (readonly [RegExp, Cause])[] = [
  [/third[- ]part/iu, 'dependency'],
  // A component that was still needed was taken away: a step of work, not a line of code.
  [/component removal/iu, 'process'],
  [/bugs? \/ config|config errors?/iu, 'configuration'],
  // Load that the software could not bear, whoever sent it.
  [/payload flood|excessive flow|insufficient resource|bugs? \/ space|capacity/iu, 'capacity'],
  [/hardware|power|cooling|external causes \/ network/iu, 'infrastructure'],
  [/^time$|leap|expir/iu, 'expiry_time'],
  [/database/iu, 'data'],
  // Two parts that are right by themselves and wrong together.
  [/conflicts?/iu, 'code_defect'],
  [/softwares? bugs/iu, 'code_defect'],
  [/^unknown$/iu, 'unknown'],
];

/** The cause that a category stands for; null where it says nothing that the closed list knows. */
export function causeOfCategory(category: string): Cause | null {
  return rules.find(([pattern]) => pattern.test(category))?.[1] ?? null;
}
