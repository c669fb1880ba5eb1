export type { JobName, JobPayload, QueueName } from './catalogue.ts';
export { catalogue } from './catalogue.ts';
export type { Producer, ProducerOptions, QueueCounts } from './producer.ts';
export { createProducer } from './producer.ts';
export { checkRedis } from './redis.ts';
export type { RequestLimitsOptions, SharedRequestLimits } from './request-limits.ts';
export { createRequestLimits } from './request-limits.ts';
export type { Handler, HandlersFor, Worker, WorkerOptions } from './worker.ts';
export { startWorker } from './worker.ts';
