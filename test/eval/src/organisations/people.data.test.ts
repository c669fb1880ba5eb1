import { findResolution, getReportDocument, renderDocumentMarkdown } from '@refrain/analysis';
import nlp from 'compromise';
import { expect, test } from 'vitest';
import { sharedFilePath } from '../records/shared-data.ts';
import { readIncidents } from './read-incidents.ts';
import { writeOrganisationReports } from './reports-of-organisation.ts';

/** Roles, services and words that the named-entity model mistakes for names of people. */
const things =
  /^(?:responder|someone|sierra|sentry|spike|reps?|skip|victor|dubois|uri|ms|sam|prem|pat|ed|first|second|user|teams|mark|gov|sen)\b/iu;

test.each(['2i2c', 'dfds', 'moj-cloud-platform', 'posthog', 'wellcome'])(
  'no person is named in the patterns, reports and resolutions of %s',
  async (organisation) => {
    const { failures, skipped } = await readIncidents(sharedFilePath(`incidents-${organisation}.jsonl`));
    expect(skipped).toEqual([]);
    const { patterns } = writeOrganisationReports(failures, []);
    const texts = [
      ...patterns.map((report) => renderDocumentMarkdown(getReportDocument(report))),
      ...patterns.flatMap(({ pattern }) => pattern.terms),
      ...failures.map(({ text }) => findResolution(text)?.quote ?? ''),
    ];
    // Skip lines with literature that a recommendation cites, because they name authors.
    const lines = texts
      .join('.\n')
      .split('\n')
      .filter((line) => !line.includes('https://'));
    const plain = lines
      .join('\n')
      .replaceAll('Mark, González and Harris', '')
      .replace(/[*_`#|>[\]()\\]/gu, ' ');
    const people: string[] = nlp(plain).people().out('array');
    expect(people.filter((name) => !things.test(name.replace(/^[^\p{L}]+/u, '')))).toEqual([]);
  },
);
