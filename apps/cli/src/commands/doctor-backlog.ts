import { type BacklogResponse, type DeadLetterKind, DeadLettersResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { createDoctorFinding, createFindingWithReason, type DoctorFinding } from './doctor-finding.ts';

/** A queue is stalled if a job has been due for more than this many seconds. */
const stalledAfter = 600;
/** Seconds of delay from which a stage of processing is reported as late, as in infra/grafana/alerts.yaml. */
const behindAfter = { parse: 300, cluster: 3_600, report: 900 } as const;

const workerOf: Readonly<Record<string, string>> = {
  ingest: 'ingest-worker',
  analysis: 'analysis-worker',
  improvement: 'improvement-worker',
  notes: 'improvement-worker',
  precheck: 'improvement-worker',
};

const stages = {
  parse: { what: 'records waiting to be parsed', worker: 'ingest-worker' },
  cluster: { what: 'failures waiting to be clustered', worker: 'analysis-worker' },
  report: { what: 'patterns waiting to be reported', worker: 'analysis-worker' },
} as const;

/**
 * Reports jobs that have waited too long in their queues, and records that have waited too long for a stage of processing.
 * @param url URL of Refrain without a trailing slash
 */
export function examineBacklog({ queues, pending, lag, aheadSeconds }: BacklogResponse, url: string): DoctorFinding[] {
  return [
    ...examineClock(aheadSeconds),
    ...Object.entries(queues).map(([name, queue]) => examineQueue(name, queue, url)),
    ...(Object.keys(stages) as (keyof typeof stages)[]).map((stage) =>
      createDoctorFinding(
        'backlog',
        lag[stage] <= behindAfter[stage],
        `${stage === 'parse' ? `${pending} ` : ''}${stages[stage].what}${formatAge(lag[stage]) || ': none has waited long'}`,
        `Possible causes, most likely first: a problem listed above, failing jobs of the ${stages[stage].worker} (its log has the reason), or more work than it can handle.`,
      ),
    ),
  ];
}

/** Reports stored times in the future. They show that PostgreSQL's clock was ahead before or is behind now. */
function examineClock(aheadSeconds: number): DoctorFinding[] {
  if (aheadSeconds === 0) return [];
  return [
    createDoctorFinding(
      'clock',
      false,
      `Stored times are ${formatDuration(aheadSeconds)} ahead of PostgreSQL's clock`,
      'Compare that clock with the correct time, and set it if it is slow: timedatectl\nIf it is correct, it was fast earlier. Streams are then synced again from now on, and data stored in between keeps its wrong times.',
    ),
  ];
}

function examineQueue(name: string, queue: BacklogResponse['queues'][string], url: string): DoctorFinding {
  const { waiting, active, delayed, isPaused, oldestSeconds } = queue;
  if (isPaused) {
    return createDoctorFinding(
      'queue',
      false,
      `The queue ${name} is paused, and ${waiting} jobs are waiting in it`,
      `Resume it as an admin: ${url}/settings/queues\nUntil then, none of its jobs will start.`,
    );
  }
  return createDoctorFinding(
    'queue',
    oldestSeconds <= stalledAfter,
    `the queue ${name}: ${waiting} jobs waiting, ${active} running, ${delayed} delayed${formatAge(oldestSeconds)}`,
    `No worker is starting these jobs. Possible causes, most likely first: the ${workerOf[name] ?? 'worker'} is not running, it is stuck (restart it), or there is too much work for one worker (start another).`,
  );
}

function formatAge(seconds: number): string {
  if (seconds < 60) return '';
  return `, the oldest for ${formatDuration(seconds)}`;
}

function formatDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** Kinds of dead letters reported here. Records that could not be parsed are reported with their connection. */
const reported = [
  { kind: 'job', what: 'jobs failed for good' },
  { kind: 'delivery', what: 'messages were not accepted by their receiver' },
] as const satisfies readonly { kind: DeadLetterKind; what: string }[];

/** Reports the number of dead letters to everyone, and the reason of the newest one to callers who may see it. */
export function examineDeadLetters(api: ApiClient, { deadLetters }: BacklogResponse): Promise<DoctorFinding[]> {
  return Promise.all(
    reported.map(async ({ kind, what }) => {
      const count = deadLetters.reduce((sum, letter) => sum + (letter.kind === kind ? letter.count : 0), 0);
      const toFinding = (reason: string) => createDoctorFinding('jobs', count === 0, `${count} ${what}`, reason);
      if (count === 0) return toFinding('');
      const readReason = async () => {
        const [first] = (await api.get(`/v1/dead-letters?kind=${kind}&limit=1`, DeadLettersResponse)).items;
        const problem = first?.problem.replace(/(?<![.!?])$/u, '.');
        return `${first?.name}: ${problem} ${first?.advice} List all: npx refrain dead-letters list`;
      };
      return createFindingWithReason(
        toFinding,
        readReason,
        'An admin can see the reason: npx refrain dead-letters list',
      );
    }),
  );
}
