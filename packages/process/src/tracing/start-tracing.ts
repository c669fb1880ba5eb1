import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOffSampler, BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { onlyKnown } from './only-known.ts';

/**
 * Gives each request and each job a trace, which continues in everything that it causes. The ids always exist, for the
 * log and the responses; spans are recorded and sent only to a configured collector.
 * @param name the name of the process: the service is `refrain-<name>` unless `OTEL_SERVICE_NAME` is set
 * @param isSent whether spans are sent to a collector. The SDK reads its address and options from the standard
 * `OTEL_EXPORTER_OTLP_…`, `OTEL_TRACES_SAMPLER`, `OTEL_BSP_…` and `OTEL_RESOURCE_ATTRIBUTES`
 * @returns a function that sends the remaining spans at the end of the process
 */
export function startTracing(name: string, isSent: boolean): () => Promise<void> {
  const provider = new NodeTracerProvider({
    ...(isSent ? {} : { sampler: new AlwaysOffSampler() }),
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': `refrain-${name}` }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: isSent ? [new BatchSpanProcessor(onlyKnown(new OTLPTraceExporter()))] : [],
  });
  provider.register();
  return async () => {
    // An unreachable collector must not make the end of the process a failure.
    await provider.shutdown().catch(() => {});
    for (const part of [trace, context, propagation]) part.disable();
  };
}
