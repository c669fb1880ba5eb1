import { createCorpusStatistics, describePattern } from '@refrain/analysis/evaluation';
import type { Failure } from '@refrain/domain';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { round } from '../figures/round.ts';
import { readIncidents } from '../organisations/read-incidents.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import type { TextEmbedder } from '../seen/create-failure-searcher.ts';
import { withEmbedder } from '../seen/open-embedder.ts';
import { type ComparedName, compareName, type JudgedNames } from './compare-name.ts';
import { createNameSimilarity } from './create-name-similarity.ts';
import { measureGeneratedNames } from './measure-generated-names.ts';

interface JudgedGroup extends JudgedNames {
  readonly ids: readonly string[];
  readonly source: string;
  readonly group: string;
}

export interface MeasureNamesOptions {
  /** Seeds of the generated organisations whose names are compared with their true failures; none by default */
  readonly seed: readonly number[];
  /** Folder of the judged names; absent to measure generated organisations only */
  readonly data?: string | undefined;
  readonly model?: string | undefined;
  readonly list?: boolean | undefined;
}

interface NamedGroup extends ComparedName {
  readonly name: string;
  readonly hasMechanism: boolean;
}

/** Compares names with judged ones, and those of generated organisations with their true failures. */
export function measureNames({ data, seed, model, list }: MeasureNamesOptions, environment: EvalCommandEnvironment) {
  return withEmbedder(model, async (embedder) => ({
    task: 'names',
    compared: embedder === null ? 'words' : 'meaning',
    ...(data === undefined ? {} : await measureJudgedNames({ data, list }, embedder, environment)),
    ...(seed.length === 0 ? {} : { generated: await measureGeneratedNames({ seed, list }, embedder, environment) }),
  }));
}

/** Names the judged groups, as if each were found as a pattern, and compares the names with the judged ones. */
async function measureJudgedNames(
  { data, list }: { readonly data: string; readonly list: boolean | undefined },
  embedder: TextEmbedder | null,
  { print }: EvalCommandEnvironment,
) {
  const groups = await readAllJsonLines<JudgedGroup>(`${data}/names-judged.jsonl`);
  const incidentsOf = await readSources(data, groups);
  const named: NamedGroup[] = [];
  for (const group of groups) {
    const one = await nameGroup(group, incidentsOf.get(group.source) ?? [], embedder);
    named.push(one);
    if (list) print(`${one.isLikeGood ? '+' : '-'} ${group.group}: ${one.name} | ${one.good} | ${one.bad}\n`);
  }
  const shareOf = (some: readonly NamedGroup[]) =>
    round(some.filter(({ isLikeGood }) => isLikeGood).length / Math.max(1, some.length), 2);
  const withMechanism = named.filter(({ hasMechanism }) => hasMechanism);
  return {
    groups: named.length,
    likeGood: shareOf(named),
    withMechanism: { groups: withMechanism.length, likeGood: shareOf(withMechanism) },
  };
}

async function readSources(data: string, groups: readonly JudgedGroup[]): Promise<Map<string, Failure[]>> {
  const sources = [...new Set(groups.map(({ source }) => source))];
  const read = await Promise.all(sources.map((source) => readIncidents(`${data}/incidents-${source}.jsonl`)));
  return new Map(sources.map((source, at) => [source, read[at]?.failures ?? []]));
}

async function nameGroup(
  { ids, ...judged }: JudgedGroup,
  incidents: readonly Failure[],
  embedder: TextEmbedder | null,
): Promise<NamedGroup> {
  const members = incidents.filter(({ id }) => ids.includes(id));
  const { name, mechanism } = describePattern({
    members,
    episodes: members.map(({ id }) => ({ failureIds: [id], services: [], repositories: [] })),
    statistics: createCorpusStatistics(incidents),
    cause: { cause: 'unknown', trigger: 'unknown' },
    triggeredIds: new Set(),
    resolutions: [],
  });
  const names = [name, ...judged.good, ...judged.bad.map((bad) => bad.name)];
  const similarityOf = await createNameSimilarity(names, embedder);
  return { name, hasMechanism: mechanism !== null, ...compareName(name, judged, similarityOf) };
}
