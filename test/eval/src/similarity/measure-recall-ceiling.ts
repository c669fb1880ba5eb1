import { createSimilarityIndex, type NormalisedDocument, normaliseDocument } from '@refrain/analysis/evaluation';
import { round, share } from '../figures/round.ts';
import { scoreClusters } from '../patterns/score-clusters.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';

const digits = 3;

interface FileRecord {
  readonly id: string | number;
  readonly title?: string | null;
  readonly text?: string | null;
  readonly created?: string | number | null;
  readonly group?: string | null;
}

export async function measureRecallCeiling(path: string) {
  const records = await readAllJsonLines<FileRecord>(path);
  const groupOf = new Map(records.map(({ id, group }) => [String(id), group ?? null]));
  const documents = records.map(({ id, title, text, created }) =>
    normaliseDocument({ id: String(id), title: title ?? '', text: text ?? '', occurredAt: String(created ?? '') }),
  );
  const documentOf = new Map(documents.map((document) => [document.id, document]));
  const index = createSimilarityIndex(documents);

  const areTwins = (a: string, b: string) => groupOf.get(a) !== null && groupOf.get(a) === groupOf.get(b);
  const found = documents.map(({ id }) => {
    const neighbours = index.neighbours(id, documents.length);
    const at = neighbours.findIndex((other) => areTwins(id, other.id));
    return { id, nearest: neighbours[0] ?? null, twin: neighbours[at]?.id ?? null, rank: at + 1 };
  });
  // A record cannot be found by any method if its duplicates share no word with it.
  const withTwin = found.flatMap((one) => (one.twin === null ? [] : [{ ...one, twin: one.twin }]));
  const sizes = new Map<string, number>();
  for (const group of groupOf.values()) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const twinned = [...sizes.values()].filter((size) => size > 1).reduce((sum, size) => sum + size, 0);
  const nearest = found.flatMap(({ id, nearest: near }) =>
    near === null ? [] : [{ id, other: near.id, score: near.score, areTwins: areTwins(id, near.id) }],
  );

  return {
    records: records.length,
    withTwin: twinned,
    withinRank: Object.fromEntries(
      [1, 5, 20, 100].map((rank) => [rank, share(withTwin.filter((one) => one.rank <= rank).length, twinned, digits)]),
    ),
    wordsInCommon: {
      found: medianInCommon(withTwin.filter(({ rank }) => rank <= 5)),
      missed: medianInCommon(withTwin.filter(({ rank }) => rank > 20)),
    },
    oracle: joinByOracle(),
    keeping: Object.fromEntries([0.9, 0.75, 0.5].map((kept) => [kept, keep(kept)])),
  };

  function medianInCommon(some: readonly { readonly id: string; readonly twin: string }[]): number {
    const shares = some.map(({ id, twin }) => {
      const [own, other] = [documentOf.get(id), documentOf.get(twin)] as [NormalisedDocument, NormalisedDocument];
      const common = [...own.terms.keys()].filter((term) => other.terms.has(term)).length;
      return share(common, Math.min(own.terms.size, other.terms.size), digits);
    });
    return shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
  }

  function joinByOracle(): number {
    const groups = new Map(documents.map(({ id }) => [id, new Set([id])]));
    for (const { id, other, areTwins: same } of nearest) {
      const [own, its] = [groups.get(id), groups.get(other)];
      if (!same || own === undefined || its === undefined || own === its) continue;
      for (const member of its) groups.set(member, own.add(member));
    }
    const items = documents.map(({ id }) => ({
      id,
      pattern: [...(groups.get(id) ?? [])][0] ?? null,
      group: groupOf.get(id) ?? null,
    }));
    return round(scoreClusters(items).bCubed.f1, digits);
  }

  function keep(kept: number) {
    const twins = nearest.filter((pair) => pair.areTwins).map(({ score }) => score);
    const from = twins.sort((a, b) => b - a)[Math.ceil(kept * twins.length) - 1] ?? 1;
    const above = nearest.filter(({ score }) => score >= from);
    const labelled = above.filter(({ id }) => groupOf.get(id) !== null);
    return {
      score: round(from, digits),
      records: above.length,
      labelled: labelled.length,
      wrong: labelled.filter((pair) => !pair.areTwins).length,
    };
  }
}
