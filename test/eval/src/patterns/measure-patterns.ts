import { findPatterns } from '@refrain/analysis';
import type { Episode, Failure } from '@refrain/domain';
import { generateOrganisation, type Truth } from '@refrain/sample-org';
import type { SeedOptions } from '../command-line/options.ts';
import { linkParsedFailures } from '../organisations/link-parsed-failures.ts';
import { formatFailureId, parseOrganisation } from '../organisations/parse-organisation.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { scoreDetection } from '../reverts/score-detection.ts';
import { findTrueClass, findTrueEpisodes, scorePatterns } from './score-patterns.ts';

export interface MeasurePatternsOptions extends SeedOptions {
  readonly failures: number;
  /** Whether failures are joined to their true episodes, so that only the clustering is measured. */
  readonly trueEpisodes?: boolean | undefined;
  /** Path of a JSON Lines file to write with the texts of the failures. */
  readonly texts?: string | undefined;
}

export async function measurePatterns({
  seed: seeds,
  failures: size,
  trueEpisodes,
  texts: path,
}: MeasurePatternsOptions) {
  const texts: object[] = [];
  const organisations = seeds.map((seed) => {
    const { world, truth, postMortems } = generateOrganisation(seed, { failures: size });
    const observation = parseOrganisation(world, postMortems);
    const started = performance.now();
    const { failures, episodes: joined } = linkParsedFailures(observation);
    const linked = performance.now();
    const failureIds = failures.map(({ id }) => id);
    const episodes = trueEpisodes ? readEpisodes(truth, new Set(failureIds)) : joined;
    texts.push(...listTexts(failures, truth));
    const { patterns } = findPatterns({ failures, episodes, corrections: [], previous: [], newPatternId: (id) => id });
    return {
      seed,
      failures: failures.length,
      linkSeconds: seconds(linked - started),
      groupSeconds: seconds(performance.now() - linked),
      ...scorePatterns({ failureIds, episodes, patterns }, truth),
      ...scoreDetection(observation.failures, joined, truth),
    };
  });
  if (path !== undefined) await writeJsonLines(path, texts);
  return { organisations };
}

function readEpisodes(truth: Truth, known: ReadonlySet<string>): Episode[] {
  return truth.episodes.flatMap(({ id, failures }) => {
    const ids = failures.flatMap(({ kind, id: own, sameAs }) =>
      [own, ...sameAs].map((name) => formatFailureId(kind, name)),
    );
    const failureIds = ids.filter((one) => known.has(one));
    return failureIds.length === 0 ? [] : [{ id, failureIds }];
  });
}

function listTexts(failures: readonly Failure[], truth: Truth): object[] {
  const trueEpisode = findTrueEpisodes(truth);
  return failures.map(({ id, title, text, occurredAt: created }) => ({
    id,
    title,
    text,
    created,
    group: findTrueClass(trueEpisode.get(id)),
  }));
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1_000;
}
