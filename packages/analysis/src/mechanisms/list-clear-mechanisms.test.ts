import { expect, test } from 'vitest';
import { listAskedMechanisms } from './list-clear-mechanisms.ts';

test.each([
  ['java.lang.OutOfMemoryError: Java heap space', 'Out of memory'],
  ['x509: certificate has expired or is not yet valid', 'Certificate expired'],
  ['write failed: no space left on device', 'Disk full'],
])('listAskedMechanisms reads the mechanism from an error: "%s"', (title, mechanism) => {
  expect(listAskedMechanisms({ title, text: '' })[0]).toBe(mechanism);
});

test('listAskedMechanisms reads each line of an alert', () => {
  const text = 'Last state: Terminated\nReason: OOMKilled, exit code 137';
  expect(listAskedMechanisms({ title: '[FIRING:1] KubePodCrashLooping intake', text })[0]).toBe('Out of memory');
});

test('listAskedMechanisms returns nothing for a text that states only a symptom', () => {
  expect(listAskedMechanisms({ title: 'Webhooks are late by 20 minutes', text: 'Users wait.' })).toEqual([]);
});
