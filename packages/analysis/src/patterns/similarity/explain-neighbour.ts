import type { Evidence } from '@refrain/domain';
import { roundToThousandths } from '../../stats/round-to-thousandths.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { formatCount } from '../../text/format.ts';
import type { CorpusStatistics } from './corpus-statistics.ts';
import { computeTimeDecay } from './decay.ts';
import { containsName, explainSimilarity } from './explain-similarity.ts';
import type { SimilaritySignal } from './features.ts';

/**
 * Explains why a search found a document, by evidence whose weights sum to the search score.
 * @param parts the similarity by signal, before time decay and local scaling
 */
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
    ...explainSimilarity(query, (naming, name) => containsName(found, naming, name), scaled, statistics),
    ...(decay === 0
      ? []
      : [{ signal: 'time', detail: describeDays(query, found), weight: roundToThousandths(-decay * scale) }]),
  ];
}

function describeDays(query: NormalisedDocument, found: NormalisedDocument): string {
  const days = Math.round(Math.abs((query.day ?? 0) - (found.day ?? 0)));
  return days === 0 ? 'less than a day apart' : `${formatCount(days, 'day')} apart`;
}
