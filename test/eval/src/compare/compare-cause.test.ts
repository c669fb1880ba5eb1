import { expect, test } from 'vitest';
import { labelRecordsWithCauses } from './compare-cause.ts';

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
