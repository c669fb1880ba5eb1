import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';

/** Loads the settings that every process has, as a process without further settings does. */
export function loadPlatformConfig(environment: Environment): PlatformConfig {
  return toPlatformConfig(readEnvironment(PlatformEnvironment, environment));
}
