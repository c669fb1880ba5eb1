import type { FailureSource, ProviderRegistry } from '@refrain/connectors';
import type { Connection } from '@refrain/domain';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export interface IngestDeps {
  readonly store: Store;
  readonly producer: Producer;
  readonly providers: ProviderRegistry;
  readonly openSource: (connection: Connection, credential: string) => FailureSource;
  readonly now: () => number;
  readonly onStageLatency?: (stage: 'parse', seconds: readonly number[]) => void;
}
