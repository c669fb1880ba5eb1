import { Alert, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { requireData } from '../../api/api-problem.ts';
import { readFieldProblems, useFocusInvalidField } from '../../api/field-problems.ts';
import { api, invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { TextLink } from '../../components/links.tsx';
import { notify } from '../../components/notify.tsx';
import { QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { useHasRole } from '../../components/visible-for-role.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { PolicyField } from './policy-field.tsx';
import { usePolicyLimits } from './policy-field-limits.ts';
import {
  listPolicyChanges,
  type Policy,
  type PolicyFieldName,
  policyFieldGroups,
  policyFields,
} from './policy-fields.ts';
import { UnsavedChangesBar, UnsavedChangesGuard } from './unsaved-changes.tsx';

export function PolicySettings() {
  const isAdmin = useHasRole('admin');
  const query = refrain.useQuery('get', '/v1/policy');
  return (
    <QueryState query={query} what="the policy" height={600}>
      {(answer) => (
        <>
          <Text size="sm" c="dimmed">
            <LastChange answer={answer} />
            {!isAdmin && ' Only an admin can change the policy.'}
          </Text>
          <Fieldset disabled={!isAdmin} variant="unstyled">
            <PolicyForm stored={answer.policy} />
          </Fieldset>
        </>
      )}
    </QueryState>
  );
}

function LastChange({ answer: { decidedBy, decidedAt } }: { readonly answer: Schemas['PolicyResponse'] }) {
  if (decidedAt === null) return 'These are the defaults. Nobody has changed them yet.';
  return (
    <>
      Last changed <Timestamp at={decidedAt} /> by {decidedBy ?? 'an unknown user'}.
    </>
  );
}

const names = Object.keys(policyFields) as PolicyFieldName[];
/** Fields for which an empty input means null instead of ''. */
const nullable: readonly PolicyFieldName[] = ['fallbackRepository', 'notesFrom'];

/** Edits the policy. Only changed fields are held in state, so that changes by other users appear immediately. */
function PolicyForm({ stored }: { readonly stored: Policy }) {
  const [changed, setChanged] = useState<Partial<Policy>>({});
  const limitsOf = usePolicyLimits();
  const saving = useMutation({
    mutationFn: putPolicy,
    onSuccess(before) {
      setChanged({});
      notify({
        message: 'Saved the policy. It applies to each pattern from its next report on.',
        undo: () => putPolicy(before),
      });
    },
  });
  const changes = listPolicyChanges(stored, changed);
  const problems = readFieldProblems(saving.error, names);
  useFocusInvalidField(saving.error);
  function change(name: PolicyFieldName, value: unknown) {
    const normalised = nullable.includes(name) && value === '' ? null : value;
    setChanged((before) => ({ ...before, [name]: normalised }));
  }
  function save() {
    const entries = changes.map(({ name }) => [name, trimText(changed[name])] as const);
    saving.mutate(Object.fromEntries(entries));
  }
  return (
    <Stack gap="md">
      {stored.dryRun && (
        <Alert variant="outline" title="Dry run">
          Refrain writes nothing to GitHub or PagerDuty.{' '}
          <TextLink to="/audit" search={{ show: 'planned' }}>
            See what it would write
          </TextLink>
        </Alert>
      )}
      {policyFieldGroups.map(({ title, lead, names }) => (
        <SettingsSection key={title} title={title} lead={lead}>
          <SimpleGrid cols={{ base: 1, sm: names.length === 1 ? 1 : 2 }} spacing="lg">
            {names.map((name) => (
              <PolicyField
                key={name}
                name={name}
                value={name in changed ? (changed[name] as Policy[typeof name]) : stored[name]}
                limits={limitsOf(name)}
                problem={problems[name]}
                change={(value) => change(name, value)}
              />
            ))}
          </SimpleGrid>
        </SettingsSection>
      ))}
      <UnsavedChangesBar
        changes={changes}
        warnings={listWarnings(stored, changed)}
        isPending={saving.isPending}
        error={saving.error}
        problems={Object.keys(problems).length}
        discard={() => {
          setChanged({});
          saving.reset();
        }}
        save={save}
      />
      <UnsavedChangesGuard isUnsaved={changes.length > 0} />
    </Stack>
  );
}

function trimText(value: Policy[PolicyFieldName] | undefined): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** Lists settings that are incomplete, and consequences of saving that cannot be reversed later. */
function listWarnings(stored: Policy, changed: Partial<Policy>): string[] {
  const after = { ...stored, ...changed };
  const warnings: string[] = [];
  if (after.mode === 'auto' && stored.mode !== 'auto' && !after.dryRun)
    warnings.push('After you save, Refrain opens issues without asking, within the limits.');
  if (stored.dryRun && !after.dryRun)
    warnings.push('After you save, Refrain opens the issues that were approved during the dry run.');
  if (after.notesFor.length > 0 && after.notesFrom === null)
    warnings.push('Refrain writes no notes until you enter their author.');
  return warnings;
}

/** Changes the stored policy, keeping other users' changes to other fields. Returns the previous values, for undo. */
async function putPolicy(changed: Partial<Policy>): Promise<Partial<Policy>> {
  const { data } = await api.GET('/v1/policy');
  const { policy } = requireData(data);
  await api.PUT('/v1/policy', { body: { ...policy, ...changed } });
  await invalidateQueries('/v1/policy', '/v1/improvements');
  const names = Object.keys(changed) as PolicyFieldName[];
  return Object.fromEntries(names.map((name) => [name, policy[name]]));
}
