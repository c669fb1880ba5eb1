import { expect, test } from 'vitest';
import { quoteSentences } from '../report-passages.ts';
import { listRootCausePassages } from './list-root-cause-passages.ts';

/** The longest quotation of a text whose sentences form one passage */
const quote = (text: string) =>
  quoteSentences(
    listRootCausePassages('', text)
      .find(({ sentences }) => sentences.length === text.split('. ').length)
      ?.selectStated() ?? [],
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
  'The crew of the mill is now cooperating with the supplier to find the trouble on their side.',
  'The root cause is still under investigation.',
  'There was no data loss as a result of this incident.',
  'We increased the available capacity of the pool to relieve the pressure.',
  'We mitigated the incident by a rollback.',
  'To prevent similar incidents in the future, we will change the limits.',
  'This caused all requests to fail.',
  'To mitigate the issue, we lowered the rate of jobs and increased the limit.',
  'We are investigating errors due to missing hosts.',
  'On average, 11 % of the deliveries were affected and an index was missing.',
  'The queue was degraded, causing delayed jobs for customers.',
  'We are beginning to roll out a fix for the missing updates.',
  'The start & end times have been updated to reflect the impact period.',
  'Customers may not have been able to see the logs that were added.',
  'We ruled this out because the new version was not deployed.',
  'Deliveries took an average of 20 minutes while an index was missing.',
  'New items were not appearing on the boards, which lacked an index.',
  'The other models remained available because they do not use the index.',
  'Due to the brevity of the incident it was not statused.',
  'Impact was limited to staff because the feature flag was not enabled elsewhere.',
  'kubectl rollout restart deployment/gateway --namespace=prod',
])('selectCauses returns nothing for a sentence that names no cause: %s', (text) => {
  expect(quote(text)).toBe('');
});

test('selectCauses keeps a defect that a section about the resolution states', () => {
  expect(quote('## Resolution\n\nWe found that the latest release had lost the index.')).toBe(
    'We found that the latest release had lost the index.',
  );
});

test('selectCauses leaves out an entry of a timeline that only says what people saw', () => {
  const entries = '- 10:02 CPU alert\n- 10:20 The new release caused a loop of retries';
  const found = listRootCausePassages('', entries).find(({ sentences }) => sentences.length === 2);
  expect(quoteSentences(found?.selectStated() ?? [])).toBe('10:20 The new release caused a loop of retries');
});
