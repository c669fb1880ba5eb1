import { findQueryValue, type Query, type Route } from '../http/reply.ts';
import { type PageableList, reverseList } from '../http/sorted-view.ts';
import type { WorldRun } from '../world.ts';
import { type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { parseDateRange } from './date-range.ts';
import { notFound, unprocessable } from './error-reply.ts';
import {
  createWorkflowId,
  formatAnnotation,
  formatJob,
  formatWorkflow,
  formatWorkflowRun,
} from './format-workflow-run.ts';
import type { RepositoryState } from './repository-state.ts';
import { findLastAttempt, listJobs } from './workflow-run-state.ts';

/** Maximum number of items in a filtered list: https://docs.github.com/rest/actions/workflow-runs. */
const maxFiltered = 1_000;
const filters = ['actor', 'branch', 'event', 'status', 'head_sha', 'created'] as const;

function filterOf(query: Query): (run: WorldRun) => boolean {
  const [actor, branch, event, status, sha] = filters.map((name) => findQueryValue(query, name));
  return (run) => {
    const { conclusion } = findLastAttempt(run);
    const state = conclusion === null ? 'in_progress' : 'completed';
    return (
      (actor === undefined || run.actor === actor) &&
      (branch === undefined || run.branch === branch) &&
      (event === undefined || run.event === event) &&
      (status === undefined || status === state || status === conclusion) &&
      (sha === undefined || run.sha === sha)
    );
  };
}

function selectRuns(repository: RepositoryState, query: Query, workflow: string | null): PageableList<WorldRun> | null {
  const created = findQueryValue(query, 'created');
  const range = created === undefined ? undefined : parseDateRange(created);
  if (range === null) return null;
  const isWanted = filterOf(query);
  const name = JSON.stringify([
    workflow,
    ...filters.map((filter) => filter !== 'created' && findQueryValue(query, filter)),
  ]);
  const { items, countBefore } = repository.runs.view(
    name,
    (run) => Date.parse(run.createdAt),
    (run) => (workflow === null || run.workflow === workflow) && isWanted(run),
  );
  return range === undefined
    ? reverseList(items)
    : reverseList(items, countBefore(range.from), countBefore(range.to + 1));
}

function findWorkflow(repository: RepositoryState, idOrFile: string | undefined) {
  const isWanted = (path: string): boolean =>
    String(createWorkflowId(repository, path)) === idOrFile || path.split('/').at(-1) === idOrFile;
  return repository.runs.workflows().find(({ path }) => isWanted(path)) ?? null;
}

export function workflowRunRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;
  const listRuns = (workflow: (repository: RepositoryState, id: string | undefined) => string | null | undefined) =>
    withRepository(context, (repository, call) => {
      const path = workflow(repository, call.parameters.id);
      if (path === undefined) return notFound();
      const runs = selectRuns(repository, call.query, path);
      if (runs === null) return unprocessable('created is not a valid date range');
      const isFiltered = filters.some((name) => findQueryValue(call.query, name) !== undefined);
      return replyWithPage(call, runs, (run) => formatWorkflowRun(addresses, repository, run), {
        maxItems: isFiltered ? maxFiltered : undefined,
        wrap: (workflow_runs) => ({ total_count: runs.length, workflow_runs }),
      });
    });
  const listOfRun = (attemptOf: (run: WorldRun, query: Query, attempt: string | undefined) => number | null) =>
    withRepository(context, (repository, call) => {
      const run = repository.runs.get(Number(call.parameters.id));
      if (run === undefined) return notFound();
      const attempt = attemptOf(run, call.query, call.parameters.attempt);
      if (attempt !== null && run.attempts[attempt - 1] === undefined) return notFound();
      const jobs = listJobs(run).filter((job) => attempt === null || job.attempt === attempt);
      return replyWithPage(call, jobs, (job) => formatJob(addresses, repository, job), {
        wrap: (page) => ({ total_count: jobs.length, jobs: page }),
      });
    });

  return [
    { method: 'get', path: '/repos/:owner/:repo/actions/runs', handle: listRuns(() => null) },
    {
      method: 'get',
      path: '/repos/:owner/:repo/actions/workflows/:id/runs',
      handle: listRuns((repository, id) => findWorkflow(repository, id)?.path),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/actions/runs/:id',
      handle: withRepository(context, (repository, call) => {
        const run = repository.runs.get(Number(call.parameters.id));
        return run === undefined ? notFound() : { status: 200, body: formatWorkflowRun(addresses, repository, run) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/actions/runs/:id/jobs',
      handle: listOfRun((run, query) => (findQueryValue(query, 'filter') === 'all' ? null : run.attempts.length)),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/actions/runs/:id/attempts/:attempt/jobs',
      handle: listOfRun((_run, _query, attempt) => Number(attempt)),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/check-runs/:id/annotations',
      handle: withRepository(context, (repository, call) => {
        const found = repository.runs.findJob(Number(call.parameters.id));
        if (found === null) return notFound();
        return replyWithPage(call, found.job.annotations, (one) =>
          formatAnnotation(addresses, repository, found.run, one),
        );
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/actions/workflows',
      handle: withRepository(context, (repository, call) => {
        const workflows = repository.runs.workflows();
        return replyWithPage(call, workflows, (workflow) => formatWorkflow(addresses, repository, workflow), {
          wrap: (page) => ({ total_count: workflows.length, workflows: page }),
        });
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/actions/workflows/:id',
      handle: withRepository(context, (repository, call) => {
        const workflow = findWorkflow(repository, call.parameters.id);
        return workflow === null ? notFound() : { status: 200, body: formatWorkflow(addresses, repository, workflow) };
      }),
    },
  ];
}
