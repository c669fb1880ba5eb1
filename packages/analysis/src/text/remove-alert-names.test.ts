import { expect, test } from 'vitest';
import { removeAlertNames } from './remove-alert-names.ts';

const remove = (title: string, text = '') => {
  const rest = removeAlertNames({ title, text });
  return `${rest.title}\n${rest.text}`.replace(/\s+/gu, ' ').trim();
};

test('removeAlertNames removes the state and the rule of an alert that also says what failed', () => {
  expect(remove('[FIRING:1] KubePodCrashLooping bridge', 'Pod was OOMKilled')).toBe('bridge Pod was OOMKilled');
  expect(remove('KubePersistentVolumeFillingUp: no space left on device')).toBe(': no space left on device');
  expect(remove('Pods restart often', 'alertname=HostDown')).toBe('Pods restart often');
});

test('removeAlertNames keeps error classes, error codes and class names', () => {
  const texts = [
    'NullPointerException in the mapper of orders',
    'HikariPool: connection is not available',
    'ThrottlingRateExceeded: cannot list the queues',
  ];
  expect(texts.map((text) => remove(text))).toEqual(texts);
});

test('removeAlertNames keeps the rule of an alert that says nothing else', () => {
  expect(remove('[FIRING:1] KubePodCrashLooping bridge')).toBe('[FIRING:1] KubePodCrashLooping bridge');
});
