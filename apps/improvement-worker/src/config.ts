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
  /** The URL of Refrain's page, without a trailing slash; null if not configured. */
  readonly publicUrl: string | null;
}

/** @throws {AppError} `misconfigured` that lists all problems, without the values */
export function loadConfig(environment: Environment): Config {
  const read = readEnvironment(ImprovementEnvironment, environment);
  return { ...toPlatformConfig(read), publicUrl: read.REFRAIN_PUBLIC_URL };
}
