import {
  type EnvironmentVariables,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';

const ImprovementEnvironment = PlatformEnvironment.extend({ REFRAIN_PUBLIC_URL: PublicUrl });

export function loadConfig(environment: EnvironmentVariables) {
  const read = readEnvironment(ImprovementEnvironment, environment);
  return { ...toPlatformConfig(read), publicUrl: read.REFRAIN_PUBLIC_URL };
}
