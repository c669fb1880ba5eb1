import { SpanKind } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';

/** The only attributes of a span that are exported. Others may quote ingested text. */
const knownAttributes = new Set([
  ...['http.request.method', 'http.route', 'http.response.status_code'],
  ...['bullmq.queue.name', 'bullmq.queue.operation', 'bullmq.job.name', 'bullmq.job.id', 'bullmq.job.attempts.made'],
  ...['bullmq.job.bulk.names', 'bullmq.job.bulk.count', 'refrain.records'],
]);
/** Identifies spans of BullMQ's internal work, such as fetching the next job every few seconds. */
const upkeep = { scope: 'refrain-jobs', kind: SpanKind.INTERNAL };

/** Exports only attributes that never contain ingested text, and omits internal work of BullMQ. */
export function createFilteringSpanExporter(exporter: SpanExporter): SpanExporter {
  return {
    export(spans, done) {
      exporter.export(spans.filter((span) => !isUpkeep(span)).map(bare), done);
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function isUpkeep({ instrumentationScope, kind }: ReadableSpan): boolean {
  return instrumentationScope.name === upkeep.scope && kind === upkeep.kind;
}

function bare(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(Object.entries(span.attributes).filter(([name]) => knownAttributes.has(name)));
  // Copying the span would lose fields, because a span is a class instance with fields on its prototype.
  return Object.create(span, {
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  });
}
