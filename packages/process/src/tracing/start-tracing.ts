import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOffSampler, BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { onlyKnown } from './only-known.ts';

/**
 * Gives each request and each job a trace, which goes along with what it asks for. The ids are always there, for the log and
 * the answers; spans are recorded and sent only where a collector is named.
 * @param name of the process: the service is `refrain-<name>` unless `OTEL_SERVICE_NAME` says otherwise
 * @param isSent whether spans go to a collector. Which one, how, and how many of them the SDK reads from the standard
 *   `OTEL_EXPORTER_OTLP_…`, `OTEL_TRACES_SAMPLER`, `OTEL_BSP_…` and `OTEL_RESOURCE_ATTRIBUTES`
 * @returns sends what is left, for the end of the process
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
    // A collector that is away must not make the end of the process a failure.
    await provider.shutdown().catch(() => {});
    for (const part of [trace, context, propagation]) part.disable();
  };
}
