import { afterAll, describe, expect, it } from 'vitest';
import { listNamesOfPeople } from '../people/list-names-of-people.ts';
import { providers } from '../registry/providers.ts';
import { captureAppError } from '../testing.ts';
import { createTestArchives, formatJsonLines } from './testing.ts';

const { readRecord } = providers;

const { readText, remove } = createTestArchives();
afterAll(remove);

describe('readArchiveRecord', () => {
  it('converts an archive row to a failure without names of people', async () => {
    const [row] = await readText(
      'people.jsonl',
      formatJsonLines({
        id: 'x',
        title: 'Outage seen by @jdoe',
        text: 'Ask jo@acme.test',
        start: '2024-01-01',
        repo: 'acme/api',
      }),
    );
    const record = row && 'record' in row ? row.record : { type: '', payload: null };
    expect(readRecord('archive', record).failures).toMatchObject([
      {
        externalId: 'x',
        kind: 'incident',
        title: 'Outage seen by someone',
        text: 'Ask someone',
        repository: 'acme/api',
      },
    ]);
    expect((await captureAppError(() => readRecord('archive', { type: record.type, payload: {} }))).code).toBe(
      'invalid_input',
    );
  });

  it('redacts names of people in columns and prose, but not numbers', async () => {
    const text = 'Priya Natarajan asked Tomasz Wieczorek, who asked Ann Marlowe. Dana rolled back 3 hosts.';
    const file = {
      title: 'Outage',
      text,
      start: '2024-01-01',
      Assignee: 'Priya Natarajan',
      reporter: 'Dana',
      responders: 3,
    };
    const [row] = await readText(
      'columns.jsonl',
      formatJsonLines({ ...file, people: 'Tomasz Wieczorek; Priya Natarajan' }),
    );
    const record = row && 'record' in row ? row.record : { type: '', payload: null };
    expect(readRecord('archive', record).failures[0]?.text).toBe(
      'responder 2 asked responder 1, who asked responder 3. someone rolled back 3 hosts.',
    );
    expect(listNamesOfPeople(record.payload)).toEqual(['Priya Natarajan', 'Tomasz Wieczorek']);
    // A row without names must not get the field `people`, because the field would change the key of the stored record.
    const [plain] = await readText('plain.jsonl', formatJsonLines({ ...file, Assignee: '' }));
    expect(plain && 'record' in plain && Object.keys(plain.record.payload as object)).not.toContain('people');
  });

  it('redacts names from an exported PagerDuty timeline everywhere in the text', async () => {
    const text =
      '9:34 AM Resolved by Ann Other through the website.\nNote added by Björn.\nresolved by restarting it through the console.\nAnn Other called Björn.\nTriggered by Alertmanager.';
    const [row] = await readText('timeline.jsonl', formatJsonLines({ title: 'Outage', text, start: '2024-01-01' }));
    const record = row && 'record' in row ? row.record : { type: '', payload: null };
    expect(readRecord('archive', record).failures[0]?.text).toBe(
      '9:34 AM Resolved by responder 1 through the website.\nNote added by responder 2.\nresolved by restarting it through the console.\nresponder 1 called responder 2.\nTriggered by Alertmanager.',
    );
  });
});
