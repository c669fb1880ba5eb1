import { findMechanism, stateFailure } from '@refrain/analysis';
import type { Cause, FailureStatements, Trigger } from '@refrain/domain';
import { round } from '../figures/round.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { containsQuote } from './contains-quote.ts';

interface Label {
  readonly id: string;
  readonly source: string;
  /** The component that failed */
  readonly system: string;
  readonly cause: Cause;
  readonly trigger: Trigger;
  readonly causeQuote: string | null;
  readonly endingQuote: string | null;
}

interface Incident {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

type Statements = { readonly [Name in keyof FailureStatements]: NonNullable<FailureStatements[Name]> };
type Judge<Name extends keyof FailureStatements> = (statement: Statements[Name], label: Label) => boolean;

/** Whether a statement agrees with a label. Nobody labelled symptoms. */
const judges: { readonly [Name in keyof Omit<FailureStatements, 'symptom'>]: Judge<Name> } = {
  component: ({ quote }, { system }) => haveCommonWord(quote, system),
  // The labels name mechanisms in free words, so that only their causes can be compared.
  mechanism: ({ mechanism }, { cause }) => findMechanism(mechanism)?.cause === cause,
  rootCause: ({ quote }, { causeQuote }) => causeQuote !== null && containsQuote(quote, causeQuote),
  trigger: ({ trigger }, label) => trigger === label.trigger,
  resolution: ({ quote }, { endingQuote }) => endingQuote !== null && containsQuote(quote, endingQuote),
};

/** Counts the statements that Refrain shows of each labelled incident, and those that agree with the labels. */
export async function measureStatements({ data }: { readonly data: string }) {
  const labels = await readAllJsonLines<Label>(`${data}/labels-incidents.jsonl`);
  const sources = [...new Set(labels.map(({ source }) => source))];
  const incidents = await Promise.all(
    sources.map((source) => readAllJsonLines<Incident>(`${data}/incidents-${source}.jsonl`)),
  );
  const byId = new Map(incidents.flat().map((incident) => [incident.id, incident]));
  const read = labels.flatMap((label) => {
    const incident = byId.get(label.id);
    if (incident === undefined) return [];
    const { id, title, text } = incident;
    return [{ label, statements: stateFailure({ id, kind: 'incident', title, text, services: [] }) }];
  });
  const score = <Name extends keyof typeof judges>(name: Name, isRight: Judge<Name>) => {
    const shown = read.flatMap(({ label, statements }) => {
      const statement = statements[name];
      return statement === null ? [] : [isRight(statement as Statements[Name], label)];
    });
    return { shown: shown.length, right: round(shown.filter(Boolean).length / Math.max(1, shown.length), 2) };
  };
  return {
    task: 'statements',
    reports: read.length,
    component: score('component', judges.component),
    symptom: { shown: read.filter(({ statements }) => statements.symptom !== null).length },
    mechanism: score('mechanism', judges.mechanism),
    rootCause: score('rootCause', judges.rootCause),
    trigger: score('trigger', judges.trigger),
    resolution: score('resolution', judges.resolution),
  };
}

function haveCommonWord(a: string, b: string): boolean {
  const words = new Set(listWords(a));
  return listWords(b).some((word) => words.has(word));
}

/** Lists words of at least three characters without a plural s. */
function listWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]{3,}/gu) ?? []).map((word) => word.replace(/s$/u, ''));
}
