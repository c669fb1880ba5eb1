import {
  createSimulatedHistory,
  generateEvents,
  generateRate,
  type RandomGenerator,
  simulateConstantRates,
  simulateEqualRates,
} from '@refrain/analysis/testing';

const yearInDays = 365.25;

/** Simulated histories with known true rates. In `constant` and `equal` the rates never change. */
export const simulatedHistories = {
  constant: simulateConstantRates,
  equal: simulateEqualRates,
  /** Half of the events trigger another event within days (Hawkes process). */
  bursts: (random: RandomGenerator, count = 30, days = 3 * yearInDays) =>
    createSimulatedHistory(count, days, () => {
      const rate = generateRate(random, 1 / 120);
      const events = [...generateEvents(random, days, rate, () => rate)];
      for (const event of events) if (random() < 0.5) events.push(event - 10 * Math.log(1 - random()));
      return events;
    }),
  steps: (random: RandomGenerator, count = 30, days = 4 * yearInDays) =>
    createSimulatedHistory(count, days, () => {
      const rates = [0, 1, 2].map(() => generateRate(random, 1 / 45));
      return generateEvents(random, days, Math.max(...rates), (day) => rates[Math.floor((day / days) * 3)] ?? 0);
    }),
  /** All series have the same season. */
  seasons: (random: RandomGenerator, count = 20, days = 5 * yearInDays) =>
    createSimulatedHistory(count, days, () => {
      const rate = generateRate(random, 1 / 40);
      return generateEvents(
        random,
        days,
        rate * 1.8,
        (day) => rate * (1 + 0.8 * Math.sin((2 * Math.PI * day) / yearInDays)),
      );
    }),
  /** Each series begins on a random day and lasts for half a year to two years. */
  retired: (random: RandomGenerator, count = 40, days = 4 * yearInDays) =>
    createSimulatedHistory(count, days, () => {
      const rate = generateRate(random, 1 / 30);
      const [first, last] = [random() * days * 0.6, 0.5 + random() * 1.5];
      return generateEvents(random, days, rate, (day) => (day > first && day < first + last * yearInDays ? rate : 0));
    }),
} as const;
