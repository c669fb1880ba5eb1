import { collectDefaultMetrics, Registry } from 'prom-client';

/** The metrics of one process. Each module registers its own metrics. */
export interface Metrics {
  readonly registry: Registry;
  /** Registers a function that runs before each scrape. Concurrent scrapes share one run of all functions. */
  readonly beforeScrape: (collect: () => Promise<void>) => void;
  render(): Promise<{ readonly type: string; readonly body: string }>;
}

export function createMetrics(role: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry });
  const collectors: (() => Promise<void>)[] = [];
  let collecting: Promise<void> | null = null;

  async function collectAll(): Promise<void> {
    for (const collect of collectors) await collect();
  }
  return {
    registry,
    beforeScrape: (collect) => collectors.push(collect),
    async render() {
      collecting ??= collectAll().finally(() => {
        collecting = null;
      });
      await collecting;
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}
