import { secondInMs } from '@refrain/domain';
import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';
import { z } from 'zod';

const Seconds = z.coerce.number({ error: 'must be a number of seconds' }).min(1).max(86_400);

const IngestEnvironment = PlatformEnvironment.extend({
  REFRAIN_PUBLIC_URL: PublicUrl,
  REFRAIN_SYNC_SECONDS: Seconds.default(300),
  REFRAIN_FULL_SYNC_SECONDS: Seconds.default(21_600),
  REFRAIN_WATCH_SECONDS: Seconds.default(600),
  REFRAIN_COMPARE_SECONDS: Seconds.default(86_400),
  REFRAIN_RAW_PAYLOAD_DAYS: z.coerce.number({ error: 'must be a number of days' }).min(1).max(36_500).default(90),
});

export interface IngestConfig extends PlatformConfig {
  /** Where providers reach the API, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
  /** Days for which raw payloads are kept. */
  readonly payloadDays: number;
  /** Milliseconds between two looks for what is new. */
  readonly syncEveryMs: number;
  /** Milliseconds between two passes over all of an account whose events come. */
  readonly fullSyncEveryMs: number;
  /** Milliseconds between two looks after the connections. */
  readonly watchEveryMs: number;
  /** Milliseconds between two comparisons of what is stored with what the providers say exists. */
  readonly compareEveryMs: number;
}

/** @throws {AppError} `misconfigured` with every problem at once */
export function loadConfig(environment: Environment): IngestConfig {
  const read = readEnvironment(IngestEnvironment, environment);
  return {
    ...toPlatformConfig(read),
    publicUrl: read.REFRAIN_PUBLIC_URL,
    payloadDays: read.REFRAIN_RAW_PAYLOAD_DAYS,
    syncEveryMs: read.REFRAIN_SYNC_SECONDS * secondInMs,
    fullSyncEveryMs: read.REFRAIN_FULL_SYNC_SECONDS * secondInMs,
    watchEveryMs: read.REFRAIN_WATCH_SECONDS * secondInMs,
    compareEveryMs: read.REFRAIN_COMPARE_SECONDS * secondInMs,
  };
}
