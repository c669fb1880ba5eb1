import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { listItemsOfField } from '../client/paginate.ts';
import { isFailedRunConclusion, isSelectedWorkflow, listFailedJobsOfEarlierAttempts } from '../records/actions-runs.ts';
import { createRunRecord, ListedAnnotation, ListedJob, ListedRun } from '../records/records.ts';
import { readJobLog } from './job-log.ts';
import { itemsPerPage, type StreamReaderOptions } from './stream.ts';

/** Number of failed jobs that are read in detail, since the jobs of a matrix mostly fail for one reason. */
const jobsReadClosely = 3;
/** Maximum number of pages of 100 jobs. They hold a whole matrix, since GitHub allows at most 256 jobs per matrix. */
const maxJobPages = 3;
const annotationsPerJob = 50;
/** Statuses for deleted, expired or hidden data. The failure is then stored without that data. */
const gone = [403, 404, 410];

/** Tells whether a run or an earlier attempt may have failed. If so, the run's jobs are requested. */
export function mayRunHaveFailed({ status, conclusion, run_attempt: attempt }: ListedRun): boolean {
  return status === 'completed' && (isFailedRunConclusion(conclusion) || (attempt ?? 1) > 1);
}

/** Finds a run. `isChosen` tells whether its workflow is selected: if so, the stream of runs also contains the run. */
export async function findActionsRun(
  { client, repository, scope }: StreamReaderOptions,
  id: number,
): Promise<{ readonly run: ListedRun; readonly isChosen: boolean } | null> {
  const request = { url: `/repos/${repository}/actions/runs/${id}`, what: `run ${id} of ${repository}` };
  const answer = await client.requestIfAny(request, gone, ListedRun);
  return answer && { run: answer.data, isChosen: isSelectedWorkflow(scope.workflows, answer.data) };
}

export async function createRunDetailsRecord(
  context: StreamReaderOptions,
  run: ListedRun,
  environment: string | null | undefined = null,
): Promise<RawRecord> {
  const failed = (await listJobs(context, run)).filter((job) => isFailedRunConclusion(job.conclusion));
  const latestFirst = failed.toSorted(
    (a, b) =>
      (b.run_attempt ?? 1) - (a.run_attempt ?? 1) ||
      Date.parse(a.completed_at ?? '') - Date.parse(b.completed_at ?? ''),
  );
  const logs: Record<string, string> = {};
  const jobs: { job: ListedJob; annotations: z.output<typeof ListedAnnotation>[] }[] = [];
  for (const [index, job] of latestFirst.entries()) {
    const isClose = index < jobsReadClosely;
    jobs.push({ job, annotations: isClose ? await listAnnotations(context, job.id) : [] });
    const log = isClose ? await readJobLog(context, job.id) : null;
    if (log !== null) logs[job.id] = log;
  }
  return createRunRecord(context.repository, run, { jobs, logs, environment: environment ?? null });
}

/** Tells whether any attempt of a run failed. Requests the jobs only if the last attempt did not fail. */
export async function hasRunFailed(context: StreamReaderOptions, run: ListedRun): Promise<boolean> {
  if (isFailedRunConclusion(run.conclusion)) return true;
  return listFailedJobsOfEarlierAttempts(run, await listJobs(context, run)).length > 0;
}

function listJobs({ client, repository }: StreamReaderOptions, run: ListedRun): Promise<ListedJob[]> {
  const request = {
    url: `/repos/${repository}/actions/runs/${run.id}/jobs`,
    parameters: { filter: (run.run_attempt ?? 1) > 1 ? 'all' : 'latest', per_page: itemsPerPage },
    what: `the jobs of run ${run.id} of ${repository}`,
  };
  return listItemsOfField(client, request, 'jobs', ListedJob, maxJobPages);
}

/** Lists the annotations of a job, which is a check run with the same id. */
async function listAnnotations(
  { client, repository }: StreamReaderOptions,
  jobId: number,
): Promise<z.output<typeof ListedAnnotation>[]> {
  const request = {
    url: `/repos/${repository}/check-runs/${jobId}/annotations`,
    parameters: { per_page: annotationsPerJob },
    what: `the annotations of job ${jobId} of ${repository}`,
  };
  const answer = await client.requestIfAny(request, gone, z.array(ListedAnnotation));
  return answer?.data ?? [];
}
