import type { FailureSource } from '@refrain/connectors';
import type { Connection } from '@refrain/domain';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { CatalogueThread } from '../catalogue/open-catalogue.ts';

/** What the handlers of this worker need from outside. */
export interface IngestDeps {
  readonly store: Store;
  readonly producer: Producer;
  readonly openSource: (connection: Connection, credential: string) => FailureSource;
  readonly catalogue: Pick<CatalogueThread, 'read'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told how long records waited to be read, in seconds. */
  readonly onLag?: (stage: 'normalise', seconds: readonly number[]) => void;
}
