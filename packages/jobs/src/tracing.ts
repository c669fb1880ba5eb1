import { context, propagation, trace } from '@opentelemetry/api';
import { BullMQOtel } from 'bullmq-otel';
import type { JobName } from './job-catalogue.ts';
import { createDeduplicationKey } from './job-identity.ts';
import type { RedisClient } from './redis.ts';

/** Carries the requester's trace into the run of the job. Does nothing in a process without a tracer. */
export const bullmqTelemetry = new BullMQOtel({ tracerName: 'refrain-jobs' });

/** Names the current span after the job. BullMQ uses one name for a whole queue, such as `process ingest`. */
export function setCurrentSpanName(job: string): void {
  trace.getActiveSpan()?.updateName(job);
}

const maxRequesters = 128;
const expiresAfterSeconds = 3_600;

/**
 * Returns the Redis key of the list of traces that requested a job.
 * @param payload the payload after it was parsed by the job's schema in the catalogue
 */
export function formatRequestingTracesKey(prefix: string, name: JobName, payload: unknown): string {
  return `${prefix}-requesters-${createDeduplicationKey(name, payload)}`;
}

/**
 * Stores the active trace as a requester of a job. All requests for a waiting job share one run, which belongs to the
 * trace of the first requester and is linked to the other traces.
 */
export async function recordRequestingTrace(client: RedisClient, key: string): Promise<void> {
  if (trace.getActiveSpan()?.isRecording() !== true) return;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  if (carrier.traceparent === undefined) return;
  await client
    .multi()
    .lpush(key, carrier.traceparent)
    .ltrim(key, 0, maxRequesters - 1)
    .expire(key, expiresAfterSeconds)
    .exec();
}

/** Links the current run to all traces that requested the job since its last run. */
export async function linkRequestingTraces(client: RedisClient, key: string): Promise<void> {
  const span = trace.getActiveSpan();
  if (span?.isRecording() !== true) return;
  const replies = await client.multi().lrange(key, 0, -1).del(key).exec();
  const requesters = (replies?.[0]?.[1] ?? []) as string[];
  const { traceId } = span.spanContext();
  for (const traceparent of new Set(requesters)) {
    const requester = trace.getSpanContext(propagation.extract(context.active(), { traceparent }));
    if (requester !== undefined && requester.traceId !== traceId) span.addLink({ context: requester });
  }
}
