import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const complete = {
  DATABASE_URL: 'postgres://refrain:hunter2@db/refrain',
  REDIS_URL: 'rediss://:hunter2@cache:6380',
  REFRAIN_ENCRYPTION_KEY: 'ab'.repeat(32),
};
const loadCost = (text?: string) => loadConfig({ ...complete, REFRAIN_COST_SETTINGS: text }).costSettings;

test.each([undefined, '', ' '])(
  'costs use UTC and the default working hours if REFRAIN_COST_SETTINGS is %j',
  (text) => {
    expect(loadCost(text)).toEqual({
      timeZone: 'UTC',
      workday: { from: 8, until: 19 },
      weekend: [6, 7],
      assumptions: {},
    });
  },
);

test('setting one cost keeps the defaults of all other costs', () => {
  const set = { timeZone: 'Asia/Kolkata', assumptions: { responders: { low: 1, high: 2 } } };
  expect(loadCost(JSON.stringify(set))).toMatchObject({ ...set, weekend: [6, 7] });
});

test.each([
  ['Europe/Berlin', 'REFRAIN_COST_SETTINGS: must be JSON'],
  ['{"timeZone": "Middle/Earth"}', 'REFRAIN_COST_SETTINGS.timeZone: must be a time zone'],
  ['{"timezone": "UTC"}', 'REFRAIN_COST_SETTINGS: Unrecognized key: "timezone"'],
  ['{"workday": {"from": 9, "until": 9}}', 'REFRAIN_COST_SETTINGS.workday: must begin before it ends'],
  ['{"assumptions": {"coffee": {"low": 1, "high": 2}}}', 'REFRAIN_COST_SETTINGS.assumptions'],
])('the cost settings %s are refused with the reason', (text, problem) => {
  expect(() => loadCost(text)).toThrow(problem);
});
