import type { Cause } from '@refrain/domain';

/**
 * From the categories of public post-mortem collections to the closed list of causes. A category that names both a
 * cause and how it showed is read as the cause. First matching entry wins; a category that fits none is left out of
 * the scoring.
 */
const rules: readonly (readonly [RegExp, Cause])[] = [
  // What failed belongs to somebody else: the system allowed their failure to become its own.
  [/third[- ]part/iu, 'dependency'],
  // A component that was still needed was taken away: a step of work, not a line of code.
  [/component removal/iu, 'process'],
  // The code did what it was told, and was told the wrong thing.
  [/bugs? \/ config|config errors?/iu, 'configuration'],
  // Load that the software could not bear, whoever sent it, and what ran out.
  [/payload flood|excessive flow|insufficient resource|bugs? \/ space|capacity/iu, 'capacity'],
  // Machines, power, cooling and the network outside of the software.
  [/hardware|power|cooling|external causes \/ network/iu, 'infrastructure'],
  // A date passed that nobody acted on, or that the code could not count.
  [/^time$|leap|expir/iu, 'expiry_time'],
  // What was stored was lost, wrong or in a form that was not expected.
  [/database/iu, 'data'],
  // Two parts that are right by themselves and wrong together.
  [/conflicts?/iu, 'code_defect'],
  // A fault of the software of which nothing closer is said.
  [/softwares? bugs/iu, 'code_defect'],
  // Those who looked into it did not find out.
  [/^unknown$/iu, 'unknown'],
];

/** Returns the known causes that categories of a record stand for. */
export function listCauses(categories: readonly string[]): Cause[] {
  return categories.map(causeOfCategory).filter((cause): cause is Cause => cause !== null && cause !== 'unknown');
}

/** Returns the cause that a category stands for, or null if the closed list has no such cause. */
function causeOfCategory(category: string): Cause | null {
  return rules.find(([pattern]) => pattern.test(category))?.[1] ?? null;
}
