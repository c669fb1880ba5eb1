export { readKeys } from './encryption-keys.ts';
export { logError } from './logger.ts';
export { openThread } from './open-thread.ts';
export type { Environment, PlatformConfig } from './platform-config.ts';
export {
  loadPlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';
export type { ProcessContext, ProcessOptions } from './run-process.ts';
export { runProcess } from './run-process.ts';
export { runTask } from './run-task.ts';
