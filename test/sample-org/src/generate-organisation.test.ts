import type { WorldCommit, WorldDeployment } from '@refrain/emulators';
import { expect, it } from 'vitest';
import { services } from './company.ts';
import { generateOrganisation } from './generate-organisation.ts';
import { people } from './people.ts';
import { pipelineThemes } from './themes/pipelines.ts';

const { world, postMortems, truth } = generateOrganisation(1);
const { repositories, organisation } = world.github;
const failures = truth.episodes.flatMap((episode) => episode.failures);
const reported = new Set(postMortems.map(({ id }) => id));
const pipelineIds = new Set(pipelineThemes.map(({ id }) => id));
const isPipelineFailure = ({ patternId }: (typeof truth.episodes)[number]) => pipelineIds.has(patternId ?? '');
const countOrdered = (some: typeof truth): number =>
  some.episodes
    .filter((episode) => !episode.failures.some(({ id }) => reported.has(id)) && !isPipelineFailure(episode))
    .reduce((sum, { failures: own }) => {
      const reverts = own.filter(({ kind }) => kind === 'reverted_change').length;
      return sum + own.length - Math.max(0, reverts - 1);
    }, 0);

const commitIds: ReadonlyMap<string, WorldCommit> = new Map(
  repositories.flatMap((repository) =>
    repository.commits.map((commit) => [`${organisation}/${repository.name}@${commit.sha}`, commit] as const),
  ),
);
const pullIds = new Set(
  repositories.flatMap(({ name, pulls }) => pulls.map(({ number }) => `${organisation}/${name}#${number}`)),
);
const deploymentIds: ReadonlyMap<string, WorldDeployment> = new Map(
  repositories.flatMap(({ name, deployments }) =>
    deployments.map((deployment) => [`${organisation}/${name}#deployment/${deployment.id}`, deployment] as const),
  ),
);
const incidents = new Map(world.pagerduty.incidents.map((incident) => [incident.id, incident]));
const exists = (id: string) =>
  reported.has(id) || commitIds.has(id) || pullIds.has(id) || deploymentIds.has(id) || incidents.has(id);

it('a generated organisation has the requested size', () => {
  const merged = new Set(
    repositories.flatMap(({ pulls }) => pulls.flatMap(({ mergeCommitSha }) => mergeCommitSha ?? [])),
  );
  const besidesMainline = new Set(
    repositories.flatMap(({ commits }) => commits.flatMap(({ parents }) => parents[1] ?? [])),
  );
  const pushes = [...commitIds.values()].filter(({ sha }) => !merged.has(sha) && !besidesMainline.has(sha));
  expect(repositories).toHaveLength(60);
  expect(world.pagerduty.services).toHaveLength(40);
  expect(countOrdered(truth)).toBe(600);
  const mergedPulls = repositories.flatMap(({ pulls }) => pulls.filter(({ mergedAt }) => mergedAt !== null));
  expect(mergedPulls.length + pushes.length + deploymentIds.size).toBe(3_000);
  for (const kind of ['incident', 'failed_deployment', 'reverted_change'])
    expect(failures.filter((failure) => failure.kind === kind).length).toBeGreaterThan(60);
});

it('a team owns each service by a CODEOWNERS file or in PagerDuty, and most other repositories by a file', () => {
  const owned = repositories.filter(({ files }) => files?.some(({ path }) => path === '.github/CODEOWNERS'));
  const byFile = owned.map(({ name }) => name);
  const ofProvider = world.pagerduty.services.flatMap(({ name, teams = [] }) => (teams.length > 0 ? [name] : []));
  const onlyThere = services.filter(({ slug }) => !byFile.includes(slug)).map(({ displayName }) => displayName);
  expect(onlyThere.length).toBeGreaterThan(3);
  expect(ofProvider).toEqual(expect.arrayContaining(onlyThere));
  expect(ofProvider.length).toBeGreaterThan(onlyThere.length);
  expect(owned.length).toBeGreaterThan(services.length);
  expect(owned.length).toBeLessThan(repositories.length);
});

