import type { WorldJob, WorldRun, WorldRunAttempt } from '../world.ts';
import { type Collection, createCollection } from './collection.ts';

export interface JobWithRun {
  readonly run: WorldRun;
  readonly job: WorldJob;
  /** Attempts count from 1. */
  readonly attempt: number;
}

export interface EmulatedWorkflow {
  readonly path: string;
  readonly name: string;
  readonly createdAt: string;
}

export interface WorkflowRunState extends Collection<number, WorldRun> {
  /** Returns the number of a run among the runs of its workflow, from 1. */
  numberOf(run: WorldRun): number;
  findJob(id: number): JobWithRun | null;
  workflows(): readonly EmulatedWorkflow[];
}

export function createWorkflowRunState(
  world: readonly WorldRun[],
  written: readonly WorldRun[] = [],
): WorkflowRunState {
  const runs = createCollection<number, WorldRun>((run) => run.id, world, written);
  const numbers = new Map<number, number>();
  const counts = new Map<string, number>();
  const workflows = new Map<string, EmulatedWorkflow>();
  const runOfJob = new Map<number, number>();

  function index(run: WorldRun): void {
    for (const { jobs } of run.attempts) for (const job of jobs) runOfJob.set(job.id, run.id);
    if (numbers.has(run.id)) return;
    const count = (counts.get(run.workflow) ?? 0) + 1;
    counts.set(run.workflow, count);
    numbers.set(run.id, count);
    if (count === 1) workflows.set(run.workflow, { path: run.workflow, name: run.name, createdAt: run.createdAt });
  }
  for (const run of runs.values()) index(run);

  return {
    ...runs,
    get size() {
      return runs.size;
    },
    put(run) {
      runs.put(run);
      index(run);
    },
    numberOf: (run) => numbers.get(run.id) ?? 1,
    findJob(id) {
      const run = runs.get(runOfJob.get(id) ?? Number.NaN);
      return run === undefined ? null : (listJobs(run).find(({ job }) => job.id === id) ?? null);
    },
    workflows: () => [...workflows.values()],
  };
}

export function listJobs(run: WorldRun): JobWithRun[] {
  return run.attempts.flatMap(({ jobs }, at) => jobs.map((job) => ({ run, job, attempt: at + 1 })));
}

export function findLastAttempt(run: WorldRun): WorldRunAttempt {
  return run.attempts.at(-1) ?? { conclusion: null, startedAt: run.createdAt, updatedAt: run.createdAt, jobs: [] };
}
