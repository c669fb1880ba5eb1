import type { Change, Failure } from '@refrain/domain';
import { observeOrganisation } from '@refrain/eval';
import { generateOrganisation } from '@refrain/sample-org';

const firstSeed = 1_000;
/** One organisation of all of them would take too long to make up. */
const perOrganisation = 2_000;

export interface GeneratedHistory {
  readonly failures: readonly Failure[];
  /** Of the organisations whose failures these are, all of them. */
  readonly changes: readonly Change[];
}

/**
 * So many failures of generated organisations, read from what the providers would tell; the same ones each time. Of each
 * organisation all are of one history; ids begin with its seed.
 * @param report told the progress, in lines
 */
export function generateHistory(count: number, report: (line: string) => void): GeneratedHistory {
  const failures: Failure[] = [];
  const changes: Change[] = [];
  for (let seed = firstSeed; failures.length < count; seed += 1) {
    const { world } = generateOrganisation(seed, { failures: perOrganisation });
    const observed = observeOrganisation(world);
    for (const failure of observed.failures) {
      if (failure.isFailure) failures.push({ ...failure, id: `${seed} ${failure.id}` });
    }
    for (const change of observed.changes) changes.push({ ...change, id: `${seed} ${change.id}` });
    report(`${Math.min(count, failures.length)} of ${count} failures generated …\n`);
  }
  return { failures: failures.slice(0, count), changes };
}

/** The failures of such a history. */
export function generateFailures(count: number, report: (line: string) => void): readonly Failure[] {
  return generateHistory(count, report).failures;
}
