import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { createNumericId, createObjectSha } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import type { WorldJob, WorldRun } from '../world.ts';
import { formatCurrentInstant, type GitHubContext } from './context.ts';
import { AuthorLoginOrDefault, findNamedRepository } from './find-named-repository.ts';
import { formatWorkflow, formatWorkflowRun } from './format-workflow-run.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';

const Conclusion = z.enum([
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
  'stale',
  'startup_failure',
]);
const Job = z.object({
  name: z.string().default('deploy'),
  /** Conclusion of the job; by default that of the run. */
  conclusion: Conclusion.optional(),
  steps: z.array(z.object({ name: z.string(), conclusion: Conclusion.nullable() })).default([]),
  annotations: z
    .array(
      z.object({
        path: z.string().default('.github'),
        line: z.int().default(1),
        level: z.enum(['notice', 'warning', 'failure']).default('failure'),
        title: z.string().default(''),
        message: z.string(),
      }),
    )
    .default([]),
  log: z.string().nullable().default(''),
});
const RunFinished = z.object({
  repository: z.string(),
  /** Id of a run to repeat; by default a new run is created. */
  id: z.int().optional(),
  workflow: z.string().default('.github/workflows/deploy.yml'),
  name: z.string().default('Deploy'),
  title: z.string().optional(),
  event: z.string().default('push'),
  branch: z.string().optional(),
  /** The commit of the run; by default the newest commit of the default branch. */
  sha: z.string().optional(),
  actor: AuthorLoginOrDefault,
  conclusion: Conclusion,
  jobs: z.array(Job).default([Job.parse({})]),
  startedAt: Instant.optional(),
  /** Time at which the run ended. */
  at: Instant.optional(),
});

export interface RunActions {
  runFinished(input: z.input<typeof RunFinished>): Promise<WorldRun>;
}

export function createRunActions(context: GitHubContext, webhooks: GitHubWebhooks): RunActions {
  const { addresses, state } = context;
  return {
    async runFinished(raw) {
      const input = parseInput(RunFinished, raw, 'A workflow run');
      const repository = findNamedRepository(state, input.repository);
      const at = input.at ?? formatCurrentInstant(context);
      const startedAt = input.startedAt ?? at;
      const former = input.id === undefined ? null : (repository.runs.get(input.id) ?? null);
      if (input.id !== undefined && former === null) {
        throw new AppError('not_found', `${repository.name} has no workflow run ${input.id}`);
      }
      const jobs = input.jobs.map((job): WorldJob => {
        const conclusion = job.conclusion ?? input.conclusion;
        return { ...job, id: createNumericId('job', createUniqueName()), conclusion, startedAt, completedAt: at };
      });
      const attempt = { conclusion: input.conclusion, startedAt, updatedAt: at, jobs };
      const run = former ?? newRun(repository, input, startedAt);
      const finished = { ...run, attempts: [...run.attempts, attempt] };
      repository.putRun(finished);
      const workflow = repository.runs.workflows().find(({ path }) => path === finished.workflow);
      await webhooks.publish('workflow_run', repository, {
        action: 'completed',
        workflow_run: formatWorkflowRun(addresses, repository, finished),
        workflow: workflow && formatWorkflow(addresses, repository, workflow),
      });
      return finished;
    },
  };
}

function newRun(repository: RepositoryState, input: z.output<typeof RunFinished>, createdAt: string): WorldRun {
  const head = repository.branch.commits.at(-1);
  const { workflow, name, event, actor } = input;
  return {
    workflow,
    name,
    event,
    actor,
    createdAt,
    id: createNumericId('run', createUniqueName()),
    title: input.title ?? head?.message.split('\n')[0] ?? name,
    branch: input.branch ?? repository.defaultBranch,
    sha: input.sha ?? head?.sha ?? createObjectSha('empty'),
    attempts: [],
  };
}
