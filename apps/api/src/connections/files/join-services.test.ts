import type { ArchiveRow } from '@refrain/connectors';
import { expect, test } from 'vitest';
import { joinServices } from './join-services.ts';

async function* rowsOf(...lists: string[][]): AsyncGenerator<ArchiveRow> {
  for (const [line, services] of lists.entries()) {
    const incident = { id: `${line}`, kind: 'incident', title: 'Down', text: '', created: '2026-01-01T00:00:00.000Z' };
    const rest = { resolved: null, precision: 'day', services, repository: null, severity: null, url: null };
    yield { line, record: { deliveryKey: `${line}`, type: 'archive.incident', payload: { ...incident, ...rest } } };
  }
  yield { line: lists.length, skipped: 'it has no date' };
}

async function join(known: string[], ...lists: string[][]) {
  const notes: string[] = [];
  const rows: ArchiveRow[] = [];
  for await (const row of joinServices(rowsOf(...lists), known, (note) => notes.push(note))) rows.push(row);
  const services = rows.flatMap((row) =>
    'record' in row ? [(row.record.payload as { services: string[] }).services] : [],
  );
  return { services, notes, rows: rows.length };
}

test('joinServices spells services as they are known, and notes each replaced name once', async () => {
  const { services, notes, rows } = await join(
    ['Checkout', 'search'],
    ['checkout', 'CHECKOUT'],
    ['checkout'],
    ['billing_api'],
    ['Billing API'],
  );
  expect(services).toEqual([['Checkout'], ['Checkout'], ['billing_api'], ['billing_api']]);
  expect(notes.map((note) => note.split(',')[0])).toEqual([
    'the service "checkout" is imported as "Checkout"',
    'the service "CHECKOUT" is imported as "Checkout"',
    'the service "Billing API" is imported as "billing_api"',
  ]);
  expect(rows).toBe(5);
});

test('joinServices keeps names that are known exactly', async () => {
  const { services, notes } = await join(['web', 'Web'], ['Web'], ['web'], ['-']);
  expect([services, notes]).toEqual([[['Web'], ['web'], ['-']], []]);
});
