import type { PassageWeights } from '@refrain/analysis';
import { readLines } from './read-lines.ts';
import { readOptions } from './read-options.ts';
import { labelPassages, learnWeights } from './resolution/learn.ts';
import { chooseLabelled, scoreChosen } from './resolution/score-chosen.ts';

const usage = `Usage: node test/eval/dist/measure-resolutions.js --data DIR [--weights]

How often the passage that says what resolved an incident is found: for each organisation, by weights that are learnt from the others.
DIR has labels-incidents.jsonl, and incidents-SOURCE.jsonl for each source in it. With --weights also prints weights that are learnt from all of
them, as packages/analysis/src/causes/resolution/weights.ts holds them. Takes a minute. Prints one line of JSON.
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
const reports = labels.map(({ id, source, endingQuote }) =>
  labelPassages({ source, text: texts.get(id) ?? '', quote: endingQuote }),
);

const tested = sources.map((source) => {
  process.stderr.write(`${source}\n`);
  const weights = learnWeights(reports.filter((report) => report.source !== source));
  const chosen = reports.filter((report) => report.source === source).map((report) => chooseLabelled(report, weights));
  return { source, chosen };
});
const all = tested.flatMap(({ chosen }) => chosen);
process.stdout.write(
  `${JSON.stringify({
    task: 'resolutions',
    reports: all.length,
    ...scoreChosen(all),
    sources: tested.map(({ source, chosen }) => ({ source, reports: chosen.length, ...scoreChosen(chosen) })),
    always: scoreChosen(all.map((one) => ({ ...one, isStated: true }))),
    ...(values.weights ? { weights: round(learnWeights(reports)) } : {}),
  })}\n`,
);

function round(weights: PassageWeights): PassageWeights {
  return Object.fromEntries(
    Object.entries(weights)
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
      .filter(([, weight]) => weight !== 0),
  );
}
