import { minuteInMs } from '@refrain/domain';
import type { PagerDutyWorld, WorldIncident } from '@refrain/emulators';
import { createRandomStream, people, type RandomStream } from '@refrain/sample-org';
import type { GeneratedRecordCounts } from './generated-record-counts.ts';
import { formatInstant } from './instant.ts';
import { drawChangeTitle, drawComponentName, drawSentences, drawSymptom } from './words.ts';

/** Composes an id like PagerDuty's, of upper-case letters and digits. */
const idOf = (what: string, number: number): string => `${what}${number.toString(36).toUpperCase().padStart(6, '0')}`;
const userOf = (place: number): string => idOf('PU', place);

/**
 * Generates a PagerDuty account. Four fifths of its incidents have one alert, the others three. All were acknowledged and resolved within
 * hours, and every third has a note.
 */
export function makePagerDutyWorld(size: GeneratedRecordCounts, subdomain: string): PagerDutyWorld {
  const random = createRandomStream('pagerduty');
  const from = size.until - size.days * 24 * 60 * minuteInMs;
  const timeOf = (index: number, count: number) => from + ((size.until - from) * (index + 1)) / (count + 1);
  const serviceIds = Array.from({ length: size.services }, (_, place) => idOf('PS', place));
  return {
    subdomain,
    services: serviceIds.map((id, place) => ({
      id,
      name: `${drawComponentName(random)}-${place}`,
      description: drawSentences(random, 1),
      createdAt: formatInstant(from),
    })),
    users: people.map(({ name, email }, place) => ({ id: userOf(place), name, email })),
    incidents: Array.from({ length: size.incidents }, (_, index) =>
      makeIncident(index + 1, timeOf(index, size.incidents), random.pick(serviceIds), random),
    ),
    changeEvents: Array.from({ length: size.changeEvents }, (_, index) => ({
      id: idOf('PC', index),
      summary: drawChangeTitle(random),
      timestamp: formatInstant(timeOf(index, size.changeEvents)),
      serviceIds: [random.pick(serviceIds)],
      source: 'deployer',
      links: [{ href: `https://ci.example.com/${index}`, text: 'The run' }],
      details: { version: `1.${index}` },
    })),
  };
}

function makeIncident(number: number, createdMs: number, serviceId: string, random: RandomStream): WorldIncident {
  const id = idOf('Q', number);
  const title = drawSymptom(random);
  const person = random.int(0, people.length - 1);
  const [acknowledgedMs, resolvedMs] = [
    createdMs + random.int(1, 15) * minuteInMs,
    createdMs + random.int(20, 240) * minuteInMs,
  ];
  const note = random.chance(1 / 3) ? drawSentences(random, random.int(1, 4)) : null;
  const entry = (place: number, type: string, ms: number, summary: string) => ({
    id: idOf('R', number * 4 + place),
    type: `${type}_log_entry`,
    createdAt: formatInstant(ms),
    summary,
  });
  return {
    id,
    number,
    title,
    description: title,
    serviceId,
    urgency: random.chance(0.7) ? 'high' : 'low',
    priority: random.chance(0.3) ? `P${random.int(1, 3)}` : null,
    createdAt: formatInstant(createdMs),
    resolvedAt: formatInstant(resolvedMs),
    updatedAt: formatInstant(resolvedMs),
    assigneeId: userOf(person),
    incidentKey: `key-${number}`,
    alerts: Array.from({ length: random.chance(0.8) ? 1 : 3 }, (_, place) => ({
      id: idOf('A', number * 4 + place),
      summary: title,
      severity: 'critical',
      createdAt: formatInstant(createdMs + place * minuteInMs),
      details: { host: `web-${random.int(1, 40)}`, threshold: '5 %', message: drawSentences(random, random.int(1, 4)) },
    })),
    notes:
      note === null
        ? []
        : [
            {
              id: idOf('N', number),
              content: note,
              userId: userOf(person),
              createdAt: formatInstant(resolvedMs - minuteInMs),
            },
          ],
    logEntries: [
      entry(0, 'trigger', createdMs, 'Triggered through the API'),
      entry(1, 'acknowledge', acknowledgedMs, 'Acknowledged'),
      ...(note === null ? [] : [{ ...entry(2, 'annotate', resolvedMs - minuteInMs, 'Note added'), note }]),
      entry(3, 'resolve', resolvedMs, 'Resolved'),
    ],
  };
}
