import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RevertVerdict } from '@refrain/analysis/evaluation';
import type { Cause, Failure } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';
import { scoreCauses } from '../causes/score-causes.ts';
import type { QuotedReport } from '../passages/learn-passage-weights.ts';
import { scoreResolutions, scoreRootCauses } from '../passages/score-resolutions.ts';
import { type ClusterItem, scoreClusters } from '../patterns/score-clusters.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import type { ListedCommit } from '../reverts/read-reverts.ts';
import { type RevertPair, scoreJoinedReverts } from '../reverts/score-joined-reverts.ts';
import { type LabelledRevert, scoreVerdicts } from '../reverts/score-verdicts.ts';
import type { TextEmbedder } from '../seen/create-failure-searcher.ts';
import { groupByAverageLinkage } from './average-linkage.ts';
import { type LabelledSearchQuery, scoreSearch } from './score-search.ts';

interface Predictions {
  readonly verdicts: readonly { readonly revert_sha: string; readonly repo: string; readonly isFailure: boolean }[];
  readonly events: readonly { readonly revert_sha: string; readonly event: string }[];
  readonly causes: readonly { readonly id: string; readonly cause: Cause; readonly trigger: string }[];
  readonly groups: readonly { readonly id: string; readonly pattern: string | null }[];
  /** Groups of a clustering that compares words only; null if `groups` do so too, because there is no model. */
  readonly groupsByWords: Predictions['groups'] | null;
  readonly commits: readonly ListedCommit[];
  /** Incidents, and reverts that count as failures. */
  readonly failures: readonly Failure[];
  /** Predictions from the title alone, as if each incident came from an alert. */
  readonly alerts: Pick<Predictions, 'causes' | 'groups'>;
}

interface RevertLabel {
  readonly repo: string;
  readonly revert_sha: string;
  readonly verdict: RevertVerdict;
}

interface IncidentLabel {
  readonly id: string;
  readonly source: string;
  readonly endingQuote: string | null;
  readonly causeQuote: string | null;
  readonly cause: Cause;
  readonly trigger: string;
  readonly doubtful: boolean;
  readonly group: string | null;
  readonly strength: 'firm' | 'loose' | null;
}

/** Matches the words that a person without Refrain might search for. */
const harmful = /\b(?:br[eo]k|break|fail|error|bug|crash|incident|outage|wrong|regress)/iu;

/**
 * Scores each kind of prediction for which the folder has labels, together with baselines.
 * @param embedder the sentence model for searches; null to compare words only
 */
