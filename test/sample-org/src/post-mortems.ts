import { dayInMs, minuteInMs } from '@refrain/domain';
import { findNextWorkingTime, formatInstant, pickRandomTime, type Span } from './calendar.ts';
import type { CompanyService } from './company.ts';
import type { FailureSchedule } from './failure-schedule.ts';
import type { RandomStream } from './random-stream.ts';
import { createTextWriter, type TextWriter } from './text-writer.ts';
import type { Theme } from './theme.ts';
import { impactSentences, postMortemForm, unspecificPostMortemTitles } from './themes/post-mortem-form.ts';

/** A report of an incident that is not in PagerDuty. The fields are the columns of an imported file. */
export interface PostMortem {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Date in the form `YYYY-MM-DD`. A more precise time is only in the text. */
  readonly date: string;
  readonly service: string;
}

export interface PostMortemPlan {
  readonly theme: Theme;
  readonly service: CompanyService;
  readonly document: PostMortem;
  /** Precision of the times that the document states. For `day`, the end is null. */
  readonly precision: 'minute' | 'day';
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** Where a post-mortem states its times: nowhere, in fields of the form, or in the timeline. */
type ResolutionForm = 'none' | 'fields' | 'lines';

/** Plans incidents of recurring failures that are known only from post-mortems. The post-mortems follow the company's template. */
export function planPostMortems(
  count: number,
  { patterns }: FailureSchedule,
  services: readonly CompanyService[],
  span: Span,
  random: RandomStream,
): PostMortemPlan[] {
  const paged = patterns.filter(({ theme }) => theme.notes.length > 1);
  const bags = new Map<readonly string[], string[]>();
  return Array.from({ length: paged.length === 0 ? 0 : count }, (_, index) => {
    const { theme, fixedAt } = random.pick(paged);
    const wanted = services.filter(({ slug }) => theme.services.includes(slug));
    const service = random.pick(wanted.length > 0 ? wanted : services);
    const until = (fixedAt ?? span.until) - 2 * dayInMs;
    const drawn = findNextWorkingTime(pickRandomTime({ from: span.from, until }, theme.season, random), random);
    const at = drawn - (drawn % minuteInMs);
    const endedAt = at + random.int(15, 300) * minuteInMs;
    const resolutionForm = random.weighted({ none: 5, fields: 3, lines: 3 } as const);
    const voice = createTextWriter(service, theme.slots, random, bags);
    const date = formatInstant(at).slice(0, 10);
    const title = random.chance(0.2)
      ? voice.say(random.pick(unspecificPostMortemTitles).replace('{day}', date))
      : voice.sayOne(theme.alerts);
    const isTimed = resolutionForm !== 'none';
    return {
      theme,
      service,
      document: {
        id: `post-mortem-${index + 1}`,
        title,
        date,
        service: service.displayName,
        text: writeDocument({ theme, service, title, at, endedAt, resolutionForm }, voice, random),
      },
      precision: isTimed ? ('minute' as const) : ('day' as const),
      startedAt: isTimed ? formatInstant(at) : `${date}T00:00:00.000Z`,
      endedAt: isTimed ? formatInstant(endedAt) : null,
    };
  });
}

interface DocumentOrder {
  readonly theme: Theme;
  readonly service: CompanyService;
  readonly title: string;
  readonly at: number;
  readonly endedAt: number;
  readonly resolutionForm: ResolutionForm;
}

function writeDocument(order: DocumentOrder, voice: TextWriter, random: RandomStream): string {
  const { theme, service, title, at, endedAt, resolutionForm } = order;
  const resolution = voice.sayOne(theme.endings);
  const places: Readonly<Record<string, string>> = {
    title,
    date: formatInstant(at).slice(0, 10),
    times: resolutionForm === 'fields' ? `| Started | ${clock(at)} UTC |\n| Resolved | ${clock(endedAt)} UTC |\n` : '',
    service: service.displayName,
    severity: random.pick(['SEV1', 'SEV2', 'SEV3']),
    summary: voice.sayOne(theme.notes),
    impact: voice.say(random.pick(impactSentences)),
    timeline:
      resolutionForm === 'lines'
        ? writeTimeline(at, endedAt, [voice.sayOne(theme.alerts), resolution])
        : 'Nobody kept one.',
    rootCause: voice.sayOne(theme.notes),
    resolution,
    action: voice.sayOne(theme.fixes.length > 0 ? theme.fixes : theme.changes),
  };
  return postMortemForm.replace(/\{(\w+)\}/gu, (_, name: string) => places[name] ?? '');
}

function writeTimeline(at: number, endedAt: number, [alert, ending]: readonly [string, string]): string {
  const between = at + Math.floor((endedAt - at) / 3 / minuteInMs) * minuteInMs;
  return [
    'All times are in UTC.',
    '',
    `- ${clock(at)} started: ${alert}`,
    `- ${clock(between)} on-call engineer is looking`,
    `- ${clock(endedAt)} resolved: ${ending}`,
  ].join('\n');
}

function clock(instant: number): string {
  return formatInstant(instant).slice(11, 16);
}
