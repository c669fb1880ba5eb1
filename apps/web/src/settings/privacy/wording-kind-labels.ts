import type { Schemas } from '../../api/refrain.ts';

export const wordingKindLabels: Readonly<Record<Schemas['WordingKind'], string>> = {
  counterfactual: 'what did not happen',
  omission: 'a lapse',
  hindsight: 'hindsight',
  minimising: 'as if it had been easy',
  judgement: 'a verdict',
  person_as_cause: 'a person as the cause',
  blame: 'blame',
  named_person: 'somebody by name',
};