export async function scoreAgainstLabels(
  folder: string,
  predictions: Predictions,
  embedder: TextEmbedder | null,
): Promise<object> {
  const { events, groups, groupsByWords, commits, failures, alerts } = predictions;
  const labels = await readAllJsonLines<IncidentLabel>(join(folder, 'labels-incidents.jsonl'));
  const pairs = (await readAllJsonLines<RevertPair>(join(folder, 'labels-same-event.jsonl'))).filter(({ a }) =>
    commits.some(({ record }) => record.sha === a),
  );
  const labelOf = new Map(labels.map((label) => [label.id, label]));
  const known = groups.filter(({ id }) => labelOf.has(id));
  const reverts = { ...(await scoreReverts(folder, predictions)), ...scorePairs(pairs, events) };
  if (known.length === 0) return reverts;
  const incidents = failures.filter(({ id, kind }) => kind === 'incident' && labelOf.has(id));
  const source = labelOf.get(known[0]?.id ?? '')?.source ?? '';
  return {
    ...reverts,
    groups: scoreClusters(toItems(known, labelOf)),
    groupPeers: {
      alone: scoreGroups(
        known.map(({ id }) => ({ id, pattern: null })),
        labelOf,
      ),
      ...(groupsByWords && { byWords: scoreGroups(groupsByWords, labelOf) }),
      averageLinkage: scoreGroups(
        groupByAverageLinkage(incidents.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` }))),
        labelOf,
      ),
    },
    causes: scoreCausesOf(predictions.causes, labelOf),
    causePeers: { majority: scoreMajority(predictions.causes, labelOf) },
    alerts: { groups: scoreGroups(alerts.groups, labelOf), causes: scoreCausesOf(alerts.causes, labelOf) },
    resolutions: scoreResolutions(
      quote(incidents, labelOf, 'endingQuote'),
      await readOthers(folder, labels, source, 'endingQuote'),
    ),
    rootCauses: scoreRootCauses(
      quote(incidents, labelOf, 'causeQuote'),
      await readOthers(folder, labels, source, 'causeQuote'),
    ),
    ...(await scoreQuestions(folder, source, failures, embedder)),
  };
}

/** Scores the search twice: with only the incidents in the index, and with the organisation's reverts too. */
async function scoreQuestions(
  folder: string,
  source: string,
  failures: readonly Failure[],
  embedder: TextEmbedder | null,
) {
  const questions = (await readAllJsonLines<LabelledSearchQuery>(join(folder, 'queries-seen.jsonl'))).filter(
    (one) => one.source === source,
  );
  const incidents = failures.filter(({ kind }) => kind === 'incident');
  const counted = failures.filter(({ kind, isFailure }) => kind === 'incident' || isFailure);
  const seen = await scoreSearch(incidents, questions, embedder);
  return seen === null ? {} : { seen, seenWithReverts: await scoreSearch(counted, questions, embedder) };
}

type Quoted = 'endingQuote' | 'causeQuote';

function quote(
  incidents: readonly Failure[],
  labelOf: ReadonlyMap<string, IncidentLabel>,
  quoted: Quoted,
): QuotedReport[] {
  return incidents.flatMap(({ id, title, text }) => {
    const label = labelOf.get(id);
    return label === undefined ? [] : [{ source: label.source, title, text, quote: label[quoted] }];
  });
}

/** Reads labelled reports of all other organisations whose incidents are in the folder. */
async function readOthers(
  folder: string,
  labels: readonly IncidentLabel[],
  own: string,
  quoted: Quoted,
): Promise<QuotedReport[]> {
  const sources = [...new Set(labels.map(({ source }) => source))].filter((source) => source !== own);
  const reports: QuotedReport[] = [];
  for (const source of sources) {
    const path = join(folder, `incidents-${source}.jsonl`);
    if (!existsSync(path)) continue;
    const incidents = await readAllJsonLines<{ id: string; title: string; text: string }>(path);
    const byId = new Map(incidents.map((incident) => [incident.id, incident]));
    for (const { id, ...label } of labels.filter((one) => one.source === source)) {
      const { title = '', text = '' } = byId.get(id) ?? {};
      reports.push({ source, title, text, quote: label[quoted] });
    }
  }
  return reports;
}

async function scoreReverts(folder: string, { verdicts, commits }: Predictions) {
  const reverts = await readAllJsonLines<RevertLabel>(join(folder, 'labels-reverts.jsonl'));
  const called = new Set(verdicts.filter(({ isFailure }) => isFailure).map(({ revert_sha: sha }) => sha));
  const textOf = new Map(commits.map(({ record }) => [record.sha, `${record.subject}\n${record.body}`]));
  const labelled = reverts.filter(({ revert_sha: sha }) => textOf.has(sha));
  if (labelled.length === 0) return {};
  const callBy = (isCalled: (sha: string) => boolean): LabelledRevert[] =>
    labelled.map(({ repo, verdict, revert_sha: sha }) => ({ repo, verdict, isCalled: isCalled(sha) }));
  const score = (isCalled: (sha: string) => boolean) => scoreVerdicts(callBy(isCalled), createRandomStream('verdicts'));
  return {
    reverts: score((sha) => called.has(sha)),
    revertPeers: {
      always: score(() => true).mean,
      words: score((sha) => harmful.test(textOf.get(sha) ?? '')).mean,
    },
  };
}

function scoreGroups(groups: Predictions['groups'], labelOf: ReadonlyMap<string, IncidentLabel>) {
  const { bCubed, pairwise, unclustered } = scoreClusters(toItems(groups, labelOf));
  return { bCubed, pairwise, unclustered };
}

function scoreCausesOf(causes: Predictions['causes'], labelOf: ReadonlyMap<string, IncidentLabel>) {
  return scoreCauses(
    causes.flatMap(({ id, cause }) => {
      const label = labelOf.get(id);
      return label === undefined || label.doubtful ? [] : [{ predicted: cause, truth: [label.cause] }];
    }),
  );
}

/** Scores a baseline that predicts the most frequent cause for every incident. */
function scoreMajority(causes: Predictions['causes'], labelOf: ReadonlyMap<string, IncidentLabel>) {
  const counts = new Map<Cause, number>();
  for (const { id } of causes) {
    const label = labelOf.get(id);
    if (label !== undefined && !label.doubtful) counts.set(label.cause, (counts.get(label.cause) ?? 0) + 1);
  }
  const [most = 'unknown'] = [...counts].sort(([, a], [, b]) => b - a).map(([cause]) => cause);
  return scoreCausesOf(
    causes.map((one) => ({ ...one, cause: most })),
    labelOf,
  );
}

function scorePairs(pairs: readonly RevertPair[], events: Predictions['events']) {
  const eventOf = new Map(events.map(({ revert_sha: sha, event }) => [sha, event]));
  return pairs.length === 0 ? {} : { sameEvent: scoreJoinedReverts(pairs, eventOf) };
}

/** Omits incidents whose label is `loose`, because they count as neither right nor wrong. */
function toItems(groups: Predictions['groups'], labelOf: ReadonlyMap<string, IncidentLabel>): ClusterItem[] {
  return groups.flatMap(({ id, pattern }) => {
    const label = labelOf.get(id);
    return label === undefined || label.strength === 'loose' ? [] : [{ id, pattern, group: label.group }];
  });
}