it('a generated organisation has patterns of 3 to 30 episodes and about a third of one-off episodes', () => {
  expect(truth.patterns.length).toBeGreaterThanOrEqual(25);
  for (const { id } of truth.patterns) {
    const episodes = truth.episodes.filter(({ patternId }) => patternId === id).length;
    expect(episodes, id).toBeGreaterThanOrEqual(3);
    expect(episodes, id).toBeLessThanOrEqual(30);
  }
  const ordered = truth.episodes.filter((episode) => !isPipelineFailure(episode)).flatMap((one) => one.failures);
  const alone = truth.episodes
    .filter(({ patternId }) => patternId === null)
    .flatMap((episode) => episode.failures).length;
  expect(alone / ordered.length).toBeGreaterThan(0.28);
  expect(alone / ordered.length).toBeLessThan(0.42);
});

it('the size options determine the size of a generated organisation', () => {
  const small = generateOrganisation(3, {
    services: 6,
    repositories: 9,
    failures: 40,
    changes: 300,
    days: 200,
    until: '2026-01-31',
  });
  expect(countOrdered(small.truth)).toBe(40);
  expect(small.world.github.repositories).toHaveLength(9);
  const services = small.world.pagerduty.services.map(({ id }) => id);
  for (const { serviceId } of small.world.pagerduty.incidents) expect(services).toContain(serviceId);
  const newest =
    small.world.pagerduty.incidents
      .map(({ createdAt }) => createdAt)
      .sort()
      .at(-1) ?? '';
  expect(newest < '2026-01-31').toBe(true);
  expect(() => generateOrganisation(1, { services: 41 })).toThrow(RangeError);
});

it('a seed determines the generated organisation', () => {
  expect(JSON.stringify(generateOrganisation(1))).toBe(JSON.stringify({ world, postMortems, truth }));
  expect(JSON.stringify(generateOrganisation(2).world)).not.toBe(JSON.stringify(world));
});

it('the truth names only existing records', () => {
  const changes = truth.episodes
    .flatMap(({ causedByChange, endedByChange }) => [causedByChange, endedByChange])
    .filter((change) => change !== null);
  const others = [
    ...truth.coincidences.flatMap(({ incident, change }) => [incident, change]),
    ...truth.plannedReverts.flatMap(({ revert, reverted }) => [revert, reverted]),
    ...truth.unclearReverts.flatMap(({ revert, reverted }) => [revert, reverted]),
    ...truth.reapplied.flatMap(({ reapply, revert }) => [reapply, revert]),
  ];
  const ids = [...failures, ...changes, ...others].flatMap(({ id, sameAs }) => [id, ...sameAs]);
  expect(ids.filter((id) => !exists(id))).toEqual([]);
});

it('the truth contains every incident and failed deployment once', () => {
  const ids = failures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const failedDeployments = [...deploymentIds]
    .filter(([, { statuses }]) => statuses.some(({ state }) => state === 'failure' || state === 'error'))
    .map(([id]) => id);
  expect([...incidents.keys(), ...failedDeployments].filter((id) => !ids.includes(id))).toEqual([]);
});

it('in the truth, each cause precedes its failure, and each coincidental change shortly precedes its incident', () => {
  const timeOf = (id: string) => {
    const [repository, number] = id.split('#');
    const pull = repositories
      .find(({ name }) => `${organisation}/${name}` === repository)
      ?.pulls.find((candidate) => String(candidate.number) === number);
    return (
      incidents.get(id)?.createdAt ??
      deploymentIds.get(id)?.createdAt ??
      commitIds.get(id)?.date ??
      pull?.mergedAt ??
      ''
    );
  };
  for (const { causedByChange, endedByChange, failures: own } of truth.episodes) {
    for (const { id } of own)
      if (causedByChange !== null) expect(timeOf(causedByChange.id) < timeOf(id), id).toBe(true);
    const first = own.map(({ id }) => timeOf(id)).sort()[0] ?? '';
    if (endedByChange !== null) expect(timeOf(endedByChange.id) >= first, endedByChange.id).toBe(true);
  }
  for (const { incident, change } of truth.coincidences) {
    const gap = Date.parse(timeOf(incident.id)) - Date.parse(timeOf(change.id));
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(3_600_000);
  }
});

