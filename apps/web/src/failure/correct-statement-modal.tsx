import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { FormModal } from '../components/forms.tsx';
import { QueryState } from '../components/states.tsx';
import { statementLabels, triggerLabels } from '../labels/domain-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { type Decision, useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import type { StatementName } from './arrange-statements.ts';
import { SentencePicker } from './sentence-picker.tsx';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly statement: StatementName;
  close(): void;
}

/** Lets a person choose what a report states, or that it does not state it. */
export function CorrectStatementModal(props: Props) {
  switch (props.statement) {
    case 'trigger':
      return <TriggerModal {...props} />;
    case 'mechanism':
      return <MechanismModal {...props} />;
    case 'component':
      return <ComponentModal {...props} />;
    case 'symptom':
    case 'rootCause':
    case 'resolution':
      return <PassageModal {...props} statement={props.statement} />;
  }
}

function useCorrection({ statement, close }: Pick<Props, 'statement' | 'close'>) {
  const decision = useStoreDecisions();
  const label = statementLabels[statement];
  const save = (correction: Decision) =>
    decision.mutate({ decisions: [correction], message: `Corrected: ${label.toLowerCase()}.` }, { onSuccess: close });
  return {
    save,
    form: { title: `Correct: ${label}`, action: 'Save', isPending: decision.isPending, error: decision.error, close },
  };
}

const kinds = { symptom: 'symptom', rootCause: 'root_cause', resolution: 'resolution' } as const;

function PassageModal({ failure, statement, close }: Props & { readonly statement: keyof typeof kinds }) {
  const [quote, setQuote] = useState<string | null>(failure.statements[statement]?.quote ?? null);
  const { save, form } = useCorrection({ statement, close });
  const submit = () => save({ kind: 'statement', failureId: failure.id, statement: kinds[statement], quote });
  return (
    <FormModal {...form} size="lg" submit={submit}>
      <SentencePicker failureId={failure.id} none="The report does not state it" quote={quote} choose={setQuote} />
    </FormModal>
  );
}

function ComponentModal({ failure, statement, close }: Props) {
  const [name, setName] = useState(failure.statements.component?.quote ?? '');
  const { save, form } = useCorrection({ statement, close });
  const submit = () =>
    save({ kind: 'statement', failureId: failure.id, statement: 'component', quote: name.trim() || null });
  return (
    <FormModal {...form} submit={submit}>
      <TextInput
        label="Name of the component"
        description="Use the report’s spelling. Leave empty if the report does not name the component."
        data-autofocus
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormModal>
  );
}

function MechanismModal({ failure, statement, close }: Props) {
  const current = failure.statements.mechanism;
  const [mechanism, setMechanism] = useState<string | null>(current?.mechanism ?? null);
  const [quote, setQuote] = useState<string | null>(current?.quote ?? null);
  const { save, form } = useCorrection({ statement, close });
  const library = refrain.useQuery('get', '/v1/mechanisms', { params: { query: { limit: 200 } } });
  const about = { kind: 'statement', failureId: failure.id, statement: 'mechanism' } as const;
  const submit = () => save(mechanism === null ? { ...about, quote: null } : { ...about, quote, mechanism });
  return (
    <FormModal {...form} size="lg" submit={submit}>
      <QueryState query={library} what="the mechanisms" height={60}>
        {({ items }) => (
          <Select
            label="Mechanism"
            description="Leave empty if the report does not state a mechanism."
            placeholder="none"
            data-autofocus
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Clear mechanism' }}
            data={items.map(({ name }) => name)}
            value={mechanism}
            onChange={setMechanism}
          />
        )}
      </QueryState>
      {mechanism !== null && (
        <SentencePicker failureId={failure.id} none="No single sentence states it" quote={quote} choose={setQuote} />
      )}
    </FormModal>
  );
}

const triggers = listLabelKeys(triggerLabels).map((value) => ({
  value,
  label: value === 'unknown' ? 'The report does not state it' : triggerLabels[value],
}));

function TriggerModal({ failure, statement, close }: Props) {
  const [trigger, setTrigger] = useState<Schemas['Trigger']>(failure.statements.trigger?.trigger ?? 'unknown');
  const { save, form } = useCorrection({ statement, close });
  const submit = () => save({ kind: 'cause', failureId: failure.id, trigger });
  return (
    <FormModal {...form} submit={submit}>
      <NativeSelect
        label="Trigger"
        description="Refrain also learns from this how to judge similar failures."
        data-autofocus
        data={triggers}
        value={trigger}
        onChange={(event) => setTrigger(event.currentTarget.value as typeof trigger)}
      />
    </FormModal>
  );
}
