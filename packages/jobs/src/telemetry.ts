import { trace } from '@opentelemetry/api';
import { BullMQOtel } from 'bullmq-otel';

/**
 * Carries the trace of whoever asks for a job along with it, into the run and whatever that asks for. Without a tracer in the
 * process nothing is carried.
 */
export const telemetry = new BullMQOtel({ tracerName: 'refrain-jobs' });

/** The span of a run is called after its job: `process ingest` would tell none from another. */
export function nameSpan(job: string): void {
  trace.getActiveSpan()?.updateName(job);
}
