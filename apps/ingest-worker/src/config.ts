import { secondInMs } from '@refrain/domain';
import {
  type EnvironmentVariables,
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
  REFRAIN_CONNECTION_CHECK_SECONDS: Seconds.default(600),
  REFRAIN_COMPLETENESS_CHECK_SECONDS: Seconds.default(86_400),
  REFRAIN_RAW_PAYLOAD_DAYS: z.coerce.number({ error: 'must be a number of days' }).min(1).max(36_500).default(90),
});

export type IngestConfig = ReturnType<typeof loadConfig>;

export function loadConfig(environment: EnvironmentVariables) {
  const read = readEnvironment(IngestEnvironment, environment);
  return {
    ...toPlatformConfig(read),
    publicUrl: read.REFRAIN_PUBLIC_URL,
    payloadDays: read.REFRAIN_RAW_PAYLOAD_DAYS,
    syncEveryMs: read.REFRAIN_SYNC_SECONDS * secondInMs,
    fullSyncEveryMs: read.REFRAIN_FULL_SYNC_SECONDS * secondInMs,
    connectionCheckEveryMs: read.REFRAIN_CONNECTION_CHECK_SECONDS * secondInMs,
    completenessCheckEveryMs: read.REFRAIN_COMPLETENESS_CHECK_SECONDS * secondInMs,
  };
}
