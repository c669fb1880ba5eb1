import { expect, test } from 'vitest';
import { joinQuotationLines } from './resolution.ts';

test('joinQuotationLines joins the rows of a timeline and separates their times by a colon', () => {
  const rows = '2026-03-04 10:00 | Restarted the pool\n10:05 | All queries succeed';
  expect(joinQuotationLines(rows)).toBe('2026-03-04 10:00: Restarted the pool / 10:05: All queries succeed');
});

test('joinQuotationLines removes bold type and placeholders of times', () => {
  expect(joinQuotationLines('2026-03-04 HH:mm | **Recovery:** Restarted the pool')).toBe(
    '2026-03-04: Recovery: Restarted the pool',
  );
});

test('joinQuotationLines leaves other vertical bars unchanged', () => {
  const lines = 'Ran `ps | grep worker`\n3 pods ran `cat log`, which';
  expect(joinQuotationLines(lines)).toBe('Ran `ps | grep worker` / 3 pods ran `cat log`, which');
});
