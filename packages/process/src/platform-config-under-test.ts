import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';

/** As a process reads it that has no settings of its own. */
export function loadPlatformConfig(environment: Environment): PlatformConfig {
  return toPlatformConfig(readEnvironment(PlatformEnvironment, environment));
}
