import type { Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../text/document.ts';
import { dotByPart, type SparseVector } from './sparse-vector.ts';
import type { Vocabulary } from './vocabulary.ts';

const mostNamed = 6;

/** One side of a comparison: a document, or several taken together. */
export interface Side {
  readonly documents: readonly NormalisedDocument[];
  readonly vector: SparseVector;
}

/**
 * Why two sides are near: names of errors, words (rarest first), places and spelling that they share.
 * The weights add up to the score, the dot product of the two vectors.
 */
export function explain(a: Side, b: Side, vocabulary: Vocabulary): Evidence[] {
  const parts = dotByPart(a.vector, b.vector, vocabulary.signalOf);
  const spelling = parts.get('spelling') ?? 0;
  const words = listShared(a, b, (document) => document.terms.keys())
    .map((term) => ({ term, weight: vocabulary.weigh(term) }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
    .map(({ term }) => readSurface(term, a) ?? term);
  const signature = listShared(a, b, (document) => document.signature);
  const places = listShared(a, b, (document) => document.places.keys());
  const ofKind = (kind: string) =>
    places.filter((place) => place.startsWith(`${kind}:`)).map((place) => place.slice(kind.length + 1));
  return [
    ...share(parts.get('words') ?? 0, {
      signature: [signature, 'the same names of errors'],
      words: [words, 'shared words'],
    }),
    ...share(parts.get('places') ?? 0, {
      service: [ofKind('service'), 'the same service'],
      repository: [ofKind('repository'), 'the same repository'],
      paths: [[...ofKind('path'), ...ofKind('folder')], 'the same files or folders'],
    }),
    ...(spelling > 0
      ? [{ signal: 'spelling', detail: 'the same parts of words in like amounts', weight: round(spelling) }]
      : []),
  ];
}

/** Divides a weight evenly among the signals that name something. */
function share(
  weight: number,
  found: Readonly<Record<string, readonly [names: readonly string[], label: string]>>,
): Evidence[] {
  const named = Object.entries(found).filter(([, [names]]) => names.length > 0);
  return named.map(([signal, [names, label]]) => ({
    signal,
    detail: `${label}: ${names.slice(0, mostNamed).join(', ')}`,
    weight: round(weight / named.length),
  }));
}

function listShared(a: Side, b: Side, list: (document: NormalisedDocument) => Iterable<string>): string[] {
  const right = new Set(b.documents.flatMap((document) => [...list(document)]));
  return [...new Set(a.documents.flatMap((document) => [...list(document)]))].filter((name) => right.has(name)).sort();
}

function readSurface(term: string, side: Side): string | undefined {
  return side.documents.map((document) => document.surfaces.get(term)).find((surface) => surface !== undefined);
}

/** To three digits: evidence is for reading. */
export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
