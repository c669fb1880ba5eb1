import { posix } from 'node:path';
import type { Evidence } from '@refrain/domain';
import { roundToThousandths } from '../../stats/round-to-thousandths.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { formatCount } from '../../text/format.ts';
import type { CorpusStatistics } from './corpus-statistics.ts';
import { computeTimeDecay } from './decay.ts';
import type { SimilaritySignal } from './features.ts';

const maxNamesShown = 6;

/** Fields of a document that hold names: words, error names, files, and services or repositories. */
export type DocumentNameField = 'terms' | 'signature' | 'files' | 'places';

/** Tells whether the other documents of a comparison also contain a name, such as a word or a file. */
export type SharedNamePredicate = (field: DocumentNameField, name: string) => boolean;

/**
 * Explains a similarity by shared error names, words (rarest first), files and locations. Similar spelling is added to
 * the weight of shared words, and is evidence of its own only if no word is shared.
 * @param parts the similarity by signal; the weights of the evidence sum to the same total
 */
export function explainSimilarity(
  document: NormalisedDocument,
  isShared: SharedNamePredicate,
  parts: ReadonlyMap<SimilaritySignal, number>,
  statistics: CorpusStatistics,
): Evidence[] {
  const listShared = (field: DocumentNameField) =>
    [...listDocumentNamesInField(document, field)].filter((name) => isShared(field, name)).sort();
  const words = listShared('terms')
    .map((term) => ({ term, weight: statistics.weigh(term) }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
    .map(({ term }) => document.surfaces.get(term) ?? term)
    .filter(isWholeWord);
  const spelling = parts.get('spelling') ?? 0;
  const wording = share((parts.get('words') ?? 0) + spelling, {
    signature: [listShared('signature'), 'the same error names'],
    words: [words, 'shared words'],
  });
  const spellingEvidence =
    wording.length === 0 && spelling > 0
      ? [{ signal: 'spelling', detail: 'similar wording', weight: roundToThousandths(spelling) }]
      : [];
  return [
    ...wording,
    ...spellingEvidence,
    ...share(parts.get('files') ?? 0, nameFiles(listShared('files'))),
    ...share(parts.get('places') ?? 0, formatScopes(listShared('places'))),
  ];
}

/** Explains a search result by evidence whose weights sum to `score`. `parts`: similarity by signal, not decayed. */
export function explainNeighbour(
  query: NormalisedDocument,
  found: NormalisedDocument,
  score: number,
  parts: ReadonlyMap<SimilaritySignal, number>,
  statistics: CorpusStatistics,
): Evidence[] {
  const decay = computeTimeDecay(query.day, found.day);
  const nearness = [...parts.values()].reduce((sum, part) => sum + part, -decay);
  const scale = score / nearness;
  const scaled = new Map([...parts].map(([signal, part]) => [signal, part * scale] as const));
  return [
    ...explainSimilarity(query, (field, name) => documentContainsName(found, field, name), scaled, statistics),
    ...(decay === 0
      ? []
      : [{ signal: 'time', detail: describeDays(query, found), weight: roundToThousandths(-decay * scale) }]),
  ];
}

function describeDays(query: NormalisedDocument, found: NormalisedDocument): string {
  const days = Math.round(Math.abs((query.day ?? 0) - (found.day ?? 0)));
  return days === 0 ? 'less than a day apart' : `${formatCount(days, 'day')} apart`;
}

/** Returns false for cut words, labels of fields and values, such as `SocketTimeoutEx…`, `last_log:` and `56`. */
function isWholeWord(word: string): boolean {
  return /^\p{L}[\p{L}\p{N}_.'’-]*[\p{L}\p{N}]$/u.test(word);
}

/** For each signal, the shared names and the label that introduces them in the evidence. */
type Named = Readonly<Record<string, readonly [names: readonly string[], label: string]>>;

/** Lists shared paths, folders, and file names in other folders; file types only if nothing else is shared. */
function nameFiles(shared: readonly string[]): Named {
  const [paths, folders, files] = [ofKind(shared, 'path'), ofKind(shared, 'folder'), ofKind(shared, 'file')];
  const inPaths = new Set(paths.map((path) => posix.basename(path)));
  const types = [...paths, ...folders, ...files].length > 0 ? [] : ofKind(shared, 'type');
  return {
    paths: [[...paths, ...folders], 'the same files or folders'],
    files: [files.filter((name) => !inPaths.has(name)), 'files of the same name'],
    types: [types.map((extension) => `.${extension}`), 'files of the same type'],
  };
}

function formatScopes(shared: readonly string[]): Named {
  return {
    service: [ofKind(shared, 'service'), 'the same service'],
    repository: [ofKind(shared, 'repository'), 'the same repository'],
  };
}

function ofKind(names: readonly string[], kind: string): string[] {
  return names.filter((name) => name.startsWith(`${kind}:`)).map((name) => name.slice(kind.length + 1));
}

/** Divides a weight evenly among the signals that have names; empty if each part rounds to 0. */
function share(weight: number, found: Named): Evidence[] {
  const named = Object.entries(found).filter(([, [names]]) => names.length > 0);
  if (roundToThousandths(weight / named.length) === 0) return [];
  return named.map(([signal, [names, label]]) => ({
    signal,
    detail: `${label}: ${names.slice(0, maxNamesShown).join(', ')}`,
    weight: roundToThousandths(weight / named.length),
  }));
}

export function documentContainsName(document: NormalisedDocument, field: DocumentNameField, name: string): boolean {
  return field === 'signature' ? document.signature.includes(name) : document[field].has(name);
}

export function listDocumentNamesInField(document: NormalisedDocument, field: DocumentNameField): Iterable<string> {
  return field === 'signature' ? document.signature : document[field].keys();
}
