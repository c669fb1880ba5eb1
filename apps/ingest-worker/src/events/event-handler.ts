import type { Connection } from '@refrain/domain';
import type { InboxRow } from '@refrain/store';

/** Handles the webhook events among the inbox rows of a connection, and ignores pulled records. May run twice on the same rows. */
export type EventHandler = (connection: Connection, rows: readonly InboxRow[]) => Promise<void>;
