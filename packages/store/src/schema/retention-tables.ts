import type { Instant } from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

interface EncryptionKeyTable {
  /** Tells nothing of the key. */
  id: string;
  /** A fixed word that was sealed with it: only who has the key opens it. */
  proof: Buffer;
  since: GeneratedAlways<Instant>;
}

/** Where a rotation is: the next value to look at. */
export interface RotationPosition {
  /** Which of the sealed columns, by its place in their list. */
  readonly column: number;
  /** The last row that was looked at; null before the first. */
  readonly after: string | null;
}

interface KeyRotationTable {
  onlyRow: GeneratedAlways<boolean>;
  keyId: string;
  state: ColumnType<'running' | 'done', undefined, 'running' | 'done'>;
  place: Json<RotationPosition> | null;
  /** Values that were to be sealed anew when it began. */
  total: number;
  done: Generated<number>;
  /** Values that no known key opens. */
  unreadable: Generated<number>;
  passes: Generated<number>;
  requestedBy: string;
  begunAt: Generated<Instant>;
  endedAt: Instant | null;
}

interface ErasureTable {
  id: string;
  kind: 'repository' | 'person';
  /** What is forgotten, sealed; null once it is. */
  subject: Buffer | null;
  state: Generated<'pending' | 'done'>;
  /** What is being worked on. */
  step: string | null;
  /** Rows that are gone or were changed, by table. */
  gone: ColumnType<Record<string, number>, string | undefined, string>;
  /** What stays outside, in sentences. */
  kept: ColumnType<string[], string | undefined, string>;
  problem: string | null;
  requestedBy: string;
  requestedAt: GeneratedAlways<Instant>;
  endedAt: Instant | null;
}

interface RecognitionTable {
  onlyRow: GeneratedAlways<boolean>;
  /** Sealed: by it, hashes of names cannot be found by trying names. */
  secret: Buffer;
}

interface ErasedMarkTable {
  hash: string;
  kind: 'repository' | 'repository_id' | 'person';
  /** Of how many words the name is. */
  words: number;
  /** Of its first word. */
  first: string;
  erasureId: string;
  sequence: GeneratedAlways<string>;
}

/** How what is kept is sealed, and what is kept no more. */
export interface DataProtectionTables {
  encryptionKey: EncryptionKeyTable;
  keyRotation: KeyRotationTable;
  erasure: ErasureTable;
  recognition: RecognitionTable;
  erasedMark: ErasedMarkTable;
}
