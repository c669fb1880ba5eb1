import type { Guardrail } from '@refrain/domain';
import {
  createGuardrailAnswer,
  mediumWordSignal,
  pathSignal,
  seasonSignal,
  smallEffort,
  strongWordSignal,
  weakWordSignal,
} from './entry.ts';
import { kubernetesDocs, otherGuardrailSources, rfc, sreBook } from './sources.ts';

export const clockGuardrails: readonly Guardrail[] = [
  {
    id: 'clock-and-calendar-tests',
    name: 'Tests that travel in time',
    promise: 'Changes of clocks, leap days, ends of months and time zones are played in the pipeline before they come.',
    answers: [
      createGuardrailAnswer(['code_defect', 'expiry_time'], ['time'], 0.4, 0.8),
      createGuardrailAnswer(['data', 'configuration', 'infrastructure', 'process'], ['time'], 0.2, 0.5),
      createGuardrailAnswer(['code_defect'], ['deployment'], 0.05, 0.3),
    ],
    breadth: 0.2,
    speaksFor: [
      strongWordSignal(
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
      seasonSignal('year_turn'),
      weakWordSignal('date|timestamp|epoch|calendar'),
    ],
    speaksAgainst: [mediumWordSignal('certificate|cert|token|licence|license expired|expiry')],
    steps: [
      'Pass the clock into the code as an argument, so that a test can set it.',
      'Run the tests of everything that computes with dates at: both changes of clocks, 29 February, the ends of months and of the year, and in three time zones.',
      'Store instants in UTC, and keep the zone beside them where people mean a local hour.',
      'Update the time zone data with the base images, and alarm on machines whose clock is off.',
      'Look at the calendar each quarter for the next special day.',
    ],
    proof: {
      check: 'Set the clock of the test run to the hour of the next change of clocks: all tests have to pass.',
      figure: 'Failures that begin within an hour of a special date, per year.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Clocks of partners.', 'Dates that the law changes at short notice.'],
    sources: [otherGuardrailSources.timeZones, rfc.ntp],
  },
  {
    id: 'scheduled-job-guard',
    name: 'Scheduled jobs that cannot overlap or go missing',
    promise: 'A job runs once at a time, ends in its time, and is missed when it does not run.',
    answers: [
      createGuardrailAnswer(
        ['process', 'infrastructure', 'expiry_time'],
        ['time', 'maintenance', 'deployment'],
        0.3,
        0.7,
      ),
      createGuardrailAnswer(['capacity', 'code_defect', 'data', 'configuration'], ['time', 'maintenance'], 0.2, 0.5),
    ],
    breadth: 0.15,
    speaksFor: [
      strongWordSignal(
        'job|cron|cronjob|batch|run overlap|twice|concurrent|parallel|previous|still|collide|starve|pile|double',
        'cron|cronjob|scheduler|nightly missed|stopped|stuck|silently|disabled|suspended|hung|overran',
        'previous|last run still|running|unfinished',
        'nightly|daily|hourly|weekly|scheduled job|run|batch|report|import|export|cleanup',
        'lock stale|job|cron',
      ),
      seasonSignal('same_hour'),
      weakWordSignal('schedule|crontab'),
      pathSignal('cron', 'schedule', 'jobs/'),
    ],
    speaksAgainst: [],
    steps: [
      'Give each job a lock that ends by itself, and say what happens when the last run still holds it.',
      'Give each run a longest time, after which it is stopped and reported.',
      'Let each run sign in at a watch, and alarm when the sign does not come.',
      'Report what a run did: rows, minutes, errors; a run that did nothing is worth a look.',
      'Make jobs safe to start again.',
    ],
    proof: {
      check:
        'Start a job twice at once in a test, then not at all: the second start has to be refused, and the missing run has to alarm.',
      figure: 'Length of each run as a share of the time until the next.',
    },
    effort: smallEffort(1, 2),
    doesNotCatch: ['A job that runs in time and does the wrong thing.'],
    sources: [sreBook.cron, kubernetesDocs.cronJobs],
  },
  {
    id: 'spread-scheduled-work',
    name: 'Scheduled work spread over time',
    promise: 'Nothing heavy starts at the full hour together with everything else, and ends of months have room.',
    answers: [
      createGuardrailAnswer(['capacity', 'process'], ['time', 'maintenance'], 0.25, 0.6),
      createGuardrailAnswer(['infrastructure', 'configuration', 'data'], ['time'], 0.15, 0.4),
    ],
    breadth: 0.15,
    speaksFor: [
      strongWordSignal(
        'all|jobs|everything|many same time|hour|minute|moment start|run|midnight|once',
        'midnight|hour|top job|cron|load|spike|peak|start|run|batch',
        'month|quarter|year|period end|closing run|job|load|report|billing|invoice|settlement|lag|slow',
        'nightly|night|batch job|window|run load|overload|starve|slow|contention|compete|overrun|late|long',
        'job|batch starve|compete|contention|collide|resources|cpu|same',
      ),
      seasonSignal('month_end'),
      seasonSignal('same_hour'),
    ],
    speaksAgainst: [],
    steps: [
      'Draw all scheduled work of a day and of a month, with what each piece uses and how long it takes.',
      'Move what has no reason for its hour, and start the rest at a minute taken from its name.',
      'Give heavy pieces an order and one after the other, with a limit on how many run at once.',
      'Run what belongs to the end of a month in portions over the days before and after.',
      'Keep bulk work on machines or pools of its own.',
    ],
    proof: {
      check: 'A daily check fails when more pieces of scheduled work start within one minute than the agreed number.',
      figure: 'Use of the database in the worst minute of the night, against the mean.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Work that grew too large for its night.'],
    sources: [sreBook.cron, sreBook.pipelines],
  },
];
