import { setImmediate as nextPoll } from 'node:timers/promises';
import type { RawRecord } from '@refrain/domain';
import type { ClassifiedRecord, RecordClassifier } from './classify-records.ts';

/** The limits of a batch, which is held in memory. */
const batchLimits = { items: 200, characters: 8_000_000 };

export interface ClassifiedItem<T> {
  readonly item: T;
  /** The state of the item's record; null for an item without a record. */
  readonly classified: ClassifiedRecord | null;
}

/** Classifies the records of items, such as the rows of a file, and yields the items in the same order. */
export async function* classifyEach<T>(
  classify: RecordClassifier,
  items: AsyncIterable<T>,
  recordOf: (item: T) => RawRecord | null,
): AsyncGenerator<ClassifiedItem<T>> {
  let batch: T[] = [];
  let characters = 0;
  async function* flush(): AsyncGenerator<ClassifiedItem<T>> {
    const classified = (await classify(batch.flatMap((item) => recordOf(item) ?? []))).values();
    for (const item of batch) {
      yield { item, classified: recordOf(item) === null ? null : (classified.next().value ?? null) };
    }
    batch = [];
    characters = 0;
    await nextPoll();
  }
  for await (const item of items) {
    const record = recordOf(item);
    const length = record === null ? 0 : JSON.stringify(record).length;
    if (batch.length === batchLimits.items || characters + length > batchLimits.characters) yield* flush();
    batch.push(item);
    characters += length;
  }
  yield* flush();
}
