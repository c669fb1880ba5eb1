import { expect, test } from 'vitest';
import { describeLaterRecords, describeLearningCurve, labelRecordsWithCauses } from './compare-cause.ts';

test('labelRecordsWithCauses maps categories to distinct causes and skips records without a known cause', () => {
  const records = [
    {
      id: 1,
      title: 'Out of disk',
      text: null,
      categories: ['Bugs / space', 'Capacity', 'Unknown'],
      start: '2024-01-01',
    },
    { id: 2, title: 'Odd', text: '', categories: ['Unknown'] },
    { id: 3, title: 'Odder', text: '' },
  ];
  expect(labelRecordsWithCauses(records, 'file')).toEqual([
    { id: 'file 1', title: 'Out of disk', text: '', cause: ['capacity'], start: '2024-01-01' },
  ]);
});

const score = (macroF1: number) => ({
  macroF1,
  microF1: 0,
  accuracy: 1,
  answered: 1,
  calibrationError: 0.0714,
  brier: 0.2,
});

test('describeLearningCurve lists scores by number of corrections, and describeLaterRecords lists the scores of later records', () => {
  const curve = [
    { corrections: 0, ...score(0.4) },
    { corrections: 25, ...score(0.5) },
  ];
  expect(describeLearningCurve({ curve })).toBe(
    'By the number of corrections (macro-F1, accuracy, calibration error): 0: .400 1.000 .071; 25: .500 1.000 .071.',
  );
  const inTime = { corrections: 7, records: 3, before: score(0.4), after: score(0.5) };
  expect(describeLaterRecords({ inTime })).toBe(
    'In time, of the last 3 that have a date: as shipped .400 1.000 .071; after corrections of the 7 before them .500 1.000 .071.',
  );
});
