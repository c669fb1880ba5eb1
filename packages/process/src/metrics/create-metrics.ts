import { collectDefaultMetrics, Registry } from 'prom-client';

/** The figures of one process. What there is of each kind is registered by whoever measures it. */
export interface Metrics {
  readonly registry: Registry;
  /** Asked before each scrape, one after another, once for all who scrape meanwhile; what fails leaves its figures out. */
  readonly beforeScrape: (collect: () => Promise<void>) => void;
  /** In Prometheus' text format. */
  render(): Promise<{ readonly type: string; readonly body: string }>;
}

/** @param role of the process, as a label of all its figures */
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
