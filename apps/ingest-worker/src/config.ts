import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';
import { z } from 'zod';

const IngestEnvironment = PlatformEnvironment.extend({
  REFRAIN_PUBLIC_URL: PublicUrl,
  REFRAIN_RAW_PAYLOAD_DAYS: z.coerce.number({ error: 'must be a number of days' }).min(1).max(36_500).default(90),
});

export interface IngestConfig extends PlatformConfig {
  /** Where providers reach the API, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
  /** Days for which raw payloads are kept. */
  readonly payloadDays: number;
}

/** @throws {AppError} `misconfigured` with every problem at once */
export function loadConfig(environment: Environment): IngestConfig {
  const read = readEnvironment(IngestEnvironment, environment);
  return {
    ...toPlatformConfig(read),
    publicUrl: read.REFRAIN_PUBLIC_URL,
    payloadDays: read.REFRAIN_RAW_PAYLOAD_DAYS,
  };
}
