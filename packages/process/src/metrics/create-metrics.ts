import { collectDefaultMetrics, Registry } from 'prom-client';

/** The metrics of one process. Each module registers its own. */
export interface Metrics {
  readonly registry: Registry;
  /**
   * Registers a function that runs before each scrape. They run one after another, once for concurrent scrapes; a
   * failing one leaves out its metrics.
   */
  readonly beforeScrape: (collect: () => Promise<void>) => void;
  /** Returns the metrics in Prometheus' text format. */
  render(): Promise<{ readonly type: string; readonly body: string }>;
}

/** @param role the role of the process, a label of all its metrics */
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
