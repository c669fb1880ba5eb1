import { guardrailLibrary } from '@refrain/analysis';
import { recommendGuardrails } from '@refrain/analysis/evaluation';
import type { Cause, Trigger } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, it } from 'vitest';
import { acceptableGuardrails } from './acceptable-guardrails.ts';
import { type JudgedGuardrailChoice, scoreByMinFit, scoreGuardrailChoices } from './score-guardrail-choices.ts';

const choice = recommendGuardrails({
  pattern: {
    id: 'p',
    cause: 'expiry_time',
    trigger: 'time',
    causes: [{ cause: 'expiry_time', confidence: 1, evidence: [] }],
    triggers: [{ trigger: 'time', confidence: 1, evidence: [] }],
  },
  members: [
    {
      document: {
        id: 'f',
        day: null,
        masked: { title: 'The certificate expired', text: '' },
        signature: [],
        terms: new Map(),
        surfaces: new Map(),
        characters: '',
        files: new Map(),
        places: new Map(),
      },
      report: { title: 'The certificate expired', text: '' },
      kind: 'incident',
      paths: [],
      resolution: null,
      isAfterChange: null,
    },
  ],
  episodes: [],
  expectedEpisodes: null,
  costHours: null,
  history: [],
});

function judged(
  theme: string,
  cause: Cause,
  trigger: Trigger,
  given: Partial<JudgedGuardrailChoice> = {},
): JudgedGuardrailChoice {
  return { theme, cause, trigger, choice, ...given };
}

it('scoreGuardrailChoices counts how many chosen guardrails are acceptable, and how many fit the true cause and trigger', () => {
  const none = { recommendations: [], tried: [], openQuestions: [] };
  const score = scoreGuardrailChoices([
    judged('certificate-lapsed', 'expiry_time', 'time'),
    judged('retried-twice', 'security_access', 'traffic'),
    judged('certificate-lapsed', 'expiry_time', 'time', { choice: none }),
    judged('carrier-outage', 'dependency', 'unknown', { choice: none }),
  ]);
  expect(score).toMatchObject({ patterns: 4, answered: 0.5, hitAt1: 0.25, kindAt1: 0.333, precisionOfAnswered: 0.5 });
  expect(score.ece).toBeCloseTo(Math.abs(score.confidence - 0.5), 2);
});

it('scoreByMinFit counts only the choices whose fit is at least the minimum', () => {
  const none = { recommendations: [], tried: [], openQuestions: [] };
  const scores = scoreByMinFit([
    judged('certificate-lapsed', 'expiry_time', 'time'),
    judged('certificate-lapsed', 'expiry_time', 'time', { choice: none }),
  ]);
  expect(scores.find(({ minFit }) => minFit === 0.5)).toEqual({ minFit: 0.5, answered: 0.5, precision: 1 });
});

it('every recurring theme has acceptable guardrails', () => {
  const ids = new Set(guardrailLibrary.map(({ id }) => id));
  expect(Object.values(acceptableGuardrails).flatMap((list) => list.filter((id) => !ids.has(id)))).toEqual([]);
  const { truth } = generateOrganisation(1);
  expect(truth.patterns.filter(({ id }) => acceptableGuardrails[id] === undefined)).toEqual([]);
});
