import { dayInMs } from '@refrain/domain';
import { pickRecurrenceTimes, type Span } from './calendar.ts';
import type { CompanyService } from './company.ts';
import type { FailureSchedule } from './failure-schedule.ts';
import type { RandomStream } from './random-stream.ts';
import type { Shape } from './theme.ts';
import { pipelineThemes } from './themes/pipelines.ts';

const minEpisodes = 3;

/** Schedules failures of the delivery pipeline in addition to the other failures. Each chosen theme recurs at least three times. */
export function planPipelineFailures(
  count: number,
  span: Span,
  services: readonly CompanyService[],
  random: RandomStream,
): FailureSchedule {
  const themes = random.shuffle(pipelineThemes).slice(0, Math.floor(count / minEpisodes));
  const themeOf = Array.from({ length: themes.length === 0 ? 0 : count }, (_, index) =>
    index < minEpisodes * themes.length ? index % themes.length : random.int(0, themes.length - 1),
  );
  const orders = themes.flatMap((theme, at) => {
    const number = themeOf.filter((one) => one === at).length;
    const period = { from: span.from, until: span.until - 8 * dayInMs };
    return pickRecurrenceTimes(number, period, undefined, random).map((time, index) => {
      const service = random.pick(services);
      const shape = random.weighted(theme.shapes) as Shape;
      return { id: `${theme.id}/${index + 1}`, theme, shape, service, repository: service.slug, at: time };
    });
  });
  return { orders, patterns: themes.map((theme) => ({ id: theme.id, theme, fixedAt: null })) };
}
