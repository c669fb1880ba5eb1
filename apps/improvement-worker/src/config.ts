import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';

const ImprovementEnvironment = PlatformEnvironment.extend({ REFRAIN_PUBLIC_URL: PublicUrl });

export interface Config extends PlatformConfig {
  /** Where people open Refrain, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
}

/** @throws {AppError} `misconfigured` with all problems at once; values are not repeated in it */
export function loadConfig(environment: Environment): Config {
  const read = readEnvironment(ImprovementEnvironment, environment);
  return { ...toPlatformConfig(read), publicUrl: read.REFRAIN_PUBLIC_URL };
}
