import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';

/** Loads only the settings that all processes share. */
export function loadPlatformConfig(environment: Environment): PlatformConfig {
  return toPlatformConfig(readEnvironment(PlatformEnvironment, environment));
}
