import classes from './month-bars.module.css';

interface Props {
  /** Counts of consecutive months, oldest first. */
  readonly months: readonly number[];
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** Draws counts of months as small bars. The label states the counts, so that no information depends on the drawing alone. */
export function MonthBars({ months, label, width = 84, height = 20 }: Props) {
  const max = Math.max(1, ...months);
  const step = width / months.length;
  return (
    <svg className={classes.bars} width={width} height={height} role="img" aria-label={label}>
      <title>{label}</title>
      {months.map((count, at) => {
        const tall = count === 0 ? 1 : Math.max(3, (count / max) * height);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: months have no id and keep their order
            key={at}
            className={count === 0 ? classes.none : classes.some}
            x={at * step}
            y={height - tall}
            width={step - 2}
            height={tall}
            rx={1}
          />
        );
      })}
    </svg>
  );
}

export function describeMonths(months: readonly number[]): string {
  return `Episodes in each of the last 12 months, oldest first: ${months.join(', ')}`;
}
