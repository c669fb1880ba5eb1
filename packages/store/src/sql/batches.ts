export interface BatchLimits {
  /** The maximum number of values in a batch. */
  readonly count: number;
  /** The maximum sum of sizes in a batch; a larger value gets its own batch. */
  readonly size: number;
}

/** Yields batches within the limits, in order. */
export async function* batchesOf<T>(
  values: Iterable<T> | AsyncIterable<T>,
  sizeOf: (value: T) => number,
  limits: BatchLimits,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for await (const value of values) {
    const valueSize = sizeOf(value);
    if (batch.length > 0 && (batch.length === limits.count || size + valueSize > limits.size)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(value);
    size += valueSize;
  }
  if (batch.length > 0) yield batch;
}
