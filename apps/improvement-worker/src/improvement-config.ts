import {
  type EnvironmentVariables,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';

const ImprovementEnvironment = PlatformEnvironment.extend({ REFRAIN_PUBLIC_URL: PublicUrl });

export interface ImprovementConfig extends PlatformConfig {
  /** URL of Refrain's web app, without a trailing slash; null if not configured. */
  readonly publicUrl: string | null;
}

export function loadConfig(environment: EnvironmentVariables): ImprovementConfig {
  const read = readEnvironment(ImprovementEnvironment, environment);
  return { ...toPlatformConfig(read), publicUrl: read.REFRAIN_PUBLIC_URL };
}
