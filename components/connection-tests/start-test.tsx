import { buttonStyle } from '@/components/ui/button-style';
import { CopyButton } from '@/components/ui/copy-button';

/** The first step: the trial sign-in, here in a new tab or by whoever gets its address. */
export function StartTest({ testUri }: { testUri: string }) {
  return (
    <>
      <h3 className="font-medium">1. Sign in for a trial</h3>
      <p className="measure mt-1 mb-3 text-quiet">
        The test opens in a new tab, at the customer’s identity provider. Without an account there, send the
        address to the customer’s administrator.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <a
          href={testUri}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonStyle('primary', 'medium')}
        >
          Open the test in a new tab
        </a>
        <span className="flex items-center gap-1 text-quiet">
          or copy its address
          <CopyButton text={testUri} what="test address" />
        </span>
      </div>
    </>
  );
}
