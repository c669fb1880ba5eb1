import type { FailureDraft, Instant } from '@refrain/domain';
import type { z } from 'zod';
import { irrelevantParsedPayload, type ParsedPayload } from '../../contract/failure-source.ts';
import { mapNamesToRoles } from '../../people/people.ts';
import { createFailureDraft } from '../../records/create-drafts.ts';
import { joinTextParts, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import { isStepFailureMessage } from '../logs/classify-log-line.ts';
import { findErrorStatement } from '../logs/find-error-statement.ts';
import { type FailedStepTimes, reduceActionsLog } from '../logs/reduce-actions-log.ts';
import {
  isFailedRunConclusion,
  isRunOfUnmergedCode,
  isSelectedWorkflow,
  listFailedJobsOfEarlierAttempts,
} from './actions-runs.ts';
import { hideBranchOwner } from './hide-branch-owner.ts';
import type { Annotation, Job, Run, RunRecord, WorkflowRunEvent } from './schema.ts';

/** Reads a run with a failed attempt. All attempts are one failure, resolved if the last one succeeds. */
export function readActionsRun({ repository, run, jobs, logs, environment }: RunRecord): ParsedPayload {
  const failedJobs = jobs.map(({ job }) => job);
  const failed = isFailedRunConclusion(run.conclusion);
  const earlier = listFailedJobsOfEarlierAttempts(run, failedJobs);
  if (!failed && earlier.length === 0) return irrelevantParsedPayload;
  const resolvedAt = run.conclusion === 'success' ? run.updated_at : null;
  const details = jobs.filter(({ job }) => failed || earlier.includes(job));
  // Older records lack the repository's visibility; they are read as if it were private.
  const isPublic = run.repository?.private === false;
  return stored(failureOf({ repository, run, details, logs, environment: environment ?? null, resolvedAt, isPublic }));
}

export function readActionsRunEvent(
  event: z.output<typeof WorkflowRunEvent>,
  workflows: readonly string[],
): ParsedPayload {
  const { action, workflow_run: run, workflow, repository } = event;
  const name = run.name ?? workflow?.name;
  const isWanted = isSelectedWorkflow(workflows, { name, path: run.path ?? workflow?.path });
  if (action !== 'completed' || !isWanted || !isFailedRunConclusion(run.conclusion)) return irrelevantParsedPayload;
  const known = { repository: repository.full_name, run: { ...run, name }, details: [], logs: {}, environment: null };
  return stored(failureOf({ ...known, resolvedAt: null, isPublic: repository.private !== true }));
}

interface FailedRun {
  readonly repository: string;
  readonly run: Run;
  readonly details: RunRecord['jobs'];
  readonly logs: RunRecord['logs'];
  readonly environment: string | null;
  readonly resolvedAt: Instant | null;
  readonly isPublic: boolean;
}

function failureOf({ repository, run, details, logs, environment, resolvedAt, isPublic }: FailedRun): FailureDraft {
  const roles = mapNamesToRoles([
    { role: 'author', names: [run.actor?.login, run.head_commit?.author?.name] },
    { role: 'deployer', names: [run.triggering_actor?.login] },
  ]);
  const errors = details.flatMap(({ annotations }) => annotations.filter(isError));
  const endTimes = details.flatMap(({ job }) => (job.completed_at ? [job.completed_at] : []));
  const logEnds = details.map(({ job }) => reduceActionsLog(logs[job.id] ?? '', listFailedStepTimes(job)));
  const text = joinTextParts([
    hideBranchOwner(run.display_title ?? '', repository),
    ...details.map(({ job }) => describeJob(job)),
    ...errors.map(describeAnnotation),
    ...logEnds,
  ]);
  const isTrial = isRunOfUnmergedCode(run, repository, isPublic);
  return createFailureDraft({
    kind: 'failed_deployment',
    externalId: `${repository}#run/${run.id}`,
    title: toPlainTitle(titleOf(run, details, errors, logEnds), roles),
    text: toPlainText(text, roles),
    repository,
    environment,
    paths: [...new Set(errors.flatMap(({ path }) => (path && isFilePath(path) ? [path] : [])))].slice(0, 100),
    sha: run.head_sha ?? null,
    occurredAt: endTimes.sort()[0] ?? run.updated_at,
    resolvedAt,
    url: run.html_url ?? null,
    version: run.updated_at,
    isFailure: !isTrial,
    confidence: isTrial ? 0.8 : 1,
  });
}

const phrases: Readonly<Record<string, string>> = { timed_out: 'timed out', startup_failure: 'could not start' };

function titleOf(
  run: Run,
  details: RunRecord['jobs'],
  errors: readonly Annotation[],
  logEnds: readonly string[],
): string {
  const onBranch = run.head_branch ? ` on ${run.head_branch}` : '';
  const [first] = details;
  const reason = errors[0]?.message ?? findErrorStatement(logEnds[0] ?? '');
  const step = first === undefined ? null : stepsOf(first.job)[0];
  const what = reason?.trim().split('\n', 1)[0] ?? (first && step ? `${first.job.name} › ${step}` : first?.job.name);
  const how = phrases[run.conclusion ?? ''] ?? 'failed';
  return `${run.name || 'A workflow'} ${how}${onBranch}${what ? `: ${what}` : ''}`;
}

function describeJob(job: Job): string {
  const steps = stepsOf(job);
  return steps.length === 0 ? `Job: ${job.name}` : `Job: ${job.name}, step: ${steps.join(', ')}`;
}

function stepsOf(job: Job): string[] {
  return listFailedSteps(job).map(({ name }) => name);
}

function listFailedSteps({ steps }: Job) {
  return (steps ?? []).filter(({ conclusion }) => isFailedRunConclusion(conclusion));
}

function listFailedStepTimes(job: Job): FailedStepTimes[] {
  return listFailedSteps(job).flatMap(({ started_at: from, completed_at: until }) =>
    from && until ? [{ from: Date.parse(from), until: Date.parse(until) }] : [],
  );
}

function describeAnnotation({ path, start_line: line, title, message }: Annotation): string {
  const location = path && isFilePath(path) ? `${path}${line ? `:${line}` : ''}: ` : '';
  return location + joinTextParts([title, message]);
}

/** Ignores warnings and notices, which successful runs also have, and messages that only state that a step failed. */
function isError({ annotation_level: level, message }: Annotation): boolean {
  return level === 'failure' && Boolean(message) && !isStepFailureMessage(message?.trim() ?? '');
}

/** Tells whether an annotation is about a file. GitHub assigns those about the whole run to `.github`. */
function isFilePath(path: string): boolean {
  return path !== '.github' && path !== '.';
}

function stored(failure: FailureDraft): ParsedPayload {
  return { outcome: 'stored', failures: [failure], changes: [] };
}
