import { setMaxListeners } from 'node:events';
import {
  type JobHandlersOfQueue,
  type JobName,
  type JobPayload,
  jobCatalogue,
  type Producer,
  type QueueName,
} from '@refrain/jobs';
import { createSimulatedJobQueue, type SimulatedJobHandlers, type SimulatedJobQueue } from './simulated-job-queue.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** Handlers of the simulated queues. Jobs of other queues are dropped. */
export type SimulatedQueueHandlers = { readonly [Queue in QueueName]?: JobHandlersOfQueue<Queue> };

export interface SimulatedQueuesOptions {
  readonly concurrency: Readonly<Partial<Record<QueueName, number>>>;
  /** Names of jobs that are enqueued only by the schedule. All other requests to enqueue them are dropped. */
  readonly scheduleOnly?: readonly JobName[];
}

export interface SimulatedQueues {
  readonly producer: Producer;
  start(handlers: SimulatedQueueHandlers): void;
  isIdle(): boolean;
  failures(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Creates all queues in one process and in simulated time. */
export function createSimulatedQueues(
  time: SimulatedTime,
  { concurrency, scheduleOnly = [] }: SimulatedQueuesOptions,
): SimulatedQueues {
  const stopped = new AbortController();
  setMaxListeners(0, stopped.signal);
  const failed = new Map<string, number>();
  const lanes = new Map<QueueName, SimulatedJobQueue>();

  function onFailure(name: JobName, message: string): void {
    const text = `${name}: ${message.replace(/\d+/gu, 'N')}`;
    failed.set(text, (failed.get(text) ?? 0) + 1);
  }
  async function enqueueMany<Name extends JobName>(
    name: Name,
    payloads: readonly JobPayload<Name>[],
    delayMs?: number,
  ): Promise<void> {
    if (scheduleOnly.includes(name)) return;
    for (const payload of payloads) lanes.get(jobCatalogue[name].queue)?.add({ name, payload, attempt: 1 }, delayMs);
  }
  return {
    producer: {
      enqueueMany: (name, payloads) => enqueueMany(name, payloads),
      enqueue: (name, payload, delayMs) => enqueueMany(name, [payload], delayMs),
      async schedule(name, everyMs) {
        while (await time.clock.wait(everyMs, stopped.signal)) {
          lanes.get(jobCatalogue[name].queue)?.add({ name, payload: {}, attempt: 1 });
        }
      },
      counts: () => Promise.reject(new Error('Simulated queues do not support counting jobs')),
      removeNaming: async () => 0,
      ping: async () => {},
      close: async () => {},
    },
    start(handlers) {
      for (const [key, handler] of Object.entries(handlers)) {
        const name = key as QueueName;
        const lane = createSimulatedJobQueue({
          time,
          concurrency: concurrency[name] ?? 1,
          stopped: stopped.signal,
          onFailure,
        });
        lanes.set(name, lane);
        lane.start(handler as SimulatedJobHandlers);
      }
    },
    isIdle: () => [...lanes.values()].every((lane) => lane.isIdle()),
    failures: () => failed,
    async stop() {
      stopped.abort();
      await Promise.all([...lanes.values()].map((lane) => lane.drained()));
    },
  };
}
