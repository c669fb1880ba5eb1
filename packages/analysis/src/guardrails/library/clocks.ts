import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const clockGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'clock-and-calendar-tests',
    name: 'Date and time-zone tests',
    promise:
      'Code that calculates with dates is tested for leap days, clock changes and month ends in several time zones.',
    prevents: [preventsMechanisms(['date-handling', 'clock-or-calendar'], 0.45, 0.75)],
    knownAs: ['time zone test|tests'],
    answers: [
      preventsShareOfFailures(['code_defect', 'expiry_time'], ['time'], 0.4, 0.8),
      preventsShareOfFailures(['data', 'configuration', 'infrastructure', 'process'], ['time'], 0.2, 0.5),
      preventsShareOfFailures(['code_defect'], ['deployment'], 0.05, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'leap second|year|day',
        'daylight saving',
        'dst|cest|summertime|wintertime',
        'time zone|offset',
        'timezone|tzdata',
        'clock change|skew|drift|shift|back|forward|sync|ntp|wrong|hour',
        'hour off|early|late|wrong|shifted|moved|twice|missing clock|slot|schedule|time|local',
        'year|month|week end|rollover|turn|2038|boundary|calculation|wrong',
        'february|29th|midnight|31st',
        'ntp|chrony',
      ),
      guardrailSignal.season('year_turn'),
      guardrailSignal.weakWords('date|timestamp|epoch|calendar'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('certificate|cert|token|licence|license expired|expiry')],
    steps: [
      'Pass the clock to the code as an argument, so that tests can set it.',
      'Run all date tests at both clock changes, on 29 February, at month ends and at the year end, in three time zones.',
      'Store instants in UTC, and store the time zone where people mean a local time.',
      'Update time-zone data with the base images, and alert on machines with a wrong clock.',
    ],
    check: 'Set the clock of the test run to the next clock change. All tests must pass.',
    figure: 'Failures that begin within an hour of a clock or calendar change, per year.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      'It does not cover the clocks of partners.',
      'It does not cover time-zone changes that are announced at short notice.',
    ],
    sources: [guardrailSources.other.timeZones, guardrailSources.rfc.ntp],
  },
  {
    id: 'scheduled-job-guard',
    name: 'Locks and time limits for scheduled jobs',
    promise: 'Runs of a scheduled job never overlap, each run ends on time, and a missed run raises an alert.',
    prevents: [
      preventsMechanisms(['scheduled-work-collided'], 0.4, 0.7),
      preventsMechanisms(['own-workload-overload', 'no-alert'], 0.1, 0.25),
    ],
    knownAs: ['missed run alert', 'dead man switch'],
    answers: [
      preventsShareOfFailures(
        ['process', 'infrastructure', 'expiry_time'],
        ['time', 'maintenance', 'deployment'],
        0.3,
        0.7,
      ),
      preventsShareOfFailures(['capacity', 'code_defect', 'data', 'configuration'], ['time', 'maintenance'], 0.2, 0.5),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'job|cron|cronjob|batch|run overlap|twice|concurrent|parallel|previous|still|collide|starve|pile|double',
        'cron|cronjob|scheduler|nightly missed|stopped|stuck|silently|disabled|suspended|hung|overran',
        'previous|last run still|running|unfinished',
        'nightly|daily|hourly|weekly|scheduled job|run|batch|report|import|export|cleanup',
        'lock stale|job|cron',
      ),
      guardrailSignal.season('same_hour'),
      guardrailSignal.weakWords('schedule|crontab'),
      guardrailSignal.paths('cron', 'schedule', 'jobs/'),
    ],
    steps: [
      'Give each job a lock that expires, and define what happens if the previous run still holds it.',
      'Set a maximum duration, after which the run is stopped and reported.',
      'Have each run report to a monitor, and alert when a report is missing.',
      'Report rows, duration and errors of each run, and alert if a run did nothing.',
      'Make each job safe to restart.',
    ],
    check:
      'In a test, start a job twice at the same time, then do not start it at all. The second start must be rejected, and the missing run must raise an alert.',
    figure: 'Duration of each run as a share of the interval between runs.',
    effort: guardrailEffort.small(1, 2),
    doesNotCatch: [
      'It does not catch a job that runs on time but does the wrong thing.',
      {
        statement: 'It does not catch jobs that run at the wrong hour after a clock change.',
        mechanisms: ['date-handling', 'clock-or-calendar'],
        phrases: [
          'clock|clocks|summer|winter|daylight|dst|zone|timezone change|changed|hour|shift|shifted|saving|wrong',
        ],
      },
    ],
    sources: [guardrailSources.sreBook.cron, guardrailSources.kubernetes.cronJobs],
  },
  {
    id: 'spread-scheduled-work',
    name: 'Staggered scheduled jobs',
    promise: 'Heavy scheduled jobs never run at the same time.',
    prevents: [
      preventsMechanisms(['own-workload-overload'], 0.25, 0.5),
      preventsMechanisms(['scheduled-work-collided'], 0.35, 0.6),
    ],
    knownAs: ['staggered job|jobs'],
    answers: [
      preventsShareOfFailures(['capacity', 'process'], ['time', 'maintenance'], 0.25, 0.6),
      preventsShareOfFailures(['infrastructure', 'configuration', 'data'], ['time'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'all|jobs|everything|many same time|hour|minute|moment start|run|midnight|once',
        'midnight|hour|top job|cron|load|spike|peak|start|run|batch',
        'month|quarter|year|period end|closing run|job|load|report|billing|invoice|settlement|lag|slow',
        'nightly|night|batch job|window|run load|overload|starve|slow|contention|compete|overrun|late|long',
        'job|batch starve|compete|contention|collide|resources|cpu|same',
      ),
      guardrailSignal.season('month_end'),
      guardrailSignal.season('same_hour'),
    ],
    steps: [
      'List all jobs that are scheduled in a day and in a month, with their load and duration.',
      'Move jobs that need no fixed time, and derive their start minute from their name.',
      'Run heavy jobs one after another, with a limit on concurrent jobs.',
      'Split month-end jobs into parts that run on the days before and after.',
      'Run bulk jobs on separate machines or pools.',
    ],
    check: 'Run a daily check that fails if more than the agreed number of jobs start within one minute.',
    figure: 'Database load in the busiest minute of the night, divided by the mean.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not help when a job has become too large for its time slot.'],
    sources: [guardrailSources.sreBook.cron, guardrailSources.sreBook.pipelines],
  },
];
