import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  NodeTracerProvider,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node';

/**
 * Gives each request and each job a trace, which includes all work that the request or job causes. Trace ids always
 * exist, for the log and the responses; spans are recorded only if they are sent to a collector.
 * @param name names the service `refrain-<name>` unless `OTEL_SERVICE_NAME` is set
 * @param isSent whether spans are sent to the collector that the standard `OTEL_…` variables configure
 * @returns a function that sends the remaining spans at the end of the process
 */
export function startTracing(name: string, isSent: boolean): () => Promise<void> {
  const provider = new NodeTracerProvider({
    ...(isSent ? {} : { sampler: new AlwaysOffSampler() }),
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': `refrain-${name}` }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: isSent ? [new BatchSpanProcessor(createFilteringSpanExporter(new OTLPTraceExporter()))] : [],
  });
  provider.register();
  return async () => {
    // An unreachable collector must not make the end of the process fail.
    await provider.shutdown().catch(() => {});
    for (const part of [trace, context, propagation]) part.disable();
  };
}

/** The only attributes of a span that are exported. Others may quote ingested text. */
const knownAttributes = new Set([
  ...['http.request.method', 'http.route', 'http.response.status_code'],
  ...['bullmq.queue.name', 'bullmq.queue.operation', 'bullmq.job.name', 'bullmq.job.id', 'bullmq.job.attempts.made'],
  ...['bullmq.job.bulk.names', 'bullmq.job.bulk.count', 'refrain.records'],
]);
/** Identifies spans of BullMQ's internal work, such as fetching the next job every few seconds. */
const upkeep = { scope: 'refrain-jobs', kind: SpanKind.INTERNAL };

/** Exports only attributes that never contain ingested text, and omits internal work of BullMQ. */
function createFilteringSpanExporter(exporter: SpanExporter): SpanExporter {
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
