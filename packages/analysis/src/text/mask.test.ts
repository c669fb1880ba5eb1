import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mask } from './mask.ts';

describe('mask', () => {
  test.each([
    ['mail jo@acme.example now', 'mail <email> now'],
    ['see https://grafana.acme.example/d/latency?from=1700000000', 'see <host>/d/latency'],
    ['request 0b9c1a52-6a1f-4f0e-9c0b-0d3a8a8b7c61 failed', 'request <uuid> failed'],
    ['at 2024-03-01T10:11:12.345Z it', 'at <time> it'],
    ['on March 3rd, 2024 at 10:15 PM', 'on <time> at <time>'],
    ['commit 5aea8d988c456df534fcdf5f77d1ba48402b63a5', 'commit <hex>'],
    ['10.1.2.3:8080 refused', '<address> refused'],
    ['took 350ms of 2 minutes', 'took <duration> of <duration>'],
    ['used 12.5 GiB', 'used <size>'],
    ['offset 1234567890', 'offset <number>'],
  ])('masks what varies: %s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  test.each([
    'NullPointerException in PaymentService',
    'exit code 137, HTTP 503 on port 8080',
    'HADOOP-16951 in src/main/java/Text.java',
    'max_connections fs.s3a.endpoint v2.7.3',
    'facade decade feedback',
  ])('keeps what identifies: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  test('masking twice changes nothing more', () => {
    const piece = fc.constantFrom(
      '2024-01-02',
      '10:11:12',
      '1.2.3.4',
      'deadbeef1',
      'a@b.cd',
      'http://x.y/z?q',
      ' ',
      '-',
      ':',
      '9',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = mask(pieces.join(' '));
        expect(mask(once)).toBe(once);
      }),
    );
  });
});
