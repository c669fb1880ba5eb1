import { createHash } from 'node:crypto';
import type { ErasureSubject } from '@refrain/domain';
import {
  createErasedNameHash,
  createErasedNameRecogniser,
  type ErasedNameHash,
  type ErasedNameKind,
  type ErasedNameRecogniser,
} from '../names/erased-name-recogniser.ts';

export interface ErasureSubjectNames {
  readonly kind: ErasureSubject['kind'];
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

/** Creates keyed hashes of the subject's names and ids. `Ann Archer` and `ann-archer` have the same hash. */
export function createErasedNameHashes(secret: Buffer, { kind, names, ids }: ErasureSubjectNames): ErasedNameHash[] {
  const mark = (of: ErasedNameKind) => (name: string) => createErasedNameHash(secret, of, name);
  const marks = [...names.map(mark(kind)), ...ids.map(mark('repository_id'))];
  return [...new Map(marks.map((one) => [`${one.kind} ${one.hash}`, one])).values()];
}

/** Finds the names of one erasure's subject in texts. */
export interface ErasureSubjectMatcher extends ErasedNameRecogniser {
  /** Lower-case strings to search for in the database: every spelling of a name contains one of them. */
  readonly needles: readonly string[];
  /** Returns whether a value contains a name of the subject. Yields to the event loop. */
  finds(value: unknown): Promise<boolean>;
  /** Returns the items for which the value of `pick` contains a name of the subject. */
  filter<T>(items: readonly T[], pick: (item: T) => unknown): Promise<T[]>;
}

export function createErasureSubjectMatcher(subject: ErasureSubjectNames): ErasureSubjectMatcher {
  const secret = createHash('sha256').update('any').digest();
  const recogniser = createErasedNameRecogniser(secret, createErasedNameHashes(secret, subject));
  const needles = subject.names.flatMap((name) =>
    subject.kind === 'repository' ? repositoryNeedles(name) : [needleOf(name)],
  );
  async function finds(value: unknown): Promise<boolean> {
    return JSON.stringify(await recogniser.redactInSlices(value)) !== JSON.stringify(value);
  }
  return {
    ...recogniser,
    needles: [...new Set(needles)],
    finds,
    async filter(items, pick) {
      const found = [];
      for (const item of items) if (await finds(pick(item))) found.push(item);
      return found;
    },
  };
}

/**
 * Returns the name with each form of its slash: plain, encoded in a URL, escaped in JSON, and escaped twice in JSON
 * within JSON.
 */
function repositoryNeedles(name: string): string[] {
  return ['/', '%2f', '\\/', '\\\\/'].map((slash) => name.toLowerCase().replace('/', slash));
}

/**
 * Returns the longest part that consists of ASCII letters and digits, because the spelling of other characters varies,
 * and PostgreSQL cannot always lower-case them.
 */
function needleOf(name: string): string {
  const plain = name.normalize('NFC').match(/[a-z\d]+/giu) ?? name.match(/[\p{L}\p{N}]+/gu) ?? [name];
  return plain.reduce((longest, run) => (run.length > longest.length ? run : longest)).toLowerCase();
}
