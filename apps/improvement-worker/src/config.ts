import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';
import { z } from 'zod';

const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : text));

const ImprovementEnvironment = PlatformEnvironment.extend({
  REFRAIN_PUBLIC_URL: PublicUrl,
  REFRAIN_ISSUE_LABEL: z
    .string()
    .regex(/^[^,\s][^,]{0,48}$/u, 'must be a label of 1 to 49 characters without a comma')
    .default('refrain'),
  REFRAIN_FALLBACK_REPOSITORY: optionalText.pipe(
    z
      .string()
      .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/u, 'must be owner/name')
      .nullable(),
  ),
});

export interface Config extends PlatformConfig {
  /** Where people open Refrain, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
  readonly issueLabel: string;
  readonly fallbackRepository: string | null;
}

/** @throws {AppError} `misconfigured` with all problems at once; values are not repeated in it */
export function loadConfig(environment: Environment): Config {
  const read = readEnvironment(ImprovementEnvironment, environment);
  return {
    ...toPlatformConfig(read),
    publicUrl: read.REFRAIN_PUBLIC_URL,
    issueLabel: read.REFRAIN_ISSUE_LABEL,
    fallbackRepository: read.REFRAIN_FALLBACK_REPOSITORY,
  };
}
