import { Group, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { ExternalLink } from '../../components/links.tsx';
import { type AccountDraft, type AuthMethod, readDraftField } from './account-draft.ts';

export interface AuthMethodProps {
  readonly method: AuthMethod;
  readonly draft: AccountDraft;
  change(changes: AccountDraft): void;
}

/** Shows the instructions and the fields of a method. Advanced fields are folded until one of them has a value. */
export function AuthMethodFields({ method: { instructions, link, fields, advancedTitle }, ...props }: AuthMethodProps) {
  const [before, after] = instructions.split('{link}', 2);
  const advanced = fields.filter(({ isAdvanced }) => isAdvanced);
  return (
    <>
      <Text size="sm">
        {before}
        {link !== null && <ExternalLink url={link.url}>{link.text}</ExternalLink>}
        {after}
      </Text>
      {fields.map((field) => !field.isAdvanced && <Field key={field.name} field={field} {...props} />)}
      {advanced.length > 0 && (
        <details open={advanced.some(({ name }) => (props.draft[name] ?? '') !== '') || undefined}>
          <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
            {advancedTitle}
          </Text>
          <Stack gap="sm" mt="xs">
            {advanced.map((field) => (
              <Field key={field.name} field={field} {...props} />
            ))}
          </Stack>
        </details>
      )}
    </>
  );
}

interface FieldProps extends Omit<AuthMethodProps, 'method'> {
  readonly field: AuthMethod['fields'][number];
}

function Field({ field, draft, change }: FieldProps) {
  const { name, kind, label, options } = field;
  if (kind === 'choice')
    return (
      <Radio.Group label={label} value={readDraftField(draft, field)} onChange={(value) => change({ [name]: value })}>
        <Group mt={6}>
          {options.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} />
          ))}
        </Group>
      </Radio.Group>
    );
  const inputProps = {
    label,
    description: field.description,
    placeholder: field.placeholder ?? undefined,
    required: field.isRequired,
    value: draft[name] ?? '',
    onChange: (event: ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  };
  if (kind !== 'secret')
    return (
      <TextInput {...inputProps} type={kind === 'url' ? 'url' : 'text'} spellCheck={false} autoCapitalize="none" />
    );
  return (
    <PasswordInput
      {...inputProps}
      // Keeps browsers from storing the secret.
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': `Show or hide: ${label}` }}
    />
  );
}
