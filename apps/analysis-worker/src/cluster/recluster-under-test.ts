import { type PipelineInput, runPipeline } from '@refrain/analysis';
import type { Store } from '@refrain/store';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { createReclusterHandler, type VectorComputation } from './recluster.ts';

interface ReclusterUnderTest {
  readonly store: Store;
  readonly given: readonly PipelineInput[];
  recluster(): Promise<void>;
}

export async function startReclusteringUnderTest(
  group = runPipeline,
  vectors?: VectorComputation,
): Promise<ReclusterUnderTest> {
  const { store } = await openStoreUnderTest();
  const given: PipelineInput[] = [];
  const nobody = () => Promise.reject(new Error('This test does not expect this call'));
  const run = createReclusterHandler({
    store,
    producer: {
      enqueue: async () => {},
      enqueueMany: async () => {},
      schedule: nobody,
      counts: nobody,
      removeNaming: nobody,
      ping: nobody,
      close: nobody,
    },
    ...(vectors && { vectors }),
    runPipeline: async (input) => {
      given.push(input);
      return group(input);
    },
  });
  return { store, given, recluster: () => run({}, new AbortController().signal) };
}
