import { runPipeline } from '@refrain/analysis';
import { generateOrganisation } from '@refrain/sample-org';
import { findTruePatterns } from '../causes/score-pattern-causes.ts';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { round } from '../figures/round.ts';
import { parseOrganisation } from '../organisations/parse-organisation.ts';
import { findMostFrequentName } from '../patterns/score-patterns.ts';
import type { TextEmbedder } from '../seen/create-failure-searcher.ts';
import { createNameSimilarity } from './create-name-similarity.ts';
import { findMostSimilar } from './find-most-similar.ts';

export interface MeasureGeneratedNamesOptions {
  readonly seed: readonly number[];
  readonly list?: boolean | undefined;
}

interface GeneratedName {
  readonly name: string;
  /** The most frequent title of the members, with which the name is compared */
  readonly title: string;
  /** The name of the failure to which most members belong */
  readonly truth: string;
}

/**
 * Counts the patterns of generated organisations whose names are nearest to the name of their own true failure among all
 * failures of the organisation. The baseline is the most frequent title of the members.
 */
export async function measureGeneratedNames(
  { seed: seeds, list }: MeasureGeneratedNamesOptions,
  embedder: TextEmbedder | null,
  { print }: Pick<EvalCommandEnvironment, 'print'>,
) {
  let [patterns, nearest, ofTitles] = [0, 0, 0];
  for (const seed of seeds) {
    const { named, truths } = nameGeneratedPatterns(seed);
    const texts = [...truths, ...named.flatMap(({ name, title }) => [name, title])];
    const similarityOf = await createNameSimilarity([...new Set(texts)], embedder);
    for (const { name, title, truth } of named) {
      const found = findMostSimilar(name, truths, similarityOf).name;
      patterns += 1;
      if (found === truth) nearest += 1;
      if (findMostSimilar(title, truths, similarityOf).name === truth) ofTitles += 1;
      if (list) print(`${found === truth ? '+' : '-'} ${seed}: ${name} | ${truth} | ${found}\n`);
    }
  }
  const shareOf = (count: number) => round(count / Math.max(1, patterns), 2);
  return { seeds, patterns, nearest: shareOf(nearest), baseline: shareOf(ofTitles) };
}

/** Names the patterns that the pipeline finds in a generated organisation, and lists the names of all its true failures. */
function nameGeneratedPatterns(seed: number): { readonly named: GeneratedName[]; readonly truths: readonly string[] } {
  const { world, truth } = generateOrganisation(seed);
  const { failures, changes } = parseOrganisation(world);
  const until = new Date().toISOString();
  const { patterns } = runPipeline({ failures, changes, corrections: [], previous: [], until });
  const titleOf = new Map(failures.map(({ id, title }) => [id, title]));
  const trulyIs = findTruePatterns(patterns, truth);
  const named = patterns.flatMap(({ pattern: { id, name }, members }) => {
    const known = trulyIs.get(id);
    const title = findMostFrequentName(members.map(({ failureId }) => titleOf.get(failureId) ?? ''));
    return known === undefined ? [] : [{ name, title, truth: known.name }];
  });
  return { named, truths: truth.patterns.map(({ name }) => name) };
}
