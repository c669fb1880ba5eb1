import { buildDigest, getReportDocument, type IncidentNoteInput, type PrecheckFinding } from '@refrain/analysis';
import type {
  Digest,
  FailureLibraryEntry,
  Improvement,
  ObservedEpisode,
  Pattern,
  PatternReport,
  ReportMember,
} from '@refrain/domain';

/** A word before every hostile text. Tests search for this word to find where the text appears. */
const sign = 'Turnstile';
const [earlier, later] = ['2026-03-03T10:00:00.000Z', '2026-03-05T10:00:00.000Z'] as const;

/** Input of the functions that write issues, notes and messages. All of its texts are hostile. */
interface CorpusContent {
  readonly sign: string;
  readonly text: string;
  readonly pattern: Pattern;
  readonly report: PatternReport;
  readonly digest: Digest;
  readonly library: FailureLibraryEntry[];
  readonly finding: PrecheckFinding;
  readonly note: Omit<IncidentNoteInput, 'publicUrl'>;
}

export function createHostileContent(piece: string): CorpusContent {
  const text = `${sign} ${piece}`;
  const pattern = createPattern(text);
  const members = [createMember(text, 'e1', earlier), createMember(text, 'e2', later)];
  const report = createReport(text, pattern, members);
  return {
    sign,
    text,
    pattern,
    report,
    digest: createDigest(text),
    finding: createFinding(text),
    library: [
      {
        pattern,
        recurrence: 'recurring',
        guardrail: null,
        fix: null,
        failedFixes: [],
        episodes: getReportDocument(report).sources,
      },
    ],
    note: createNote(text, pattern, members),
  };
}

function createPattern(text: string): Pattern {
  return {
    id: 'p1',
    name: text,
    lesson: text,
    terms: [text],
    cause: 'capacity',
    trigger: 'traffic',
    confidence: 0.9,
    services: [text],
    repositories: [text],
    episodes: 2,
    harm: 1,
    firstAt: earlier,
    lastAt: later,
    kinds: { incident: 2, failed_deployment: 0, reverted_change: 0 },
    scenario: { mechanism: text, trigger: text, cause: text, symptom: text, resolution: text },
  };
}

function createMember(text: string, id: string, occurredAt: string): ReportMember {
  return {
    failureId: id,
    episodeId: id,
    kind: 'incident',
    title: text,
    excerpt: text,
    services: [text],
    repository: text,
    occurredAt,
    resolvedAt: null,
    confidence: 0.9,
    url: addressWith(text),
    evidence: [{ signal: 'words', detail: text, weight: 1 }],
  };
}

function addressWith(text: string): string {
  return `https://acme.pagerduty.com/incidents/P1?of=${text}`;
}

function createReport(text: string, pattern: Pattern, members: ReportMember[]): PatternReport {
  const links = members.map(({ failureId, evidence }) => ({
    ...({ type: 'caused_by', failureId, targetId: `c-${failureId}`, targetTitle: text, score: 0.9 } as const),
    targetUrl: addressWith(text),
    targetAt: earlier,
    evidence,
  }));
  const coverage = { failures: 4, inPatterns: 2 };
  return { pattern, members, links, coverage, asOf: later, improvement: createImprovement(text) };
}

function createImprovement(title: string) {
  const issueUrl = 'https://github.com/acme/api/issues/7';
  const issue = { repository: 'acme/api', issueNumber: 7, issueUrl, guardrailId: null, fix: null };
  return { id: 'i1', state: 'opened', title, updatedAt: later, ...issue } as const;
}

function createDigest(text: string): Digest {
  const episodes = [earlier, later].map((startedAt, nth): ObservedEpisode & { title: string; url: string } => ({
    id: `e${nth}`,
    patternId: 'p1',
    cause: 'capacity',
    trigger: 'traffic',
    kinds: ['incident'],
    startedAt,
    precision: 'instant',
    endedAt: null,
    hours: null,
    services: [text],
    repositories: [text],
    environments: [text],
    paths: [text],
    failureIds: [`f${nth}`],
    title: text,
    url: addressWith(text),
  }));
  return buildDigest({
    scope: { kind: 'service', name: text },
    period: { kind: 'week', from: '2026-03-02T00:00:00.000Z', until: '2026-03-09T00:00:00.000Z' },
    episodes,
    changes: [],
    patterns: [{ id: 'p1', name: text, lesson: text, harm: 1, measurement: null }],
    improvements: [createImprovement(text) as Improvement],
    measurement: null,
    asOf: '2026-03-09T06:00:00.000Z',
    completeness: {
      accounts: 1,
      problems: [{ account: text, problem: text }],
      gaps: 0,
      unassigned: { failures: 0, of: 2 },
    },
  });
}

function createFinding(text: string): PrecheckFinding {
  return {
    patternId: 'p1',
    recentEpisodes: 2,
    failureIds: ['e1', 'e2'],
    score: 0.3,
    averageScore: 0.05,
    rank: 0.01,
    sharedPaths: [text],
    sharedTerms: [text],
    explanation: [`This change shares words with 2 earlier changes: “${text}”.`],
  };
}

function createNote(text: string, { id, name, lesson, episodes }: Pattern, members: ReportMember[]) {
  const ended = { kind: 'merged_pull_request', title: text, url: addressWith(text), occurredAt: later } as const;
  const resolution = {
    stated: { quote: text, confidence: 0.7 },
    change: { ...ended, certainty: 'nearly_certain', reason: text } as const,
  };
  const precise = { precision: 'instant' as const };
  const matches = members.map(({ failureId, kind, title, occurredAt, url, services, repository }) => ({
    failure: {
      id: failureId,
      kind,
      title,
      occurredAt,
      resolvedAt: null,
      url,
      services,
      repository,
      environment: null,
      ...precise,
    },
    score: 0.9,
    isRepeat: false,
    hasSameTitle: false,
    isWeak: false,
    pattern: { id, name, remedies: lesson },
    resolution,
    excerpt: text,
    shared: { hasLine: false, words: [text], services: [text] },
    evidence: [],
  }));
  return {
    answer: {
      query: { kind: 'text' as const, id: null, title: null },
      corrections: [],
      verdict: { seenBefore: true, confidence: 0.9 },
      matches,
      searched: 2,
      failures: 2,
      complete: true,
      meaning: null,
      pattern: {
        id,
        name,
        lesson,
        episodes,
        otherEpisodes: episodes,
        remedies: lesson,
        lastAt: later,
        confidence: 0.9,
      },
      recorded: null,
      repeats: null,
      unspecific: null,
      possiblePattern: null,
      resolution: {
        ...resolution,
        source: 'pattern' as const,
        failureId: 'e1',
        title: text,
        occurredAt: later,
        ...precise,
      },
    },
    confidence: 0.9,
    startedAt: '2026-03-09T00:00:00.000Z',
    changes: [{ ...ended, repository: text }],
  };
}
