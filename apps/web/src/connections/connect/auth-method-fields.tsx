import { Group, Radio, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExternalLink } from '../../components/links.tsx';
import { type ConnectionMethod, readDraftField } from './account-draft.ts';
import { type AccountFieldProps, AccountSecretField, AccountTextField } from './account-form.tsx';

interface Props extends AccountFieldProps {
  readonly method: ConnectionMethod;
}

export function AuthMethodInstructions({ method: { instructions, link } }: Pick<Props, 'method'>) {
  const [before, after] = instructions.split('{link}', 2);
  return (
    <Text size="sm">
      {before}
      {link !== null && <ExternalLink url={link.url}>{link.text}</ExternalLink>}
      {after}
    </Text>
  );
}

export function AuthMethodFields({ method: { fields, advancedTitle }, ...props }: Props) {
  const advanced = fields.filter(({ isAdvanced }) => isAdvanced);
  return (
    <>
      {fields.map((field) => !field.isAdvanced && <Field key={field.name} field={field} {...props} />)}
      {advanced.length > 0 && (
        <AdvancedFields title={advancedTitle} isUsed={advanced.some(({ name }) => (props.draft[name] ?? '') !== '')}>
          {advanced.map((field) => (
            <Field key={field.name} field={field} {...props} />
          ))}
        </AdvancedFields>
      )}
    </>
  );
}

function Field({ field, ...props }: AccountFieldProps & { readonly field: ConnectionMethod['fields'][number] }) {
  const { name, kind, label, options } = field;
  if (kind === 'choice') {
    return (
      <Radio.Group
        label={label}
        value={readDraftField(props.draft, field)}
        onChange={(value) => props.change({ [name]: value })}
      >
        <Group mt={6}>
          {options.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} />
          ))}
        </Group>
      </Radio.Group>
    );
  }
  const shown = {
    name,
    label,
    required: field.isRequired,
    ...(field.description === null ? {} : { description: field.description }),
    ...(field.placeholder === null ? {} : { placeholder: field.placeholder }),
  };
  if (kind === 'secret') return <AccountSecretField {...props} {...shown} />;
  return <AccountTextField {...props} {...shown} {...(kind === 'url' ? { type: 'url' } : {})} />;
}

interface AdvancedFieldsProps {
  readonly title: string;
  /** Whether one of the fields has a value. If so, the fields are unfolded at first. */
  readonly isUsed: boolean;
  readonly children: ReactNode;
}

function AdvancedFields({ title, isUsed, children }: AdvancedFieldsProps) {
  return (
    <details open={isUsed || undefined}>
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        {title}
      </Text>
      <Stack gap="sm" mt="xs">
        {children}
      </Stack>
    </details>
  );
}
