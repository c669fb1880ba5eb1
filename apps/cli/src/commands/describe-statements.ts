import { type FailureResponse, type FailureStatements, joinQuotationLines } from '@refrain/domain';
import { quote } from './describe-resolution.ts';

/** The resolution is missing, because `describeResolution` prints it beside the change that resolved the failure. */
const labels: Readonly<Record<Exclude<keyof FailureStatements, 'resolution'>, string>> = {
  component: 'What failed',
  symptom: 'Symptom',
  mechanism: 'Mechanism',
  rootCause: 'Root cause',
  trigger: 'Trigger',
};

/** Describes what a failure states, one statement per line. Omits what it does not state. */
export function describeStatements({ statements }: Pick<FailureResponse, 'statements'>): string[] {
  const { mechanism, trigger } = statements;
  const names = { mechanism: mechanism?.mechanism, trigger: trigger?.trigger.replaceAll('_', ' ') };
  return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((key) => {
    const statement = statements[key];
    if (statement === null) return [];
    const name = key === 'mechanism' || key === 'trigger' ? names[key] : undefined;
    const quoted = statement.quote === null ? undefined : quote(joinQuotationLines(statement.quote));
    const certainty = statement.isDecided ? 'decided by a person' : statement.confidence.toFixed(2);
    return [`${[labels[key], name, quoted].filter((part) => part !== undefined).join(': ')} (${certainty})`];
  });
}
