import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId, createObjectSha } from '../http/create-numeric-id.ts';
import type { WorldAnnotation, WorldRun } from '../world.ts';
import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { formatRepository } from './format-repository.ts';
import { formatUser } from './format-user.ts';
import type { RepositoryState } from './repository-state.ts';
import { type EmulatedWorkflow, findLastAttempt, type JobWithRun } from './workflow-run-state.ts';

type Run = components['schemas']['workflow-run'];
type Job = components['schemas']['job'];

export function createWorkflowId(repository: RepositoryState, path: string): number {
  return createNumericId('workflow', repository.key, path);
}

/** Formats a workflow run in the state of its last attempt. */
export function formatWorkflowRun(addresses: EmulatorUrls, repository: RepositoryState, run: WorldRun): Run {
  const api = repositoryApiUrl(addresses, repository);
  const url = `${api}/actions/runs/${run.id}`;
  const { conclusion, startedAt, updatedAt } = findLastAttempt(run);
  const attempt = run.attempts.length;
  const suite = createNumericId('suite', run.id);
  const repo = formatRepository(addresses, repository) as unknown as Run['repository'];
  return {
    id: run.id,
    name: run.name,
    node_id: createNodeId('WFR', run.id),
    check_suite_id: suite,
    check_suite_node_id: createNodeId('CS', suite),
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.workflow,
    display_title: run.title,
    run_number: repository.runs.numberOf(run),
    run_attempt: attempt,
    event: run.event,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    workflow_id: createWorkflowId(repository, run.workflow),
    url,
    html_url: `${repositoryWebUrl(addresses, repository)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: updatedAt,
    run_started_at: startedAt,
    actor: formatUser(addresses, run.actor),
    triggering_actor: formatUser(addresses, run.actor),
    referenced_workflows: [],
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${createWorkflowId(repository, run.workflow)}`,
    head_commit: presentHead(repository, run),
    repository: repo,
    head_repository: repo,
  };
}

function presentHead(repository: RepositoryState, run: WorldRun): Run['head_commit'] {
  const commit = repository.branch.find(run.sha);
  if (commit === null) return null;
  const person = { name: commit.author.name, email: commit.author.email };
  return {
    id: commit.sha,
    tree_id: createObjectSha('tree', commit.sha),
    message: commit.message,
    timestamp: commit.date,
    author: person,
    committer: person,
  };
}

/** Formats a job; the job's check run has the same id. */
export function formatJob(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  { run, job, attempt }: JobWithRun,
): Job {
  const api = repositoryApiUrl(addresses, repository);
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: attempt,
    node_id: createNodeId('CR', job.id),
    head_sha: run.sha,
    head_branch: run.branch,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${repositoryWebUrl(addresses, repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.conclusion === null ? 'in_progress' : 'completed',
    // GitHub's API description permits fewer conclusions for a job than for a run.
    conclusion: job.conclusion as Job['conclusion'],
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: job.steps.map((step, at) => ({
      name: step.name,
      status: step.conclusion === null ? 'in_progress' : 'completed',
      conclusion: step.conclusion,
      number: at + 1,
      started_at: step.startedAt ?? job.startedAt,
      completed_at: step.conclusion === null ? null : (step.completedAt ?? job.completedAt),
    })),
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 1,
    runner_group_name: 'GitHub Actions',
    workflow_name: run.name,
  };
}

export function formatAnnotation(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  run: WorldRun,
  { path, line, level, title, message }: WorldAnnotation,
): components['schemas']['check-annotation'] {
  return {
    path,
    start_line: line,
    end_line: line,
    start_column: null,
    end_column: null,
    annotation_level: level,
    title,
    message,
    raw_details: null,
    blob_href: `${repositoryWebUrl(addresses, repository)}/blob/${run.sha}/${encodeURI(path)}`,
  };
}

export function formatWorkflow(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  { path, name, createdAt }: EmulatedWorkflow,
): components['schemas']['workflow'] {
  const id = createWorkflowId(repository, path);
  const web = repositoryWebUrl(addresses, repository);
  const file = encodeURIComponent(path.split('/').at(-1) ?? path);
  return {
    id,
    node_id: createNodeId('W', id),
    name,
    path,
    state: 'active',
    created_at: createdAt,
    updated_at: createdAt,
    url: `${repositoryApiUrl(addresses, repository)}/actions/workflows/${id}`,
    html_url: `${web}/blob/${repository.defaultBranch}/${encodeURI(path)}`,
    badge_url: `${web}/actions/workflows/${file}/badge.svg`,
  };
}
