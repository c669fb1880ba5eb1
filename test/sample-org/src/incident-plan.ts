import { hourInMs, minuteInMs } from '@refrain/domain';
import type { WorldIncident } from '@refrain/emulators';
import { formatInstant } from './calendar.ts';
import type { CompanyService } from './company.ts';
import { people } from './people.ts';
import type { IncidentPlan } from './planned-change.ts';
import type { RandomStream } from './random-stream.ts';
import type { TextWriter } from './text-writer.ts';
import type { Theme } from './theme.ts';
import {
  causingChangeNotes,
  incidentClosingNotes,
  notesWithoutContent,
  resolvingChangeNotes,
  symptomAlertTitles,
} from './themes/shared.ts';

const idCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export interface IncidentSpec {
  readonly key: string;
  readonly theme: Theme;
  readonly service: CompanyService;
  readonly at: number;
  readonly resolvedAt: number;
  readonly culprit: string | null;
  readonly remedy: string | null;
}

/** Returns the PagerDuty id of a service, which is the same in every generated company. */
export const createPagerDutyServiceId = (slug: string) =>
  `P${[...slug]
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_176_782_336, 7)
    .toString(36)
    .toUpperCase()
    .padStart(6, '0')}`;
export const createPagerDutyUserId = (index: number) => `PU${String(index).padStart(5, '0')}`;

/** Plans an incident with alerts, notes and log. Some incidents are detailed and some nearly empty. */
export function planIncident(order: IncidentSpec, voice: TextWriter, random: RandomStream): IncidentPlan {
  const { theme, at, resolvedAt } = order;
  const id = `Q${random.text(13, idCharacters)}`;
  const part = (letter: string, index: number) => `${letter}${id.slice(1)}${index}`;
  const title = random.chance(0.35)
    ? voice.sayOne(symptomAlertTitles[random.pick(theme.symptoms)])
    : voice.sayOne(theme.alerts);
  const details = voice.sayOne(theme.logs);
  const alertCount = random.chance(0.3) ? 2 : 1;
  const alerts = Array.from({ length: alertCount }, (_, index) => ({
    id: part('A', index),
    summary: index === 0 ? title : voice.sayOne(symptomAlertTitles[random.pick(theme.symptoms)]),
    severity: random.weighted({ critical: 5, error: 3, warning: 2 }),
    createdAt: formatInstant(at + index * random.int(1, 9) * minuteInMs),
    details: random.chance(0.7)
      ? { last_log: details, region: voice.say('{region}'), value: voice.say('{pct}') }
      : { runbook: voice.say('https://wiki.larkhaul.net/rb/{svc}') },
  }));
  const notes = writeNotes(order, voice, random);
  const step = (resolvedAt - at - 2 * minuteInMs) / (notes.length + 1);
  const author = random.int(0, people.length - 1);
  const noteRows = notes.map((content, index) => ({
    id: part('N', index),
    content,
    userId: createPagerDutyUserId(index === 0 || random.chance(0.6) ? author : random.int(0, people.length - 1)),
    createdAt: formatInstant(Math.floor(at + 2 * minuteInMs + step * (index + 0.5))),
  }));
  const entry = (type: string, when: string, summary: string, index: number) => ({
    id: part('R', index),
    type,
    createdAt: when,
    summary,
  });
  const logEntries: WorldIncident['logEntries'] = [
    entry('trigger_log_entry', formatInstant(at), 'Triggered through the API.', 0),
    entry('acknowledge_log_entry', formatInstant(at + minuteInMs), `Acknowledged by ${people[author]?.name}.`, 1),
    ...noteRows.map(({ createdAt, content, userId }, index) => ({
      ...entry('annotate_log_entry', createdAt, 'Note added.', index + 2),
      note: content,
      userId,
    })),
    entry(
      'resolve_log_entry',
      formatInstant(resolvedAt),
      random.chance(0.3) ? 'Resolved through the API.' : `Resolved by ${people[author]?.name}.`,
      9,
    ),
  ];
  return {
    key: order.key,
    culprit: order.culprit,
    remedy: order.remedy,
    incident: {
      id,
      title,
      description: random.chance(0.5) ? title : `${title}\n${voice.sayOne(theme.logs)}`,
      serviceId: createPagerDutyServiceId(order.service.slug),
      urgency: random.chance(0.75) ? 'high' : 'low',
      priority: random.chance(0.5) ? random.pick(['P1', 'P2', 'P3', 'P4']) : null,
      createdAt: formatInstant(at),
      resolvedAt: formatInstant(resolvedAt),
      updatedAt: formatInstant(resolvedAt + random.int(0, 48) * hourInMs),
      assigneeId: random.chance(0.8) ? createPagerDutyUserId(author) : null,
      incidentKey: `${order.service.slug}/${id.toLowerCase()}`,
      alerts,
      notes: noteRows,
      logEntries,
    },
  };
}

function writeNotes({ theme, culprit, remedy }: IncidentSpec, voice: TextWriter, random: RandomStream): string[] {
  const notes: string[] = [];
  if (random.chance(0.5)) notes.push(voice.note(notesWithoutContent));
  const telling = random.weighted({ none: 8, one: 37, two: 55 });
  if (culprit !== null && random.chance(0.4)) notes.push(voice.note(causingChangeNotes));
  if (telling !== 'none') notes.push(voice.note(theme.notes));
  if (random.chance(0.4)) notes.push(voice.note(notesWithoutContent));
  if (telling === 'two') notes.push(voice.note(theme.notes));
  if (remedy !== null && random.chance(0.45)) notes.push(voice.note(resolvingChangeNotes));
  if (random.chance(0.55)) notes.push(voice.note(theme.endings));
  if (random.chance(0.25)) notes.push(voice.note(incidentClosingNotes));
  return notes.filter((note) => note !== '');
}
