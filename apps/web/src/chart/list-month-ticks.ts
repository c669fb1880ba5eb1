/** Possible distances between ticks, in months: divisors or multiples of 12, so that ticks recur in the same months. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120];
const maxTicks = 5;

/**
 * Returns at most five ticks of a time axis: beginnings of months in the viewer's time zone, at equal distances in months. Times are
 * in milliseconds since 1970.
 */
export function listMonthTicks(from: number, until: number): number[] {
  const [first, last] = [monthsOf(from, Math.ceil), monthsOf(until, Math.floor)];
  const step = steps.find((one) => Math.floor(last / one) - Math.ceil(first / one) < maxTicks) ?? 1_200;
  const ticks: number[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step)
    ticks.push(new Date(Math.floor(month / 12), month % 12).getTime());
  return ticks;
}

/**
 * Rounds a time up (`ceil`) or down (`floor`) to the beginning of a month. Returns the month's number, counted from the
 * year 0.
 */
function monthsOf(time: number, round: typeof Math.ceil | typeof Math.floor): number {
  const date = new Date(time);
  const isBeginning = new Date(date.getFullYear(), date.getMonth()).getTime() === time;
  return 12 * date.getFullYear() + round(date.getMonth() + (isBeginning ? 0 : 0.5));
}
