import { Radio, Stack, TagsInput } from '@mantine/core';
import type { ProviderDescriptor } from '../../api/use-providers.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { capitalise } from '../../labels/capitalise.ts';
import { formatScopeCount } from './describe-scope.ts';
import { NameChecklist } from './name-checklist.tsx';
import { ScopePreview } from './scope-preview.tsx';
import { ScopeRefinements } from './scope-refinements.tsx';
import type { ScopeChoiceState } from './use-scope-choice.ts';

interface Props {
  readonly provider: ProviderDescriptor;
  readonly choosing: ScopeChoiceState;
}

const everything: NonNullable<ProviderDescriptor['scope']> = {
  selects: 'services',
  example: '',
  excludes: null,
  refinements: [],
};

export function ScopeChoiceFields({ provider, choosing }: Props) {
  const { choice, setChoice, scope, checked, isChecking, error } = choosing;
  const { visible } = checked.health;
  const { selects: things, example, excludes, refinements } = provider.scope ?? everything;
  return (
    <Stack gap="sm">
      <Radio.Group
        label={`Which ${things}?`}
        value={choice.all ? 'all' : 'some'}
        onChange={(value) => setChoice({ ...choice, all: value === 'all' })}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="all"
            label={`All of them: ${formatScopeCount(provider, visible.length)} now, and those to come`}
            description={excludes === null ? undefined : `${capitalise(excludes)} are left out.`}
          />
          <Radio value="some" label={`Only some ${things}`} />
        </Stack>
      </Radio.Group>
      {!choice.all && (
        <Stack gap="sm" pl={{ base: 0, sm: 'lg' }}>
          <NameChecklist
            things={things}
            visible={visible}
            byPattern={choice.patterns.length === 0 || isChecking || scope === null ? [] : checked.matched}
            names={choice.names}
            choose={(names) => setChoice({ ...choice, names })}
          />
          <TagsInput
            label="Patterns"
            description="* is any characters, ? is one. Later matches are imported too. Enter adds one."
            placeholder={choice.patterns.length > 0 ? undefined : example}
            value={[...choice.patterns]}
            onChange={(patterns) => setChoice({ ...choice, patterns })}
          />
        </Stack>
      )}
      {refinements.length > 0 && <ScopeRefinements refinements={refinements} choice={choice} change={setChoice} />}
      <ScopePreview provider={provider} checked={checked} isChecking={isChecking} isNothing={scope === null} />
      {error !== null && <ProblemNotice error={error} />}
    </Stack>
  );
}
