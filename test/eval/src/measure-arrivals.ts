import { assessBeginning } from '@refrain/analysis';
import { type Known, type ObservedArrival, observeArrivals } from './observe-arrivals.ts';
import { readOptions } from './read-options.ts';
import { type Arrival, scoreArrivals } from './score-arrivals.ts';

const usage = `Usage: node test/eval/dist/measure-arrivals.js [--seed N]… [--failures N] [--known title|opening|all]

The first 60 % of the failures of sample organisations are grouped; how rightly each later one is assigned to what was
found, and said to be seen before, when it comes in. Of incidents alone, and as sure as a note is, by what is known when
they begin: their title, or also what the alerts say that opened them. One line of JSON: the scores of each organisation
(seeds 1, 2 and 3 of 600 failures unless told) and of all.
`;

const { values } = readOptions(usage, {
  seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
  failures: { type: 'string', default: '600' },
  known: { type: 'string', default: 'all' },
});
const { known } = values;
if (!['all', 'title', 'opening'].includes(known)) throw new RangeError('Give --known one of title, opening and all');
const organisations = values.seed.map((text) => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  const arrivals = observeArrivals(seed, Number(values.failures), known as Known);
  return { seed, arrivals: arrivals.map(assess) };
});
process.stdout.write(
  `${JSON.stringify({
    organisations: organisations.map(({ seed, arrivals }) => ({ seed, ...scoreArrivals(arrivals) })),
    all: scoreArrivals(organisations.flatMap(({ arrivals }) => arrivals)),
  })}\n`,
);

function assess({ vote, words, recurring, ...arrival }: ObservedArrival): Arrival {
  const confidence = known === 'all' ? vote?.confidence : vote && assessBeginning({ ...vote, words, recurring });
  return { ...arrival, confidence: confidence ?? null };
}