it('the truth has seasonal patterns, and fixed patterns that no longer recur', () => {
  const fixed = truth.patterns.filter(({ fixedAt }) => fixedAt !== null);
  expect(fixed.length).toBeGreaterThan(2);
  for (const { id, fixedAt } of fixed) {
    const own = truth.episodes.filter(({ patternId }) => patternId === id).flatMap((episode) => episode.failures);
    for (const failure of own)
      expect(
        (incidents.get(failure.id)?.createdAt ??
          deploymentIds.get(failure.id)?.createdAt ??
          commitIds.get(failure.id)?.date ??
          '') < (fixedAt ?? ''),
      ).toBe(true);
  }
  expect(truth.patterns.filter(({ seasonal }) => seasonal).length).toBeGreaterThan(2);
});

it('the truth states the error in the log of each failed job', () => {
  const jobOf = new Map(
    repositories.flatMap(({ name, deployments, runs = [] }) =>
      runs.map(({ id, attempts }) => {
        const deployment = deployments.find(({ statuses }) => statuses.some(({ logUrl }) => logUrl.endsWith(`/${id}`)));
        return [`${organisation}/${name}#deployment/${deployment?.id}` as string, attempts[0]?.jobs[0]] as const;
      }),
    ),
  );
  const withLog = truth.failedDeployments.filter(({ jobLog }) => jobLog !== null);
  expect(withLog.length).toBe(jobOf.size);
  expect(withLog.length).toBeGreaterThan(80);
  for (const { failure, jobLog } of withLog) {
    const log = jobOf.get(failure.id)?.log ?? '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with this character
    const plain = log.replaceAll(/\u001b\[\d{1,2}m/gu, '');
    expect(plain).toContain(jobLog?.errorLine);
    for (const line of jobLog?.errorBlock ?? []) expect(plain).toContain(line);
    expect(log.split('\n').filter((line) => !/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{7}Z /u.test(line))).toEqual([]);
  }
  const tools = new Set(withLog.map(({ jobLog }) => jobLog?.tool));
  expect(tools.size).toBeGreaterThan(12);
});

it('the truth separates planned reverts of every kind and reverts of reverts from failures', () => {
  expect(new Set(truth.plannedReverts.map(({ kind }) => kind))).toEqual(
    new Set([
      ...['toggle', 'version_bump', 'reland', 'temporary'],
      ...['maintenance', 'event_scaling', 'banner', 'debug_switch', 'freeze'],
    ]),
  );
  const ids = new Set(failures.flatMap(({ id, sameAs }) => [id, ...sameAs]));
  const harmless = [
    ...truth.plannedReverts.map(({ revert }) => revert),
    ...truth.reapplied.map(({ reapply }) => reapply),
  ];
  expect(harmless.flatMap(({ id, sameAs }) => [id, ...sameAs]).filter((id) => ids.has(id))).toEqual([]);
  expect(truth.reapplied.length).toBeGreaterThan(5);
});

it('the GitHub history is a chain of unique commits, each after its parents', () => {
  for (const { name, commits } of repositories) {
    const seen = new Map<string, string>();
    for (const [index, { sha, parents, date }] of commits.entries()) {
      expect(sha).toMatch(/^[0-9a-f]{40}$/u);
      expect(seen.has(sha), name).toBe(false);
      expect(parents.length > 0 || index === 0, `${name} ${sha}`).toBe(true);
      for (const parent of parents) expect((seen.get(parent) ?? 'missing') <= date, `${name} ${sha}`).toBe(true);
      seen.set(sha, date);
    }
  }
  expect([...commitIds.values()].filter(({ parents }) => parents.length === 2).length).toBeGreaterThan(100);
});

it('pull requests and deployments in the GitHub history refer to existing commits, and their times are in order', () => {
  for (const { name, commits, pulls, deployments } of repositories) {
    const dates = new Map(commits.map(({ sha, date }) => [sha, date]));
    expect(new Set(pulls.map(({ number }) => number)).size).toBe(pulls.length);
    for (const { mergeCommitSha, createdAt, mergedAt, updatedAt } of pulls.filter((pull) => pull.mergedAt !== null)) {
      expect(dates.get(mergeCommitSha ?? ''), name).toBe(mergedAt);
      expect(createdAt < (mergedAt ?? '') && (mergedAt ?? '') <= updatedAt).toBe(true);
    }
    for (const { sha, createdAt, statuses } of deployments) {
      expect((dates.get(sha) ?? 'missing') <= createdAt, name).toBe(true);
      const times = [createdAt, ...statuses.map((status) => status.createdAt)];
      expect([...times].sort()).toEqual(times);
      for (const { description } of statuses) expect(description.length).toBeLessThanOrEqual(140);
    }
  }
  const ids = [...deploymentIds.values()];
  expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
});

it('reverts in the GitHub history reference commits and pull requests of the same repository', () => {
  let byCommit = 0;
  let byPull = 0;
  for (const { name, commits, pulls } of repositories) {
    const shas = new Set(commits.map(({ sha }) => sha));
    for (const { message } of commits) {
      for (const [, sha] of message.matchAll(/This reverts commit ([0-9a-f]{40})/gu)) {
        byCommit += 1;
        expect(shas.has(sha ?? ''), name).toBe(true);
      }
    }
    for (const { body } of pulls) {
      for (const [, target] of body.matchAll(/^Reverts (\S+#\d+)/gu)) {
        byPull += 1;
        expect(pullIds.has(target ?? '')).toBe(true);
      }
    }
  }
  expect([...commitIds.values()].some(({ message }) => (message.match(/This reverts commit/gu) ?? []).length > 1)).toBe(
    true,
  );
  expect(byCommit).toBeGreaterThan(40);
  expect(byPull).toBeGreaterThan(40);
});

it('generated texts contain no unfilled placeholders', () => {
  const texts = JSON.stringify(world);
  expect(texts.match(/\{[a-z]{1,14}\}/gu) ?? []).toEqual([]);
  expect(texts.match(/<[^<>"]{1,80}\|[^<>"]{0,80}>/gu) ?? []).toEqual([]);
});

it('generated texts seldom repeat within a pattern', () => {
  const rates = truth.patterns.map(({ id }) => {
    const own = truth.episodes.filter(({ patternId }) => patternId === id).flatMap((episode) => episode.failures);
    const titles = own.map((failure) => incidents.get(failure.id)?.title).filter((title) => title !== undefined);
    const pairs = titles.flatMap((title, index) => titles.slice(index + 1).map((other) => title === other));
    return { id, rate: pairs.length === 0 ? 0 : pairs.filter(Boolean).length / pairs.length };
  });
  expect(rates.filter(({ rate }) => rate > 0.08)).toEqual([]);
  const notes = world.pagerduty.incidents.flatMap((incident) => incident.notes.map(({ content }) => content));
  expect(new Set(notes).size / notes.length).toBeGreaterThan(0.75);
});

it('generated texts mention only listed people', () => {
  expect(new Set(people.flatMap(({ name, login, email }) => [name, login, email])).size).toBe(people.length * 3);
  const notes = world.pagerduty.incidents
    .flatMap((incident) => incident.notes.map(({ content }) => content))
    .join('\n');
  expect(people.some(({ name }) => notes.includes(name))).toBe(true);
  const mentions = [...notes.matchAll(/@([a-z][a-z0-9-]+)/gu)].map(([, login]) => login);
  expect(mentions.length).toBeGreaterThan(50);
  expect(mentions.filter((login) => !people.some((person) => person.login === login))).toEqual([]);
});
