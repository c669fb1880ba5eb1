import { dayInMs } from '@refrain/domain';
import {
  type CompanyService,
  createRandomStream,
  type EpisodeSpec,
  nonServiceRepositories,
  oneOffThemes,
  type RandomStream,
  recurringThemes,
  type Shape,
  services,
  type Theme,
  type UnusedTexts,
  writeOrganisation,
} from '@refrain/sample-org';
import { issueRoles, optedOutService, type Role } from './issue-roles.ts';
import { createRecurrenceSequence } from './recurrence-sequence.ts';

/** Length in days of the history before the simulated year. */
const historyDays = 240;
/** Days at the end of the history in which no episode begins, so that none continues into the year. */
const quietDays = 8;
const changesAMonth = 110;
/** Number of episodes per month whose failure never recurs. */
export const oneOffEpisodesPerMonth = 1.5;

/** Services in which the true patterns in `issue-roles.ts` occur. */
export const issueRoleServices: readonly CompanyService[] = services.filter(({ slug }) =>
  issueRoles.some(({ service }) => service === slug),
);
const described = [
  ...issueRoleServices.map(({ slug, description }) => ({ name: slug, description })),
  ...nonServiceRepositories.slice(0, 4),
];
export const repositoryNames: readonly string[] = described.map(({ name }) => name);

export function computeChangeCount(days: number): number {
  return Math.round((changesAMonth * days) / 30);
}

/** Specifies an episode of the role's true pattern, at the given time. */
export function specifyRoleEpisode(role: Role, place: string, at: number, random: RandomStream): EpisodeSpec {
  const theme = themeOf(role);
  const shape = role.shapes === undefined ? random.weighted(theme.shapes) : random.pick(role.shapes);
  return { ...locateTheme(role.service, theme), id: `${theme.id}/${place}`, shape, at };
}

/**
 * Specifies an episode that resembles no other. It is never a failed deployment, because failed deployments all contain the same words
 * (“post-deploy check: …”). It is never reverted, because reverts of everyday changes resemble each other.
 */
export function specifyOneOffEpisode(theme: Theme, at: number, random: RandomStream): EpisodeSpec {
  const { slug } = random.pick(issueRoleServices);
  const shapes = Object.entries(theme.shapes).filter(([shape]) => !/deploy|revert/u.test(shape));
  const shape = random.weighted(Object.fromEntries(shapes)) as Shape;
  return { ...locateTheme(slug, theme), id: theme.id, shape, at };
}

/** Shuffles all failures that never recur. The history uses the first ones, and the simulated year the next ones. */
export function shuffleOneOffThemes(seed: number): readonly Theme[] {
  return createRandomStream(`year/${seed}/one-offs`).shuffle(oneOffThemes);
}

/** Creates the company as of the beginning of the year, with the true patterns of its history. */
export function createCompany(seed: number, startMs: number, bagsOfTheme: UnusedTexts) {
  const random = createRandomStream(`year/${seed}/history`);
  const span = { from: startMs - historyDays * dayInMs, until: startMs };
  const quietFrom = startMs - quietDays * dayInMs;
  const orders = issueRoles
    .filter(({ startWeek }) => startWeek === undefined)
    .flatMap((role) => {
      const instants = createRecurrenceSequence(role.rate, random.fork(role.theme)).take(span.from, quietFrom);
      return instants.map((at, place) => specifyRoleEpisode(role, `before-${place + 1}`, at, random));
    });
  const lone = createRecurrenceSequence(oneOffEpisodesPerMonth, random.fork('one-offs')).take(span.from, quietFrom);
  const themesOfLone = shuffleOneOffThemes(seed);
  const singles = lone.flatMap((at, place) => {
    const theme = themesOfLone[place];
    return theme === undefined ? [] : [specifyOneOffEpisode(theme, at, random)];
  });
  const patterns = issueRoles.map((role) => ({ id: role.theme, theme: themeOf(role), fixedAt: null }));
  const { world, truth } = writeOrganisation({
    seed,
    span,
    services: issueRoleServices,
    repositories: described,
    bagsOfTheme,
    schedule: { orders: [...orders, ...singles], patterns },
    changes: { everyday: computeChangeCount(historyDays) },
  });
  const closed = world.github.repositories.map((repository) =>
    repository.name === optedOutService
      ? { ...repository, files: [{ path: '.github/refrain.yml', content: 'issues: off\n' }] }
      : repository,
  );
  return { world: { ...world, github: { ...world.github, repositories: closed } }, truth, pastOneOffs: singles.length };
}

function themeOf({ theme: id }: Role): Theme {
  const theme = recurringThemes.find((one) => one.id === id);
  if (theme === undefined) throw new RangeError(`The sample organisation has no pattern ${id}`);
  return theme;
}

function locateTheme(slug: string, theme: Theme): Pick<EpisodeSpec, 'theme' | 'service' | 'repository'> {
  const service = issueRoleServices.find((one) => one.slug === slug);
  if (service === undefined) throw new RangeError(`The sample organisation has no service ${slug}`);
  return { theme, service, repository: slug };
}
