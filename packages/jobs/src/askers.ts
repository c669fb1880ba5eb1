import { context, propagation, trace } from '@opentelemetry/api';
import type { JobName } from './catalogue.ts';
import { keyOfJob } from './job-key.ts';
import type { RedisClient } from './redis.ts';

/** Links of one span; of further askers no more is known than that they asked. */
const mostAskers = 128;
const forgottenAfterSeconds = 3_600;

/** Where those are put down who asked for a job that waits. @param payload as it was parsed */
export function askersKey(prefix: string, name: JobName, payload: unknown): string {
  return `${prefix}-askers-${keyOfJob(name, payload)}`;
}

/**
 * A job that waits, be it for its turn, takes the place of all others of its key, and belongs to the trace of who asked first. All are
 * put down here, where their traces are recorded, and linked when it runs.
 */
export async function noteAsker(client: RedisClient, key: string): Promise<void> {
  if (trace.getActiveSpan()?.isRecording() !== true) return;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  if (carrier.traceparent === undefined) return;
  await client
    .multi()
    .lpush(key, carrier.traceparent)
    .ltrim(key, 0, mostAskers - 1)
    .expire(key, forgottenAfterSeconds)
    .exec();
}

/** Links the run that is under way to the traces of all that asked for it since the one before. */
export async function linkAskers(client: RedisClient, key: string): Promise<void> {
  const span = trace.getActiveSpan();
  if (span?.isRecording() !== true) return;
  const answers = await client.multi().lrange(key, 0, -1).del(key).exec();
  const askers = (answers?.[0]?.[1] ?? []) as string[];
  const { traceId } = span.spanContext();
  for (const traceparent of new Set(askers)) {
    const asker = trace.getSpanContext(propagation.extract(context.active(), { traceparent }));
    if (asker !== undefined && asker.traceId !== traceId) span.addLink({ context: asker });
  }
}
