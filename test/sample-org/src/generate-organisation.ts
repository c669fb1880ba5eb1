import type { World, WorldIncident, WorldRepository } from '@refrain/emulators';
import type { Act, CommitAct, DeployAct, Placed } from './act.ts';
import { day, toInstant } from './calendar.ts';
import { organisation, otherRepositories, services } from './company.ts';
import { type EpisodePlan, planEpisode } from './episode-plan.ts';
import { planEveryday } from './everyday.ts';
import { type RepositoryPlan, writeRepository } from './github-history.ts';
import { serviceId, userId } from './incident-plan.ts';
import { people } from './people.ts';
import { createRandom } from './random.ts';
import { planSchedule } from './schedule.ts';
import type { Truth } from './truth.ts';
import { writeTruth } from './write-truth.ts';

export interface OrganisationSize {
  /** 1 to 40. */
  readonly services?: number;
  /** At least the number of services, at most 20 more than it. */
  readonly repositories?: number;
  /** Merged pull requests, direct pushes and deployments; more come where the failures alone need more. */
  readonly changes?: number;
  readonly failures?: number;
  /** Days of history. */
  readonly days?: number;
  /** The last day of the history, as `2026-10-31`. */
  readonly until?: string;
}

/**
 * Makes up a company: its repositories, its services, two years of changes and failures, and the truth about them. The same seed and
 * size give the same company.
 * @throws {RangeError} when a size is out of its range
 */
export function generateOrganisation(seed: number, size: OrganisationSize = {}): { world: World; truth: Truth } {
  const { services: serviceCount = 40, failures = 600, changes = 3_000, days = 730, until = '2026-10-31' } = size;
  const repositoryCount = size.repositories ?? serviceCount + 20;
  const end = Date.parse(`${until}T00:00:00.000Z`);
  if (!Number.isInteger(serviceCount) || serviceCount < 2 || serviceCount > services.length)
    throw new RangeError(`Give 2 to ${services.length} services`);
  if (repositoryCount < serviceCount || repositoryCount > serviceCount + otherRepositories.length)
    throw new RangeError(`Give ${serviceCount} to ${serviceCount + otherRepositories.length} repositories`);
  if (failures < 1 || days < 60 || Number.isNaN(end))
    throw new RangeError('Give at least 1 failure, at least 60 days, and the last day as YYYY-MM-DD');

  const random = createRandom(`organisation/${seed}`);
  const span = { from: end - days * day, until: end };
  const ours = services.slice(0, serviceCount);
  const described = [...ours.map(({ slug, description }) => ({ name: slug, description })), ...otherRepositories].slice(
    0,
    repositoryCount,
  );
  const names = described.map(({ name }) => name);

  const schedule = planSchedule(failures, span, ours, new Set(names), random.fork('schedule'));
  const bagsOfTheme = new Map<string, Map<readonly string[], string[]>>();
  const episodes = schedule.orders.map((order) => {
    const bags = bagsOfTheme.get(order.theme.id) ?? new Map<readonly string[], string[]>();
    bagsOfTheme.set(order.theme.id, bags);
    return planEpisode(order, ours, random.fork(`episode/${order.id}`), bags);
  });
  const everyday = planEveryday(changes, episodes, names, span, random.fork('everyday'));

  const acts = [...episodes.flatMap((episode) => episode.acts), ...everyday.acts];
  const deploymentIds = numberDeployments(acts);
  const placed = new Map<string, Placed>();
  const repositories: WorldRepository[] = described.map(({ name, description }, index) => {
    const own = acts.filter(({ repository }) => repository === name);
    const createdAt = span.from - (30 + index) * day;
    const plan: RepositoryPlan = {
      name,
      description,
      createdAt,
      merges: index % 4 === 3,
      commits: [firstCommit(name, createdAt), ...own.filter((act): act is CommitAct => act.type === 'commit')],
      deployments: own.filter((act): act is DeployAct => act.type === 'deploy'),
    };
    const written = writeRepository(plan, seed, deploymentIds);
    for (const [key, value] of written.placed) placed.set(key, value);
    return written.repository;
  });

  const world: World = {
    github: { organisation, repositories },
    pagerduty: {
      subdomain: organisation,
      services: ours.map(({ slug, displayName, description }) => ({
        id: serviceId(slug),
        name: displayName,
        description,
        createdAt: toInstant(span.from - 60 * day),
      })),
      users: people.map(({ name, email }, index) => ({ id: userId(index), name, email })),
      incidents: writeIncidents(episodes, placed),
    },
  };
  return { world, truth: writeTruth({ seed, schedule, episodes, everyday, acts, placed }) };
}

function firstCommit(repository: string, at: number): CommitAct {
  return {
    type: 'commit',
    key: `${repository}/first`,
    repository,
    at,
    pull: null,
    title: 'Initial commit',
    body: '',
    files: ['README.md'],
    author: people[0] ?? { name: '', login: '', email: '' },
  };
}

/** Over the whole company in the order of time, as GitHub does. */
function numberDeployments(acts: readonly Act[]): Map<string, number> {
  const deployments = acts
    .filter(({ type }) => type === 'deploy')
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return new Map(deployments.map(({ key }, index) => [key, 410_000 + index * 7]));
}

function writeIncidents(episodes: readonly EpisodePlan[], placed: ReadonlyMap<string, Placed>): WorldIncident[] {
  const plans = episodes.flatMap(({ incidents }) => incidents);
  const name = (key: string | null, fallback: string) => {
    const change = key === null ? undefined : placed.get(key);
    if (change === undefined) return fallback;
    return change.number === null ? change.sha.slice(0, 8) : `${change.id.slice(organisation.length + 1)}`;
  };
  return plans
    .sort((a, b) =>
      a.incident.createdAt < b.incident.createdAt
        ? -1
        : a.incident.createdAt > b.incident.createdAt
          ? 1
          : a.key < b.key
            ? -1
            : 1,
    )
    .map(({ incident, culprit, remedy }, index) => {
      const named = (text: string): string =>
        text.replaceAll('{culprit}', name(culprit, 'that change')).replaceAll('{remedy}', name(remedy, 'the fix'));
      return {
        ...incident,
        number: 2_100 + index,
        notes: incident.notes.map((note) => ({ ...note, content: named(note.content) })),
        logEntries: incident.logEntries.map((entry) =>
          entry.note === undefined ? entry : { ...entry, note: named(entry.note) },
        ),
      };
    });
}
