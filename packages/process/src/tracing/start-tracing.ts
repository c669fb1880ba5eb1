import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOffSampler, BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { createFilteringSpanExporter } from './create-filtering-span-exporter.ts';

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
