import { expect, test } from 'vitest';
import { quoteSentences } from '../report-passages.ts';
import { listRootCausePassages } from './list-root-cause-passages.ts';

/** The longest quotation of a text whose sentences form one passage */
const quote = (text: string) =>
  quoteSentences(
    listRootCausePassages('', text).find(({ sentences }) => sentences.length === text.split('. ').length)?.stated ?? [],
  );

test('selectCauses keeps the sentence that names the cause, without the effects before and after it', () => {
  expect(quote('Users experienced errors for an hour. This was caused by a full disk.')).toBe(
    'This was caused by a full disk.',
  );
  expect(quote('A release removed the index. On average, 12 % of requests failed.')).toBe(
    'A release removed the index.',
  );
});

test('selectCauses keeps two sentences if the second one refers back to the first one', () => {
  const both = 'A release removed the index. This caused every search to scan the table.';
  expect(quote(both)).toBe(both);
});

test.each([
  'We have identified the root cause and are working on a fix.',
  'The root cause is still under investigation.',
  'We mitigated the incident by a rollback.',
  'To prevent similar incidents in the future, we will change the limits.',
  'This caused all requests to fail.',
  'To mitigate the issue, we lowered the rate of jobs and increased the limit.',
  'We are investigating errors due to missing hosts.',
  'On average, 11 % of the deliveries were affected and an index was missing.',
])('selectCauses returns nothing for a sentence that names no cause: %s', (text) => {
  expect(quote(text)).toBe('');
});
