import { AppError, type FailureDraft } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNoteSignature } from './own-note.ts';
import { readPagerDutyRecord } from './read-record.ts';

const incident = {
  id: 'P2',
  type: 'incident',
  title: 'Queue is full',
  description: 'Queue is full',
  status: 'resolved',
  created_at: '2026-03-01T10:00:00Z',
  updated_at: '2026-03-01T11:00:00Z',
  resolved_at: '2026-03-01T11:00:00Z',
  html_url: 'https://acme.pagerduty.com/incidents/P2',
  service: { id: 'S1', summary: 'Queue' },
  urgency: 'low',
};
const person = (id: string, summary: string) => ({ id, type: 'user_reference', summary });
const entry = (type: string, hour: number, more: object = {}) => ({
  type: `${type}_log_entry`,
  created_at: `2026-03-01T${hour}:00:00Z`,
  ...more,
});

function read(payload: object): FailureDraft | undefined {
  const whole = { incident, alerts: [], notes: [], logEntries: null, ...payload };
  return readPagerDutyRecord({ type: 'pagerduty.incident', payload: whole }, { services: [] }).failures[0];
}

describe('an incident', () => {
  it('the version of an incident is the newest time in its record', () => {
    expect(read({})?.version).toBe('2026-03-01T11:00:00.000Z');
    const note = { content: 'x', created_at: '2026-03-02T00:00:00Z' };
    expect(read({ notes: [note] })?.version).toBe('2026-03-02T00:00:00.000Z');
    expect(read({ logEntries: [entry('snooze', 12), entry('trigger', 10)] })?.version).toBe('2026-03-01T12:00:00.000Z');
  });

  it('counts everyone who worked on an incident once, but nobody who only opened it or was assigned', () => {
    const logEntries = [
      entry('trigger', 10, { agent: person('U1', 'Ann Other') }),
      entry('assign', 10, { agent: { id: 'S1', type: 'service_reference', summary: 'Queue' } }),
      entry('acknowledge', 10, { agent: person('U2', 'Jo Doe') }),
      entry('resolve', 11, { agent: person('U2', 'Jo Doe') }),
    ];
    const assigned = { ...incident, assignments: [{ assignee: person('U4', 'Em Pty') }] };
    const responders = [
      { state: 'joined', user: person('U3', 'Kim Lee') },
      { state: 'declined', user: person('U5', 'No Body') },
    ];
    const failure = read({ incident: { ...assigned, incidents_responders: responders }, logEntries });
    expect(failure?.responders).toBe(2);
    expect(JSON.stringify(failure)).not.toMatch(/Jo Doe|Kim Lee/u);
    expect(read({ logEntries: [] })?.responders).toBe(0);
    expect(read({})?.responders).toBeNull();
  });

  it('an incident can be read even if neither its body nor its alerts contain details', () => {
    const failure = read({ incident: { ...incident, body: { type: 'incident_body' } }, alerts: [{ body: {} }] });
    expect(failure?.title).toBe('Queue is full');
  });

  it('omits lines of the alerts that repeat earlier alerts, and the title in the description of an incident', () => {
    const alert = (value: number, more: object = {}) => ({
      summary: 'Queue is full',
      body: { details: { last_log: 'no route to broker 3', value, ...more } },
    });
    const description = 'Queue is full\nbroker unreachable';
    const text = read({
      incident: { ...incident, description },
      alerts: [alert(6), alert(17, { host: 'mq-2' })],
    })?.text;
    expect(text?.split('\n').filter(Boolean)).toEqual([
      'broker unreachable',
      'last_log: no route to broker 3',
      'value: 6',
      'host: mq-2',
    ]);
  });

  it('an incident was mitigated if a custom field states so', () => {
    const at = (more: object) =>
      read({ logEntries: [entry('custom_field_value_change', 11, more), entry('trigger', 10)] })?.timing?.mitigatedAt;
    const moment = '2026-03-01T11:00:00.000Z';
    expect(at({ changeset: ['Updated mitigated_at to 2026-03-01T10:50:00Z'] })).toBe(moment);
    const field = (value: unknown) => ({
      channel: { changeset: { customer_fields: [{ name: 'is_mitigated', value }] } },
    });
    expect(at(field(true))).toBe(moment);
    expect(at(field(false))).toBeNull();
    expect(at({ changeset: ['Updated serial_number to 123'] })).toBeNull();
    expect(at({ changeset: { odd: 1 } })).toBeNull();
  });

  it('an incident did not reopen if acknowledgement and resolution have the same second', () => {
    const logEntries = [entry('resolve', 10), entry('acknowledge', 10), entry('trigger', 10)];
    expect(read({ logEntries })?.timing).toMatchObject({ acknowledgedAt: '2026-03-01T10:00:00.000Z', reopenedAt: [] });
  });

  it('a merged incident refers to the target of the merge, even if PagerDuty returns only the id', () => {
    const reason = (target: object) => ({ type: 'merge_resolve_reason', incident: target });
    for (const target of [{ id: 'P1', html_url: 'https://acme.pagerduty.com/incidents/P1' }, { id: 'P1' }]) {
      expect(read({ incident: { ...incident, resolve_reason: reason(target) } })).toMatchObject({
        isFailure: false,
        references: ['https://acme.pagerduty.com/incidents/P1'],
      });
    }
    expect(read({ incident: { ...incident, resolve_reason: null } })).toMatchObject({
      isFailure: true,
      references: [],
    });
  });

  it("ignores Refrain's own notes, which are about other incidents", () => {
    const content = addNoteSignature('This looks like “Pool exhausted”, see https://github.com/acme/api/issues/7');
    expect(read({ notes: [{ content }] })).toEqual(read({ notes: [] }));
  });

  it('an incident refers to issues and post-mortems in its notes, but not to other incidents', () => {
    const content = `Same as https://acme.pagerduty.com/incidents/PABC123, see
      https://github.com/acme/shop/issues/7, [this](https://ghe.acme.dev/acme/docs/blob/main/pm/1.md) and https://x.dev/a.`;
    expect(read({ notes: [{ content }] })?.references).toEqual([
      'https://github.com/acme/shop/issues/7',
      'https://ghe.acme.dev/acme/docs/blob/main/pm/1.md',
    ]);
  });

  it('an incident includes correlated changes, and the event that opened it if there is no other alert', () => {
    const first_trigger_log_entry = { channel: { type: 'api', details: { queue: 'mail', depth: 90_000 } } };
    const changeEvents = [
      { summary: 'Deployed mailer 12', reason: 'related_service' },
      { summary: 'Deployed shop 7', reason: 'most_recent' },
    ];
    const text = read({ incident: { ...incident, first_trigger_log_entry }, related: { changeEvents } })?.text;
    expect(text).toBe('queue: mail\ndepth: 90000\n\nChange before it: Deployed mailer 12');
    const alerts = [{ summary: 'Depth over 80,000', body: { details: { host: 'a' } } }];
    expect(read({ incident: { ...incident, first_trigger_log_entry }, alerts })?.text).toBe(
      'Depth over 80,000\n\nhost: a',
    );
  });
});

