import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  /** A quiet line below the label. */
  hint?: ReactNode;
};

type KindProps = Props & { kind: 'checkbox' | 'radio' | 'switch' };

function Choice({ kind, label, hint, className, ...rest }: KindProps) {
  return (
    <label className={classNames('flex min-h-6 cursor-pointer items-start gap-2.5', className)}>
      <input
        type={kind === 'switch' ? 'checkbox' : kind}
        role={kind === 'switch' ? 'switch' : undefined}
        className={kind === 'switch' ? 'switch' : 'mt-0.5 size-4 shrink-0 accent-accent'}
        {...rest}
      />
      <span className="min-w-0 wrap-anywhere">
        <bdi>{label}</bdi>
        {hint ? (
          <span className="block text-table text-quiet">
            <bdi>{hint}</bdi>
          </span>
        ) : null}
      </span>
    </label>
  );
}

/** Something that is part of what a form sends. */
export function Checkbox(props: Props) {
  return <Choice kind="checkbox" {...props} />;
}

/** One of a few; group them in a `<fieldset>` with a `<legend>`. */
export function Radio(props: Props) {
  return <Choice kind="radio" {...props} />;
}

/** Something that takes effect at once. */
export function Switch(props: Props) {
  return <Choice kind="switch" {...props} />;
}
