import { afterAll, describe, expect, it } from 'vitest';
import { captureAppError } from '../testing.ts';
import { createTestArchives, listPayloadsOrSkipReasons } from './testing.ts';

const { readText, remove } = createTestArchives();
afterAll(remove);

describe('CSV', () => {
  it('reads quoted CSV cells with line breaks', async () => {
    const rows = await readText(
      'a.csv',
      '\uFEFFid, name ,date,services\n7,"Outage, ""big""\nindeed",2024-01-01,"api,web"\n',
    );
    expect(listPayloadsOrSkipReasons(rows)).toMatchObject([
      { id: '7', title: 'Outage, "big"\nindeed', created: '2024-01-01T00:00:00.000Z', services: ['api', 'web'] },
    ]);
  });

  it('rejects a CSV row with too many cells and names its line, or skips the row on request', async () => {
    const text = 'title,date\na,2024-01-01\nb,2024-01-01,extra\nc,2024-01-01\n';
    const error = await captureAppError(() => readText('cells.csv', text));
    expect(error.message).toMatch(/^Line 3 of .* is broken: it has 3 cells instead of 2/);
    const rows = await readText('cells.csv', text, { skipBroken: true });
    expect(rows[1]).toEqual({ line: 3, skipped: 'it has 3 cells instead of 2' });
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['vertical bars', '|'],
  ])('detects %s as separators from the CSV header', async (name, separator) => {
    const lines = [
      ['\uFEFF"title, a;b\tc|d"', 'date', 'services', 'text'],
      ['Outage', '2026-03-14', '"api,web"', 'It broke, then; it did not'],
    ];
    const [head = [], row = []] = lines;
    const quoted = [...row.slice(0, 3), `"${row[3]}"`];
    const text = `${head.join(separator)}\r\n${quoted.join(separator)}\r\n`;
    const rows = await readText('separated.csv', text, { map: { title: ['title, a;b\tc|d'] } });
    expect(listPayloadsOrSkipReasons(rows)).toMatchObject([
      { title: 'Outage', text: 'It broke, then; it did not', services: ['api', 'web'] },
    ]);
    const error = await captureAppError(() => readText('separated.csv', `${text}x${separator}y\r\n`));
    expect(error.message).toMatch(
      new RegExp(`^Line 3 of .* is broken: it has 2 cells instead of 4 \\(separated by ${name}\\); correct it`, 'u'),
    );
  });

  it('rejects a CSV file with an unclosed quote', async () => {
    const error = await captureAppError(() => readText('quote.csv', 'title,date\n"a,2024-01-01\n'));
    expect(error.code).toBe('invalid_input');
    expect(error.message).toMatch(/is not valid CSV \(CSV_QUOTE_NOT_CLOSED\)/);
  });

  it('reads 20,000 CSV columns with the same name in less than 5 seconds', async () => {
    const names = Array.from({ length: 20_000 }, () => 'title').join(',');
    const cells = Array.from({ length: 20_000 }, (_, nth) => `t${nth}`).join(',');
    const started = process.cpuUsage();
    const rows = await readText('same-names.csv', `created,${names}\n2024-01-01,${cells}\n`);
    expect(rows).toHaveLength(1);
    // A reader that copied all previous cells for each new cell would take 65 s.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000);
  });
});
