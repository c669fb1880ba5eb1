export { createThreadFunction, type SerialisedThreadError } from './create-thread-function.ts';
export { readEncryptionKeys } from './encryption-keys.ts';
export { listenOnPort } from './listen-on-port.ts';
export { logError, logNewerMigrations } from './logger.ts';
export { createJobRunRecorder } from './metrics/create-job-run-recorder.ts';
export type { Metrics } from './metrics/create-metrics.ts';
export { createMetrics } from './metrics/create-metrics.ts';
export { measureBacklog } from './metrics/measure-backlog.ts';
export { measureHttpRequests } from './metrics/measure-http-requests.ts';
export type { ProcessingStage, StageLagRecorder } from './metrics/measure-lag.ts';
export { measureLag } from './metrics/measure-lag.ts';
export { measureProviderRequests } from './metrics/measure-provider-requests.ts';
export type { WorkerThread } from './open-worker-thread.ts';
export { openWorkerThread } from './open-worker-thread.ts';
export type { EnvironmentVariables, PlatformConfig } from './platform-config.ts';
export {
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';
export type { ProcessLifecycle, ProcessOptions } from './run-process.ts';
export { runProcess } from './run-process.ts';
export { runTask } from './run-task.ts';
export type { RequestTrace, Trace } from './tracing/run-within-traces.ts';
export { beginRequestTrace, findCurrentTrace, runWithinTraces, traceIdOf } from './tracing/run-within-traces.ts';
export { startTracing } from './tracing/start-tracing.ts';
