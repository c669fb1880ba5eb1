import type { PassageWeights } from '@refrain/analysis/evaluation';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { round } from '../figures/round.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { labelPassages, learnPassageWeights } from './learn-passage-weights.ts';
import { type PassageKindName, passageKinds } from './passage-kinds.ts';
import { chooseLabelledPassage, scoreChosenPassages } from './score-chosen-passages.ts';

interface Label {
  readonly id: string;
  readonly source: string;
  readonly endingQuote: string | null;
  readonly causeQuote: string | null;
}
interface Incident {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface MeasurePassagesOptions {
  readonly data: string;
  readonly kind: PassageKindName;
  /** Whether the result includes weights learned from all organisations. */
  readonly weights?: boolean | undefined;
}

/** Scores the choice of passages in each organisation, with weights that were learned from the other organisations. */
export async function measurePassages(
  { data, kind: name, weights }: MeasurePassagesOptions,
  { note }: EvalCommandEnvironment,
) {
  const labels = await readAllJsonLines<Label>(`${data}/labels-incidents.jsonl`);
  const sources = [...new Set(labels.map(({ source }) => source))];
  const incidents = await Promise.all(
    sources.map((source) => readAllJsonLines<Incident>(`${data}/incidents-${source}.jsonl`)),
  );
  const byId = new Map(incidents.flat().map((incident) => [incident.id, incident]));
  const kind = passageKinds[name];
  const quoted = labels.map(({ id, source, endingQuote, causeQuote }) => {
    const { title = '', text = '' } = byId.get(id) ?? {};
    return { source, title, text, quote: name === 'resolution' ? endingQuote : causeQuote };
  });
  const reports = quoted.map((report) => labelPassages(report, kind.list));
  const examples = quoted.map((report) => labelPassages(report, kind.listForLearning));

  const tested = sources.map((source) => {
    note(source);
    const learned = learnPassageWeights(examples.filter((example) => example.source !== source));
    const own = reports.filter((report) => report.source === source);
    return { source, chosen: own.map((report) => chooseLabelledPassage(report, learned, kind)) };
  });
  const all = tested.flatMap(({ chosen }) => chosen);
  return {
    task: 'passages',
    kind: name,
    reports: all.length,
    ...scoreChosenPassages(all),
    sources: tested.map(({ source, chosen }) => ({ source, reports: chosen.length, ...scoreChosenPassages(chosen) })),
    always: scoreChosenPassages(all.map((one) => ({ ...one, isStated: true }))),
    ...(weights ? { weights: roundWeights(learnPassageWeights(examples)) } : {}),
  };
}

/** Rounds weights to two digits and omits those that become 0. */
function roundWeights(weights: PassageWeights): PassageWeights {
  return Object.fromEntries(
    Object.entries(weights)
      .map(([name, weight]) => [name, round(weight, 2)] as const)
      .filter(([, weight]) => weight !== 0),
  );
}
