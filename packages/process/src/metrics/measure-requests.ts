import { Counter, Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

interface MeasuredRequest {
  readonly method: string;
  /** As it is mounted, with names in place of values; null where none fits. */
  readonly route: string | null;
  readonly status: number;
  /** Null of an answer that has no end, as of events that are followed. */
  readonly tookSeconds: number | null;
}

const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** Rate, errors and duration of what is asked of the API. */
export function measureRequests({ registry }: Pick<Metrics, 'registry'>): (request: MeasuredRequest) => void {
  const registers = [registry];
  const answered = new Counter({
    name: 'refrain_http_requests_total',
    help: 'Requests that were answered, by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const took = new Histogram({
    name: 'refrain_http_request_duration_seconds',
    help: 'What an answer took, without those that have no end.',
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
