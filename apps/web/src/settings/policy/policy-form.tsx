import { Alert, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems } from '../../api/field-problems.ts';
import { PageLink } from '../../components/page-link.tsx';
import { useFocusInvalid } from '../../components/use-focus-invalid.ts';
import { SettingsSection } from '../settings-section.tsx';
import { listPolicyChanges } from './policy-changes.ts';
import { PolicyField } from './policy-field.tsx';
import { usePolicyLimits } from './policy-field-limits.ts';
import { type Policy, type PolicyFieldName, policyFieldGroups, policyFields } from './policy-fields.ts';
import { UnsavedChangesBar } from './unsaved-changes-bar.tsx';
import { UnsavedChangesGuard } from './unsaved-changes-guard.tsx';
import { useSavePolicy } from './use-save-policy.ts';

const names = Object.keys(policyFields) as PolicyFieldName[];
/** Fields for which an empty input means null instead of ''. */
const nullable: readonly PolicyFieldName[] = ['fallbackRepository', 'notesFrom'];

/** Edits the policy. Only changed fields are held in state, so that changes by other users appear immediately. */
export function PolicyForm({ stored }: { readonly stored: Policy }) {
  const [changed, setChanged] = useState<Partial<Policy>>({});
  const limitsOf = usePolicyLimits();
  const saving = useSavePolicy(() => setChanged({}));
  const changes = listPolicyChanges(stored, changed);
  const problems = readFieldProblems(saving.error, names);
  useFocusInvalid(saving.error);
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
        <Alert variant="outline" title="A dry run is on">
          Nothing is written at GitHub or PagerDuty.{' '}
          <PageLink to="/audit" search={{ show: 'planned' }} inherit underline="always">
            See what would be
          </PageLink>
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

/** Lists incomplete settings, and consequences of saving that another save cannot reverse. */
function listWarnings(stored: Policy, changed: Partial<Policy>): string[] {
  const after = { ...stored, ...changed };
  const warnings: string[] = [];
  if (after.mode === 'auto' && stored.mode !== 'auto' && !after.dryRun)
    warnings.push('Once saved, issues that fit are opened without asking, within the limits.');
  if (stored.dryRun && !after.dryRun) warnings.push('Once saved, what a person approved during the dry run is opened.');
  if (after.notesFor.length > 0 && after.notesFrom === null)
    warnings.push('No note is written before it is said in whose name.');
  return warnings;
}
