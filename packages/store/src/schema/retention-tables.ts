import type { Instant } from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

interface EncryptionKeyTable {
  /** Reveals nothing about the key. */
  id: string;
  /** A fixed word that is encrypted with the key, to verify the key. */
  proof: Buffer;
  since: GeneratedAlways<Instant>;
}

/** The position of a rotation: the next value. */
export interface RotationPosition {
  /** The index in the list of encrypted columns. */
  readonly column: number;
  /** The last processed row; null before the first. */
  readonly after: string | null;
}

interface KeyRotationTable {
  onlyRow: GeneratedAlways<boolean>;
  keyId: string;
  state: ColumnType<'running' | 'done', undefined, 'running' | 'done'>;
  place: Json<RotationPosition> | null;
  /** Values to re-encrypt when the rotation began. */
  total: number;
  done: Generated<number>;
  /** Values that no known key decrypts. */
  unreadable: Generated<number>;
  passes: Generated<number>;
  requestedBy: string;
  begunAt: Generated<Instant>;
  endedAt: Instant | null;
}

interface ErasureTable {
  id: string;
  kind: 'repository' | 'person';
  /** The encrypted subject; null after the end. */
  subject: Buffer | null;
  state: Generated<'pending' | 'done'>;
  /** The current step. */
  step: string | null;
  /** Deleted or changed rows, by table. */
  gone: ColumnType<Record<string, number>, string | undefined, string>;
  /** Data that Refrain cannot erase, in sentences. */
  kept: ColumnType<string[], string | undefined, string>;
  problem: string | null;
  requestedBy: string;
  requestedAt: GeneratedAlways<Instant>;
  endedAt: Instant | null;
}

interface RecognitionTable {
  onlyRow: GeneratedAlways<boolean>;
  /** The encrypted secret of the name hashes, so that names cannot be guessed from them. */
  secret: Buffer;
}

interface ErasedMarkTable {
  hash: string;
  kind: 'repository' | 'repository_id' | 'person';
  /** The number of words in the name. */
  words: number;
  /** The hash of its first word. */
  first: string;
  erasureId: string;
  sequence: GeneratedAlways<string>;
}

/** The tables of encryption keys and erasures. */
export interface DataProtectionTables {
  encryptionKey: EncryptionKeyTable;
  keyRotation: KeyRotationTable;
  erasure: ErasureTable;
  recognition: RecognitionTable;
  erasedMark: ErasedMarkTable;
}
