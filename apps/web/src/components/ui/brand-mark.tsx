import classes from './brand-mark.module.css';

/** The name of the product with its mark: ruled lines of a plan, one of them ticked. */
export function BrandMark({ onDark = false }: { onDark?: boolean }) {
  return (
    <span className={classes.brand} data-on-dark={onDark || undefined}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <rect width="32" height="32" rx="6" className={classes.plate} />
        <path d="M8 9h16M8 16h10M8 23h6" className={classes.rule} />
        <path d="m18 22 3 3 5-6" className={classes.tick} />
      </svg>
      <span>Phân Công</span>
    </span>
  );
}
