import { dayInMs } from '@refrain/domain';
import { nonServiceRepositories, services } from './company.ts';
import { planFailureSchedule } from './failure-schedule.ts';
import { createRandomStream } from './random-stream.ts';
import { type Organisation, writeOrganisation } from './write-organisation.ts';

export interface OrganisationSize {
  /** Number of services, from 1 to 40. */
  readonly services?: number;
  /** Number of repositories: at least the number of services, and at most 20 more. */
  readonly repositories?: number;
  /** Number of merged pull requests, direct pushes and deployments. The organisation has more if the failures need more. */
  readonly changes?: number;
  readonly failures?: number;
  readonly days?: number;
  /** Last day of the history, such as `2026-10-31`. */
  readonly until?: string;
}

/**
 * Generates a company: repositories, services, two years of changes and failures, post-mortems, and the truth about them. The same seed and
 * size lead to the same company. `failures` counts neither the additional reverts of a stack nor post-mortems nor
 * failures of the delivery pipeline.
 * @throws {RangeError} if a size is out of range
 */
export function generateOrganisation(seed: number, size: OrganisationSize = {}): Organisation {
  const { services: serviceCount = 40, failures = 600, changes = 3_000, days = 730, until = '2026-10-31' } = size;
  const repositoryCount = size.repositories ?? serviceCount + 20;
  const end = Date.parse(`${until}T00:00:00.000Z`);
  if (!Number.isInteger(serviceCount) || serviceCount < 2 || serviceCount > services.length)
    throw new RangeError(`Give 2 to ${services.length} services`);
  if (repositoryCount < serviceCount || repositoryCount > serviceCount + nonServiceRepositories.length)
    throw new RangeError(`Give ${serviceCount} to ${serviceCount + nonServiceRepositories.length} repositories`);
  if (failures < 1 || days < 60 || Number.isNaN(end))
    throw new RangeError('Invalid size. Give at least 1 failure, at least 60 days, and the last day as YYYY-MM-DD');

  const random = createRandomStream(`organisation/${seed}`);
  const span = { from: end - days * dayInMs, until: end };
  const ours = services.slice(0, serviceCount);
  const described = [
    ...ours.map(({ slug, description }) => ({ name: slug, description })),
    ...nonServiceRepositories,
  ].slice(0, repositoryCount);
  const names = new Set(described.map(({ name }) => name));

  const schedule = planFailureSchedule(failures, span, ours, names, random.fork('schedule'));
  return writeOrganisation({
    seed,
    span,
    services: ours,
    repositories: described,
    schedule,
    changes: { all: changes },
  });
}
