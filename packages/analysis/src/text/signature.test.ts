import { expect, test } from 'vitest';
import { listErrorSignatureTerms } from './signature.ts';

test('listErrorSignatureTerms lists names of errors, codes and alerts, each once and sorted', () => {
  const text = `[FIRING:1] KubePodCrashLooping: java.net.ConnectException then ECONNREFUSED,
    pod OOMKilled with exit code 137; gateway returned 503, 503 errors; alertname=HighLatency ORA-00060`;
  expect(listErrorSignatureTerms(text)).toEqual([
    'ConnectException',
    'ECONNREFUSED',
    'HighLatency',
    'KubePodCrashLooping',
    'OOMKilled',
    'ORA-00060',
    'exit 137',
    'http 503',
  ]);
});

test('listErrorSignatureTerms finds no signature in plain prose', () => {
  expect(
    listErrorSignatureTerms('The page was slow for 500 people after an error; the job exited with code 0'),
  ).toEqual([]);
});
