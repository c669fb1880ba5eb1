import type { Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createFailure } from '../linking/testing.ts';
import { findInstructions, removeTemplateLines, removeTemplateText } from './remove-template-lines.ts';

const removeAll = (failures: readonly Failure[]) => removeTemplateText(failures, findInstructions(failures));
const form = 'Was it a deployment? Link the ticket of the rollback.';
const causes = ['The disk was full.', 'A key expired.', 'The queue grew.'];

function write(connectionId: string, text: (cause: string, at: number) => string) {
  return causes.map((cause, at) => createFailure(`${connectionId}-${at}`, at, { connectionId, text: text(cause, at) }));
}

test('removeTemplateLines removes template lines from the reports of a source', () => {
  const own = (at: number) => Array.from({ length: 7 }, (_, line) => `Line ${line} of report ${at}`).join('\n');
  const reports = write('archive', (cause, at) => `${cause}\n${form}\n${own(at)}`);
  const elsewhere = createFailure('page', 9, { connectionId: 'pagerduty', text: `${form}\n${own(9)}` });
  const texts = removeTemplateLines([...reports, elsewhere]).map(({ text }) => text);
  expect(texts.map((text) => text.includes(form))).toEqual([false, false, false, true]);
  expect(texts[0]).toBe(`The disk was full.\n${own(0)}`);
});

test('removeTemplateLines leaves repeated alerts unchanged', () => {
  const alerts = write('pagerduty', () => `Errors since the release.\n${form}`);
  expect(removeTemplateLines(alerts)).toEqual(alerts);
});

test('removeTemplateText keeps headings and labels, which say what the next lines are about', () => {
  const own = (at: number) => Array.from({ length: 6 }, (_, line) => `Line ${line} of report ${at}`).join('\n');
  const reports = write(
    'archive',
    (cause, at) => `## What was the root cause of it\n${form}\nResolution:\n${cause}\n${own(at)}`,
  );
  const [first] = removeAll(reports);
  expect(first?.text).toBe(`## What was the root cause of it\nResolution:\nThe disk was full.\n${own(0)}`);
});

test('removeTemplateText leaves other failures than incidents unchanged', () => {
  const reports = write('archive', (cause, at) => `${cause}\n${form}\n${`Report ${at}\n`.repeat(9)}`);
  const [revert] = reports.map((failure) => ({ ...failure, id: 'revert', kind: 'reverted_change' as const }));
  expect(removeAll([...reports, ...(revert ? [revert] : [])]).at(-1)).toEqual(revert);
});

test('removeTemplateText removes items that nobody ticked, and all items of the review of a reverted change', () => {
  const text = 'Breaks the search\n- [ ] No rate limit changes\n- [x] Tests\n';
  const incident = createFailure('incident', 0, { text });
  const revert = createFailure('revert', 0, { kind: 'reverted_change', text });
  expect(removeAll([incident, revert]).map((one) => one.text)).toEqual([
    'Breaks the search\n- [x] Tests\n',
    'Breaks the search\n',
  ]);
});

test('removeTemplateText removes the instructions that all reports share from a single report', () => {
  const own = (at: number) => Array.from({ length: 7 }, (_, line) => `Line ${line} of report ${at}`).join('\n');
  const reports = write('archive', (cause, at) => `${cause}\n${form}\n${own(at)}`);
  const [first] = removeTemplateText(reports.slice(0, 1), findInstructions(reports));
  expect(first?.text).toBe(`The disk was full.\n${own(0)}`);
});
