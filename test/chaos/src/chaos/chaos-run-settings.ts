import { minuteInMs } from '@refrain/domain';
import type { FaultDurations } from '../faults/list-faults.ts';
import type { ChaosOptions } from './run-chaos.ts';

const fullDurations: FaultDurations = {
  killed: [0, 3_000],
  redisEmptied: [0, 0],
  redisKilled: [500, 6_000],
  postgresKilled: [200, 5_000],
  connectionsFilled: [10_000, 25_000],
  paused: [60_000, 60_000],
  clockSkewed: [20_000, 45_000],
  diskFull: [5_000, 15_000],
  spoolFull: [500, 2_000],
  networkCut: [20_000, 40_000],
};

const shortDurations: FaultDurations = {
  killed: [0, 200],
  redisEmptied: [0, 0],
  redisKilled: [200, 400],
  postgresKilled: [100, 300],
  connectionsFilled: [1_000, 1_500],
  paused: [1_500, 2_000],
  clockSkewed: [1_000, 1_500],
  diskFull: [1_000, 1_500],
  spoolFull: [0, 100],
  networkCut: [1_500, 2_000],
};

type RunSettings = Omit<ChaosOptions, 'seed' | 'env' | 'print' | 'signal'>;

export const chaosRunSettings: Readonly<Record<'full' | 'short', RunSettings>> = {
  full: {
    events: 20_000,
    perSecond: 25,
    history: 300,
    rounds: 4,
    durations: fullDurations,
    settings: {
      REFRAIN_SYNC_SECONDS: '15',
      REFRAIN_FULL_SYNC_SECONDS: '120',
      REFRAIN_CONNECTION_CHECK_SECONDS: '30',
      REFRAIN_COMPLETENESS_CHECK_SECONDS: '120',
    },
    timeoutMs: 30 * minuteInMs,
    triggersCompletenessCheck: false,
  },
  short: {
    events: 300,
    perSecond: 16,
    history: 60,
    rounds: 1,
    durations: shortDurations,
    settings: {
      REFRAIN_SYNC_SECONDS: '3',
      REFRAIN_FULL_SYNC_SECONDS: '8',
      REFRAIN_CONNECTION_CHECK_SECONDS: '4',
      REFRAIN_COMPLETENESS_CHECK_SECONDS: '60',
    },
    timeoutMs: 5 * minuteInMs,
    triggersCompletenessCheck: true,
  },
};
