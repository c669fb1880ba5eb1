import type { Change, Failure } from '@refrain/domain';
import { parseOrganisation } from '@refrain/eval';
import { generateOrganisation } from '@refrain/sample-org';

const firstSeed = 1_000;
/** Failures per generated organisation. A single large organisation would take too long to generate. */
const perOrganisation = 2_000;

export interface GeneratedFailureHistory {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
}

/** Generates failures of several organisations in the form in which they are read from the providers. Deterministic. */
export function generateFailureHistory(count: number, report: (line: string) => void): GeneratedFailureHistory {
  const failures: Failure[] = [];
  const changes: Change[] = [];
  for (let seed = firstSeed; failures.length < count; seed += 1) {
    const { world } = generateOrganisation(seed, { failures: perOrganisation });
    const observed = parseOrganisation(world);
    for (const failure of observed.failures) {
      if (failure.isFailure) failures.push({ ...failure, id: `${seed} ${failure.id}` });
    }
    for (const change of observed.changes) changes.push({ ...change, id: `${seed} ${change.id}` });
    report(`${Math.min(count, failures.length)} of ${count} failures generated …\n`);
  }
  return { failures: failures.slice(0, count), changes };
}

export function generateFailures(count: number, report: (line: string) => void): readonly Failure[] {
  return generateFailureHistory(count, report).failures;
}
