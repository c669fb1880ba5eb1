import type { FailureSource, ProviderRegistry } from '@refrain/connectors';
import type { Connection } from '@refrain/domain';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

/** The dependencies that most handlers of this worker share. */
export interface IngestDeps {
  readonly store: Store;
  readonly producer: Producer;
  readonly providers: ProviderRegistry;
  readonly openSource: (connection: Connection, credential: string) => FailureSource;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives the seconds that records waited before they were parsed. */
  readonly onStageLatency?: (stage: 'normalise', seconds: readonly number[]) => void;
}
