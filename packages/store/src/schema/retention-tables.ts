import type { Instant } from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

export interface KeyRotationPosition {
  /** The position of the column in the list of encrypted columns. */
  readonly column: number;
  /** The id of the last processed row; null before the first. */
  readonly after: string | null;
}

export interface RetentionTables {
  encryptionKey: {
    /** The id of the encryption key, which reveals nothing about the key. */
    id: string;
    /** A fixed word that was encrypted with the key, to test whether a process has the right key. */
    proof: Buffer;
    since: GeneratedAlways<Instant>;
  };
  keyRotation: {
    onlyRow: GeneratedAlways<boolean>;
    keyId: string;
    state: ColumnType<'running' | 'done', undefined, 'running' | 'done'>;
    place: Json<KeyRotationPosition> | null;
    /** The number of values to re-encrypt, as counted when the rotation began. */
    total: number;
    done: Generated<number>;
    /** The number of values that no known key decrypts. */
    unreadable: Generated<number>;
    passes: Generated<number>;
    requestedBy: string;
    begunAt: Generated<Instant>;
    endedAt: Instant | null;
  };
  erasure: {
    id: string;
    kind: 'repository' | 'person';
    /** The encrypted name of the repository or person; null once the erasure is done. */
    subject: Buffer | null;
    state: Generated<'pending' | 'done'>;
    step: string | null;
    /** Numbers of deleted or changed rows by table. */
    gone: ColumnType<Record<string, number>, string | undefined, string>;
    kept: ColumnType<string[], string | undefined, string>;
    problem: string | null;
    requestedBy: string;
    requestedAt: GeneratedAlways<Instant>;
    endedAt: Instant | null;
  };
  recognition: {
    onlyRow: GeneratedAlways<boolean>;
    /** The encrypted HMAC secret, without which names cannot be guessed from their hashes. */
    secret: Buffer;
  };
  erasedMark: {
    hash: string;
    kind: 'repository' | 'repository_id' | 'person';
    words: number;
    /** The hash of the first word in the name. */
    first: string;
    erasureId: string;
    sequence: GeneratedAlways<string>;
  };
}
