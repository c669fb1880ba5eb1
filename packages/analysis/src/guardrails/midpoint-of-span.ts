import type { Span } from '@refrain/domain';

export function midpointOfSpan({ low, high }: Span): number {
  return (low + high) / 2;
}
