import { createHash } from 'node:crypto';
import type { ErasureSubject } from '@refrain/domain';
import { createMark, createRecogniser, type Mark, type MarkKind, type Recogniser } from '../names/recogniser.ts';

/** What is to be forgotten, with every name that it is known by. */
export interface FullSubject {
  readonly kind: ErasureSubject['kind'];
  readonly names: readonly string[];
  /** The provider's own ids of a repository. */
  readonly ids: readonly string[];
}

/** One for each name: `Ann Archer` and `ann-archer` are the same one. */
export function marksOf(secret: Buffer, { kind, names, ids }: FullSubject): Mark[] {
  const mark = (of: MarkKind) => (name: string) => createMark(secret, of, name);
  const marks = [...names.map(mark(kind)), ...ids.map(mark('repository_id'))];
  return [...new Map(marks.map((one) => [`${one.kind} ${one.hash}`, one])).values()];
}

/** Finds it in texts. */
export interface Matcher extends Recogniser {
  /** Whatever names it holds one of these, in small letters: a database looks for them quickly. */
  readonly needles: readonly string[];
  /** Whether a value holds it. Lets the event loop turn in between. */
  finds(value: unknown): Promise<boolean>;
  /** The items of which the picked value holds it. */
  filter<T>(items: readonly T[], pick: (item: T) => unknown): Promise<T[]>;
}

/** Finds by the same rule by which it is recognised later. */
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

/** As it is, in the query of an address, and in JSON within a text, of which a column of JSON doubles the backslash. */
function repositoryNeedles(name: string): string[] {
  return ['/', '%2f', '\\/', '\\\\/'].map((slash) => name.toLowerCase().replace('/', slash));
}

/** The longest run of plain letters and digits: what else is written in several ways, and not every database folds its case. */
function needleOf(name: string): string {
  const plain = name.normalize('NFC').match(/[a-z\d]+/giu) ?? name.match(/[\p{L}\p{N}]+/gu) ?? [name];
  return plain.reduce((longest, run) => (run.length > longest.length ? run : longest)).toLowerCase();
}
