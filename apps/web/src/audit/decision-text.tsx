import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { type Mention, toSentence } from './decision-sentence.ts';

/** A decision as a sentence, in which the names of objects lead to their pages. */
export function DecisionText({ decision }: { readonly decision: Schemas['Decision'] }) {
  return toSentence(decision).map((part) =>
    typeof part === 'string' ? part : <MentionLink key={part.id} mention={part} />,
  );
}

function MentionLink({ mention: { kind, id, name } }: { readonly mention: Mention }) {
  switch (kind) {
    case 'pattern':
      return (
        <TextLink to="/patterns/$patternId" params={{ patternId: id }}>
          “{name}”
        </TextLink>
      );
    case 'failure':
      return (
        <TextLink to="/failures/$failureId" params={{ failureId: id }}>
          “{name}”
        </TextLink>
      );
    case 'improvement':
      return (
        <TextLink to="/improvements/$improvementId" params={{ improvementId: id }}>
          “{name}”
        </TextLink>
      );
    case 'connection':
      return (
        <TextLink to="/connections/$connectionId" params={{ connectionId: id }}>
          {name}
        </TextLink>
      );
    default:
      return name;
  }
}
