export { createThreadFunction, type SerialisedThreadError } from './create-thread-function.ts';
export { readEncryptionKeys } from './encryption-keys.ts';
export { listenOnPort } from './listen-on-port.ts';
export { logError, logNewerMigrations } from './logger.ts';
export { measureBacklog } from './metrics/measure-backlog.ts';
export { measureHttpRequests } from './metrics/measure-http-requests.ts';
export { createJobRunRecorder } from './metrics/measure-jobs.ts';
export { measureProviderRequests } from './metrics/measure-provider-requests.ts';
export { measureStageLag } from './metrics/measure-stage-lag.ts';
export { openWorkerThread } from './open-worker-thread.ts';
export {
  type EnvironmentVariables,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';
export { runOneOffTask, runProcess } from './run-process.ts';
export {
  beginRequestTrace,
  findCurrentTrace,
  findTraceId,
  runWithinTraces,
  type Trace,
} from './tracing/run-within-traces.ts';
export { startTracing } from './tracing/start-tracing.ts';
