import { createRandomStream } from '@refrain/sample-org';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { computeMaxPower, findNeededEpisodes } from './compute-max-power.ts';
import { measureControlCharts } from './measure-control-charts.ts';
import { createRandomDistributions, type RandomDistributions } from './random-distributions.ts';
import {
  type ArrivalProcess,
  arrivalProcesses,
  generateConstantRatePatterns,
  generateMixedRatePatterns,
  generateRisingRatePatterns,
  type Rise,
  rises,
} from './scenarios.ts';
import {
  type PatternBehaviour,
  type SimulatedTrend,
  simulateTrends,
  simulateTrendsByChanges,
} from './simulate-trends.ts';
import {
  tallyChangePoints,
  tallyTrendBaseline,
  tallyTrends,
  toChangeDirection,
  trendBaselines,
} from './trend-tally.ts';

const patterns = 200;
const few = 10;
/** Name of the rise for which the detection of change points is scored. */
const datedRise = 'doubled, 24 before, the same time after, at an unknown moment';
const year = 365;

export interface MeasureTrendsOptions {
  readonly seed: number;
  readonly organisations: number;
}

export function measureTrends({ seed, organisations }: MeasureTrendsOptions, { note }: EvalCommandEnvironment) {
  const random = createRandomStream(`trend ${seed}`);
  const simulate = (
    label: string,
    days: number,
    behavioursOf: (draw: RandomDistributions) => PatternBehaviour[],
    times = organisations,
  ): SimulatedTrend[][] => {
    note(label);
    const draw = createRandomDistributions(random.fork(label));
    return Array.from({ length: times }, () => simulateTrends(behavioursOf(draw), days, draw));
  };
  const constant = mapArrivals((arrival) =>
    simulate(`constant, ${arrival}`, year, (draw) => generateConstantRatePatterns(patterns, arrival, draw)),
  );
  const small = mapArrivals((arrival) =>
    simulate(
      `constant, organisations of ${few} patterns, ${arrival}`,
      year,
      (draw) => generateConstantRatePatterns(few, arrival, draw),
      (organisations * patterns) / few,
    ),
  );
  const mixed = mapArrivals((arrival) =>
    simulate(`three of ten change, ${arrival}`, year, (draw) => generateMixedRatePatterns(patterns, arrival, draw)),
  );
  const risen = rises.map((rise) => ({
    ...rise,
    found: simulate(rise.name, rise.days, (draw) => generateRisingRatePatterns(patterns, rise, draw)),
  }));
  const byChanges = measureByChanges(createRandomDistributions(random.fork('by changes')), organisations, note);
  const inBursts = Object.entries(constant).flatMap(([arrival, found]) => (arrival === 'alone' ? [] : found));
  const [goal] = risen;
  const dated = risen.find(({ name }) => name === datedRise);
  if (goal === undefined || dated === undefined)
    throw new RangeError('scenarios.ts must define at least one rise, and the rise that datedRise names');
  return roundAllNumbers(
    {
      task: 'trend',
      patterns: patterns * organisations,
      falseAlarms: tallyTrends(constant.alone).falseAlarms,
      falseAlarmsWithBursts: tallyTrends(inBursts).falseAlarms,
      falseAlarmsByChanges: byChanges,
      power: {
        ...tallyRise(goal, goal.found),
        beforeNeededFor80: findNeededEpisodes({ timeAfter: goal.days / goal.day - 1, factor: goal.factor }, 0.8),
      },
      changePoints: {
        falseAlarms: tallyChangePoints(constant.alone.flat(), year).falseAlarms,
        falseAlarmsWithBursts: tallyChangePoints(inBursts.flat(), year).falseAlarms,
        doubled: tallyChangePoints(dated.found.flat(), dated.days),
        tripledOrAThird: tallyChangePoints(mixed.alone.flat(), year),
      },
      controlChart: measureControlCharts(organisations * 50, createRandomDistributions(random.fork('control charts'))),
      peers: Object.fromEntries(
        Object.entries(trendBaselines).map(([name, peer]) => [
          name,
          {
            falseAlarms: tallyTrendBaseline(peer, constant.alone.flat(), year).falseAlarms,
            falseAlarmsWithBursts: tallyTrendBaseline(peer, inBursts.flat(), year).falseAlarms,
            power: tallyTrendBaseline(peer, goal.found.flat(), goal.days).power,
            powerInMixed: tallyTrendBaseline(peer, mixed.alone.flat(), year).power,
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
    },
    3,
  );
}

/** Returns the power of Refrain's trend test and that of the best possible test for a change at a known time. */
function tallyRise({ days, day, before, factor }: Rise, found: readonly SimulatedTrend[][]) {
  const { power, powerOfTest } = tallyTrends(found);
  const change = { before, timeAfter: days / day - 1, factor };
  return {
    called: power,
    test: powerOfTest,
    maxTwoSided: computeMaxPower(change, 2),
    maxOneSided: computeMaxPower(change, 1),
  };
}

function mapArrivals<T>(f: (arrival: ArrivalProcess) => T): Record<ArrivalProcess, T> {
  return Object.fromEntries(
    (Object.keys(arrivalProcesses) as ArrivalProcess[]).map((arrival) => [arrival, f(arrival)]),
  ) as Record<ArrivalProcess, T>;
}

/** Returns the share of false alarms if the number of changes grows and the rate of failures per change stays constant. */
function measureByChanges(
  draw: RandomDistributions,
  organisations: number,
  note: EvalCommandEnvironment['note'],
): number {
  note('constant by changes, of which there are more and more');
  const trends = Array.from({ length: organisations }, () =>
    simulateTrendsByChanges(
      generateConstantRatePatterns(patterns, 'alone', draw).map(({ rate }) => rate),
      year,
      draw,
    ),
  ).flat();
  return trends.filter((trend) => toChangeDirection(trend?.per100Changes?.direction) !== null).length / trends.length;
}
