import type { Connection } from '@refrain/domain';
import type { InboxRow } from '@refrain/store';

/**
 * Does one thing with the webhook events among the rows of a connection; records that were pulled are no events. It may run
 * twice on the same rows.
 */
export type EventHandler = (connection: Connection, rows: readonly InboxRow[]) => Promise<void>;