describe('an incident event', () => {
  const event = (service: string) => ({
    type: 'pagerduty.event.incident.triggered',
    payload: {
      event: {
        event_type: 'incident.triggered',
        occurred_at: '2026-03-01T10:00:00.500Z',
        data: { ...incident, service: { id: 'S', summary: service } },
      },
    },
  });

  it('an event about a service out of scope is irrelevant', () => {
    expect(readPagerDutyRecord(event('Queue'), { services: ['que*'] }).failures).toHaveLength(1);
    expect(readPagerDutyRecord(event('Search'), { services: ['que*'] }).outcome).toBe('irrelevant');
  });
});

describe('a change event', () => {
  const read = (changeEvent: object) =>
    readPagerDutyRecord({ type: 'pagerduty.change_event', payload: { changeEvent } }, { services: [] }).changes[0];
  const event = { id: '01BB', summary: 'Deploy', timestamp: '2026-03-01T09:00:00Z', source: 'ci' };

  it('a change event is a deployment of the linked repository', () => {
    const links = [{ href: 'https://github.com/acme/shop/commit/0123456789abcdef' }];
    const custom_details = { environment: 'production', build_state: 'passed' };
    expect(read({ ...event, links, custom_details })).toEqual({
      kind: 'deployment',
      externalId: 'change_event/01BB',
      repository: 'acme/shop',
      environment: 'production',
      title: 'Deploy',
      text: 'ci\n\nenvironment: production\nbuild_state: passed',
      sha: '0123456789abcdef',
      parents: [],
      number: null,
      branch: null,
      base: null,
      paths: [],
      occurredAt: '2026-03-01T09:00:00.000Z',
      succeeded: true,
      url: links[0]?.href,
      version: '2026-03-01T09:00:00.000Z',
    });
  });

  it('a change event without a link has the service as repository, and no outcome unless the event states one', () => {
    const services = [{ id: 'S1', summary: 'Queue' }];
    expect(read({ ...event, services, custom_details: 'odd' })).toMatchObject({
      repository: 'Queue',
      environment: null,
      sha: null,
      succeeded: null,
      url: null,
    });
    expect(read({ ...event, custom_details: { result: 'failed', sha: 'not one' } })).toMatchObject({
      repository: 'ci',
      sha: null,
      succeeded: false,
    });
  });
});

describe('a hostile payload', () => {
  const whole = {
    incident: {
      ...incident,
      assignments: [{ assignee: person('U1', 'Ann Other') }],
      first_trigger_log_entry: { channel: { details: { a: 1 } } },
      resolve_reason: { type: 'merge_resolve_reason', incident: { id: 'P1' } },
    },
    alerts: [{ summary: 'x', body: { details: { a: [1] } } }],
    notes: [{ content: 'y', user: person('U1', 'Ann Other'), created_at: '2026-03-01T10:00:00Z' }],
    logEntries: [entry('trigger', 10, { agent: person('U1', 'Ann Other'), channel: { changeset: {} } })],
    related: { changeEvents: [{ summary: 'z', reason: 'intelligent' }] },
    changeEvent: { id: 'C', timestamp: '2026-03-01T09:00:00Z', links: [{ href: 'https://x.dev' }], custom_details: {} },
    event: { occurred_at: '2026-03-01T10:00:00Z', data: incident, agent: person('U1', 'Ann Other') },
  };
  const paths = pathsOf(whole);

  it('a hostile payload is read or rejected with an AppError', () => {
    const types = ['pagerduty.incident', 'pagerduty.change_event', 'pagerduty.event.incident.triggered'];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.constantFrom(...paths), fc.jsonValue(), (type, path, value) => {
        try {
          readPagerDutyRecord({ type, payload: withValue(whole, path, value) }, { services: [] });
        } catch (thrown) {
          if (!(thrown instanceof AppError && thrown.code === 'invalid_input')) throw thrown;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Returns the paths to all nested values. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner).map((path) => [key, ...path]))];
}

function withValue(value: unknown, [key, ...rest]: readonly string[], wanted: unknown): unknown {
  if (key === undefined) return wanted;
  if (Array.isArray(value))
    return value.map((inner, at) => (String(at) === key ? withValue(inner, rest, wanted) : inner));
  const own = value as Readonly<Record<string, unknown>>;
  return { ...own, [key]: withValue(own[key], rest, wanted) };
}
