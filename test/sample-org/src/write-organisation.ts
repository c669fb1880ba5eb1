import { dayInMs } from '@refrain/domain';
import type { World, WorldIncident, WorldRepository } from '@refrain/emulators';
import { formatInstant, type Span } from './calendar.ts';
import { type CompanyService, organisationName } from './company.ts';
import { type EpisodePlan, type EpisodeSpec, planEpisode } from './episode-plan.ts';
import type { FailureSchedule } from './failure-schedule.ts';
import { type RepositoryPlan, writeGitHubHistory } from './github-history.ts';
import { createPagerDutyServiceId, createPagerDutyUserId } from './incident-plan.ts';
import { listOnCallTeams } from './on-call-teams.ts';
import { planOrdinaryChanges } from './ordinary-changes-plan.ts';
import { people } from './people.ts';
import { planPipelineFailures } from './pipeline-failures.ts';
import type { PlannedChange, PlannedCommit, PlannedDeployment, WrittenChange } from './planned-change.ts';
import { type PostMortem, planPostMortems } from './post-mortems.ts';
import { createRandomStream } from './random-stream.ts';
import { planRoutineChangesWithReverts } from './routine-reversals.ts';
import { planSilentReverts } from './silent-reverts.ts';
import { turnRevertsIntoStacks } from './stacks.ts';
import type { Truth } from './truth.ts';
import { writeTruth } from './write-truth.ts';

/**
 * Number of ordinary changes in an organisation of full size. The numbers of silent reverts, post-mortems and pipeline failures below apply
 * to full size, and are reduced for smaller organisations.
 */
const fullSize = 2_000;
const silentReverts = 40;
const writtenPostMortems = 24;
const pipelineFailures = 45;

/** Unused texts of each theme, by theme id. A history that continues another one uses only these texts, so that none is repeated. */
export type UnusedTexts = Map<string, Map<readonly string[], string[]>>;

export interface OrganisationPlan {
  readonly seed: number;
  readonly span: Span;
  readonly services: readonly CompanyService[];
  readonly repositories: readonly { readonly name: string; readonly description: string }[];
  readonly schedule: FailureSchedule;
  /**
   * `all` is the number of all changes; there are more if the failures need more. `everyday` is the number of changes that cause no
   * failure.
   */
  readonly changes: { readonly all: number } | { readonly everyday: number };
  readonly bagsOfTheme?: UnusedTexts;
}

export interface Organisation {
  /** Initial data of the emulated providers. */
  readonly world: World;
  /** Post-mortems in the format of files to import. */
  readonly postMortems: readonly PostMortem[];
  readonly truth: Truth;
}

/** Writes a company with planned failures: its history at the providers, and the truth about it. */
export function writeOrganisation(plan: OrganisationPlan): Organisation {
  const { seed, span, services, repositories: described, schedule, changes, bagsOfTheme = new Map() } = plan;
  const random = createRandomStream(`organisation/${seed}`);
  const names = described.map(({ name }) => name);
  const planAll = (orders: readonly EpisodeSpec[]) =>
    orders.map((order) => {
      const bags = bagsOfTheme.get(order.theme.id) ?? new Map<readonly string[], string[]>();
      bagsOfTheme.set(order.theme.id, bags);
      return planEpisode(order, services, random.fork(`episode/${order.id}`), bags);
    });
  const planned = planAll(schedule.orders);
  const needed = countActs(planned) + names.length;
  const wanted = 'everyday' in changes ? changes.everyday : Math.max(0, changes.all - needed);
  const scale = Math.min(1, wanted / fullSize);
  const pipelines = planPipelineFailures(
    Math.floor(pipelineFailures * scale),
    span,
    services,
    random.fork('pipeline failures'),
  );
  const episodes = [
    ...planned.map((plan) => turnRevertsIntoStacks(plan, scale, random.fork(`stack/${plan.order.id}`))),
    ...planAll(pipelines.orders),
  ];
  const routines = planRoutineChangesWithReverts(names, span, scale, random.fork('routines'));
  const silent = planSilentReverts(Math.floor(silentReverts * scale), names, span, random.fork('silent reverts'));
  const reversals = [...routines, ...silent].flatMap(({ change, revert }) => [change, revert]);
  const more = countActs(episodes) - countActs(planned) + reversals.length;
  const everyday = planOrdinaryChanges(wanted, planned, names, span, random.fork('everyday'), more);

  const acts = [...episodes.flatMap((episode) => episode.acts), ...reversals, ...everyday.acts];
  const deploymentIds = numberDeployments(acts);
  const placed = new Map<string, WrittenChange>();
  const repositories: WorldRepository[] = described.map(({ name, description }, index) => {
    const own = acts.filter(({ repository }) => repository === name);
    const createdAt = span.from - (30 + index) * dayInMs;
    const plan: RepositoryPlan = {
      name,
      description,
      createdAt,
      merges: index % 4 === 3,
      commits: [firstCommit(name, createdAt), ...own.filter((act): act is PlannedCommit => act.type === 'commit')],
      deployments: own.filter((act): act is PlannedDeployment => act.type === 'deploy'),
    };
    const written = writeGitHubHistory(plan, seed, deploymentIds);
    for (const [key, value] of written.placed) placed.set(key, value);
    return written.repository;
  });

  const postMortems = planPostMortems(
    Math.floor(writtenPostMortems * scale),
    schedule,
    services,
    span,
    random.fork('post-mortems'),
  );
  const patterns = [...schedule.patterns, ...pipelines.patterns];
  const truth = writeTruth({ seed, patterns, episodes, everyday, routines, silent, postMortems, acts, placed });
  const world: World = {
    github: { organisation: organisationName, repositories },
    pagerduty: {
      subdomain: organisationName,
      services: services.map(({ slug, displayName, description }) => ({
        id: createPagerDutyServiceId(slug),
        name: displayName,
        description,
        createdAt: formatInstant(span.from - 60 * dayInMs),
        teams: listOnCallTeams(slug),
      })),
      users: people.map(({ name, email }, index) => ({ id: createPagerDutyUserId(index), name, email })),
      incidents: writeIncidents(episodes, placed),
    },
  };
  return { world, postMortems: postMortems.map(({ document }) => document), truth };
}

function countActs(plans: readonly EpisodePlan[]): number {
  return plans.reduce((sum, { acts }) => sum + acts.length, 0);
}

function firstCommit(repository: string, at: number): PlannedCommit {
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

/** Numbers the deployments of all repositories by time, as GitHub does. */
function numberDeployments(acts: readonly PlannedChange[]): Map<string, number> {
  const deployments = acts
    .filter(({ type }) => type === 'deploy')
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return new Map(deployments.map(({ key }, index) => [key, 410_000 + index * 7]));
}

function writeIncidents(episodes: readonly EpisodePlan[], placed: ReadonlyMap<string, WrittenChange>): WorldIncident[] {
  const plans = episodes.flatMap(({ incidents }) => incidents);
  const name = (key: string | null, fallback: string) => {
    const change = key === null ? undefined : placed.get(key);
    if (change === undefined) return fallback;
    return change.number === null ? change.sha.slice(0, 8) : `${change.id.slice(organisationName.length + 1)}`;
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
