import {
  type EnvironmentVariables,
  type PlatformConfig,
  PlatformEnvironment,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';

/** Loads only the settings that all processes share. */
export function loadPlatformConfig(environment: EnvironmentVariables): PlatformConfig {
  return toPlatformConfig(readEnvironment(PlatformEnvironment, environment));
}
