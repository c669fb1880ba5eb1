export interface BatchLimits {
  readonly count: number;
  /** Maximum sum of the sizes in a batch. A value that is larger gets a batch of its own. */
  readonly size: number;
}

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
