import { type Context, context, type Link, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** The trace context of a request or of a job's run. With it, code outside of these can add work to the trace. */
export type Trace = Context;

export function findCurrentTrace(): Trace {
  return context.active();
}

/** Returns the id (32 hexadecimal digits) of the trace of a request or scheduled run; null outside of both. */
export function findTraceId(active: Trace = context.active()): string | null {
  const found = trace.getSpanContext(active);
  return found === undefined || !trace.isSpanContextValid(found) ? null : found.traceId;
}

/**
 * Does work that several requests caused together, as a part of the first request's trace, with links to the others.
 * @param name the name of the span, without ingested text
 */
export async function runWithinTraces<T>(
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

/** The default limit of links per span in the OpenTelemetry SDK. */
const maxLinks = 128;

export interface RequestTrace {
  /** Runs `work` within the trace of the request. */
  run(work: () => void): void;
  /** Ends the span. `route` has parameter names instead of values; null if no route matches. */
  end(answer: { readonly method: string; readonly route: string | null; readonly status: number }): void;
}

/**
 * Begins the trace of a request, or continues the sender's trace.
 * @param traceparent header of the request, if present (https://www.w3.org/TR/trace-context/)
 */
export function beginRequestTrace(method: string, traceparent: unknown): RequestTrace {
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

/** The tracer is looked up at each call, because tracing may start after this module is loaded. */
function tracer() {
  return trace.getTracer('refrain');
}
