import { parseArgs } from 'node:util';
import { createRandom } from '@refrain/sample-org';
import { bestPower, neededBefore } from './best-power.ts';
import { createDraw, type Draw } from './draw.ts';
import { measureCharts } from './measure-charts.ts';
import { type Arrival, arrivals, drawConstant, drawMixed, drawRise, type Rise, rises } from './scenarios.ts';
import { type Behaviour, type Simulated, simulateByChanges, simulateTrends } from './simulate-trends.ts';
import { asCall, peers, tallyChangePoints, tallyPeer, tallyTrends } from './tally.ts';

const usage = `Usage: npm run --silent eval -- trend [options]

Simulates organisations whose patterns are known to change or not, and measures what is said of them: false alarms, what is
found, and the same for what others do. Progress goes to standard error, one line of JSON to standard output. Takes a minute
or two.

  --seed N            the draw (1)
  --organisations N   of 200 patterns each, for each setting (10)
  --help              this text
`;

const patterns = 200;
const few = 10;
/** Of which the change points are dated. */
const datedRise = 'doubled, 24 before, the same time after, at an unknown moment';
const year = 365;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    organisations: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(usage);
else process.stdout.write(`${JSON.stringify(measure(Number(values.seed), Number(values.organisations)))}\n`);

function measure(seed: number, organisations: number) {
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(organisations) || organisations < 1)
    throw new RangeError('Give --seed and --organisations whole numbers');
  const random = createRandom(`trend ${seed}`);
  const simulate = (
    label: string,
    days: number,
    behavioursOf: (draw: Draw) => Behaviour[],
    times = organisations,
  ): Simulated[][] => {
    process.stderr.write(`${label}\n`);
    const draw = createDraw(random.fork(label));
    return Array.from({ length: times }, () => simulateTrends(behavioursOf(draw), days, draw));
  };
  const constant = mapArrivals((arrival) =>
    simulate(`constant, ${arrival}`, year, (draw) => drawConstant(patterns, arrival, draw)),
  );
  const small = mapArrivals((arrival) =>
    simulate(
      `constant, organisations of ${few} patterns, ${arrival}`,
      year,
      (draw) => drawConstant(few, arrival, draw),
      (organisations * patterns) / few,
    ),
  );
  const mixed = mapArrivals((arrival) =>
    simulate(`three of ten change, ${arrival}`, year, (draw) => drawMixed(patterns, arrival, draw)),
  );
  const risen = rises.map((rise) => ({
    ...rise,
    found: simulate(rise.name, rise.days, (draw) => drawRise(patterns, rise, draw)),
  }));
  const byChanges = measureByChanges(createDraw(random.fork('by changes')), organisations);
  const inBursts = Object.entries(constant).flatMap(([arrival, found]) => (arrival === 'alone' ? [] : found));
  const [goal] = risen;
  const dated = risen.find(({ name }) => name === datedRise);
  if (goal === undefined || dated === undefined) throw new RangeError('A setting is missing');
  return round({
    task: 'trend',
    patterns: patterns * organisations,
    falseAlarms: tallyTrends(constant.alone).falseAlarms,
    falseAlarmsWithBursts: tallyTrends(inBursts).falseAlarms,
    falseAlarmsByChanges: byChanges,
    power: {
      ...tallyRise(goal, goal.found),
      beforeNeededFor80: neededBefore({ timeAfter: goal.days / goal.day - 1, factor: goal.factor }, 0.8),
    },
    changePoints: {
      falseAlarms: tallyChangePoints(constant.alone.flat(), year).falseAlarms,
      falseAlarmsWithBursts: tallyChangePoints(inBursts.flat(), year).falseAlarms,
      doubled: tallyChangePoints(dated.found.flat(), dated.days),
      tripledOrAThird: tallyChangePoints(mixed.alone.flat(), year),
    },
    controlChart: measureCharts(organisations * 50, createDraw(random.fork('control charts'))),
    peers: Object.fromEntries(
      Object.entries(peers).map(([name, peer]) => [
        name,
        {
          falseAlarms: tallyPeer(peer, constant.alone.flat(), year).falseAlarms,
          falseAlarmsWithBursts: tallyPeer(peer, inBursts.flat(), year).falseAlarms,
          power: tallyPeer(peer, goal.found.flat(), goal.days).power,
          powerInMixed: tallyPeer(peer, mixed.alone.flat(), year).power,
        },
      ]),
    ),
    constant: mapArrivals((arrival) => tallyTrends(constant[arrival])),
    constantInSmall: mapArrivals((arrival) => tallyTrends(small[arrival])),
    mixed: mapArrivals((arrival) => tallyTrends(mixed[arrival])),
    risen: risen.map((rise) => ({
      name: rise.name,
      ...tallyRise(rise, rise.found),
      changePoint: tallyChangePoints(rise.found.flat(), rise.days).power,
    })),
  });
}

/** What is found, beside what the best test of a known moment could find. */
function tallyRise({ days, day, before, factor }: Rise, found: readonly Simulated[][]) {
  const { power, powerOfTest } = tallyTrends(found);
  const change = { before, timeAfter: days / day - 1, factor };
  return {
    called: power,
    test: powerOfTest,
    bestTwoSided: bestPower(change, 2),
    bestOneSided: bestPower(change, 1),
  };
}

function mapArrivals<T>(f: (arrival: Arrival) => T): Record<Arrival, T> {
  return Object.fromEntries((Object.keys(arrivals) as Arrival[]).map((arrival) => [arrival, f(arrival)])) as Record<
    Arrival,
    T
  >;
}

/** Rates by week rise with the changes, those by changes do not: the share that is called rising or falling by changes. */
function measureByChanges(draw: Draw, organisations: number): number {
  process.stderr.write('constant by changes, of which there are more and more\n');
  const trends = Array.from({ length: organisations }, () =>
    simulateByChanges(
      drawConstant(patterns, 'alone', draw).map(({ rate }) => rate),
      year,
      draw,
    ),
  ).flat();
  return trends.filter((trend) => asCall(trend?.per100Changes?.direction) !== null).length / trends.length;
}

/** Shares to a thousandth, days to one. */
function round<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, own) => (typeof own === 'number' ? Math.round(own * 1_000) / 1_000 : own)),
  ) as T;
}
