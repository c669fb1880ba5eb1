import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ProblemNotice } from '../../components/states.tsx';
import type { AccountDraft } from './account-draft.ts';

interface Props {
  readonly children: ReactNode;
  readonly isBusy: boolean;
  readonly error: unknown;
  check(): void;
}

export function AccountForm({ children, isBusy, error, check }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check();
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap="sm">
        {children}
        {error !== null && <ProblemNotice error={error} />}
        <Button type="submit" loading={isBusy} style={{ alignSelf: 'flex-start' }}>
          Check
        </Button>
      </Stack>
    </form>
  );
}

export interface AccountFieldProps {
  readonly draft: AccountDraft;
  change(changes: AccountDraft): void;
}

interface TextProps extends AccountFieldProps {
  readonly name: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly type?: 'url';
}

export function AccountTextField({ draft, change, name, ...rest }: TextProps) {
  return (
    <TextInput
      {...rest}
      spellCheck={false}
      autoCapitalize="none"
      value={draft[name] ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
}

/** A field of the draft for a secret, which browsers should not store. */
export function AccountSecretField({ draft, change, name, ...rest }: Omit<TextProps, 'type'>) {
  return (
    <PasswordInput
      {...rest}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': `Show or hide: ${rest.label}` }}
      value={draft[name] ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
}
