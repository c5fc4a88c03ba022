import { buttonStyle } from '@/components/ui/button-style';

type Props = {
  callbackUrl: string;
  /** Asks the issuer for a fresh sign-in. */
  stepUp?: boolean;
  /** The words on the button. */
  children: string;
};

/** The one button that leads to the identity provider. A plain form: it works before any script has loaded. */
export function SignInForm({ callbackUrl, stepUp = false, children }: Props) {
  return (
    <form method="post" action="/api/auth/signin/staff">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {stepUp ? <input type="hidden" name="stepUp" value="1" /> : null}
      <button type="submit" className={buttonStyle('primary', 'medium', 'w-full')}>
        {children}
      </button>
    </form>
  );
}
