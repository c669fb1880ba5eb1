import { findRevertedChanges, findRollbacks } from '@refrain/analysis';
import { mergeDuplicateFailures } from '@refrain/analysis/evaluation';
import { providers } from '@refrain/connectors';
import type { Change, Failure, FailureDraft, Provider } from '@refrain/domain';
import type { generateOrganisation, PostMortem } from '@refrain/sample-org';

type World = ReturnType<typeof generateOrganisation>['world'];
type Repository = World['github']['repositories'][number];
type Run = NonNullable<Repository['runs']>[number];
type Incident = World['pagerduty']['incidents'][number];

export interface ParsedRecords {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
}

/**
 * Parses all data of the providers with the parsers of the connectors. Also detects reverts and rollbacks, and merges duplicates, such as a
 * failed deployment and its workflow run.
 */
export function parseOrganisation(world: World, postMortems: readonly PostMortem[] = []): ParsedRecords {
  const failures: Failure[] = [];
  const changes: Change[] = [];
  const take = (provider: Provider, type: string, payload: unknown): void => {
    const observed = providers.readRecord(provider, { type, payload });
    for (const draft of observed.changes)
      changes.push({ ...draft, id: `${draft.kind} ${draft.externalId}`, connectionId: provider });
    for (const draft of observed.failures) failures.push(toFailure(draft, provider));
  };
  for (const repository of world.github.repositories) takeRepository(world.github.organisation, repository, take);
  const services = new Map(world.pagerduty.services.map(({ id, name }) => [id, name]));
  const users = new Map(world.pagerduty.users.map(({ id, name }) => [id, name]));
  for (const incident of world.pagerduty.incidents)
    take('pagerduty', 'pagerduty.incident', formatIncidentPayload(incident, services, users));
  for (const { date, service, ...document } of postMortems) {
    const created = `${date}T00:00:00.000Z`;
    take('archive', 'archive.incident', { ...document, created, precision: 'day', services: [service] });
  }
  const repositories = [...new Set(changes.map(({ repository }) => repository))];
  const detected = repositories.flatMap((name) => {
    const own = changes.filter(({ repository }) => repository === name);
    return [...findRevertedChanges(own), ...findRollbacks(own)].map((draft) => toFailure(draft, 'github'));
  });
  return { failures: mergeDuplicateFailures([...failures, ...detected], []).failures, changes };
}

function toFailure(draft: FailureDraft, provider: Provider): Failure {
  return {
    ...draft,
    id: formatFailureId(draft.kind, draft.externalId),
    connectionId: provider,
    episodeId: null,
    duplicateOf: null,
  };
}

export function formatFailureId(kind: string, externalId: string): string {
  return `${kind} ${externalId}`;
}

function takeRepository(
  organisation: string,
  { name, commits, pulls, deployments, runs = [] }: Repository,
  take: (provider: Provider, type: string, payload: unknown) => void,
): void {
  const repository = `${organisation}/${name}`;
  for (const { files, ...pull } of pulls)
    take('github', 'github.pull_request', {
      repository,
      files,
      pull: {
        number: pull.number,
        title: pull.title,
        body: pull.body,
        user: { login: pull.author },
        head: { ref: pull.headRef },
        merge_commit_sha: pull.mergeCommitSha,
        merged_at: pull.mergedAt,
        updated_at: pull.updatedAt,
      },
    });
  for (const { sha, message, author, date, parents, files } of commits) {
    const person = { name: author.name, email: author.email, date };
    take('github', 'github.commit', {
      repository,
      commit: {
        sha,
        commit: { message, author: person, committer: person },
        author: { login: author.login },
        committer: { login: author.login },
        parents: parents.map((parent) => ({ sha: parent })),
        files: files.map((filename) => ({ filename })),
      },
    });
  }
  for (const { statuses, createdAt, creator, ...deployment } of deployments)
    take('github', 'github.deployment', {
      repository,
      deployment: { ...deployment, creator: { login: creator }, created_at: createdAt },
      statuses: statuses.map((status) => ({ ...status, created_at: status.createdAt, log_url: status.logUrl })),
    });
  const environments = new Map(
    deployments.flatMap(({ environment, statuses }) => statuses.map(({ logUrl }) => [logUrl, environment] as const)),
  );
  for (const run of runs) {
    const url = `https://github.com/${repository}/actions/runs/${run.id}`;
    take('github', 'github.workflow_run', formatRunPayload(repository, run, url, environments.get(url) ?? null));
  }
}

/** Formats a run as a sync receives it from GitHub, with the failed jobs and their logs. */
function formatRunPayload(repository: string, run: Run, url: string, environment: string | null): unknown {
  const last = run.attempts.at(-1);
  const failed = run.attempts.flatMap(({ jobs }, index) =>
    jobs.filter(({ conclusion }) => conclusion === 'failure').map((job) => ({ job, attempt: index + 1 })),
  );
  return {
    repository,
    environment,
    run: {
      id: run.id,
      name: run.name,
      display_title: run.title,
      path: run.workflow,
      event: run.event,
      head_branch: run.branch,
      head_sha: run.sha,
      html_url: url,
      status: 'completed',
      conclusion: last?.conclusion,
      run_attempt: run.attempts.length,
      actor: { login: run.actor },
      created_at: run.createdAt,
      updated_at: last?.updatedAt,
    },
    jobs: failed.map(({ job, attempt }) => ({
      job: {
        ...job,
        run_attempt: attempt,
        completed_at: job.completedAt,
        steps: job.steps.map(({ name, conclusion, startedAt, completedAt }) => ({
          name,
          conclusion,
          started_at: startedAt ?? job.startedAt,
          completed_at: completedAt ?? job.completedAt,
        })),
      },
      annotations: job.annotations.map(({ level, line, ...annotation }) => ({
        ...annotation,
        start_line: line,
        annotation_level: level,
      })),
    })),
    logs: Object.fromEntries(failed.map(({ job }) => [job.id, job.log ?? ''])),
  };
}

/** Formats an incident as a sync receives it from PagerDuty, with alerts and notes. */
export function formatIncidentPayload(
  incident: Incident,
  services: ReadonlyMap<string, string>,
  users: ReadonlyMap<string, string>,
): unknown {
  return {
    incident: {
      id: incident.id,
      title: incident.title,
      description: incident.description,
      urgency: incident.urgency,
      priority: incident.priority === null ? null : { summary: incident.priority },
      status: incident.resolvedAt === null ? 'triggered' : 'resolved',
      created_at: incident.createdAt,
      resolved_at: incident.resolvedAt,
      updated_at: incident.updatedAt,
      service: { id: incident.serviceId, summary: services.get(incident.serviceId) },
    },
    alerts: incident.alerts.map((alert) => ({
      summary: alert.summary,
      severity: alert.severity,
      created_at: alert.createdAt,
      body: { details: alert.details },
    })),
    notes: incident.notes.map((note) => ({
      content: note.content,
      created_at: note.createdAt,
      user: { id: note.userId, type: 'user_reference', summary: users.get(note.userId) },
    })),
  };
}
