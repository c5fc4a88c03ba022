import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/**
 * A link that looks like a button: it goes somewhere, so it is an anchor.
 * Nothing is fetched ahead: that would spend the API budget on pages that nobody opens.
 */
export function LinkButton({ variant = 'secondary', size = 'medium', className, ...rest }: Props) {
  return <Link prefetch={false} className={buttonStyle(variant, size, className)} {...rest} />;
}
