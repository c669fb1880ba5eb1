import { dayInMs } from '@refrain/domain';
import { pickRandomTime, pickRecurrenceTimes, type Span } from './calendar.ts';
import type { CompanyService } from './company.ts';
import type { EpisodeSpec } from './episode-plan.ts';
import { countShapeFailures } from './episode-shapes.ts';
import type { RandomStream } from './random-stream.ts';
import type { Shape, Theme } from './theme.ts';
import { oneOffThemes, recurringThemes } from './themes/all.ts';

export interface FailureSchedule {
  readonly orders: readonly EpisodeSpec[];
  readonly patterns: readonly { readonly id: string; readonly theme: Theme; readonly fixedAt: number | null }[];
}

const minEpisodes = 3;
const maxEpisodes = 30;
const oneOffShare = 0.35;
// Exponent that makes the frequencies unequal: a few patterns are frequent and many are rare.
const steepness = 2.2;

/** Decides which failures happen at what time and in which service, so that there are exactly `failures` failures. */
export function planFailureSchedule(
  failures: number,
  span: Span,
  services: readonly CompanyService[],
  repositories: ReadonlySet<string>,
  random: RandomStream,
): FailureSchedule {
  const single = random.shuffle(oneOffThemes);
  const lone: { theme: Theme; shape: Shape }[] = [];
  let remaining = failures;
  while (remaining > failures * (1 - oneOffShare) && lone.length < single.length) {
    const theme = single[lone.length];
    if (theme === undefined) break;
    const shape = pickFittingShape(theme, remaining, random);
    lone.push({ theme, shape });
    remaining -= countShapeFailures(shape);
  }

  const chosen = random
    .shuffle(recurringThemes)
    .slice(0, Math.max(1, Math.min(recurringThemes.length, Math.floor(remaining / (minEpisodes * 2)))));
  const shapes = new Map<Theme, Shape[]>(chosen.map((theme) => [theme, []]));
  while (remaining > 0) {
    const short = chosen.find((theme) => (shapes.get(theme)?.length ?? 0) < minEpisodes);
    const open = chosen.filter((theme) => (shapes.get(theme)?.length ?? 0) < maxEpisodes);
    const weights = Object.fromEntries(
      (open.length > 0 ? open : chosen).map((theme) => [theme.id, theme.weight ** steepness]),
    );
    const drawn = random.weighted(weights);
    const theme = short ?? chosen.find(({ id }) => id === drawn) ?? random.pick(chosen);
    const shape = pickFittingShape(theme, remaining, random);
    shapes.get(theme)?.push(shape);
    remaining -= countShapeFailures(shape);
  }

  const place = (theme: Theme, id: string, shape: Shape, at: number): EpisodeSpec => {
    const wanted = services.filter(({ slug }) => theme.services.includes(slug));
    const service = random.pick(wanted.length > 0 ? wanted : services);
    const repository =
      theme.repository !== undefined && repositories.has(theme.repository) ? theme.repository : service.slug;
    return { id, theme, shape, service, repository, at };
  };
  const patterns = chosen.map((theme) => {
    const fixedAt =
      theme.fixed === true ? span.from + Math.floor((span.until - span.from) * (random.int(55, 75) / 100)) : null;
    return { id: theme.id, theme, fixedAt };
  });
  const orders = patterns.flatMap(({ theme, fixedAt }) => {
    const chosen = shapes.get(theme) ?? [];
    const instants = pickRecurrenceTimes(
      chosen.length,
      { from: span.from, until: (fixedAt ?? span.until) - 8 * dayInMs },
      theme.season,
      random,
    );
    return chosen.map((shape, index) => place(theme, `${theme.id}/${index + 1}`, shape, instants[index] ?? span.from));
  });
  const singles = lone.map(({ theme, shape }) =>
    place(
      theme,
      theme.id,
      shape,
      pickRandomTime({ from: span.from, until: span.until - 8 * dayInMs }, undefined, random),
    ),
  );
  return { orders: [...orders, ...singles], patterns };
}

/** Draws one of the theme's episode shapes with at most `maximum` failures. If there is none, returns the shape of a single incident. */
function pickFittingShape(theme: Theme, maximum: number, random: RandomStream): Shape {
  const shapes = Object.fromEntries(
    Object.entries(theme.shapes).filter(([shape]) => countShapeFailures(shape as Shape) <= maximum),
  );
  return Object.keys(shapes).length === 0 ? 'page' : (random.weighted(shapes) as Shape);
}
