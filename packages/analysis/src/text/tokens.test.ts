import { expect, test } from 'vitest';
import { listTokens } from './tokens.ts';

const values = (text: string) => listTokens(text).map(({ value }) => value);

test('listTokens lists an identifier both whole and split into its parts', () => {
  expect(values('FSDownload')).toEqual(['fsdownload', 'fs', 'download']);
  expect(values('max_connections')).toEqual(['max_connections', 'max', 'connections']);
  expect(values('fs.s3a.endpoint')).toEqual(['fs.s3a.endpoint', 'fs', 's3a', 'endpoint']);
});

test('listTokens ignores placeholders', () => {
  expect(values('failed at <time> after <duration>')).toEqual(['failed', 'at', 'after']);
});
