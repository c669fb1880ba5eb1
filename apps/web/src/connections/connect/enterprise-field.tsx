import { AccountText, type FieldProps } from './account-form.tsx';
import { Folded } from './folded.tsx';

/** For those whose GitHub is their own. */
export function EnterpriseField(props: FieldProps) {
  return (
    <Folded title="GitHub Enterprise Server" isUsed={props.draft.baseUrl !== ''}>
      <AccountText
        {...props}
        name="baseUrl"
        type="url"
        label="Address of its API"
        placeholder="https://github.acme.example/api/v3"
      />
    </Folded>
  );
}
