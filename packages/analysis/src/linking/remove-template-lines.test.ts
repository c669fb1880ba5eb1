import { expect, test } from 'vitest';
import { removeTemplateLines } from './remove-template-lines.ts';
import { createFailure } from './testing.ts';

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
