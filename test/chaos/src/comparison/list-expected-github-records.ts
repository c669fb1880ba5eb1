import type { GitHubEmulator, WorldDeployment, WorldRun } from '@refrain/emulators';
import type { EmulatedCompany } from '../company/emulated-company.ts';
import { type ExpectedRecord, findTextMarkers } from './expected-record.ts';

type Repository = ReturnType<GitHubEmulator['listRepositories']>[number];

const incidentLabels = ['incident', 'outage', 'postmortem'];
const failedConclusions: readonly (string | null)[] = ['failure', 'timed_out', 'startup_failure'];

/** Lists the records that Refrain must have stored for the emulated GitHub, except those that only analysis detects. */
export function listExpectedGitHubRecords({ github, organisation, postMortems }: EmulatedCompany): ExpectedRecord[] {
  return github.listRepositories().flatMap((repository) => {
    const name = `${organisation}/${repository.name}`;
    return [
      ...expectCode(repository, name),
      ...[...repository.deployments.values()].flatMap((deployment) => expectDeployment(deployment, name)),
      ...[...repository.runs.values()].flatMap((run) => expectRun(run, name)),
      ...expectIssues(repository, name),
      ...(repository.key === postMortems.repository ? expectPostMortems(repository, name, postMortems.folder) : []),
    ];
  });
}

const ofGitHub = { provider: 'github' } as const;

function expectCode({ branch, pulls }: Repository, name: string): ExpectedRecord[] {
  const commits = branch.commits.map(
    ({ sha, message }): ExpectedRecord => ({
      ...ofGitHub,
      table: 'change',
      kind: 'commit',
      externalId: `${name}@${sha}`,
      state: { contains: findTextMarkers(message.split('\n')[0] ?? '') },
    }),
  );
  const merged = [...pulls.values()].filter(({ mergedAt }) => mergedAt !== null);
  return [
    ...commits,
    ...merged.map(
      ({ number, title }): ExpectedRecord => ({
        ...ofGitHub,
        table: 'change',
        kind: 'merged_pull_request',
        externalId: `${name}#${number}`,
        state: { contains: findTextMarkers(title) },
      }),
    ),
  ];
}

function expectDeployment({ id, statuses }: WorldDeployment, name: string): ExpectedRecord[] {
  const reported = statuses.filter(({ state }) => state !== 'inactive');
  const isFailed = ({ state }: (typeof reported)[number]) => state === 'failure' || state === 'error';
  const last = reported.at(-1);
  const hasEnded = last !== undefined && (isFailed(last) || last.state === 'success');
  const lastFailure = reported.findLastIndex(isFailed);
  const recovery = reported.slice(lastFailure + 1).find(({ state }) => state === 'success');
  const externalId = `${name}#deployment/${id}`;
  const change: ExpectedRecord = {
    ...ofGitHub,
    table: 'change',
    kind: 'deployment',
    externalId,
    state: { succeeded: hasEnded ? last.state === 'success' : null },
  };
  if (lastFailure < 0) return [change];
  return [
    change,
    {
      ...ofGitHub,
      table: 'failure',
      kind: 'failed_deployment',
      externalId,
      state: {
        isFailure: true,
        resolvedAt: recovery?.createdAt ?? null,
        contains: findTextMarkers(...reported.filter(isFailed).map(({ description }) => description)),
      },
    },
  ];
}

function expectRun({ id, attempts }: WorldRun, name: string): ExpectedRecord[] {
  const last = attempts.at(-1);
  if (last === undefined || !attempts.some(({ conclusion }) => failedConclusions.includes(conclusion))) return [];
  return [
    {
      ...ofGitHub,
      table: 'failure',
      kind: 'failed_deployment',
      externalId: `${name}#run/${id}`,
      state: { isFailure: true, resolvedAt: last.conclusion === 'success' ? last.updatedAt : null },
    },
  ];
}

function expectIssues({ issues, pulls, listComments }: Repository, name: string): ExpectedRecord[] {
  return [...issues.values()]
    .filter(({ number, labels }) => !pulls.has(number) && labels.some((label) => incidentLabels.includes(label)))
    .map(({ number, title, closedAt }) => ({
      ...ofGitHub,
      table: 'failure',
      kind: 'incident',
      externalId: `${name}#issue/${number}`,
      state: {
        isFailure: true,
        resolvedAt: closedAt,
        contains: findTextMarkers(title, ...listComments(number).map(({ body }) => body)),
      },
    }));
}

function expectPostMortems({ files }: Repository, name: string, folder: string): ExpectedRecord[] {
  return files
    .list()
    .filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith('.md'))
    .map(({ path, content }) => ({
      ...ofGitHub,
      table: 'failure',
      kind: 'incident',
      externalId: `${name}#postmortem/${path}`,
      state: { isFailure: true, contains: findTextMarkers(content.toString()) },
    }));
}
