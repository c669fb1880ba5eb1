export interface BatchLimits {
  /** Most values in one batch. */
  readonly count: number;
  /** Most that the sizes in one batch sum up to; a larger value stands alone. */
  readonly size: number;
}

/** Runs of values within the limits, in their order. */
export async function* batchesOf<T>(
  values: Iterable<T> | AsyncIterable<T>,
  sizeOf: (value: T) => number,
  limits: BatchLimits,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for await (const value of values) {
    const own = sizeOf(value);
    if (batch.length > 0 && (batch.length === limits.count || size + own > limits.size)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(value);
    size += own;
  }
  if (batch.length > 0) yield batch;
}
