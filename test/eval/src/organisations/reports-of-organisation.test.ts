import { checkWording, getReportDocument, renderDocumentMarkdown } from '@refrain/analysis';
import { createNameRedactor, Digest, PatternReport, type Statement } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseOrganisation } from './parse-organisation.ts';
import { type OrganisationReports, writeOrganisationReports } from './reports-of-organisation.ts';

const { world } = generateOrganisation(77, { failures: 350 });
const people = world.pagerduty.users;
const observed = parseOrganisation(world);
/** Redacts names as the store does on ingestion. */
const redact = createNameRedactor(people.map(({ name }) => name));
const hide = <T extends { readonly title: string; readonly text: string }>(one: T): T => ({
  ...one,
  title: redact(one.title),
  text: redact(one.text),
});

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

const hoursOf = { day: 24, h: 1, min: 1 / 60 } as const;

/** Reads the hours of a duration such as “2 days” or “6 h 30 min”. */
function readHours(duration = ''): number {
  const parts = [...duration.matchAll(/(\d+) (day|h|min)/gu)];
  return parts.reduce((sum, [, number, unit = 'h']) => sum + Number(number) * hoursOf[unit as keyof typeof hoursOf], 0);
}

describe('Refrain writes reports of an organisation whose texts are full of names', () => {
  let reports: OrganisationReports;
  beforeAll(() => {
    reports = writeOrganisationReports(observed.failures.map(hide), observed.changes.map(hide));
  });

  test('reports contain no name and no email address of a person', () => {
    const sources = JSON.stringify(world.github) + JSON.stringify(world.pagerduty.incidents);
    const named = people.filter(({ name }) => sources.includes(name));
    expect(named.length).toBeGreaterThan(5);
    const written = JSON.stringify(reports).toLowerCase();
    for (const { name, email } of people) {
      expect(written).not.toContain(name.toLowerCase());
      expect(written).not.toContain(email.toLowerCase());
    }
  });

  test('reports match their schemas, and each sentence refers to sources in the report', () => {
    expect(reports.patterns.length).toBeGreaterThan(20);
    for (const report of reports.patterns) expect(PatternReport.parse(report)).toEqual(report);
    expect(Digest.parse(reports.digest)).toEqual(reports.digest);
    for (const { document } of [...reports.patterns, reports.digest]) {
      const known = new Set(document?.sources.map(({ ref }) => ref));
      const statements = [document?.lead, ...(document?.sections.flatMap((section) => section.statements) ?? [])];
      for (const statement of statements) for (const ref of statement?.refs ?? []) expect(known).toContain(ref);
    }
  });

  test('reports claim nothing about a pattern without citing its episodes, and give a reason for each member and link', () => {
    // Sections with statements about some episodes of this pattern. Trend, forecast and cost are computed from all episodes.
    const claiming = ['symptoms', 'cause', 'trigger', 'resolution', 'map'];
    let claimed = 0;
    const isOfAllPatterns = (text: string) => /^Backtest |^The history is too short/u.test(text);
    for (const { document, members, links } of reports.patterns) {
      const { sections = [], sources = [] } = document ?? {};
      const episodes = new Set(sources.flatMap(({ kind, ref }) => (kind === 'episode' ? [ref] : [])));
      const claims = [
        ...sections.filter(({ id }) => claiming.includes(id)).flatMap(({ statements }) => statements),
      ].filter(({ text }) => !isOfAllPatterns(text));
      claimed += claims.length;
      // A statement that counts episodes needs no citation, because the table lists them.
      const isCited = ({ text, refs }: Statement) =>
        refs.some((ref) => episodes.has(ref)) || /\b(?:all \d+|both|\d+ of \d+) episodes\b/u.test(text);
      for (const claim of claims) expect([claim.text, isCited(claim)]).toEqual([claim.text, true]);
      expect(new Set(members.map(({ episodeId }) => episodeId)).size).toBe(episodes.size);
      for (const { evidence } of [...members, ...links]) expect(evidence.length).toBeGreaterThan(0);
    }
    expect(claimed).toBeGreaterThan(reports.patterns.length);
  });

  test('reports state the same number of episodes in the lesson and in the other sections', () => {
    for (const { pattern, document } of reports.patterns) {
      const counted = [...pattern.lesson.replace(/“[^”]*”/gu, '').matchAll(/(\d+) of (\d+) episodes/gu)];
      for (const [, , all] of counted) expect(Number(all)).toBe(pattern.episodes);
      const resolved = /(\d+ of \d+ episodes)/u.exec(pattern.scenario?.resolution ?? '')?.[1];
      if (resolved !== undefined)
        expect(JSON.stringify(document)).toMatch(new RegExp(`${resolved} (?:was|were) `, 'u'));
    }
  });

  test('the first line of a report states the episodes, dates, services and hours of its data', () => {
    let stating = 0;
    for (const { document, pattern, members, episodeHours = {}, asOf } of reports.patterns) {
      const lead = document?.lead.text ?? '';
      const starts = new Map<string, string>();
      for (const { episodeId, occurredAt } of members)
        if (occurredAt < (starts.get(episodeId) ?? '~')) starts.set(episodeId, occurredAt);
      const [first = '', last = ''] = [members[0]?.occurredAt, members.at(-1)?.occurredAt];
      const places = pattern.services.length > 0 ? pattern.services : pattern.repositories;
      const noun = pattern.services.length > 0 ? 'services' : 'repositories';
      const parts = lead.split(' · ');
      expect(parts[0]).toBe(
        `${starts.size} ${starts.size === 1 ? 'episode' : 'episodes'} since ${month.format(new Date(first))}`,
      );
      expect(parts[1]).toBe(`last seen ${day.format(new Date(last))}`);
      expect(parts[2]).toBe(places.length > 2 ? `${places.length} ${noun}` : places.join(' and '));
      const stated = /· (at least )?([^·]+) of impact in 12 months ·/u.exec(lead);
      if (stated === null) continue;
      stating++;
      const from = new Date(Date.parse(asOf) - 365 * 86_400_000).toISOString();
      const recent = [...starts].filter(([, at]) => at >= from).map(([id]) => id);
      const hours = recent.flatMap((id) => episodeHours[id] ?? []);
      const total = hours.reduce((sum, one) => sum + one, 0);
      expect(stated[1] !== undefined).toBe(hours.length < recent.length);
      expect(Math.abs(readHours(stated[2]) - total)).toBeLessThanOrEqual(total < 10 ? 0.1 : total < 72 ? 0.5 : 12);
    }
    expect(stating).toBeGreaterThan(0);
  });

  test('a fix is only recommended with a reason that members of the pattern give', () => {
    let recommended = 0;
    for (const { choice, members } of reports.patterns) {
      const [fix] = choice?.recommendations ?? [];
      if (fix === undefined) continue;
      recommended++;
      const episodeOf = new Map(members.map(({ failureId, episodeId }) => [failureId, episodeId]));
      const [reason] = fix.why;
      expect(reason?.statement).toMatch(/^It guards against this cause: .|^\d+ of \d+ episodes? ./u);
      expect(reason?.failureIds.length).toBeGreaterThan(0);
      for (const id of reason?.failureIds ?? []) expect(episodeOf.has(id)).toBe(true);
      expect(new Set(reason?.failureIds.map((id) => episodeOf.get(id))).size).toBe(reason?.episodes);
      const counted = /^(\d+) of (\d+) episodes?/u.exec(reason?.statement ?? '');
      if (counted === null) continue;
      expect(Number(counted[1])).toBe(reason?.episodes);
      expect(Number(counted[2])).toBe(new Set(episodeOf.values()).size);
    }
    expect(recommended).toBeGreaterThan(10);
  });

  test('the generated sentences of reports blame nobody', () => {
    const ownWords = (report: PatternReport) =>
      (report.document?.sections ?? [])
        .filter(({ id }) => id !== 'members' && id !== 'links')
        .flatMap(({ statements }) => statements.map(({ text }) => text.replace(/“[^”]*”/gu, '')))
        .join('\n');
    for (const report of reports.patterns) expect(checkWording(ownWords(report))).toEqual([]);
  });
});

const three = observed.failures
  .filter(({ kind }) => kind === 'incident')
  .slice(0, 3)
  .map(hide);

test('a report of three failures states no trend and no forecast, and a digest says that there are too few episodes', () => {
  const { patterns, digest } = writeOrganisationReports(three, []);
  for (const report of patterns)
    expect(renderDocumentMarkdown(getReportDocument(report))).not.toMatch(/trend|forecast/iu);
  expect(renderDocumentMarkdown(digest.document)).toContain('There are not enough episodes for a trend.');
});

test('a digest without failures says that the history is too short for a statement about trends', () => {
  const { patterns, digest } = writeOrganisationReports([], []);
  expect(patterns).toEqual([]);
  const markdown = renderDocumentMarkdown(digest.document);
  expect(markdown).toContain('No episodes, and none the month before.');
  expect(markdown).toContain('The history is too short for a trend.');
});
