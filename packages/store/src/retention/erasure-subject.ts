import { createHash } from 'node:crypto';
import type { ErasureSubject } from '@refrain/domain';
import { createMark, createRecogniser, type Mark, type MarkKind, type Recogniser } from '../names/recogniser.ts';

/** The subject of an erasure with all its names. */
export interface FullSubject {
  readonly kind: ErasureSubject['kind'];
  readonly names: readonly string[];
  /** The provider's ids of a repository. */
  readonly ids: readonly string[];
}

/** Creates one mark per distinct name: `Ann Archer` and `ann-archer` are equal. */
export function marksOf(secret: Buffer, { kind, names, ids }: FullSubject): Mark[] {
  const mark = (of: MarkKind) => (name: string) => createMark(secret, of, name);
  const marks = [...names.map(mark(kind)), ...ids.map(mark('repository_id'))];
  return [...new Map(marks.map((one) => [`${one.kind} ${one.hash}`, one])).values()];
}

/** Finds the subject in texts. */
export interface Matcher extends Recogniser {
  /** One of these lower-case strings occurs wherever a name does, for a fast database search. */
  readonly needles: readonly string[];
  /** Returns whether a value contains the subject. Yields to the event loop. */
  finds(value: unknown): Promise<boolean>;
  /** Returns the items whose picked value contains the subject. */
  filter<T>(items: readonly T[], pick: (item: T) => unknown): Promise<T[]>;
}

/** Creates a matcher with the rule by which the subject is recognised later. */
export function createMatcher(subject: FullSubject): Matcher {
  const secret = createHash('sha256').update('any').digest();
  const recogniser = createRecogniser(secret, marksOf(secret, subject));
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

/** Covers a plain name, the query of an address, and JSON within a text, whose backslash a JSON column doubles. */
function repositoryNeedles(name: string): string[] {
  return ['/', '%2f', '\\/', '\\\\/'].map((slash) => name.toLowerCase().replace('/', slash));
}

/**
 * Returns the longest run of plain letters and digits. Other characters have several spellings, and not every database
 * folds their case.
 */
function needleOf(name: string): string {
  const plain = name.normalize('NFC').match(/[a-z\d]+/giu) ?? name.match(/[\p{L}\p{N}]+/gu) ?? [name];
  return plain.reduce((longest, run) => (run.length > longest.length ? run : longest)).toLowerCase();
}
