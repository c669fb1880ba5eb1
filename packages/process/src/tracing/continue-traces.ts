import { type Context, context, type Link, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** The context of a request or of a run of a job, which can be continued elsewhere. Opaque. */
export type Trace = Context;

/** Returns the active trace. */
export function currentTrace(): Trace {
  return context.active();
}

/**
 * Returns 32 hexadecimal digits that everything shares which one request or one scheduled run caused; null outside of
 * both.
 */
export function traceIdOf(active: Trace = context.active()): string | null {
  const found = trace.getSpanContext(active);
  return found === undefined || !trace.isSpanContextValid(found) ? null : found.traceId;
}

/**
 * Does work that several requests caused together, as a part of the first one's trace, which is linked to the others'.
 * @param name the name of the span, without ingested text
 * @param count the number of requested items
 */
export async function continueTraces<T>(
  name: string,
  traces: readonly Trace[],
  count: number,
  work: () => Promise<T>,
): Promise<T> {
  const [first = context.active(), ...others] = [...new Set(traces)];
  const links = others.flatMap((other): Link[] => {
    const found = trace.getSpanContext(other);
    return found === undefined ? [] : [{ context: found }];
  });
  const options = {
    kind: SpanKind.INTERNAL,
    links: links.slice(0, maxLinks),
    attributes: { 'refrain.records': count },
  };
  const span = tracer().startSpan(name, options, first);
  try {
    return await context.with(trace.setSpan(first, span), work);
  } catch (thrown) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw thrown;
  } finally {
    span.end();
  }
}

/** The SDK's default limit per span. */
const maxLinks = 128;

/** An active HTTP request. */
export interface TracedRequest {
  /** Runs the effects of the request as a part of its trace. */
  run(work: () => void): void;
  /** @param answer its `route` has parameter names instead of values; null if none matches */
  end(answer: { readonly method: string; readonly route: string | null; readonly status: number }): void;
}

/**
 * Begins the trace of a request, or continues the one that its sender names.
 * @param traceparent header of the request, if present (https://www.w3.org/TR/trace-context/)
 */
export function beginRequest(method: string, traceparent: unknown): TracedRequest {
  const outside =
    typeof traceparent === 'string' ? propagation.extract(context.active(), { traceparent }) : context.active();
  const span = tracer().startSpan(method, { kind: SpanKind.SERVER }, outside);
  return {
    run: (work) => context.with(trace.setSpan(outside, span), work),
    end({ route, status }) {
      span.updateName(route === null ? method : `${method} ${route}`);
      span.setAttributes({ 'http.request.method': method, 'http.response.status_code': status });
      if (route !== null) span.setAttribute('http.route', route);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Looked up at each call, because tracing may start after this module is loaded. */
function tracer() {
  return trace.getTracer('refrain');
}
