import type { Cause } from '@refrain/domain';

/**
 * Maps the categories of public post-mortem collections to the closed list of causes. A category that names a cause and a symptom
 * means the cause. The first matching entry wins; categories without an entry are not scored.
 */
const rules: readonly (readonly [RegExp, Cause])[] = [
  // The failed system belongs to a third party, whose failure spread.
  [/third[- ]part/iu, 'dependency'],
  // Somebody removed a component that was still needed: an operation, not code.
  [/component removal/iu, 'process'],
  // The code was right and its configuration wrong.
  [/bugs? \/ config|config errors?/iu, 'configuration'],
  // Too much load from any source, or an exhausted resource.
  [/payload flood|excessive flow|insufficient resource|bugs? \/ space|capacity/iu, 'capacity'],
  // Machines, power, cooling and the network.
  [/hardware|power|cooling|external causes \/ network/iu, 'infrastructure'],
  // A date passed that nobody acted on, or that the code handled wrongly.
  [/^time$|leap|expir/iu, 'expiry_time'],
  // Stored data was lost, wrong or in an unexpected format.
  [/database/iu, 'data'],
  // Two parts work alone and fail together.
  [/conflicts?/iu, 'code_defect'],
  // A software defect without details.
  [/softwares? bugs/iu, 'code_defect'],
  // The investigation found no cause.
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
