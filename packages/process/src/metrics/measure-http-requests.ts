import { Counter, Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

interface MeasuredRequest {
  readonly method: string;
  /** The route with parameter names instead of values; null if no route matches. */
  readonly route: string | null;
  readonly status: number;
  /** Seconds that the response took; null for a response that does not end, such as an event stream. */
  readonly tookSeconds: number | null;
}

const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5];

export function measureHttpRequests({ registry }: Pick<Metrics, 'registry'>): (request: MeasuredRequest) => void {
  const registers = [registry];
  const answered = new Counter({
    name: 'refrain_http_requests_total',
    help: 'Requests by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const took = new Histogram({
    name: 'refrain_http_request_duration_seconds',
    help: 'Duration of responses, except those without an end.',
    labelNames: ['method', 'route'],
    buckets,
    registers,
  });
  return ({ method, route, status, tookSeconds }) => {
    const of = { method, route: route ?? 'none' };
    answered.inc({ ...of, status });
    if (tookSeconds !== null) took.observe(of, tookSeconds);
  };
}
