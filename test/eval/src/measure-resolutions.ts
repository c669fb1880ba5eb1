import { choosePassage, listPassages, statesResolution, toDigits } from '@refrain/analysis';
import { readLines } from './read-lines.ts';
import { readOptions } from './read-options.ts';
import { holdsQuote } from './resolution/holds-quote.ts';
import { type LabelledReport, learnWeights, type Weights } from './resolution/learn.ts';

const usage = `Usage: node test/eval/dist/measure-resolutions.js --data DIR [--weights]

How often the sentence that says what resolved an incident is found: for each organisation, by weights that are learnt from the others.
DIR has labels-incidents.jsonl, and incidents-SOURCE.jsonl for each source in it. With --weights also prints weights that are learnt from all of
them, as packages/analysis/src/resolution/weights.ts holds them. Takes a few minutes. Prints one line of JSON.
`;

interface Label {
  readonly id: string;
  readonly source: string;
  readonly endingQuote: string | null;
}
interface Incident {
  readonly id: string;
  readonly text: string;
}

const { values } = readOptions(usage, { data: { type: 'string' }, weights: { type: 'boolean' } });
if (values.data === undefined) throw new RangeError('Give --data a folder');
const { data } = values;
const labels = readLines<Label>(`${data}/labels-incidents.jsonl`);
const sources = [...new Set(labels.map(({ source }) => source))];
const texts = new Map(
  sources
    .flatMap((source) => readLines<Incident>(`${data}/incidents-${source}.jsonl`))
    .map(({ id, text }) => [id, text]),
);
const reports = labels.map(({ id, source, endingQuote }): LabelledReport => {
  const passages = listPassages(texts.get(id) ?? '');
  const isRight = passages.map(
    ({ sentences }) => endingQuote !== null && holdsQuote(sentences.map(({ text }) => text).join(' '), endingQuote),
  );
  return { source, passages, isRight, hasResolution: endingQuote !== null };
});

const tested = sources.map((source) => {
  process.stderr.write(`${source}\n`);
  const weights = learnWeights(reports.filter((report) => report.source !== source));
  const chosen = reports.filter((report) => report.source === source).map((report) => choose(report, weights));
  return { source, chosen };
});
const all = tested.flatMap(({ chosen }) => chosen);
process.stdout.write(
  `${JSON.stringify({
    task: 'resolutions',
    ...score(all),
    sources: tested.map(({ source, chosen }) => ({ source, ...score(chosen) })),
    always: score(all.map((one) => ({ ...one, isStated: true }))),
    ...(values.weights ? { weights: round(learnWeights(reports)) } : {}),
  })}\n`,
);

interface Chosen {
  /** Whether it is shown. */
  readonly isStated: boolean;
  readonly isRight: boolean;
  readonly hasResolution: boolean;
}

function choose({ passages, isRight, hasResolution }: LabelledReport, weights: Weights): Chosen {
  const best = choosePassage(passages, weights);
  return {
    isStated: best !== null && statesResolution(best),
    isRight: best !== null && isRight[passages.indexOf(best)] === true,
    hasResolution,
  };
}

function score(chosen: readonly Chosen[]) {
  const stated = chosen.filter(({ hasResolution }) => hasResolution);
  const silent = chosen.filter(({ hasResolution }) => !hasResolution);
  const shown = chosen.filter(({ isStated }) => isStated);
  const right = shown.filter(({ isRight }) => isRight).length;
  return {
    reports: chosen.length,
    found: toDigits(right / stated.length),
    precision: toDigits(right / shown.length),
    leftEmpty: silent.length === 0 ? null : toDigits(silent.filter(({ isStated }) => !isStated).length / silent.length),
  };
}

function round(weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights)
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
      .filter(([, weight]) => weight !== 0),
  );
}
