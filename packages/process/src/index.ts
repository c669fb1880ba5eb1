export { createThreadFunction, type ThreadFailure } from './create-thread-function.ts';
export { readEncryptionKeys } from './encryption-keys.ts';
export { listenOn } from './listen-on.ts';
export { logError, logNewerMigrations } from './logger.ts';
export { createJobRunRecorder } from './metrics/create-job-run-recorder.ts';
export type { Metrics } from './metrics/create-metrics.ts';
export { createMetrics } from './metrics/create-metrics.ts';
export { measureBacklog } from './metrics/measure-backlog.ts';
export type { LagStage, RecordStageLag } from './metrics/measure-lag.ts';
export { measureLag } from './metrics/measure-lag.ts';
export { measureProviders } from './metrics/measure-providers.ts';
export { measureRequests } from './metrics/measure-requests.ts';
export type { Thread } from './open-thread.ts';
export { openThread } from './open-thread.ts';
export type { Environment, PlatformConfig } from './platform-config.ts';
export {
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from './platform-config.ts';
export type { ProcessContext, ProcessOptions } from './run-process.ts';
export { runProcess } from './run-process.ts';
export { runTask } from './run-task.ts';
export type { Trace, TracedRequest } from './tracing/continue-traces.ts';
export { beginRequestTrace, continueTraces, findCurrentTrace, traceIdOf } from './tracing/continue-traces.ts';
export { startTracing } from './tracing/start-tracing.ts';
