import type { Failure } from '@refrain/domain';
import { observeOrganisation } from '@refrain/eval';
import { generateOrganisation } from '@refrain/sample-org';

const firstSeed = 1_000;
/** One organisation of all of them would take too long to make up. */
const perOrganisation = 2_000;

/**
 * So many failures of generated organisations, read from what the providers would tell; the same ones each time. Of each
 * organisation all are of one history; ids begin with its seed.
 * @param report told the progress, in lines
 */
export function generateFailures(count: number, report: (line: string) => void): Failure[] {
  const failures: Failure[] = [];
  for (let seed = firstSeed; failures.length < count; seed += 1) {
    const { world } = generateOrganisation(seed, { failures: perOrganisation });
    for (const failure of observeOrganisation(world).failures) {
      if (failure.isFailure) failures.push({ ...failure, id: `${seed} ${failure.id}` });
    }
    report(`${Math.min(count, failures.length)} of ${count} failures generated …\n`);
  }
  return failures.slice(0, count);
}
