import classes from './sparkline.module.css';

interface Props {
  /** The values from the oldest to the newest. */
  readonly values: readonly number[];
  /** Names the values, for example `Episodes per month`. */
  readonly label: string;
  /** The value of the highest bar, so that several charts have the same scale; by default the maximum of `values`. */
  readonly max?: number;
  /** Whether the chart is as wide as its panel, instead of small enough for a line of text. */
  readonly isWide?: boolean;
}

const barWidth = 7;
const step = 9;
const height = 30;
/** The minimum height of a value above 0, so that it differs from 0. */
const minimum = 4;

/** Draws a small bar chart within a line of text, or a chart that fills a panel. */
export function Sparkline({ values, label, isWide = false, max = Math.max(...values) }: Props) {
  const width = values.length * step;
  const bars = values.map((value, at) => {
    const tall = value === 0 ? 0 : Math.max(minimum, Math.round((value / Math.max(1, max)) * (height - 2)));
    return `M${at * step} ${height - 2}v-${tall}h${barWidth}v${tall}z`;
  });
  const text = `${label}: ${values.join(', ')}`;
  return (
    <svg
      className={classes.chart}
      data-wide={isWide || undefined}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text}
    >
      <title>{text}</title>
      <path className={classes.baseline} d={`M0 ${height - 1}h${width - step + barWidth}`} />
      <path d={bars.join('')} />
    </svg>
  );
}
