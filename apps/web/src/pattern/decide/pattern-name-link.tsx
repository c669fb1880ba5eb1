import { TextLink } from '../../components/links.tsx';

/** The name of a pattern in a sentence, as a link to its page. */
export function PatternNameLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <TextLink to="/patterns/$patternId" params={{ patternId: id }}>
      “{name}”
    </TextLink>
  );
}
