import { expect, test } from 'vitest';
import { createReportComparison } from './report-comparison.ts';
import type { ReportContent } from './report-contents.ts';

const content = (meaning: number[], words: string[], mechanisms: string[]): ReportContent => ({
  meaning: Float32Array.from(meaning),
  words: new Map(words.map((word) => [word, 1])),
  mechanisms: new Map(mechanisms.map((id) => [id, 1])),
  certainty: 1,
});
const memory = content([1, 0, 0], ['heap', 'cart'], ['memory-exhausted']);
const memoryAgain = content([0, 1, 0], ['heap', 'mail'], ['memory-exhausted']);
const certificate = content([0, 0, 1], ['certificate', 'cart'], ['certificate-expired']);
const unexplained = content([0, 1, 0], ['mail', 'slow'], []);
const reports = createReportComparison([memory, memoryAgain, certificate, unexplained, null]);

test('a report comparison adds words of the cause and a common mechanism to the similarity of all words', () => {
  const similarity = reports.compare(0, 1, 0.4) ?? 0;
  expect(similarity).toBeGreaterThan(reports.compare(0, 3, 0.4) ?? 0);
  expect(similarity).toBeGreaterThan(reports.compare(0, 1, 0.3) ?? 1);
  expect(reports.compare(1, 0, 0.4)).toBe(similarity);
});

test('a report comparison returns null if a point has no long report', () => {
  expect(reports.compare(0, 4, 0.4)).toBeNull();
  expect(reports.isDoubtfulPair(0, 4, 0.4)).toBe(false);
});

test('a pair of reports is doubtful only if the reports state no common mechanism and are not clearly similar', () => {
  expect(reports.isDoubtfulPair(0, 2, 0.4)).toBe(true);
  expect(reports.isDoubtfulPair(0, 1, 0.4)).toBe(false);
  expect(reports.isDoubtfulPair(1, 3, 0.9)).toBe(false);
});

test('a report comparison ignores the words of the cause if a report states none', () => {
  const unsure = createReportComparison([memory, { ...memoryAgain, certainty: 0 }, { ...certificate, certainty: 0 }]);
  expect(unsure.compare(0, 1, 0.4)).toBeLessThan(reports.compare(0, 1, 0.4) ?? 0);
  expect(unsure.compare(0, 1, 0.4)).toBeCloseTo(unsure.compare(0, 2, 0.4) ?? 0);
});
