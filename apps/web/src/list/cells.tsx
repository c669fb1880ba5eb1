import classes from './cells.module.css';

/** Shows the first two names and the number of the others: `checkout, cart +4`. The tooltip has all names. */
export function ShortNameList({ names }: { readonly names: readonly string[] }) {
  const more = names.length - 2;
  return (
    <span className={classes.line} title={names.join(', ')}>
      {names.slice(0, 2).join(', ')}
      {more > 0 && ` +${more}`}
    </span>
  );
}
