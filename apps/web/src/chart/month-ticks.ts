/** In months: what divides years evenly, so that the same months are named in each. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120];
const most = 5;

/**
 * Where an axis of time names a month: at its beginning by the viewer's clock, all equally many months apart, five at most.
 * @param from milliseconds since 1970
 * @param until likewise, not before `from`
 * @returns in order; none where no month begins between the two
 */
export function monthTicks(from: number, until: number): number[] {
  const [first, last] = [monthsOf(from, Math.ceil), monthsOf(until, Math.floor)];
  const step = steps.find((one) => Math.floor(last / one) - Math.ceil(first / one) < most) ?? 1_200;
  const ticks: number[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step)
    ticks.push(new Date(Math.floor(month / 12), month % 12).getTime());
  return ticks;
}

/** Months since the year 0: up to the next beginning of one, or down to the last. */
function monthsOf(time: number, round: typeof Math.ceil | typeof Math.floor): number {
  const date = new Date(time);
  const isBeginning = new Date(date.getFullYear(), date.getMonth()).getTime() === time;
  return 12 * date.getFullYear() + round(date.getMonth() + (isBeginning ? 0 : 0.5));
}
