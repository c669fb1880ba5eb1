import type { BacklogAnswer } from '@refrain/domain';
import { type Finding, find } from './finding.ts';

/** Seconds for which a job may be due before nobody works on its queue any more. */
const standsAfter = 600;
/** Seconds for which a stage may be behind: as the alerts have it (infra/grafana/alerts.yaml). */
const behindAfter = { normalise: 300, group: 3_600, report: 900 } as const;

const workerOf: Readonly<Record<string, string>> = {
  ingest: 'ingest-worker',
  analysis: 'analysis-worker',
  improvement: 'improvement-worker',
  attention: 'improvement-worker',
  precheck: 'improvement-worker',
};

const stages = {
  normalise: { what: 'records to be read', worker: 'ingest-worker' },
  group: { what: 'failures to be grouped', worker: 'analysis-worker' },
  report: { what: 'patterns to be reported', worker: 'analysis-worker' },
} as const;

/** What the queues and the stages say: whether work stands, and for how long it has waited. */
export function examineBacklog({ queues, pending, lag }: BacklogAnswer): Finding[] {
  return [
    ...Object.entries(queues).map(([name, { waiting, active, delayed, oldestSeconds }]) =>
      find(
        'queue',
        oldestSeconds <= standsAfter,
        `the queue ${name}: ${waiting} jobs wait, ${active} run, ${delayed} are put off${tellAge(oldestSeconds)}`,
        `Nobody begins them. In the order of likelihood: the ${workerOf[name] ?? 'worker'} is not running, it hangs (start it again), or too much comes in for one (start another).`,
      ),
    ),
    ...(Object.keys(stages) as (keyof typeof stages)[]).map((stage) =>
      find(
        'backlog',
        lag[stage] <= behindAfter[stage],
        `${stage === 'normalise' ? `${pending} ` : ''}${stages[stage].what}${tellAge(lag[stage]) || ': none waits long'}`,
        `In the order of likelihood: what is wrong above, jobs of the ${stages[stage].worker} that fail (its log says why), or more work than it can do.`,
      ),
    ),
  ];
}

/** Nothing of what has only just come. */
function tellAge(seconds: number): string {
  if (seconds < 60) return '';
  const minutes = Math.round(seconds / 60);
  return `, the oldest for ${minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`}`;
}
