export { readKeys } from './encryption-keys.ts';
export { listenOn } from './listen-on.ts';
export { logError, logNewer } from './logger.ts';
export type { Metrics } from './metrics/create-metrics.ts';
export { createMetrics } from './metrics/create-metrics.ts';
export { measureBacklog } from './metrics/measure-backlog.ts';
export type { LagStage, OnStageLatency } from './metrics/measure-lag.ts';
export { measureLag } from './metrics/measure-lag.ts';
export { measureProviders } from './metrics/measure-providers.ts';
export { measureRequests } from './metrics/measure-requests.ts';
export { watchJobs } from './metrics/watch-jobs.ts';
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
export { type ThreadFailure, threadFunction } from './thread-function.ts';
export type { Trace, TracedRequest } from './tracing/continue-traces.ts';
export { beginRequest, continueTraces, currentTrace, traceIdOf } from './tracing/continue-traces.ts';
export { startTracing } from './tracing/start-tracing.ts';
