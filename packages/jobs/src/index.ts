export { createGivenUpJobWithoutRun, type DeadLetterLedger } from './dead-letter-ledger.ts';
export {
  type JobName,
  type JobPayload,
  jobCatalogue,
  type QueueName,
  retryDelayMs,
  type ScheduledJobName,
} from './job-catalogue.ts';
export { createDeduplicationKey, parseStoredJob } from './job-identity.ts';
export { createProducer, type Producer, type ProducerWithQueues } from './producer.ts';
export { createRequestCounter, type RequestCounter } from './request-counter.ts';
export { createRequestLimits } from './request-limits.ts';
export { tryEach } from './try-each.ts';
export { type JobHandler, type JobHandlersOfQueue, startWorker } from './worker.ts';
