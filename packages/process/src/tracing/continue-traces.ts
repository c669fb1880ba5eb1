import { type Context, context, type Link, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** What goes on in one request or one run of a job, to be gone on with elsewhere. Opaque. */
export type Trace = Context;

/** Of what is under way. */
export function currentTrace(): Trace {
  return context.active();
}

/** 32 hexadecimal digits that all have in common which one request or one tick of the clock set off; null outside of any. */
export function traceIdOf(active: Trace = context.active()): string | null {
  const found = trace.getSpanContext(active);
  return found === undefined || !trace.isSpanContextValid(found) ? null : found.traceId;
}

/**
 * Does what several requests asked for at once: as a part of the first one's trace, which is linked to the others'.
 * @param name of the span, without anything that was ingested
 * @param count of what they asked for
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

/** As many as the SDK keeps of one span unless it is told otherwise. */
const maxLinks = 128;

/** An HTTP request under way. */
export interface TracedRequest {
  /** Runs what the request sets off as a part of its trace. */
  run(work: () => void): void;
  /** @param route as it is mounted, with names in place of values; null where none fits */
  end(answer: { readonly method: string; readonly route: string | null; readonly status: number }): void;
}

/**
 * Begins the trace of a request, or goes on with the one that its sender names.
 * @param traceparent header of the request, where there is one (https://www.w3.org/TR/trace-context/)
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

/** Asked for each time: who starts the tracing may do so after this is loaded. */
function tracer() {
  return trace.getTracer('refrain');
}
