import { Cause, Guardrail, Trigger } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { checkWording } from '../../blameless/check-wording.ts';
import { isBlameless } from '../../blameless/is-blameless.ts';
import { mechanisms } from '../../mechanisms/library/all.ts';
import { isNotGivenName } from '../../patterns/names/blameless-words.ts';
import { mask } from '../../text/mask.ts';
import { listTokens } from '../../text/tokens.ts';
import { guardrailLibrary } from './all.ts';

const sizes = { S: 3, M: 10, L: 20 } as const;

function sentencesOf({ name, promise, steps, proof, doesNotCatch }: Guardrail): string[] {
  return [name, promise, ...steps, proof.check, proof.figure, ...doesNotCatch];
}

describe('the guardrail library', () => {
  it.each(guardrailLibrary.map((guardrail) => [guardrail.id, guardrail] as const))(
    '%s is a valid guardrail with steps and sources',
    (_, given) => {
      expect(Guardrail.parse(given)).toEqual(given);
      expect(given.effort.days.high).toBeLessThanOrEqual(sizes[given.effort.size]);
      expect(given.steps.length + given.sources.length).toBeGreaterThan(3);
    },
  );

  it.each(guardrailLibrary.map((guardrail) => [guardrail.id, guardrail] as const))(
    '%s is described without blaming a person',
    (_, given) => {
      for (const sentence of sentencesOf(given)) expect(checkWording(sentence)).toEqual([]);
    },
  );

  it('the guardrail library has no phrases that blame or name a person', () => {
    const words = guardrailLibrary.flatMap(({ speaksFor, speaksAgainst }) =>
      [...speaksFor, ...speaksAgainst].flatMap((signal) =>
        signal.on === 'words' ? signal.phrases.flatMap((phrase) => phrase.split(/[ |]/u)) : [],
      ),
    );
    expect([...new Set(words)].filter((word) => !isBlameless(word) || !isNotGivenName(word))).toEqual([]);
  });

  it('the guardrail library has unique ids, names and `promise` texts', () => {
    const unique = (of: (guardrail: Guardrail) => string) => new Set(guardrailLibrary.map(of)).size;
    expect(unique(({ id }) => id)).toBe(guardrailLibrary.length);
    expect(unique(({ name }) => name)).toBe(guardrailLibrary.length);
    expect(unique(({ promise }) => promise)).toBe(guardrailLibrary.length);
  });

  it('the guardrail library has at least four guardrails for each cause and each trigger', () => {
    for (const cause of Cause.exclude(['unknown']).options) {
      const answering = guardrailLibrary.filter(({ answers }) => answers.some(({ causes }) => causes.includes(cause)));
      expect(answering.length, cause).toBeGreaterThanOrEqual(4);
    }
    for (const trigger of Trigger.exclude(['unknown']).options) {
      const answering = guardrailLibrary.filter(({ answers }) =>
        answers.some(({ triggers }) => triggers.includes(trigger)),
      );
      expect(answering.length, trigger).toBeGreaterThanOrEqual(4);
    }
  });

  it('the guardrail library has a guardrail for each mechanism, and refers only to known mechanisms', () => {
    const prevented = guardrailLibrary.flatMap(({ prevents }) => prevents.flatMap((one) => one.mechanisms));
    const excluded = guardrailLibrary.flatMap(({ speaksAgainst }) =>
      speaksAgainst.flatMap((signal) => (signal.on === 'mechanisms' ? signal.mechanisms : [])),
    );
    const known = mechanisms.map(({ id }) => id);
    expect(known.filter((id) => !prevented.includes(id))).toEqual([]);
    expect([...prevented, ...excluded].filter((id) => !known.includes(id))).toEqual([]);
  });

  it('no guardrail both prevents and excludes a mechanism', () => {
    const contradictions = guardrailLibrary.flatMap(({ id, prevents, speaksAgainst }) => {
      const own = new Set(prevents.flatMap((one) => one.mechanisms));
      return speaksAgainst
        .flatMap((signal) => (signal.on === 'mechanisms' ? signal.mechanisms : []))
        .filter((mechanism) => own.has(mechanism))
        .map((mechanism) => `${id}: ${mechanism}`);
    });
    expect(contradictions).toEqual([]);
  });

  it('the guardrail library uses only phrases whose words the tokeniser can find in a text', () => {
    const dead = guardrailLibrary.flatMap(({ id, speaksFor, speaksAgainst }) =>
      [...speaksFor, ...speaksAgainst].flatMap((signal) =>
        signal.on !== 'words' && signal.on !== 'in_place'
          ? []
          : (signal.on === 'words' ? signal.phrases : signal.measures)
              .flatMap((phrase) => phrase.split(/[ |]/u))
              .filter((word) => {
                const [first, ...rest] = listTokens(mask(word));
                return first?.value !== word || (first.kind === 'word' && rest.length > 0);
              })
              .map((word) => `${id}: ${word}`),
      ),
    );
    expect(dead).toEqual([]);
  });
});
